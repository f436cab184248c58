// What time does: offers and quotes that expire, terms that end or renew themselves, seats that pass on.
#include <algorithm>
#include <tuple>

#include "rules/registration/desk.h"

namespace cenacle::rules {

using model::Nature;
using model::Registration;
using model::State;

/// Makes the move that is due; false when the rules, changed since, have none.
bool Desk::expire(const Registration& due, base::Instant at) {
  const Filed found = filed(due.id);
  if (!found) return false;
  const Setting then = this->at(due.since);
  for (const Move& move : found.path->moves) {
    if (move.from != due.state || !move.after_days) continue;
    if (at < then.end_of(base::add_days(then.today(), static_cast<int>(*move.after_days)))) continue;
    enter(due.id, move.to, "delay", at);
    return true;
  }
  for (const Move& move : found.path->moves) {
    if (move.from != due.state || !move.at_term || !found.path->term) continue;
    if (move.to == State::renewed && due.terms > found.path->term->renewals) continue;
    enter(due.id, move.to, "term", at);
    return true;
  }
  return false;
}

void Desk::settle(std::string_view object) {
  std::set<std::int64_t> stuck;
  while (true) {
    std::optional<Registration> next;
    const auto key = [](const Registration& it) { return std::tie(*it.until, it.arrival, it.id); };
    for (Registration& it : draft_.unsettled(object, now()))
      if (it.until && *it.until <= now() && !stuck.contains(it.id) && (!next || key(it) < key(*next)))
        next = std::move(it);
    if (!next) break;
    const base::Instant due = *next->until;
    if (!expire(*next, due)) {
      stuck.insert(next->id);
      continue;
    }
    advance(next->id, due);
    promote(object, due);
  }
  for (const Registration& it : draft_.unsettled(object, now()))
    if (it.state != State::waiting) advance(it.id, now());
  promote(object, now());
}

Ruling settle(const Setting& setting, std::string_view object) {
  Ruling ruling;
  Desk desk(setting);
  desk.settle(object);
  desk.close(&ruling, 0);
  return ruling;
}

}  // namespace cenacle::rules
