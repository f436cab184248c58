// References in front matter: what they may name, and what is said of those that name nothing.
#include <doctest/doctest.h>

#include <string>

#include "content/sample.h"

using namespace cenacle;

TEST_CASE("content: references") {
  struct Row {
    std::string name, path, bytes, said;
  };
  const Row rows[] = {
    {"an unknown id", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "charter = \"charter:cercel\"\n"
     "+++\n",
     "3:11+16 unknown-reference: there is no charter `cercel` in `cercle` => did you mean: / charter = \"charter:cercle\"\n"},
    {"an unknown id far from all", "!cercle/groups/essai.md",
     "+++\n"
     "title = \"E\"\n"
     "charter = \"charter:zzzzzzzzzz\"\n"
     "+++\n",
     "3:11+20 unknown-reference: there is no charter `zzzzzzzzzz` in `cercle` => correct the name, or make it first\n"
     "  there is `cercle` (:0:0)\n"},
    {"no scheme", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "charter = \"cercle\"\n"
     "+++\n",
     "3:11+8 unknown-reference: `cercle` does not say what kind of thing it is => write: / charter = \"charter:cercle\"\n"},
    {"an unknown scheme", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "charter = \"charte:cercle\"\n"
     "+++\n",
     "3:11+15 unknown-reference: `charte:` is no kind of reference => write: / charter = \"charter:cercle\"\n"},
    {"another kind of thing", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "charter = \"group:accueil\"\n"
     "+++\n",
     "3:11+15 bad-value: `charter` wants a charter, not a group => write: / charter = \"charter:…\"\n"},
    {"another kind of several", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "of = \"charter:cercle\"\n"
     "+++\n",
     "6:6+16 bad-value: `of` wants a group, a workshop or a space, not a charter => write: / of = \"group:…\"\n"},
    {"of nothing", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "of = \"archives\"\n"
     "+++\n",
     "6:6+10 unknown-reference: `archives` does not say what kind of thing it is => write: / of = \"group:archives\"\n"},
    {"of the network", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "of = \"network\"\n"
     "+++\n",
     ""},
    {"of another network", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "of = \"group:val/eau\"\n"
     "+++\n",
     ""},
    {"of another network, without saying so", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "of = \"group:eau\"\n"
     "+++\n",
     "6:6+11 unknown-reference: there is no group `eau` in `cercle` => that of another network is written: / of = \"group:val/eau\"\n"},
    {"of a network that is not", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "of = \"group:ailleurs/eau\"\n"
     "+++\n",
     "6:6+20 unknown-reference: there is no network `ailleurs` => that of another network is written: / of = \"group:val/eau\"\n"},
    {"a role by its id", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "organiser = \"referent\"\n"
     "+++\n",
     ""},
    {"a role by its reference", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "organiser = \"role:referent\"\n"
     "+++\n",
     ""},
    {"a role that is not", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "organiser = \"referente\"\n"
     "+++\n",
     "6:13+11 unknown-reference: there is no role `referente` in `cercle` => did you mean: / organiser = \"role:referent\"\n"},
    {"a body by its id", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "[[holders]]\n"
     "role = \"referent\"\n"
     "body = \"ville\"\n"
     "+++\n",
     "5:8+7 unknown-reference: `ville` does not say what kind of thing it is => write: / body = \"body:ville\"\n"},
    {"several expected", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "with = [\"role:referent\", \"body:villes\", \"group:archives\", 3]\n"
     "+++\n",
     "6:26+13 unknown-reference: there is no body `villes` in `cercle` => did you mean: / \"body:ville\"\n"
     "6:41+16 bad-value: `with` wants a role or a body, not a group => write: / \"role:…\"\n"
     "6:59+1 wrong-type: `with` is a list of texts, and this is an integer => between quotes: / \"3\"\n"},
    {"a topic", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "topics = [\"archive\", \"archives\", \"zzzzzzzz\"]\n"
     "+++\n",
     "3:11+9 unknown-reference: there is no topic `archive` => did you mean: / \"archives\"\n"
     "3:34+10 unknown-reference: there is no topic `zzzzzzzz` => write one of those that there are, or list it first\n"},
    {"a kind of meeting", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seances\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "+++\n",
     "3:8+9 unknown-reference: there is no kind of meeting `seances` => did you mean: / kind = \"seance\"\n"},
    {"no kind of meeting", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "+++\n",
     "1:1+3 missing-key: a meeting needs `kind` => add: / kind = \"seance\"\n"},
    {"a rate", "cercle/workshops/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "question = \"Q\"\n"
     "object = \"O\"\n"
     "seats = 3\n"
     "profiles = [\"P\"]\n"
     "rate = \"jours\"\n"
     "+++\n",
     "7:8+7 unknown-reference: there is no rate `jours` => did you mean: / rate = \"jour\"\n"},
    {"a meeting by its id", "cercle/minutes/essai.md",
     "+++\n"
     "meeting = \"meeting:seance-une\"\n"
     "+++\n",
     ""},
    {"no meeting", "cercle/minutes/essai.md",
     "+++\n"
     "attendance = 3\n"
     "+++\n",
     "1:1+3 missing-key: a set of minutes needs `meeting` => add: / meeting = \"meeting:…\"\n"},
    {"an article", "cercle/minutes/essai.md",
     "+++\n"
     "meeting = \"meeting:2026-10-06-archives\"\n"
     "[[decisions]]\n"
     "text = \"T\"\n"
     "outcome = \"consensus\"\n"
     "article = \"charter:cercle#2.1\"\n"
     "+++\n",
     ""},
    {"an article that is not", "!cercle/minutes/essai.md",
     "+++\n"
     "meeting = \"meeting:seance-une\"\n"
     "[[decisions]]\n"
     "text = \"T\"\n"
     "outcome = \"consensus\"\n"
     "article = \"charter:cercle#9\"\n"
     "+++\n",
     "6:11+18 unknown-article: the charter has no article 9 => write one of those that it has\n"
     "  `content/cercle/charters/cercle-v2.md` has the articles `1`, `2`, `2.1` (:0:0)\n"},
    {"a charter without articles", "cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "charter = \"essai\"\n"
     "version = 1\n"
     "in_force = 2026-01-01\n"
     "[[rules]]\n"
     "article = \"1\"\n"
     "rule = \"review\"\n"
     "max_months = 3\n"
     "+++\n"
     "## 1. But\n",
     ""},
    {"a rule of an article that is not", "!cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "charter = \"essai\"\n"
     "version = 1\n"
     "in_force = 2026-01-01\n"
     "[[rules]]\n"
     "rule = \"review\"\n"
     "article = \"1.1\"\n"
     "max_months = 3\n"
     "+++\n"
     "## 1. But\n",
     "8:11+5 unknown-article: the charter has no article 1.1 => write one of those that it has\n"
     "  `content/cercle/charters/essai.md` has the articles `1` (:0:0)\n"},
    {"a charter whose text has no article", "cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "charter = \"essai\"\n"
     "version = 1\n"
     "in_force = 2026-01-01\n"
     "[[rules]]\n"
     "rule = \"review\"\n"
     "article = \"1.1\"\n"
     "max_months = 3\n"
     "+++\n"
     "## But\n",
     "8:11+5 unknown-article: the charter has no article 1.1 => an article is a heading that begins with a number: / ## 1. Objet\n"},
    {"a space", "cercle/spaces/essai.md",
     "+++\n"
     "title = \"S\"\n"
     "body = \"body:bourgs\"\n"
     "charter = \"charter:cercle\"\n"
     "+++\n",
     "3:8+13 unknown-reference: there is no body `bourgs` in `cercle` => did you mean: / body = \"body:bourg\"\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const bool notes = row.path.starts_with("!");
    CHECK(with(row.path.substr(notes ? 1 : 0), row.bytes, notes) == row.said);
  }
}
