// The end of all that somebody takes part in: an exclusion from a network (A13, E14, E19), the end of her duties (E13).
#include <set>

#include "rules/registration/desk.h"
#include "rules/registration/obstacles.h"

namespace cenacle::rules {

using model::Fact;
using model::FactKind;
using model::Nature;
using model::Registration;
using model::State;

namespace {

/// She leaves a registration: of a pair the other stays; a seat that is the body's stays too, until the body names
/// another (C11); else it is over.
void leave(Desk& desk, const Registration& it, const model::PersonId& person, State state, std::string_view cause) {
  const Path* const path = desk.book().path(it.path);
  const bool keeps = !it.partner.empty() || (path != nullptr && path->seat_of_body && !it.body.empty() &&
                                             model::nature(it.state) == Nature::in);
  if (!keeps) return desk.put(it.id, state, false, cause, desk.now());
  Fact vacated = desk.fact(FactKind::vacated, it.id, desk.now());
  vacated.person = person, vacated.cause = cause;
  desk.write(std::move(vacated));
}

/// Ends all of hers in the network, and gives what is free then to those who wait.
void leave_all(Desk& desk, const std::vector<Registration>& hers, const model::PersonId& person, State state,
               std::string_view cause) {
  std::set<std::string> objects;
  for (const Registration& it : hers) {
    leave(desk, it, person, state, cause);
    objects.insert(it.object);
  }
  for (const std::string& object : objects) desk.promote(object, desk.now());
}

/// Hers in the network that are not over, after what has fallen due.
std::vector<Registration> standing(Desk& desk, std::string_view person) {
  const std::string& network = desk.book().network->page.id;
  const auto all = [&] {
    std::vector<Registration> hers = desk.ledger().of_person(person);
    std::erase_if(
        hers, [&](const Registration& it) { return it.network != network || model::nature(it.state) == Nature::out; });
    return hers;
  };
  std::set<std::string> objects;
  for (const Registration& it : all()) objects.insert(it.object);
  for (const std::string& object : objects) desk.settle(object);
  return all();
}

/// Ends her mandates in the network, in one body or (empty) in all; whether there were any.
bool end_mandates(Desk& desk, const model::Person& her, std::string_view body, base::Date day) {
  bool any = false;
  for (const model::Mandate& it : her.mandates) {
    if (it.network != desk.book().network->page.id || (it.until && *it.until <= day)) continue;
    if (!body.empty() && it.body != body) continue;
    any = true;
    Fact ended = desk.fact(FactKind::mandate_ended, 0, desk.now());
    ended.person = her.id, ended.body = it.body, ended.value = it.role, ended.object = it.object, ended.day = day;
    desk.write(std::move(ended));
  }
  return any;
}

std::optional<Obstacle> not_yet(const Setting& setting, const std::optional<model::Person>& her, base::Date day) {
  if (day <= setting.today()) return std::nullopt;
  return Obstacle{Hindrance::departs_later, {{"who", name_of(setting, her)}, {"day", day}}};
}

std::optional<Obstacle> unknown(const std::optional<model::Person>& her) {
  if (her) return std::nullopt;
  return Obstacle{Hindrance::unknown_person};
}

}  // namespace

Ruling exclude(const Setting& setting, std::string_view person, std::string_view because) {
  Ruling ruling;
  Desk desk(setting);
  const auto her = setting.records.person(person);
  ruling.obstacle = unknown(her);
  if (!ruling.obstacle && because.empty()) ruling.obstacle = Obstacle{Hindrance::reason_to_exclude};
  if (!ruling.obstacle && her->standing_in(setting.book.network->page.id) == model::Standing::excluded)
    ruling.obstacle = Obstacle{Hindrance::already_excluded, {{"who", name_of(setting, her)}}};
  if (ruling.obstacle) return ruling;

  const std::vector<Registration> hers = standing(desk, person);
  Fact excluded = desk.fact(FactKind::standing, 0, setting.now);
  excluded.person = person, excluded.value = model::word(model::Standing::excluded), excluded.said = because;
  desk.write(std::move(excluded));
  leave_all(desk, hers, std::string(person), State::excluded, "excluded");
  desk.close(&ruling, 0);
  return ruling;
}

Ruling depart(const Setting& setting, std::string_view person, base::Date day) {
  Ruling ruling;
  Desk desk(setting);
  const auto her = setting.records.person(person);
  ruling.obstacle = unknown(her);
  if (!ruling.obstacle) ruling.obstacle = not_yet(setting, her, day);
  if (ruling.obstacle) return ruling;

  const std::vector<Registration> hers = standing(desk, person);
  const bool holds_mandate = end_mandates(desk, *her, {}, day);
  if (her->departed && !holds_mandate && hers.empty()) {
    ruling.obstacle = Obstacle{Hindrance::already_departed, {{"who", name_of(setting, her)}, {"day", *her->departed}}};
    return ruling;
  }
  if (!her->departed) {
    Fact departed = desk.fact(FactKind::departed, 0, setting.now);
    departed.person = person, departed.day = day;
    desk.write(std::move(departed));
  }
  leave_all(desk, hers, std::string(person), State::ended, "departed");
  desk.close(&ruling, 0);
  return ruling;
}

Ruling leave_body(const Setting& setting, std::string_view person, std::string_view body, base::Date day) {
  Ruling ruling;
  Desk desk(setting);
  const auto her = setting.records.person(person);
  ruling.obstacle = unknown(her);
  if (!ruling.obstacle) ruling.obstacle = not_yet(setting, her, day);
  if (ruling.obstacle) return ruling;

  std::vector<Registration> hers = standing(desk, person);
  std::erase_if(hers, [&](const Registration& it) { return it.body != body; });
  const bool holds_mandate = end_mandates(desk, *her, body, day);
  if (body.empty() || (!holds_mandate && hers.empty())) {
    ruling.obstacle =
        Obstacle{Hindrance::no_mandate_to_leave, {{"who", name_of(setting, her)}, {"body", std::string(body)}}};
    return ruling;
  }
  leave_all(desk, hers, std::string(person), State::ended, "left-body");
  desk.close(&ruling, 0);
  return ruling;
}

}  // namespace cenacle::rules
