// The word of those who decide: the coordinator's decision with the verdicts beside it (A14), and the approvals of
// several, in any order (E6).
#include <algorithm>

#include "rules/registration/doing.h"
#include "rules/registration/roles.h"

namespace cenacle::rules {

using model::Fact;
using model::FactKind;
using model::Nature;
using model::State;

std::optional<Obstacle> override_breaches(const Doing& doing, Judgement judgement) {
  std::optional<Obstacle> against;
  for (Verdict& it : judgement.verdicts) {
    if (it.result != Verdict::Result::breach || it.overridden || it.rule->otherwise != Otherwise::refuse) continue;
    if (!may_override(*it.rule)) {
      against = Obstacle{Hindrance::firm_rule, {{"sentence", it.sentence}}};
      break;
    }
    if (doing.step.text.empty()) {
      if (!against) against = Obstacle{Hindrance::against_the_rules, {{"sentence", it.sentence}}};
      continue;
    }
    it.overridden = true;
  }
  if (!against) {
    for (const Verdict& it : judgement.verdicts) {
      if (it.result != Verdict::Result::breach || !it.overridden) continue;
      Fact overridden = doing.fact(FactKind::overridden);
      overridden.value = it.rule->id;
      const auto before = overridden_of(doing.now.records.facts_of(doing.it().id));
      if (before.contains(it.rule->id)) continue;
      doing.desk.write_verdict(it, doing.it().id, doing.now.now);
      doing.write(std::move(overridden));
    }
  }
  doing.ruling.refused = against.has_value();
  doing.ruling.verdicts = std::move(judgement.verdicts);
  return against;
}

std::optional<Obstacle> accept(const Doing& doing) {
  if (!needs(doing.path(), Need::decision)) return doing.cannot(Hindrance::no_decision_asked);
  if (doing.progress.accepted) return doing.cannot(Hindrance::already_decided);
  const auto before = overridden_of(doing.now.records.facts_of(doing.it().id));
  Judgement judgement = judge(doing.as_case(), before);
  const Verdict* const no_seat = doing.it().holds ? nullptr : judgement.against(Otherwise::wait);
  if (no_seat != nullptr && !has_queue(doing.path())) {
    doing.ruling.refused = true;
    std::string sentence = no_seat->sentence;
    doing.ruling.verdicts = std::move(judgement.verdicts);
    return Obstacle{Hindrance::no_seat, {{"sentence", std::move(sentence)}}};
  }
  if (auto against = override_breaches(doing, std::move(judgement))) return against;
  Fact decided = doing.fact(FactKind::decided);
  decided.value = "accept";
  doing.write(std::move(decided));
  return std::nullopt;
}

std::optional<Obstacle> refuse(const Doing& doing) {
  if (doing.nature() == Nature::in) return doing.cannot_so(Hindrance::already_in_to_refuse);
  Fact decided = doing.fact(FactKind::decided);
  decided.value = "refuse";
  doing.write(std::move(decided));
  doing.desk.put(doing.it().id, State::refused, false, "decision", doing.now.now);
  return std::nullopt;
}

namespace {

/// The approvals that `role` may still speak for: its own, and those of vacant roles that fall to it (E20).
std::vector<std::string> open_to(const Doing& doing, std::string_view role, bool* asked) {
  std::vector<std::string> open;
  for (const Approval& it : doing.path().approvals) {
    const model::Role& answers = answering(doing.now, *it.role, &*doing.filed.joined, doing.filed.joined->body());
    if (it.role->id != role && answers.id != role) continue;
    *asked = true;
    if (!doing.progress.approvals.contains(it.role->id)) open.push_back(it.role->id);
  }
  return open;
}

std::optional<Obstacle> not_asked(const Doing& doing) {
  return doing.cannot(Hindrance::no_approval_asked, {{"role", doing.step.value}});
}

}  // namespace

std::optional<Obstacle> approve(const Doing& doing) {
  bool asked = false;
  const std::vector<std::string> open = open_to(doing, doing.step.value, &asked);
  if (!asked) return not_asked(doing);
  if (open.empty()) return doing.cannot(Hindrance::already_approved, {{"role", doing.step.value}});
  for (const std::string& role : open) {
    Fact approved = doing.fact(FactKind::approved);
    approved.value = role, approved.cause = role == doing.step.value ? "" : doing.step.value;
    doing.write(std::move(approved));
  }
  return std::nullopt;
}

std::optional<Obstacle> object(const Doing& doing) {
  bool asked = false;
  open_to(doing, doing.step.value, &asked);
  if (!asked) return not_asked(doing);
  if (doing.nature() == Nature::in) return doing.cannot_so(Hindrance::already_in);
  Fact objected = doing.fact(FactKind::objected);
  objected.value = doing.step.value;
  doing.write(std::move(objected));
  doing.desk.put(doing.it().id, State::refused, false, "objection", doing.now.now);
  return std::nullopt;
}

}  // namespace cenacle::rules
