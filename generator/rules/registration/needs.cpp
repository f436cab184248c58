// What a registration has met of what its path asks before it moves on.
#include "rules/registration/needs.h"

#include <algorithm>

#include "rules/registration/roles.h"

namespace cenacle::rules {

using model::Fact;
using model::FactKind;

Progress Progress::of(const std::vector<Fact>& facts) {
  Progress it;
  for (const Fact& fact : facts) {
    switch (fact.kind) {
      case FactKind::decided:
        it.accepted = fact.value == "accept";
        break;
      case FactKind::confirmed:
        it.confirmed = true;
        break;
      case FactKind::stated:
        it.statements.insert(fact.value);
        break;
      case FactKind::approved:
        it.approvals.insert(fact.value);
        break;
      case FactKind::quoted:
        it.quoted = true, it.agreed = false, it.due = fact.limit;
        break;
      case FactKind::agreed:
        it.agreed = true;
        break;
      case FactKind::paid:
        it.pays = true, it.paid += fact.number;
        break;
      case FactKind::took_offer:
        it.answered = true;
        break;
      case FactKind::moved:
        it.answered = false;
        break;
      default:
        break;
    }
  }
  return it;
}

std::vector<std::string> lacking(Need need, const Case& it, const Progress& progress) {
  std::vector<std::string> missing;
  if (need == Need::signatures) return unsigned_roles(it);
  if (need == Need::statements) {
    for (const Statement& statement : it.path.statements)
      if (!progress.statements.contains(statement.id)) missing.push_back(statement.id);
  } else if (need == Need::approvals) {
    for (const Approval& approval : it.path.approvals)
      if (!progress.approvals.contains(approval.role->id)) missing.push_back(approval.role->id);
  }
  return missing;
}

bool is_met(Need need, const Case& it, const Progress& progress) {
  switch (need) {
    case Need::decision:
      return progress.accepted;
    case Need::confirmation:
      return progress.confirmed;
    case Need::agreement:
      return progress.agreed;
    case Need::payment:
      return progress.pays && progress.paid >= progress.due;
    case Need::answer:
      return progress.answered;
    case Need::seat:
      return false;
    case Need::statements:
    case Need::approvals:
    case Need::signatures:
      return lacking(need, it, progress).empty();
  }
  return false;
}

bool needs(const Path& path, Need need) {
  return std::any_of(path.moves.begin(), path.moves.end(),
                     [&](const Move& it) { return std::find(it.once.begin(), it.once.end(), need) != it.once.end(); });
}

bool has_queue(const Path& path) {
  return std::any_of(path.moves.begin(), path.moves.end(),
                     [](const Move& it) { return it.from == model::State::waiting; });
}

}  // namespace cenacle::rules
