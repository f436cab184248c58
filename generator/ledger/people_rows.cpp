// People, and who they are, as rows of the tables, and back.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "formats/locale/locale.h"
#include "ledger/days.h"
#include "ledger/rows.h"

namespace cenacle::ledger {

const std::string_view select_people =
    "SELECT p.id, p.shown, p.erased, p.departed, i.given_name, i.family_name, i.mail, i.phone, i.profile, i.duty "
    "FROM people p LEFT JOIN identities i ON i.person = p.id ";
const std::string_view person_columns = "tiittttttt";

model::Person read_person(const Row& row) {
  model::Person person;
  person.id = row.text(0);
  person.shown = row.number(1) != 0;
  person.erased = row.number(2) != 0;
  if (!row.null(3)) person.departed = day_of(row.text(3));
  person.given_name = row.text(4);
  person.family_name = row.text(5);
  person.mail = row.text(6);
  person.phone = row.text(7);
  person.profile = row.text(8);
  person.function = row.text(9);
  return person;
}

const std::string_view select_mandates =
    "SELECT network, body, role, object, from_day, until_day, person FROM mandates ";
const std::string_view mandate_columns = "ttttttt";

model::Mandate read_mandate(const Row& row) {
  model::Mandate mandate;
  mandate.network = row.text(0);
  mandate.body = row.text(1);
  mandate.role = row.text(2);
  mandate.object = row.text(3);
  mandate.from = day_of(row.text(4));
  if (!row.null(5)) mandate.until = day_of(row.text(5));
  return mandate;
}

const std::string_view select_standings = "SELECT network, standing, person FROM standings ";
const std::string_view standing_columns = "ttt";

model::NetworkStanding read_standing(const Row& row) {
  const auto standing = model::standing_of(row.text(1));
  if (!standing) disk_trouble(fmt::format("the ledger holds an unknown standing: {}", row.text(1)));
  return {std::string(row.text(0)), *standing};
}

void write_person(Database& database, const model::Person* before, const model::Person& person) {
  const std::string departed = person.departed ? base::iso(*person.departed) : "";
  if (before == nullptr) {
    database.run("INSERT INTO people (id, shown, erased, departed) VALUES (?, ?, ?, ?)",
                 {person.id, std::int64_t{person.shown}, std::int64_t{person.erased}, or_null(departed)});
  } else if (before->shown != person.shown || before->erased != person.erased || before->departed != person.departed) {
    database.run("UPDATE people SET shown = ?, erased = ?, departed = ? WHERE id = ?",
                 {std::int64_t{person.shown}, std::int64_t{person.erased}, or_null(departed), person.id});
  }
  if (before == nullptr ? !person.mandates.empty() : before->mandates != person.mandates) {
    if (before != nullptr) database.run("DELETE FROM mandates WHERE person = ?", {person.id});
    std::int64_t place = 0;
    for (const model::Mandate& it : person.mandates) {
      const std::string from = base::iso(it.from), until = it.until ? base::iso(*it.until) : "";
      database.run(
          "INSERT INTO mandates (person, network, body, role, object, from_day, until_day, place) VALUES "
          "(?, ?, ?, ?, ?, ?, ?, ?)",
          {person.id, it.network, it.body, it.role, it.object, from, or_null(until), ++place});
    }
  }
  if (before == nullptr ? !person.standings.empty() : before->standings != person.standings) {
    if (before != nullptr) database.run("DELETE FROM standings WHERE person = ?", {person.id});
    for (const model::NetworkStanding& it : person.standings)
      database.run("INSERT INTO standings (person, network, standing) VALUES (?, ?, ?)",
                   {person.id, it.network, model::word(it.standing)});
  }
}

const std::string_view select_identities =
    "SELECT person, given_name, family_name, mail, phone, profile, duty FROM identities ";
const std::string_view identity_columns = "ttttttt";

Named read_identity(const Row& row) {
  Named named;
  named.person = row.text(0);
  named.identity = {std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)),
                    std::string(row.text(4)), std::string(row.text(5)), std::string(row.text(6))};
  return named;
}

void write_identity(Database& database, std::string_view person, const Identity& it, bool is_new) {
  const std::string key = name_key(it.given_name + " " + it.family_name);
  database.run(is_new ? "INSERT INTO identities (given_name, family_name, mail, phone, profile, duty, name_key, "
                        "person) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                      : "UPDATE identities SET given_name = ?, family_name = ?, mail = ?, phone = ?, profile = ?, "
                        "duty = ?, name_key = ? WHERE person = ?",
               {it.given_name, it.family_name, it.mail, it.phone, it.profile, it.function, key, person});
}

std::string name_key(std::string_view name) {
  const std::string plain = locale::slug(name);
  std::vector<std::string_view> words = base::split(plain, '-');
  std::sort(words.begin(), words.end());
  return fmt::format("{}", fmt::join(words, "-"));
}

}  // namespace cenacle::ledger
