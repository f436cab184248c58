-- A ledger of version 1 as that version made it, with a member of a group in it.
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
INSERT INTO meta (name, value) VALUES ('ledger', 'cenacle');
INSERT INTO meta (name, value) VALUES ('version', '1');
INSERT INTO facts (seq, at, kind, person) VALUES (1, 1789455600, 'person-added', 'p-anne');
INSERT INTO facts (seq, at, kind, network, registration, person, object, path, value, body)
  VALUES (2, 1789455600, 'requested', 'net', 1, 'p-anne', 'group:net/un', 'membre', 'agent', 'commune');
INSERT INTO facts (seq, at, kind, network, registration, value, number)
  VALUES (3, 1789455600, 'moved', 'net', 1, 'accepted', 1);
INSERT INTO words (fact, text) VALUES (3, 'bienvenue');
INSERT INTO people (id, shown, erased) VALUES ('p-anne', 0, 0);
INSERT INTO identities (person, given_name, family_name, mail, phone, profile, duty, name_key)
  VALUES ('p-anne', 'Anne', 'Roy', 'anne@a.example', '', 'agent', '', 'anne roy');
INSERT INTO registrations (id, network, path, object, body, person, profile, state, arrival, asked, since, terms, holds)
  VALUES (1, 'net', 'membre', 'group:net/un', 'commune', 'p-anne', 'agent', 'accepted', 2, 1789455600, 1789455600, 1, 1);
