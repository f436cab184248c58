// Keys and their types: what is said, where, and the line to write instead.
#include <doctest/doctest.h>

#include <string>

#include "content/sample.h"

using namespace cenacle;

TEST_CASE("content: keys") {
  struct Row {
    std::string name, path, bytes, said;
  };
  const Row rows[] = {
    {"a key that nobody knows", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "purpos = \"But\"\n"
     "+++\n",
     "3:1+6 unknown-key: a group has no key `purpos` => did you mean: / purpose = \"But\"\n"},
    {"a key in French", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "résumé = 1\n"
     "\"Thèmes\" = [\"archives\"]\n"
     "+++\n",
     "3:1+6 accented-key: a key has no accent: `a-z`, `0-9`, `_` and `-` => keys are listed in generator/content/FORMAT.md\n"
     "4:1+8 unknown-key: a group has no key `Thèmes` => did you mean: / topics = [\"archives\"]\n"},
    {"a key that is far from all others", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "zzzzzzzz = 1\n"
     "+++\n",
     "3:1+8 unknown-key: a group has no key `zzzzzzzz` => take it out\n"},
    {"a key with notes", "!cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "[call]\n"
     "title = \"T\"\n"
     "deadline = 2026-10-06\n"
     "texte = \"x\"\n"
     "+++\n",
     "6:1+5 unknown-key: a call has no key `texte` => did you mean: / text = \"x\"\n"
     "  its keys are `deadline`, `text`, `title` (:0:0)\n"},
    {"a key below the wrong header", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "[[holders]]\n"
     "role = \"referent\"\n"
     "purpose = \"But\"\n"
     "+++\n",
     "5:1+7 unknown-key: a holder has no key `purpose` => it belongs to a group: move it above the first line in brackets: / purpose = \"But\"\n"},
    {"a table in place of a key", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "[holder]\n"
     "role = \"referent\"\n"
     "+++\n",
     "3:2+6 unknown-key: a group has no key `holder` => did you mean: / [holders]\n"},
    {"a required key that is missing", "cercle/groups/essai.md",
     "+++\n"
     "purpose = \"But\"\n"
     "+++\n",
     "1:1+3 missing-key: a group needs `title` => add: / title = \"…\"\n"},
    {"required keys of a table", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "[call]\n"
     "text = \"x\"\n"
     "+++\n",
     "3:1+6 missing-key: a call needs `deadline` => add: / deadline = 2026-10-06\n"
     "3:1+6 missing-key: a call needs `title` => add: / title = \"…\"\n"},
    {"a required text that is empty", "cercle/groups/essai.md",
     "+++\n"
     "title = \"  \"\n"
     "+++\n",
     "2:9+4 bad-value: `title` is empty => write: / title = \"…\"\n"},
    {"a required list that is empty", "cercle/workshops/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "question = \"Q\"\n"
     "object = \"O\"\n"
     "seats = 3\n"
     "profiles = []\n"
     "+++\n",
     "6:12+2 bad-value: `profiles` is empty => write: / profiles = [\"…\"]\n"},
    {"nothing at all", "cercle/groups/essai.md",
     "+++\n"
     "+++\n",
     "1:1+3 missing-key: a group needs `title` => add: / title = \"…\"\n"},
    {"a number for a text", "cercle/groups/essai.md",
     "+++\n"
     "title = 2026\n"
     "+++\n",
     "2:9+4 wrong-type: `title` is a text, not an integer => between quotes: / title = \"2026\"\n"},
    {"a list for a text", "cercle/groups/essai.md",
     "+++\n"
     "title = [\"A\", \"B\"]\n"
     "+++\n",
     "2:9+10 wrong-type: `title` is a text, not a list => between quotes: / title = \"…\"\n"},
    {"a date for a text", "cercle/groups/essai.md",
     "+++\n"
     "title = 2026-10-06\n"
     "+++\n",
     "2:9+10 wrong-type: `title` is a text, not a date => between quotes: / title = \"2026-10-06\"\n"},
    {"a text for a date", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "created = \"2026-10-06\"\n"
     "+++\n",
     "3:11+12 wrong-type: `created` is a date, not a text => year-month-day, without quotes: / created = 2026-10-06\n"},
    {"a French date for a date", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "created = \"12/03/2026\"\n"
     "+++\n",
     "3:11+12 wrong-type: `created` is a date, not a text => year-month-day, without quotes: / created = 2026-03-12\n"},
    {"a date in words", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "created = \"1er octobre 2026\"\n"
     "+++\n",
     "3:11+18 wrong-type: `created` is a date, not a text => year-month-day, without quotes: / created = 2026-10-01\n"},
    {"a text that is no date", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "created = \"bientôt\"\n"
     "+++\n",
     "3:11+9 wrong-type: `created` is a date, not a text => year-month-day, without quotes: / created = 2026-10-06\n"},
    {"a moment for a date", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "created = 2026-10-06T09:30:00\n"
     "+++\n",
     "3:11+19 wrong-type: `created` is a date, not a date and time => write: / created = 2026-10-06\n"},
    {"an hour for a date", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "created = 09:30:00\n"
     "+++\n",
     "3:11+8 wrong-type: `created` is a date, not a time without a date => write: / created = 2026-10-06\n"},
    {"a date without a time for a contribution", "cercle/contributions/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "author = \"body:ville\"\n"
     "date = 2026-09-01\n"
     "topics = [\"archives\"]\n"
     "kind = \"agenda\"\n"
     "start = \"12/03/2026 14h30\"\n"
     "end = \"12 mars 2026 à 16 h\"\n"
     "+++\n",
     "7:9+18 wrong-type: `start` is a date and time, not a text => year-month-day, without quotes: / start = 2026-03-12T14:30:00\n"
     "8:7+21 wrong-type: `end` is a date and time, not a text => year-month-day, without quotes: / end = 2026-03-12T16:00:00\n"},
    {"a text for a number", "cercle/workshops/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "question = \"Q\"\n"
     "object = \"O\"\n"
     "seats = \"15\"\n"
     "profiles = [\"P\"]\n"
     "+++\n",
     "5:9+4 wrong-type: `seats` is an integer, not a text => without quotes: / seats = 15\n"},
    {"a decimal number for a number", "cercle/workshops/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "question = \"Q\"\n"
     "object = \"O\"\n"
     "seats = 15.0\n"
     "profiles = [\"P\"]\n"
     "+++\n",
     "5:9+4 wrong-type: `seats` is an integer, not a decimal number => write: / seats = 15\n"},
    {"a number below its least", "cercle/workshops/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "question = \"Q\"\n"
     "object = \"O\"\n"
     "seats = 0\n"
     "profiles = [\"P\"]\n"
     "+++\n",
     "5:9+1 bad-value: `seats` is at least 1 => write: / seats = 1\n"},
    {"a text for a boolean", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "draft = \"oui\"\n"
     "+++\n",
     "3:9+5 wrong-type: `draft` is a boolean, not a text => without quotes: / draft = true\n"},
    {"a number for a boolean", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "draft = 0\n"
     "+++\n",
     "3:9+1 wrong-type: `draft` is a boolean, not an integer => write: / draft = false\n"},
    {"a text for a list", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "topics = \"archives\"\n"
     "+++\n",
     "3:10+10 wrong-type: `topics` is a list, not a text => between square brackets: / topics = [\"archives\"]\n"},
    {"a number in a list of texts", "cercle/workshops/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "question = \"Q\"\n"
     "object = \"O\"\n"
     "seats = 3\n"
     "profiles = [\"P\"]\n"
     "topics = [\"archives\", 3]\n"
     "+++\n",
     "7:23+1 wrong-type: `topics` is a list of texts, and this is an integer => between quotes: / \"3\"\n"},
    {"a text for a table", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "call = \"appel\"\n"
     "+++\n",
     "3:8+7 wrong-type: `call` is a table, not a text => it opens with a line of its own, its keys below: / [call]\n"},
    {"a table for a list of tables", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "[holders]\n"
     "role = \"referent\"\n"
     "+++\n",
     "3:1+9 wrong-type: `holders` is a list of tables, not a table => each one opens with two brackets: / [[holders]]\n"},
    {"a list of tables for a table", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "[[call]]\n"
     "title = \"T\"\n"
     "+++\n",
     "3:1+8 wrong-type: `call` is a table, not a list => it opens with a line of its own, its keys below: / [call]\n"},
    {"a text for a list of tables", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "holders = \"referent\"\n"
     "+++\n",
     "3:11+10 wrong-type: `holders` is a list of tables, not a text => each one opens with a line of its own, its keys below: / [[holders]]\n"},
    {"a list of texts for a list of tables", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "holders = [\"referent\"]\n"
     "+++\n",
     "3:12+10 wrong-type: `holders` is a list of tables, and this is a text => \n"},
    {"an offset", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T09:30:00+01:00\n"
     "end = 2026-11-03T12:00:00Z\n"
     "+++\n",
     "4:9+25 wrong-type: `start` is a date and time, not a date and time with an offset => times are those of the portal's zone, without offset: / start = 2026-11-03T09:30:00\n"
     "5:7+20 wrong-type: `end` is a date and time, not a date and time with an offset => times are those of the portal's zone, without offset: / end = 2026-11-03T12:00:00\n"},
    {"an id with capitals and accents", "cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "charter = \"Été des Élus\"\n"
     "version = 1\n"
     "in_force = 2026-01-01\n"
     "+++\n",
     "3:11+14 bad-value: `charter` is made of `a-z`, `0-9` and `-` => write: / charter = \"ete-des-elus\"\n"},
    {"a word that is near one of a closed list", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "status = \"canceled\"\n"
     "+++\n",
     "6:10+10 bad-value: `status` cannot be \"canceled\" => write: / status = \"cancelled\"\n"},
    {"a word of no closed list, and the list", "!cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "status = \"zzz\"\n"
     "+++\n",
     "6:10+5 bad-value: `status` cannot be \"zzz\" => write: / status = \"confirmed\"\n"
     "  it is one of `confirmed`, `tentative`, `cancelled`, `moved` (:0:0)\n"},
    {"a mail address with a name", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "[[holders]]\n"
     "role = \"referent\"\n"
     "mail = \"Jeanne <j@x.example>\"\n"
     "+++\n",
     "5:8+22 bad-mail: `mail` is not a mail address => write: / mail = \"fonction@reseau.example\"\n"},
    {"a mail address with mailto", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "[[holders]]\n"
     "role = \"referent\"\n"
     "mail = \"mailto:j@x.example \"\n"
     "+++\n",
     "5:8+21 bad-mail: `mail` is not a mail address => write: / mail = \"j@x.example\"\n"},
    {"an address without a scheme", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "online = \"visio.example/x\"\n"
     "+++\n",
     "6:10+17 bad-address: `online` is not an address beginning with `https://` => write: / online = \"https://visio.example/x\"\n"},
    {"an address that is not safe", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "online = \"http://visio.example/x\"\n"
     "+++\n",
     "6:10+24 bad-address: `online` is not an address beginning with `https://` => write: / online = \"https://visio.example/x\"\n"},
    {"an address that is no address", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "online = \"la salle\"\n"
     "+++\n",
     "6:10+10 bad-address: `online` is not an address beginning with `https://` => write: / online = \"https://reseau.example/\"\n"},
    {"keys out of order", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "created = 2026-10-06\n"
     "ended = 2026-10-05\n"
     "+++\n",
     "4:9+10 ends-before-start: `ended` is before `created` => put the later one in `ended`\n"},
    {"a season out of order", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "season = { from = 2026-10-06, to = 2026-02-01 }\n"
     "+++\n",
     "3:36+10 ends-before-start: `to` is before `from` => put the later one in `to`\n"},
    {"nothing of missing keys when a line could not be read", "cercle/groups/essai.md",
     "+++\n"
     "titre : «Essai»\n"
     "+++\n",
     "2:7+1 colon-for-equals: a key and its value are joined by `=`, not by `:` => write: / titre = \"Essai\"\n"},
    {"mistakes of syntax and of keys at once", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "created = 12/03/2026\n"
     "purpos = \"x\"\n"
     "+++\n",
     "3:11+10 french-date: a date is written year-month-day => write: / created = 2026-03-12\n"
     "4:1+6 unknown-key: a group has no key `purpos` => did you mean: / purpose = \"x\"\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const bool notes = row.path.starts_with("!");
    CHECK(with(row.path.substr(notes ? 1 : 0), row.bytes, notes) == row.said);
  }
}
