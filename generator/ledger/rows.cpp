// Facts and registrations as rows of the tables, and back.
#include "ledger/rows.h"

#include <fmt/format.h>

#include "ledger/days.h"

namespace cenacle::ledger {

const std::string_view select_facts =
    "SELECT f.seq, f.at, f.kind, f.network, f.registration, f.request, f.person, f.other, f.body, f.object, f.path, "
    "f.value, f.cause, f.number, f.ceiling, f.day, f.until, f.digest, f.detail, f.message, w.fact, "
    "w.text "
    "FROM facts f LEFT JOIN words w ON w.fact = f.seq ";
const std::string_view fact_columns =
    "iittiitttttttiititt"
    "iit";

model::Fact read_fact(const Row& row) {
  model::Fact fact;
  fact.seq = row.number(0);
  fact.at = instant_of(row.number(1));
  const auto kind = model::fact_kind_of(row.text(2));
  if (!kind) disk_trouble(fmt::format("fact {} of the ledger is of an unknown kind: {}", fact.seq, row.text(2)));
  fact.kind = *kind;
  fact.network = row.text(3);
  fact.registration = row.number(4);
  fact.request = row.number(5);
  fact.person = row.text(6);
  fact.other = row.text(7);
  fact.body = row.text(8);
  fact.object = row.text(9);
  fact.path = row.text(10);
  fact.value = row.text(11);
  fact.cause = row.text(12);
  fact.number = row.number(13);
  fact.limit = row.number(14);
  if (!row.null(15)) fact.day = day_of(row.text(15));
  if (!row.null(16)) fact.until = instant_of(row.number(16));
  fact.digest = row.text(17);
  fact.detail = row.text(18);
  fact.message = row.number(19);
  fact.words = row.number(20);
  fact.said = row.text(21);
  return fact;
}

void write_fact(Database& database, const model::Fact& fact) {
  const std::string day = fact.day ? base::iso(*fact.day) : "";
  Value until = fact.until ? Value(seconds_of(*fact.until)) : or_null(std::int64_t{0});
  const Value values[] = {fact.seq,
                          seconds_of(fact.at),
                          model::word(fact.kind),
                          or_null(fact.network),
                          or_null(fact.registration),
                          or_null(fact.request),
                          or_null(fact.person),
                          or_null(fact.other),
                          or_null(fact.body),
                          or_null(fact.object),
                          or_null(fact.path),
                          or_null(fact.value),
                          or_null(fact.cause),
                          or_null(fact.number),
                          or_null(fact.limit),
                          or_null(day),
                          until,
                          or_null(fact.digest),
                          or_null(fact.detail),
                          or_null(fact.message)};
  database.run(
      "INSERT INTO facts (seq, at, kind, network, registration, request, person, other, body, object, path, value, "
      "cause, number, ceiling, day, until, digest, detail, message) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
      values);
  if (!fact.said.empty() || fact.words != 0)
    database.run("INSERT INTO words (fact, text) VALUES (?, ?)", {fact.seq, fact.said});
}

const std::string_view select_registrations =
    "SELECT id, network, path, object, body, person, partner, profile, state, arrival, asked, since, until, terms, "
    "holds FROM registrations ";
const std::string_view registration_columns = "ittttttttiiiiii";

model::Registration read_registration(const Row& row) {
  model::Registration it;
  it.id = row.number(0);
  it.network = row.text(1);
  it.path = row.text(2);
  it.object = row.text(3);
  it.body = row.text(4);
  it.person = row.text(5);
  it.partner = row.text(6);
  it.profile = row.text(7);
  const auto state = model::state_of(row.text(8));
  if (!state) disk_trouble(fmt::format("registration {} is in an unknown state: {}", it.id, row.text(8)));
  it.state = *state;
  it.arrival = row.number(9);
  it.asked = instant_of(row.number(10));
  it.since = instant_of(row.number(11));
  if (!row.null(12)) it.until = instant_of(row.number(12));
  it.terms = row.number(13);
  it.holds = row.number(14) != 0;
  return it;
}

void write_registration(Database& database, const model::Registration& it, bool is_new) {
  const Value until = it.until ? Value(seconds_of(*it.until)) : or_null(std::int64_t{0});
  const Value values[] = {it.network,
                          it.path,
                          it.object,
                          or_null(it.body),
                          or_null(it.person),
                          or_null(it.partner),
                          or_null(it.profile),
                          model::word(it.state),
                          it.arrival,
                          seconds_of(it.asked),
                          seconds_of(it.since),
                          until,
                          it.terms,
                          std::int64_t{it.holds},
                          it.id};
  database.run(is_new ? "INSERT INTO registrations (network, path, object, body, person, partner, profile, state, "
                        "arrival, asked, since, until, terms, holds, id) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
                      : "UPDATE registrations SET network = ?, path = ?, object = ?, body = ?, person = ?, "
                        "partner = ?, profile = ?, state = ?, arrival = ?, asked = ?, since = ?, until = ?, "
                        "terms = ?, holds = ? WHERE id = ?",
               values);
}

}  // namespace cenacle::ledger
