// Each kind of thing: what it alone requires and refuses.
#include <doctest/doctest.h>

#include <string>

#include "content/sample.h"

using namespace cenacle;

TEST_CASE("content: kinds") {
  struct Row {
    std::string name, path, bytes, said;
  };
  const Row rows[] = {
    {"a meeting without id", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "+++\n",
     "1:1+3 meeting-id-missing: the meeting has no `id`, which its calendar entry is known by => add: / id = \"xbsyte6jhy\"\n"},
    {"a meeting with a short id", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"court\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "+++\n",
     "2:6+7 bad-value: `id` is 8 to 64 of `a-z`, `0-9` and `-` => write: / id = \"xbsyte6jhy\"\n"},
    {"a meeting with the id of another", "!cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "kind = \"seance\"\n"
     "id = \"seance-une\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "+++\n",
     "3:6+12 meeting-id-copied: another meeting has the id `seance-une` already => in the copy, write: / id = \"xbsyte6jhy\"\n"
     "  it is that of `content/cercle/meetings/2026-10-06-archives.md` (content/cercle/meetings/2026-10-06-archives.md:2:6)\n"},
    {"a meeting without times", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "+++\n",
     "1:1+3 missing-key: a meeting needs `end` => add: / end = 2026-10-06T12:00:00\n"
     "1:1+3 missing-key: a meeting needs `start` => add: / start = 2026-10-06T09:30:00\n"},
    {"a meeting that ends before it starts", "!cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T12:00:00\n"
     "end = 2026-11-03T09:30:00\n"
     "+++\n",
     "5:7+19 ends-before-start: `end` is not after `start` => put the later one in `end`\n"
     "  `start` is 2026-11-03T12:00:00 (content/cercle/meetings/2026-11-03-essai.md:4:9)\n"},
    {"a meeting that ends when it starts", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T12:00:00\n"
     "end = 2026-11-03T12:00:00\n"
     "+++\n",
     "5:7+19 ends-before-start: `end` is not after `start` => put the later one in `end`\n"},
    {"a meeting of one day", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03\n"
     "end = 2026-11-03\n"
     "+++\n",
     ""},
    {"a meeting of days that end before", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03\n"
     "end = 2026-11-02\n"
     "+++\n",
     "5:7+10 ends-before-start: `end` is before `start` => put the later one in `end`\n"},
    {"a meeting from a day to a moment", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03\n"
     "end = 2026-11-03T12:00:00\n"
     "+++\n",
     "5:7+19 wrong-type: `start` and `end` are two days, or two moments => write: / end = 2026-11-03\n"},
    {"a meeting from a moment to a day", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03\n"
     "+++\n",
     "5:7+10 wrong-type: `start` and `end` are two days, or two moments => write: / end = 2026-11-03T12:00:00\n"},
    {"a meeting in an hour that is not", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2027-03-28T02:30:00\n"
     "end = 2027-03-28T12:00:00\n"
     "+++\n",
     "4:9+19 time-in-gap: that hour does not exist in Europe/Paris: clocks go forward over it => write: / start = 2027-03-28T03:30:00\n"},
    {"the same hour elsewhere", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "time_zone = \"Indian/Reunion\"\n"
     "start = 2027-03-28T02:30:00\n"
     "end = 2027-03-28T12:00:00\n"
     "+++\n",
     ""},
    {"an unknown time zone", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "time_zone = \"Europe/Pari\"\n"
     "+++\n",
     "6:13+13 unknown-time-zone: there is no time zone \"Europe/Pari\" => write: / time_zone = \"Europe/Paris\"\n"},
    {"a city for a time zone", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "time_zone = \"Réunion\"\n"
     "+++\n",
     "6:13+9 unknown-time-zone: there is no time zone \"Réunion\" => write: / time_zone = \"Indian/Reunion\"\n"},
    {"a time zone of nowhere", "cercle/meetings/2026-11-03-essai.md",
     "+++\n"
     "id = \"seance-deux\"\n"
     "kind = \"seance\"\n"
     "start = 2026-11-03T09:30:00\n"
     "end = 2026-11-03T12:00:00\n"
     "time_zone = \"CEST+5\"\n"
     "+++\n",
     "6:13+8 unknown-time-zone: there is no time zone \"CEST+5\" => write: / time_zone = \"Europe/Paris\"\n"},
    {"a workshop without its question", "cercle/workshops/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "seats = 3\n"
     "profiles = [\"P\"]\n"
     "+++\n",
     "1:1+3 missing-key: a workshop needs `object` => add: / object = \"…\"\n"
     "1:1+3 missing-key: a workshop needs `question` => add: / question = \"…\"\n"},
    {"a series needs none", "cercle/workshops/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "kind = \"series\"\n"
     "seats = 8\n"
     "profiles = [\"P\"]\n"
     "+++\n",
     ""},
    {"a workshop with nothing", "cercle/workshops/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "+++\n",
     "1:1+3 missing-key: a workshop needs `object` => add: / object = \"…\"\n"
     "1:1+3 missing-key: a workshop needs `profiles` => add: / profiles = [\"…\"]\n"
     "1:1+3 missing-key: a workshop needs `question` => add: / question = \"…\"\n"
     "1:1+3 missing-key: a workshop needs `seats` => add: / seats = 1\n"},
    {"a decision with nothing", "cercle/minutes/essai.md",
     "+++\n"
     "meeting = \"meeting:2026-10-06-archives\"\n"
     "[[decisions]]\n"
     "done = 2026-10-06\n"
     "+++\n",
     "3:1+13 missing-key: a decision needs `outcome` => add: / outcome = \"consensus\"\n"
     "3:1+13 missing-key: a decision needs `text` => add: / text = \"…\"\n"},
    {"a decision by a group", "cercle/minutes/essai.md",
     "+++\n"
     "meeting = \"meeting:2026-10-06-archives\"\n"
     "[[decisions]]\n"
     "text = \"T\"\n"
     "outcome = \"accord\"\n"
     "carried_by = \"group:archives\"\n"
     "+++\n",
     "5:11+8 bad-value: `outcome` cannot be \"accord\" => write: / outcome = \"consensus\"\n"
     "6:14+16 bad-value: `carried_by` wants a role or a body, not a group => write: / carried_by = \"role:…\"\n"},
    {"a document with nothing", "cercle/documents/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "+++\n",
     "1:1+3 missing-key: a document needs `date` => add: / date = 2026-10-06\n"
     "1:1+3 missing-key: a document needs `kind` => add: / kind = \"guide\"\n"},
    {"a document with a file that is not", "cercle/documents/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "kind = \"guide\"\n"
     "date = 2026-09-01\n"
     "files = [{ path = \"../files/plan.cvs\", title = \"T\" }, { path = \"x\" }, { title = \"Y\" }]\n"
     "+++\n",
     "5:19+19 broken-link: there is no file \"../files/plan.cvs\" => write: / path = \"../files/plan.csv\"\n"
     "5:64+3 broken-link: there is no file \"x\" => put it in the network's folder `files/`, and write: / path = \"../files/…\"\n"
     "5:71+15 missing-key: a file needs `path` => add: / path = \"…\"\n"},
    {"a document with a file outside", "cercle/documents/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "kind = \"guide\"\n"
     "date = 2026-09-01\n"
     "files = [{ path = \"../../../portal.toml\", title = \"T\" }, { path = \"../bodies.csv\", title = \"T\" }]\n"
     "+++\n",
     "5:19+22 broken-link: there is no file \"../../../portal.toml\" => put it in the network's folder `files/`, and write: / path = \"../files/…\"\n"
     "5:67+15 broken-link: there is no file \"../bodies.csv\" => write: / path = \"../bodies.csv\"\n"},
    {"a document of authors", "cercle/documents/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "kind = \"guide\"\n"
     "date = 2026-09-01\n"
     "authors = [\"body:ville\", \"body:vile\"]\n"
     "+++\n",
     "5:26+11 unknown-reference: there is no body `vile` in `cercle` => did you mean: / \"body:ville\"\n"},
    {"a contribution with nothing", "cercle/contributions/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "+++\n",
     "1:1+3 missing-key: a contribution needs `author` => add: / author = \"body:…\"\n"
     "1:1+3 missing-key: a contribution needs `date` => add: / date = 2026-10-06\n"
     "1:1+3 missing-key: a contribution needs `kind` => add: / kind = \"message\"\n"
     "1:1+3 missing-key: a contribution needs `topics` => add: / topics = [\"…\"]\n"},
    {"an answer to nothing", "cercle/contributions/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "author = \"body:ville\"\n"
     "date = 2026-09-01\n"
     "topics = [\"archives\"]\n"
     "kind = \"answer\"\n"
     "+++\n",
     "1:1+3 missing-key: a contribution needs `answers` => add: / answers = \"contribution:…\"\n"},
    {"an answer to what is not", "cercle/contributions/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "author = \"body:ville\"\n"
     "date = 2026-09-01\n"
     "topics = [\"archives\"]\n"
     "kind = \"answer\"\n"
     "answers = \"contribution:questio\"\n"
     "+++\n",
     "7:11+22 unknown-reference: there is no contribution `questio` in `cercle` => did you mean: / answers = \"contribution:question\"\n"},
    {"an agenda entry without a start", "cercle/contributions/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "author = \"body:ville\"\n"
     "date = 2026-09-01\n"
     "topics = [\"archives\"]\n"
     "kind = \"agenda\"\n"
     "place = \"P\"\n"
     "+++\n",
     "1:1+3 missing-key: a contribution needs `start` => add: / start = 2026-10-06T09:30:00\n"},
    {"an agenda entry on a day", "cercle/contributions/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "author = \"body:ville\"\n"
     "date = 2026-09-01\n"
     "topics = [\"archives\"]\n"
     "kind = \"agenda\"\n"
     "start = 2026-10-06\n"
     "end = 2026-10-05\n"
     "online_public = \"x\"\n"
     "+++\n",
     "8:7+10 ends-before-start: `end` is before `start` => put the later one in `end`\n"
     "9:17+3 bad-address: `online_public` is not an address beginning with `https://` => write: / online_public = \"https://reseau.example/\"\n"},
    {"a sheet with nothing", "cercle/sheets/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "+++\n",
     "1:1+3 missing-key: a sheet needs `owner` => add: / owner = \"…\"\n"
     "1:1+3 missing-key: a sheet needs `reviewed` => add: / reviewed = 2026-10-06\n"
     "1:1+3 missing-key: a sheet needs `topics` => add: / topics = [\"…\"]\n"},
    {"a sheet", "cercle/sheets/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "topics = [\"archives\"]\n"
     "reviewed = 2026-01-01\n"
     "owner = \"coordination\"\n"
     "review_months = 0\n"
     "+++\n",
     "6:17+1 bad-value: `review_months` is at least 1 => write: / review_months = 1\n"},
    {"news with nothing", "cercle/news/essai.md",
     "+++\n"
     "+++\n",
     "1:1+3 missing-key: a piece of news needs `date` => add: / date = 2026-10-06\n"
     "1:1+3 missing-key: a piece of news needs `title` => add: / title = \"…\"\n"},
    {"a page", "cercle/pages/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "kind = \"fax\"\n"
     "order = \"1\"\n"
     "menu = 1\n"
     "of = \"workshop:tri\"\n"
     "+++\n",
     "3:8+5 bad-value: `kind` cannot be \"fax\" => write: / kind = \"faq\"\n"
     "4:9+3 wrong-type: `order` is an integer, not a text => without quotes: / order = 1\n"
     "5:8+1 wrong-type: `menu` is a boolean, not an integer => write: / menu = true\n"
     "6:6+14 bad-value: `of` wants a space or a group, not a workshop => write: / of = \"space:…\"\n"},
    {"a page of the portal", "pages/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "of = \"group:archives\"\n"
     "visibility = \"network\"\n"
     "+++\n",
     "3:1+2 unknown-key: a page has no key `of` => take it out\n"
     "4:14+9 bad-value: `visibility` cannot be \"network\" => write: / visibility = \"public\"\n"},
    {"a directory", "cercle/directory.toml",
     "[[software]]\n"
     "editor = \"E\"\n"
     "bodies = [\"body:vile\"]\n"
     "[[software]]\n"
     "name = \"Classeur\"\n"
     "[[experts]]\n"
     "software = [\"Claseur\"]\n"
     "role = \"body:ville\"\n",
     "1:1+12 missing-key: a software needs `name` => add: / name = \"…\"\n"
     "3:11+11 unknown-reference: there is no body `vile` in `cercle` => did you mean: / \"body:ville\"\n"
     "6:1+11 missing-key: an expert needs `function` => add: / function = \"…\"\n"
     "7:13+9 unknown-reference: there is no software `Claseur` => did you mean: / \"Classeur\"\n"
     "8:8+12 bad-value: `role` wants a role, not a body => write: / role = \"role:…\"\n"},
    {"a charter with nothing", "cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "+++\n",
     "1:1+3 missing-key: a charter needs `charter` => add: / charter = \"…\"\n"
     "1:1+3 missing-key: a charter needs `in_force` => add: / in_force = 2026-10-06\n"
     "1:1+3 missing-key: a charter needs `version` => add: / version = 1\n"},
    {"the same version twice", "!cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "charter = \"cercle\"\n"
     "version = 2\n"
     "in_force = 2026-02-01\n"
     "+++\n"
     "## 1. X\n",
     "4:11+1 duplicate-id: the charter `cercle` has two files of version 2 => number the newer one: / version = 3\n"
     "  the other is `content/cercle/charters/cercle-v2.md` (content/cercle/charters/cercle-v2.md:4:11)\n"},
    {"changes and signatories", "cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "charter = \"essai\"\n"
     "version = 1\n"
     "in_force = 2026-01-01\n"
     "changes = [{ article = \"1\", text = \"T\" }, { article = \"3\" }]\n"
     "signatories = [{ role = \"role:referent\" }, { role = \"maire\", when = \"W\" }]\n"
     "+++\n"
     "## 1. But\n",
     "6:43+17 missing-key: a change needs `text` => add: / text = \"…\"\n"
     "6:55+3 unknown-article: the charter has no article 3 => write one of those that it has\n"
     "7:53+7 unknown-reference: there is no role `maire` in `cercle` => correct the name, or make it first\n"},
    {"a rule with no name", "cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "charter = \"essai\"\n"
     "version = 1\n"
     "in_force = 2026-01-01\n"
     "[[rules]]\n"
     "article = \"1\"\n"
     "max = 3\n"
     "+++\n"
     "## 1. But\n",
     "6:1+9 missing-key: a rule needs `rule` => add: / rule = \"rhythm\"\n"},
    {"a rule with an unknown name", "cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "charter = \"essai\"\n"
     "version = 1\n"
     "in_force = 2026-01-01\n"
     "[[rules]]\n"
     "article = \"1\"\n"
     "rule = \"rythme\"\n"
     "max = 3\n"
     "+++\n"
     "## 1. But\n",
     "8:8+8 bad-value: `rule` cannot be \"rythme\" => write: / rule = \"rhythm\"\n"},
    {"a rhythm without a number", "cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "charter = \"essai\"\n"
     "version = 1\n"
     "in_force = 2026-01-01\n"
     "[[rules]]\n"
     "article = \"1\"\n"
     "rule = \"rhythm\"\n"
     "+++\n"
     "## 1. But\n",
     "6:1+9 missing-key: a rule needs `max_months` => add: / max_months = 3\n"},
    {"a rhythm of series", "cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "charter = \"essai\"\n"
     "version = 1\n"
     "in_force = 2026-01-01\n"
     "[[rules]]\n"
     "article = \"1\"\n"
     "rule = \"rhythm\"\n"
     "max_days = 70\n"
     "of = \"series\"\n"
     "+++\n"
     "## 1. But\n",
     "10:6+8 bad-value: `of` cannot be \"series\" => write: / of = \"groups\"\n"},
    {"seats", "cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "charter = \"essai\"\n"
     "version = 1\n"
     "in_force = 2026-01-01\n"
     "[[rules]]\n"
     "article = \"1\"\n"
     "rule = \"seats\"\n"
     "of = \"groups\"\n"
     "+++\n"
     "## 1. But\n",
     "6:1+9 missing-key: a rule needs `max` => add: / max = 1\n"
     "9:6+8 bad-value: `of` cannot be \"groups\" => write: / of = \"workshops\"\n"},
    {"sessions", "cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "charter = \"essai\"\n"
     "version = 1\n"
     "in_force = 2026-01-01\n"
     "[[rules]]\n"
     "article = \"1\"\n"
     "rule = \"sessions\"\n"
     "count = 5\n"
     "of = \"series\"\n"
     "+++\n"
     "## 1. But\n",
     "6:1+9 missing-key: a rule needs `max_months` => add: / max_months = 1\n"
     "10:1+2 unknown-key: a rule has no key `of` => take it out\n"},
    {"weekdays", "cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "charter = \"essai\"\n"
     "version = 1\n"
     "in_force = 2026-01-01\n"
     "[[rules]]\n"
     "article = \"1\"\n"
     "rule = \"weekdays\"\n"
     "days = [\"mardi\", \"tuesday\"]\n"
     "meeting_kinds = [\"seance\", \"rencontre\"]\n"
     "+++\n"
     "## 1. But\n",
     "9:9+7 bad-value: `days` cannot be \"mardi\" => write: / \"monday\"\n"
     "10:28+11 unknown-reference: there is no kind of meeting `rencontre` => write one of those that there are, or list it first\n"},
    {"a calendar ahead", "cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "charter = \"essai\"\n"
     "version = 1\n"
     "in_force = 2026-01-01\n"
     "[[rules]]\n"
     "article = \"1\"\n"
     "rule = \"calendar_ahead\"\n"
     "by = \"12/31\"\n"
     "meeting_kinds = [\"seance\"]\n"
     "+++\n"
     "## 1. But\n",
     "6:1+9 missing-key: a rule needs `meetings` => add: / meetings = 1\n"
     "9:6+7 bad-value: `by` is a day of the year: month, hyphen, day => write: / by = \"01-31\"\n"},
    {"a calendar ahead of a day that is not", "cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "charter = \"essai\"\n"
     "version = 1\n"
     "in_force = 2026-01-01\n"
     "[[rules]]\n"
     "article = \"1\"\n"
     "rule = \"calendar_ahead\"\n"
     "by = \"02-30\"\n"
     "meetings = 3\n"
     "meeting_kinds = [\"seance\"]\n"
     "+++\n"
     "## 1. But\n",
     "9:6+7 bad-value: `by` is a day of the year: month, hyphen, day => write: / by = \"01-31\"\n"},
    {"no clash", "cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "charter = \"essai\"\n"
     "version = 1\n"
     "in_force = 2026-01-01\n"
     "[[rules]]\n"
     "article = \"1\"\n"
     "rule = \"no_clash\"\n"
     "+++\n"
     "## 1. But\n",
     "6:1+9 missing-key: a rule needs `meeting_kinds` => add: / meeting_kinds = [\"…\"]\n"},
    {"notice", "cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "charter = \"essai\"\n"
     "version = 1\n"
     "in_force = 2026-01-01\n"
     "[[rules]]\n"
     "article = \"1\"\n"
     "rule = \"notice\"\n"
     "days = \"21\"\n"
     "meeting_kinds = []\n"
     "+++\n"
     "## 1. But\n",
     "9:8+4 wrong-type: `days` is an integer, not a text => without quotes: / days = 21\n"},
    {"holders", "cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "charter = \"essai\"\n"
     "version = 1\n"
     "in_force = 2026-01-01\n"
     "[[rules]]\n"
     "article = \"1\"\n"
     "rule = \"holders\"\n"
     "role = \"referent\"\n"
     "min = 3\n"
     "max = 2\n"
     "+++\n"
     "## 1. But\n",
     "11:7+1 bad-value: `max` is below `min` => write: / min = 2 / max = 3\n"},
    {"a season", "cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "charter = \"essai\"\n"
     "version = 1\n"
     "in_force = 2026-01-01\n"
     "[[rules]]\n"
     "article = \"1\"\n"
     "rule = \"season\"\n"
     "from = \"02-01\"\n"
     "of = \"workshops\"\n"
     "+++\n"
     "## 1. But\n",
     "6:1+9 missing-key: a rule needs `to` => add: / to = \"01-31\"\n"
     "10:6+11 bad-value: `of` cannot be \"workshops\" => write: / of = \"groups\"\n"},
    {"yearly", "cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "charter = \"essai\"\n"
     "version = 1\n"
     "in_force = 2026-01-01\n"
     "[[rules]]\n"
     "article = \"1\"\n"
     "rule = \"yearly\"\n"
     "min = 0\n"
     "meeting_kinds = [\"seance\"]\n"
     "+++\n"
     "## 1. But\n",
     "9:7+1 bad-value: `min` is at least 1 => write: / min = 1\n"},
    {"review", "cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "charter = \"essai\"\n"
     "version = 1\n"
     "in_force = 2026-01-01\n"
     "[[rules]]\n"
     "article = \"1\"\n"
     "rule = \"review\"\n"
     "+++\n"
     "## 1. But\n",
     "6:1+9 missing-key: a rule needs `max_months` => add: / max_months = 1\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const bool notes = row.path.starts_with("!");
    CHECK(with(row.path.substr(notes ? 1 : 0), row.bytes, notes) == row.said);
  }
}
