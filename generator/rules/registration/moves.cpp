// How a registration moves from state to state, and when what it moved into falls due.
#include <algorithm>

#include "rules/registration/desk.h"

namespace cenacle::rules {

using model::Fact;
using model::FactKind;
using model::Nature;
using model::Registration;
using model::State;

Filed Desk::filed(std::int64_t registration) const {
  Filed found;
  const auto it = draft_.registration(registration);
  if (!it || it->network != book().network->page.id) return found;
  found.it = *it;
  found.path = book().path(it->path);
  found.joined = find_joined(*book().network, it->object);
  return found;
}

Fact Desk::fact(FactKind kind, std::int64_t registration, base::Instant at) const {
  Fact made;
  made.at = at, made.kind = kind, made.network = book().network->page.id, made.registration = registration;
  return made;
}

void Desk::write_verdict(const Verdict& verdict, std::int64_t registration, base::Instant at) {
  Fact judged = fact(FactKind::judged, registration, at);
  judged.value = verdict.rule->id;
  judged.cause = verdict.result == Verdict::Result::pass ? "pass" : "breach";
  judged.number = verdict.counted, judged.limit = verdict.limit;
  judged.digest = book().digest;
  write(std::move(judged));
}

void Desk::put(std::int64_t registration, State to, bool holds, std::string_view cause, base::Instant at) {
  Fact moved = fact(FactKind::moved, registration, at);
  moved.value = model::word(to), moved.cause = cause, moved.number = holds ? 1 : 0;
  if (const Filed found = filed(registration)) moved.until = until(found, to, at);
  write(std::move(moved));
}

void Desk::enter(std::int64_t registration, State to, std::string_view cause, base::Instant at) {
  const Filed found = filed(registration);
  const bool takes_seat = found.path->holds_seat(to);
  if ((takes_seat && !found.it.holds) || found.it.state == State::waiting) {
    const Setting then = this->at(at);
    const auto facts = draft_.facts_of(registration);
    const Judgement judgement = judge(Case::of(then, *found.path, *found.joined, found.it), overridden_of(facts));
    const Verdict* const no_seat = judgement.against(Otherwise::wait);
    if (no_seat != nullptr && found.it.state == State::waiting) return;
    if (no_seat != nullptr && has_queue(*found.path))
      return put(registration, State::waiting, false, no_seat->rule->id, at);
    const Verdict* const breach = no_seat != nullptr ? no_seat : judgement.against(Otherwise::refuse);
    if (breach != nullptr) {
      write_verdict(*breach, registration, at);
      return put(registration, State::refused, false, breach->rule->id, at);
    }
  }
  put(registration, to, takes_seat, cause, at);
}

void Desk::advance(std::int64_t registration, base::Instant at) {
  for (std::size_t steps = 0; steps < model::state_words().size(); ++steps) {  // no state twice: a ring of moves ends
    const Filed found = filed(registration);
    if (!found || found.it.state == State::waiting || model::nature(found.it.state) == Nature::out) return;
    const Setting then = this->at(at);
    const Case it = Case::of(then, *found.path, *found.joined, found.it);
    const Progress progress = Progress::of(draft_.facts_of(registration));
    const auto can = [&](const Move& move) {
      return move.from == found.it.state && !move.once.empty() &&
             std::all_of(move.once.begin(), move.once.end(), [&](Need need) { return is_met(need, it, progress); });
    };
    const auto move = std::find_if(found.path->moves.begin(), found.path->moves.end(), can);
    if (move == found.path->moves.end()) return;
    enter(registration, move->to, "needs", at);
  }
}

std::optional<base::Instant> Desk::until(const Filed& of, State to, base::Instant at) const {
  std::optional<base::Instant> first;
  const Setting then = this->at(at);
  for (const Move& move : of.path->moves) {
    if (move.from != to) continue;
    std::optional<base::Instant> due;
    if (move.after_days) due = then.end_of(base::add_days(then.today(), static_cast<int>(*move.after_days)));
    if (move.at_term) due = end_of_term(of, to, at);
    if (due && (!first || *due < *first)) first = due;
  }
  return first;
}

/// The end of the term that begins, or goes on, with the move into `to`.
std::optional<base::Instant> Desk::end_of_term(const Filed& of, State to, base::Instant at) const {
  if (!of.path->term) return std::nullopt;
  const Term& term = *of.path->term;
  const Setting then = this->at(at);
  if (term.of_season) {
    const model::Group* const group = of.joined->group();
    if (group == nullptr || !group->season) return std::nullopt;
    return then.end_of(group->season->to);
  }
  base::Date began = then.today();
  const bool goes_on = to != State::renewed && of.it.terms > 0;
  if (goes_on) {
    std::int64_t terms = 0;
    for (const Fact& it : draft_.facts_of(of.it.id)) {
      if (it.kind != FactKind::moved) continue;
      const auto state = model::state_of(it.value);
      if (!state || (*state != State::renewed && (model::nature(*state) != Nature::in || terms > 0))) continue;
      ++terms;
      began = then.day_of(it.at);
    }
  }
  if (term.since_mandate && to != State::renewed)
    began = Case::of(then, *of.path, *of.joined, of.it).mandate_began().value_or(began);
  return then.end_of(base::add_days(base::add_months(began, static_cast<int>(term.months)), -1));
}

Fact statement_of(const Desk& desk, const Registration& it, const Path& path, std::string_view statement) {
  Fact stated = desk.fact(FactKind::stated, it.id, desk.now());
  stated.value = statement;
  const bool by_employer = std::any_of(path.statements.begin(), path.statements.end(), [&](const Statement& known) {
    return known.id == statement && known.by_employer;
  });
  (by_employer ? stated.body : stated.person) = by_employer ? it.body : it.person;
  return stated;
}

void Desk::close(Ruling* ruling, std::int64_t own) const {
  ruling->facts = draft_.facts();
  const Setting then = at(now());
  const auto add = [&](const Draft::Touched& touched) {
    Ruling::Effect effect;
    if (touched.before) effect.before = touched.before->state;
    effect.after = *draft_.registration(touched.id);
    effect.rank = rank(then, effect.after);
    if (!touched.before) effect.after.arrival = 0;
    ruling->effects.push_back(std::move(effect));
  };
  for (const Draft::Touched& it : draft_.touched())
    if (it.id == own) add(it);
  for (const Draft::Touched& it : draft_.touched()) {
    const auto after = draft_.registration(it.id);
    if (it.id != own && after && it.before && *after != *it.before) add(it);
  }
}

}  // namespace cenacle::rules
