// What is done with a seat: the offer that is taken or not, leaving it, handing it over, sharing it.
#include "rules/registration/doing.h"

namespace cenacle::rules {

using model::Fact;
using model::FactKind;
using model::Nature;
using model::State;

namespace {

std::optional<Obstacle> no_offer(const Doing& doing) { return doing.cannot_so(Hindrance::no_offer); }

/// Whether somebody may take over, or share, the seat: nothing bars her, she is of the body and not there already, and
/// the rules that look at who she is let her.
std::optional<Obstacle> may_sit(const Doing& doing, Case as) {
  if (doing.step.other.empty()) return Obstacle{Hindrance::nobody_named};
  if (auto found = bar(doing.now, doing.step.other)) return found;
  if (auto found = already_there(doing.now, doing.step.other, *doing.filed.joined)) return found;
  if (auto found = stranger(doing.now, doing.step.other, as.body)) return found;
  Judgement judgement = judge(as, overridden_of(doing.now.records.facts_of(doing.it().id)), Asked::of_the_person);
  const Verdict* const breach = judgement.against(Otherwise::refuse);
  std::optional<Obstacle> against;
  if (breach != nullptr) against = Obstacle{Hindrance::refused_by_rule, {{"sentence", breach->sentence}}};
  doing.ruling.refused = against.has_value();
  doing.ruling.verdicts = std::move(judgement.verdicts);
  return against;
}

/// `other` takes the place of `leaver` (empty: a place that is vacant).
std::optional<Obstacle> hand_over(const Doing& doing, const model::PersonId& leaver) {
  Case then = doing.as_case();
  std::optional<model::Person> other = doing.now.records.person(doing.step.other);
  const std::string profile = other ? other->profile : std::string();
  if (!leaver.empty() && leaver == doing.it().partner) {
    then.partner = std::move(other);
  } else {
    then.person = std::move(other), then.profile = profile;
  }
  if (auto against = may_sit(doing, std::move(then))) return against;
  Fact succeeded = doing.fact(FactKind::succeeded);
  succeeded.person = leaver, succeeded.other = doing.step.other, succeeded.value = profile;
  doing.write(std::move(succeeded));
  return std::nullopt;
}

/// Who leaves: of a pair, the one that the step names; empty: both.
model::PersonId leaver_of(const Doing& doing) {
  const model::PersonId& named = doing.step.value;
  const bool is_one = !named.empty() && (named == doing.it().person || named == doing.it().partner);
  return is_one ? named : model::PersonId();
}

bool is_in_season(const Doing& doing) {
  const model::Group* const group = doing.filed.joined->group();
  if (group == nullptr || !group->season) return true;
  return group->season->from <= doing.now.today() && doing.now.today() <= group->season->to;
}

/// C6: who leaves in season says why, and who comes in her place or (value "none") that nobody does.
std::optional<Obstacle> leaves_early(const Doing& doing) {
  if (doing.nature() != Nature::in || !is_in_season(doing)) return std::nullopt;
  if (doing.path().reason && doing.step.text.empty()) return Obstacle{Hindrance::reason_to_leave};
  if (doing.path().substitute && doing.step.other.empty() && doing.step.value != "none")
    return Obstacle{Hindrance::substitute_needed};
  return std::nullopt;
}

}  // namespace

std::optional<Obstacle> take_offer(const Doing& doing) {
  if (doing.nature() != Nature::offer) return no_offer(doing);
  if (doing.progress.answered) return doing.cannot(Hindrance::already_taken);
  doing.write(FactKind::took_offer);
  return std::nullopt;
}

std::optional<Obstacle> decline(const Doing& doing) {
  if (doing.nature() != Nature::offer) return no_offer(doing);
  doing.write(FactKind::declined_offer);
  doing.desk.put(doing.it().id, State::withdrawn, false, "declined", doing.now.now);
  return std::nullopt;
}

std::optional<Obstacle> withdraw(const Doing& doing) {
  if (auto against = leaves_early(doing)) return against;
  if (!doing.step.other.empty()) {
    if (doing.it().person.empty()) return doing.cannot(Hindrance::nobody_to_replace);
    const model::PersonId leaver = leaver_of(doing);
    return hand_over(doing, leaver.empty() ? doing.it().person : leaver);
  }
  if (!doing.it().partner.empty() && !leaver_of(doing).empty()) {
    Fact vacated = doing.fact(FactKind::vacated);
    vacated.person = leaver_of(doing);
    doing.write(std::move(vacated));
    return std::nullopt;
  }
  doing.write(FactKind::withdrew);
  doing.desk.put(doing.it().id, State::withdrawn, false, "withdrew", doing.now.now);
  return std::nullopt;
}

std::optional<Obstacle> name(const Doing& doing) {
  if (!doing.it().person.empty() || doing.path().unit == Unit::body) return doing.cannot(Hindrance::not_vacated);
  return hand_over(doing, {});
}

std::optional<Obstacle> pair(const Doing& doing) {
  if (doing.path().unit != Unit::pair) return Obstacle{Hindrance::no_pair, {{"path", doing.path().title}}};
  if (!doing.it().partner.empty()) return doing.cannot(Hindrance::already_paired);
  if (doing.it().person.empty()) return doing.cannot(Hindrance::nobody_to_pair);
  if (doing.step.text.empty()) return Obstacle{Hindrance::reason_to_pair};
  Case it = doing.as_case();
  it.partner = doing.now.records.person(doing.step.other);
  if (auto against = may_sit(doing, it)) return against;
  Fact paired = doing.fact(FactKind::paired);
  paired.person = doing.it().person, paired.other = doing.step.other;
  doing.write(std::move(paired));
  return std::nullopt;
}

}  // namespace cenacle::rules
