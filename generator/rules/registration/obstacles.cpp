// What may stand in the way of several acts: who somebody is, and where she sits already.
#include "rules/registration/obstacles.h"

namespace cenacle::rules {

std::optional<Obstacle> bar(const Setting& setting, std::string_view person) {
  const std::optional<model::Person> her = setting.records.person(person);
  if (!her) return Obstacle{Hindrance::unknown_person};
  if (her->erased) return Obstacle{Hindrance::erased};
  if (her->departed && *her->departed <= setting.today())
    return Obstacle{Hindrance::departed, {{"who", name_of(setting, her)}, {"day", *her->departed}}};
  if (her->standing_in(setting.book.network->page.id) == model::Standing::excluded)
    return Obstacle{Hindrance::excluded, {{"who", name_of(setting, her)}}};
  return std::nullopt;
}

std::optional<Obstacle> stranger(const Setting& setting, std::string_view person, const model::Body* body) {
  const std::optional<model::Person> her = setting.records.person(person);
  if (body == nullptr || !her) return std::nullopt;
  for (const model::Mandate* it : her->mandates_in(setting.book.network->page.id, setting.today()))
    if (it->body == body->id) return std::nullopt;
  return Obstacle{Hindrance::other_body, {{"who", name_of(setting, her)}, {"body", body->name}}};
}

std::optional<Obstacle> already_there(const Setting& setting, std::string_view person, const Joined& joined) {
  for (const model::Registration& it : setting.records.of_person(person))
    if (it.object == joined.reference && model::nature(it.state) != model::Nature::out)
      return Obstacle{Hindrance::already_registered,
                      {{"who", name_of(setting, setting.records.person(person))},
                       {"n", it.id},
                       {"object", joined.page().title},
                       {"state", it.state}}};
  return std::nullopt;
}

}  // namespace cenacle::rules
