// From facts to states: what a registration is after each fact, and a person after hers.
#include "rules/registration/fold.h"

#include <algorithm>
#include <tuple>

namespace cenacle::rules {

namespace {

using model::Fact;
using model::FactKind;
using model::Person;
using model::Registration;

Registration asked(const Fact& fact) {
  Registration made;
  made.id = fact.registration;
  made.network = fact.network, made.path = fact.path, made.object = fact.object, made.body = fact.body;
  made.person = fact.person, made.partner = fact.other, made.profile = fact.value;
  made.arrival = fact.seq, made.asked = fact.at, made.since = fact.at;
  return made;
}

/// A term begins with the first state that takes part, and again with each renewal (E1).
void move(Registration& it, const Fact& fact) {
  const std::optional<model::State> to = model::state_of(fact.value);
  if (!to) return;
  if (*to == model::State::renewed || (model::nature(*to) == model::Nature::in && it.terms == 0)) ++it.terms;
  it.state = *to, it.since = fact.at, it.until = fact.until, it.holds = fact.number == 1;
}

void succeed(Registration& it, const Fact& fact) {
  if (!it.partner.empty() && it.partner == fact.person) {
    it.partner = fact.other;
  } else {
    it.person = fact.other, it.profile = fact.value;
  }
}

/// Of a pair, the other keeps the seat.
void vacate(Registration& it, const Fact& fact) {
  if (it.person == fact.person) it.person = it.partner;
  it.partner.clear();
}

void begin_mandate(Person& her, const Fact& fact) {
  if (!fact.day) return;
  const model::Mandate begun{fact.network, fact.body, fact.value, fact.object, *fact.day, std::nullopt};
  const auto key = [](const model::Mandate& it) { return std::tie(it.network, it.body, it.from); };
  her.mandates.insert(
      std::upper_bound(her.mandates.begin(), her.mandates.end(), begun,
                       [&](const model::Mandate& a, const model::Mandate& b) { return key(a) < key(b); }),
      begun);
  if (her.departed && *her.departed <= *fact.day) her.departed.reset();  // she has duties again
}

void end_mandate(Person& her, const Fact& fact) {
  for (model::Mandate& it : her.mandates)
    if (it.network == fact.network && it.body == fact.body && it.role == fact.value && it.object == fact.object &&
        fact.day && (!it.until || *fact.day < *it.until))
      it.until = std::max(*fact.day, it.from);
}

void set_standing(Person& her, const Fact& fact) {
  std::erase_if(her.standings, [&](const model::NetworkStanding& it) { return it.network == fact.network; });
  const std::optional<model::Standing> left = model::standing_of(fact.value);
  if (!left || *left == model::Standing::full) return;
  const auto at = std::lower_bound(
      her.standings.begin(), her.standings.end(), fact.network,
      [](const model::NetworkStanding& it, const std::string& network) { return it.network < network; });
  her.standings.insert(at, {fact.network, *left});
}

void erase(Person& her) {
  for (std::string* text : {&her.given_name, &her.family_name, &her.mail, &her.phone, &her.profile, &her.function})
    text->clear();
  her.shown = false, her.erased = true;
}

}  // namespace

std::optional<Registration> fold(const std::optional<Registration>& before, const Fact& fact) {
  if (fact.kind == FactKind::requested) return asked(fact);
  if (!before) return std::nullopt;
  std::optional<Registration> after = before;
  switch (fact.kind) {
    case FactKind::moved:
      move(*after, fact);
      break;
    case FactKind::succeeded:
      succeed(*after, fact);
      break;
    case FactKind::vacated:
      vacate(*after, fact);
      break;
    case FactKind::paired:
      after->partner = fact.other;
      break;
    default:
      break;
  }
  return after;
}

std::optional<Person> fold(const std::optional<Person>& before, const Fact& fact) {
  if (fact.kind == FactKind::person_added) {
    Person made;
    made.id = fact.person;
    return made;
  }
  if (!before) return std::nullopt;
  std::optional<Person> after = before;
  switch (fact.kind) {
    case FactKind::consent:
      after->shown = fact.value == "shown";
      break;
    case FactKind::mandate_began:
      begin_mandate(*after, fact);
      break;
    case FactKind::mandate_ended:
      end_mandate(*after, fact);
      break;
    case FactKind::departed:
      after->departed = fact.day;
      break;
    case FactKind::standing:
      set_standing(*after, fact);
      break;
    case FactKind::erased:
      erase(*after);
      break;
    default:
      break;
  }
  return after;
}

}  // namespace cenacle::rules
