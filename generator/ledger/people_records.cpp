// People as the ledger knows them.
#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "formats/locale/locale.h"
#include "ledger/rows.h"
#include "ledger/transaction.h"

namespace cenacle::ledger {

void OpenTransaction::complete(model::Person& person) const {
  database_.each(fmt::format("{}WHERE person = ? ORDER BY place", select_mandates), mandate_columns, {person.id},
                 [&](const Row& row) { person.mandates.push_back(read_mandate(row)); });
  database_.each(fmt::format("{}WHERE person = ? ORDER BY network", select_standings), standing_columns, {person.id},
                 [&](const Row& row) { person.standings.push_back(read_standing(row)); });
}

std::vector<model::Person> OpenTransaction::people_by(std::string_view rest, Values values) const {
  std::vector<model::Person> found;
  database_.each(fmt::format("{}{}", select_people, rest), person_columns, values,
                 [&](const Row& row) { found.push_back(read_person(row)); });
  for (model::Person& it : found) complete(it);
  return found;
}

std::optional<model::Person> OpenTransaction::find_person(std::string_view id) const {
  const Value values[] = {id};
  auto found = people_by("WHERE p.id = ?", values);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::optional<model::Person> OpenTransaction::person(std::string_view id) const {
  auto found = tried([&] { return find_person(id); });
  return found ? std::move(*found) : std::nullopt;
}

std::optional<model::PersonId> OpenTransaction::owner_of(std::string_view mail) const {
  std::optional<model::PersonId> owner;
  if (mail.empty()) return owner;
  (void)done([&] {
    database_.each("SELECT person FROM identities WHERE mail = ? ORDER BY person LIMIT 1", "t", {mail},
                   [&](const Row& row) { owner = row.text(0); });
  });
  return owner;
}

base::Result<std::vector<model::Person>> OpenTransaction::people() const {
  return tried([&] {
    std::vector<model::Person> all;
    database_.each(fmt::format("{}WHERE p.erased = 0 ORDER BY i.family_name, i.given_name, p.id", select_people),
                   person_columns, {}, [&](const Row& row) { all.push_back(read_person(row)); });
    std::unordered_map<std::string_view, model::Person*> by_id;
    for (model::Person& it : all) by_id.emplace(it.id, &it);
    database_.each(fmt::format("{}ORDER BY person, place", select_mandates), mandate_columns, {}, [&](const Row& row) {
      if (const auto it = by_id.find(row.text(6)); it != by_id.end()) it->second->mandates.push_back(read_mandate(row));
    });
    database_.each(fmt::format("{}ORDER BY person, network", select_standings), standing_columns, {},
                   [&](const Row& row) {
                     if (const auto it = by_id.find(row.text(2)); it != by_id.end())
                       it->second->standings.push_back(read_standing(row));
                   });
    return all;
  });
}

base::Result<std::vector<model::Person>> OpenTransaction::find_people(std::string_view who) const {
  return tried([&] {
    const std::string mail = locale::fold(who), key = name_key(who);
    const Value by_id[] = {who}, by_mail[] = {mail}, by_name[] = {key};
    auto found = people_by("WHERE p.id = ?", by_id);
    if (found.empty() && !mail.empty()) found = people_by("WHERE i.mail = ? ORDER BY p.id", by_mail);
    if (found.empty() && !key.empty())
      found = people_by("WHERE i.name_key = ? ORDER BY i.family_name, i.given_name, p.id", by_name);
    // "Bernard Martin" is not Martin Bernard, unless nobody else is meant.
    const std::string as_said = locale::slug(who);
    const auto is_as_said = [&](const model::Person& it) {
      return locale::slug(it.given_name + " " + it.family_name) == as_said;
    };
    if (found.size() > 1 && std::any_of(found.begin(), found.end(), is_as_said))
      std::erase_if(found, [&](const model::Person& it) { return !is_as_said(it); });
    return found;
  });
}

}  // namespace cenacle::ledger
