// Why an act cannot be done as asked, whatever the rules say.
#include "rules/registration/obstacles.h"

#include <algorithm>

#include <fmt/format.h>

#include "rules/registration/sentence.h"

namespace cenacle::rules {

Obstacle obstacle(std::string code, std::string sentence) { return {std::move(code), std::move(sentence)}; }

std::optional<Obstacle> bar(const Setting& setting, std::string_view person) {
  const std::optional<model::Person> her = setting.records.person(person);
  if (!her) return obstacle("unknown-person", "Cette personne n’est pas dans le registre.");
  if (her->erased) return obstacle("erased", "Les données de cette personne ont été effacées.");
  if (her->departed && *her->departed <= setting.today())
    return obstacle("departed", fmt::format("{} n’est plus en fonction depuis le {}.", name_of(her),
                                            in_words(setting, *her->departed)));
  if (her->standing_in(setting.book.network->page.id) == model::Standing::excluded)
    return obstacle("excluded", fmt::format("L’accès de {} à ce réseau est fermé.", name_of(her)));
  return std::nullopt;
}

std::optional<Obstacle> stranger(const Setting& setting, std::string_view person, const model::Body* body) {
  const std::optional<model::Person> her = setting.records.person(person);
  if (body == nullptr || !her) return std::nullopt;
  for (const model::Mandate* it : her->mandates_in(setting.book.network->page.id, setting.today()))
    if (it->body == body->id) return std::nullopt;
  return obstacle("other-body", fmt::format("{} n’a pas de fonction ce jour dans {} : enregistrez-la d’abord.",
                                            name_of(her), quoted(body->name)));
}

std::optional<Obstacle> already_there(const Setting& setting, std::string_view person, const Joined& joined) {
  for (const model::Registration& it : setting.records.of_person(person))
    if (it.object == joined.reference && model::nature(it.state) != model::Nature::out)
      return obstacle("already-registered",
                      fmt::format("{} a déjà l’inscription {} pour {} : {}.", name_of(setting.records.person(person)),
                                  numbered(it.id), quoted(joined.page().title), in_french(it.state)));
  return std::nullopt;
}

std::string numbered(std::int64_t registration) { return fmt::format("n° {}", registration); }

std::string_view in_french(model::State state) {
  switch (state) {
    case model::State::requested:
      return "demandée";
    case model::State::quoted:
      return "devis envoyé";
    case model::State::draft:
      return "en préparation";
    case model::State::waiting:
      return "en liste d’attente";
    case model::State::offered:
      return "place proposée";
    case model::State::accepted:
      return "acceptée";
    case model::State::convened:
      return "convoquée";
    case model::State::attended:
      return "suivie";
    case model::State::signed_:
      return "signée";
    case model::State::renewed:
      return "renouvelée";
    case model::State::denounced:
      return "dénoncée";
    case model::State::refused:
      return "refusée";
    case model::State::withdrawn:
      return "retirée";
    case model::State::expired:
      return "expirée";
    case model::State::ended:
      return "terminée";
    case model::State::excluded:
      return "close par une exclusion";
  }
  return {};
}

}  // namespace cenacle::rules
