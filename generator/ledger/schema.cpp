// The tables of a ledger, and their version.
#include "ledger/schema.h"

#include <array>
#include <charconv>

#include <fmt/format.h>

#include "ledger/chance.h"
#include "ledger/migration.h"

namespace cenacle::ledger {

namespace {

// Version 1. A new ledger takes the same way from here as an old one, so that both are the same.
//
// Facts are only ever added. `people`, `mandates`, `standings` and `registrations` are what facts make of them, and can
// be made again. `identities` and `words` hold what people wrote and who they are: erasure empties them. An index for
// each question that rules::Records and Transaction ask; those on columns that are mostly absent have no row for these.
constexpr std::string_view first_tables = R"(
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE facts (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  network TEXT,
  registration INTEGER,
  request INTEGER,
  person TEXT,
  other TEXT,
  body TEXT,
  object TEXT,
  path TEXT,
  value TEXT,
  cause TEXT,
  number INTEGER,
  ceiling INTEGER,
  day TEXT,
  until INTEGER,
  digest TEXT,
  detail TEXT
) STRICT;
CREATE INDEX facts_registration ON facts (registration, seq) WHERE registration IS NOT NULL;
CREATE INDEX facts_request ON facts (request, seq) WHERE request IS NOT NULL;
CREATE INDEX facts_person ON facts (person, seq) WHERE person IS NOT NULL;
CREATE INDEX facts_other ON facts (other, seq) WHERE other IS NOT NULL;
CREATE INDEX facts_object ON facts (object, kind, network, seq) WHERE object IS NOT NULL;
CREATE INDEX facts_body ON facts (body, kind, network, seq) WHERE body IS NOT NULL;
CREATE INDEX facts_kind ON facts (kind, network, seq);

CREATE TABLE words (fact INTEGER PRIMARY KEY REFERENCES facts (seq), text TEXT NOT NULL) STRICT;

CREATE TABLE people (id TEXT PRIMARY KEY, shown INTEGER NOT NULL, erased INTEGER NOT NULL, departed TEXT) STRICT;
CREATE INDEX people_erased ON people (id) WHERE erased = 1;

CREATE TABLE identities (
  person TEXT PRIMARY KEY REFERENCES people (id),
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  mail TEXT NOT NULL,
  phone TEXT NOT NULL,
  profile TEXT NOT NULL,
  duty TEXT NOT NULL,
  name_key TEXT NOT NULL
) STRICT;
CREATE INDEX identities_mail ON identities (mail);
CREATE INDEX identities_name ON identities (name_key);

CREATE TABLE mandates (
  person TEXT NOT NULL REFERENCES people (id),
  network TEXT NOT NULL,
  body TEXT NOT NULL,
  role TEXT NOT NULL,
  object TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT,
  place INTEGER NOT NULL,
  PRIMARY KEY (person, place)
) STRICT;

CREATE TABLE standings (
  person TEXT NOT NULL REFERENCES people (id),
  network TEXT NOT NULL,
  standing TEXT NOT NULL,
  PRIMARY KEY (person, network)
) STRICT;

CREATE TABLE registrations (
  id INTEGER PRIMARY KEY,
  network TEXT NOT NULL,
  path TEXT NOT NULL,
  object TEXT NOT NULL,
  body TEXT,
  person TEXT,
  partner TEXT,
  profile TEXT,
  state TEXT NOT NULL,
  arrival INTEGER NOT NULL,
  asked INTEGER NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER,
  terms INTEGER NOT NULL,
  holds INTEGER NOT NULL
) STRICT;
CREATE INDEX registrations_object ON registrations (object, id);
CREATE INDEX registrations_body ON registrations (body, network, id) WHERE body IS NOT NULL;
CREATE INDEX registrations_person ON registrations (person, id) WHERE person IS NOT NULL;
CREATE INDEX registrations_partner ON registrations (partner, id) WHERE partner IS NOT NULL;
CREATE INDEX registrations_path ON registrations (network, path, id);
CREATE INDEX registrations_state ON registrations (object, state);
CREATE INDEX registrations_due ON registrations (object, until) WHERE until IS NOT NULL;
CREATE INDEX registrations_until ON registrations (until) WHERE until IS NOT NULL;
)";

// The outbox. Like registrations, messages are what their facts make of them; `recipient` is of the `queued` fact too,
// and with what it is about it makes the key by which nothing is queued twice.
constexpr std::string_view outbox = R"(
ALTER TABLE facts ADD COLUMN message INTEGER;
CREATE INDEX facts_message ON facts (message, seq) WHERE message IS NOT NULL;

CREATE TABLE messages (
  id INTEGER PRIMARY KEY,
  network TEXT,
  path TEXT NOT NULL,
  subject TEXT NOT NULL,
  revision INTEGER NOT NULL,
  recipient TEXT NOT NULL,
  mail TEXT NOT NULL,
  invitation TEXT,
  person TEXT,
  detail TEXT,
  queued INTEGER NOT NULL,
  until INTEGER,
  fate TEXT NOT NULL,
  offers INTEGER NOT NULL,
  doubts INTEGER NOT NULL,
  sender TEXT,
  again INTEGER,
  code INTEGER
) STRICT;
CREATE UNIQUE INDEX messages_key ON messages (subject, path, revision, recipient);
CREATE INDEX messages_person ON messages (person, id) WHERE person IS NOT NULL;
CREATE INDEX messages_fate ON messages (fate, id);
)";

constexpr std::array<Step, 1> every_step = {{{1, outbox}}};

}  // namespace

std::span<const Step> steps() { return every_step; }

void make_tables(Database& database) {
  database.script(first_tables);
  for (const Step& each : steps()) database.script(each.script);
  draw_secret(database);
  database.run("INSERT INTO meta (name, value) VALUES ('ledger', 'cenacle')");
  database.run("INSERT INTO meta (name, value) VALUES ('version', ?)", {std::to_string(schema_version)});
}

int version_of(Database& database) {
  if (!database.has_table("meta")) {
    if (!database.has_table("facts")) return 0;
    // Another process may have made all of them between the two questions.
    if (!database.has_table("meta"))
      disk_trouble(fmt::format("{} is not a ledger: it holds other tables", database.name()));
  }
  int version = 0;
  database.each("SELECT value FROM meta WHERE name = 'version'", "t", {}, [&](const Row& row) {
    const std::string_view text = row.text(0);
    std::from_chars(text.data(), text.data() + text.size(), version);
  });
  if (version < 1) disk_trouble(fmt::format("{} is not a ledger: it holds other tables", database.name()));
  return version;
}

}  // namespace cenacle::ledger
