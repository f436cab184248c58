// Facts, registrations and people as rows of the tables, and back.
#pragma once

#include <string_view>
#include <vector>

#include "ledger/database.h"
#include "model/outbox.h"
#include "model/registration.h"

namespace cenacle::ledger {

/// Selects facts, with their words, as `read_fact` takes them; to be completed by WHERE and ORDER BY. The table is `f`.
extern const std::string_view select_facts, fact_columns;
model::Fact read_fact(const Row& row);
/// Adds the fact, and its words when it has any: a text in `said`, or `words` for one that was emptied by erasure.
void write_fact(Database& database, const model::Fact& fact);

extern const std::string_view select_registrations, registration_columns;
model::Registration read_registration(const Row& row);
void write_registration(Database& database, const model::Registration& registration, bool is_new);

extern const std::string_view select_messages, message_columns;
model::Message read_message(const Row& row);
/// Of one that is not new, what facts may change.
void write_message(Database& database, const model::Message& message, bool is_new);

/// People with who they are; the table of people is `p`, that of identities `i`. Without mandates and standings.
extern const std::string_view select_people, person_columns;
model::Person read_person(const Row& row);

extern const std::string_view select_mandates, mandate_columns;
model::Mandate read_mandate(const Row& row);
extern const std::string_view select_standings, standing_columns;
model::NetworkStanding read_standing(const Row& row);

/// The person's row with her mandates and standings, in the place of `before`; who she is stays as it is.
void write_person(Database& database, const model::Person* before, const model::Person& person);

struct Named {
  std::string person;
  Identity identity;
};
extern const std::string_view select_identities, identity_columns;
Named read_identity(const Row& row);
void write_identity(Database& database, std::string_view person, const Identity& identity, bool is_new);
/// The words of a name without accents and case, in alphabetical order: the same for "Élise Roy" and "ROY Elise".
std::string name_key(std::string_view name);

}  // namespace cenacle::ledger
