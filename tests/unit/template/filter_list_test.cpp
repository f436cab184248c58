// Filters on lists.
#include "template/table.h"

using namespace cenacle::tmpl::test;

TEST_CASE("join") {
  check_values({
      {"meeting.tags | join(', ')", "zéro, Écologie, eau, action"},
      {"meeting.tags | join(', ', ' et ')", "zéro, Écologie, eau et action"},
      {"['a'] | join(', ', ' et ')", "a"},
      {"['a', 'b'] | join(', ', ' et ')", "a et b"},
      {"[] | join(', ')", ""},
      {"['<'] | join('>')", "&lt;"},
      {"[1] | join(',')",
       "page.html:1:4+3: `[1]` is a list of integer; `join` is for a list of text [template-type] | "
       "write its elements in a `for`"},
      {"meetings | join(',')",
       "page.html:1:4+8: `meetings` is a list of meeting; `join` is for a list of text "
       "[template-type] | name a field of its elements: `list | map(\"title\") | join(…)`"},
      {"lines | join(',')",
       "page.html:1:4+5: `lines` is a list of optional text; `join` is for a list of text "
       "[template-type] | write its elements in a `for`"},
  });
}

TEST_CASE("parts of a list") {
  check_values({
      {"meeting.tags | first | default('-')", "zéro"},
      {"meeting.tags | last | default('-')", "action"},
      {"[] | first | default('-')", "-"},
      {"none_yet | last is defined",
       "page.html:1:4+26: `none_yet | last is defined` is a boolean, which is not written as it "
       "is [template-type] | say what is to be read: `\"…\" if x else \"…\"`"},
      {"meeting.tags | length", "4"},
      {"none_yet | length", "0"},
      {"meeting.tags | reverse | join(' ')", "action eau Écologie zéro"},
      {"meeting.tags | slice(1, 2) | join(' ')", "Écologie eau"},
      {"meeting.tags | slice(3, 9) | join(' ')", "action"},
      {"meeting.tags | slice(9, 9) | length", "0"},
      {"meeting.tags | slice(-2, 2) | join(' ')", "zéro Écologie"},
      {"meeting.tags | slice(0, -1) | length", "0"},
      {"meeting.tags | slice(2, 9223372036854775807) | join(' ')", "eau action"},
      {"lines | first | default('-')", "one"},
      {"(lines | slice(1, 1) | first) | default('-')", "-"},
  });
}

TEST_CASE("sort") {
  check_values({
      {"meeting.tags | sort | join(' ')", "action eau Écologie zéro"},
      {"[3, -1, 2] | sort | json", "[-1,2,3]"},
      {"[true, false] | sort | json", "[false,true]"},
      {"[meeting.day, meeting.day] | sort | length", "2"},
      {"lines | sort | json", "[\"one\",\"three\",null]"},
      {"meeting.people | sort('name') | map('name') | join(' < ')", "Ada Lovelace &lt; Élise Reclus &lt; Jean Zay"},
      {"meeting.people | sort('age') | map('age') | json", "[36,39,74]"},
      {"meeting.people | sort('since') | map('name') | join(', ')", "Élise Reclus, Ada Lovelace, Jean Zay"},
      {"meeting.people | sort('chair') | map('age') | json", "[39,74,36]"},
      {"meetings | sort('start') | reverse | map('title') | first | default('')", "L&#39;après"},
      {"meetings | sort('organiser.name') | map('title') | first | default('')", "Conseil &amp; bureau"},
      {"meetings | sort",
       "page.html:1:4+8: a meeting has no order [template-type] | name a field of it: `| sort(\"title\")`"},
      {"meetings | sort('people')", "page.html:1:20+8: a list of person has no order [template-type]"},
      {"meetings | sort('titel')",
       "page.html:1:20+7: `meetings` (meeting) has no field `titel` [template-name] | did you "
       "mean `title`?"},
      {"meeting.tags | sort('x')",
       "page.html:1:24+3: `meeting.tags` is a list of text: there is no field `x` of a text "
       "[template-type] | only records have fields"},
  });
}

TEST_CASE("where and reject") {
  check_values({
      {"meeting.people | where('chair') | map('name') | join(', ')", "Ada Lovelace"},
      {"meeting.people | reject('chair') | map('name') | join(', ')", "Jean Zay, Élise Reclus"},
      {"meeting.people | where('email') | length", "2"},
      {"meeting.people | reject('email') | map('name') | join('')", "Jean Zay"},
      {"meeting.people | where('age', 39) | map('name') | join('')", "Jean Zay"},
      {"meeting.people | reject('age', 36 + 3) | length", "2"},
      {"meeting.people | where('email', 'ada@example.org') | map('name') | join('')", "Ada Lovelace"},
      {"meeting.people | where('email', none) | map('name') | join('')", "Jean Zay"},
      {"meetings | where('organiser.name', 'Ada Lovelace') | length", "1"},
      {"meetings | where('next', meeting.next) | length", "1"},
      {"meeting.people | where('age', '39')",
       "page.html:1:34+4: an integer never equals a text [template-type] | compare "
       "values of one type"},
      {"meetings | where('people', 1)",
       "page.html:1:31+1: a list of person never equals an integer [template-type] | "
       "compare values of one type"},
      {"meetings | where('people', meeting.people)",
       "page.html:1:31+14: a list of person is not compared [template-type]"},
      {"meetings | where(title)",
       "page.html:1:21+5: there is no name `title` [template-name] | the names here are `site`, `meeting`, `meetings`, "
       "`none_yet`, `lines`, `text` or `dangerous`"},
      {"meetings | where(text)",
       "page.html:1:21+4: a text between quotes is expected [template-argument] | `where` takes "
       "1 to 2 arguments (field, value)"},
  });
}

TEST_CASE("map") {
  check_values({
      {"meetings | map('title') | join(', ')", "Conseil &amp; bureau, L&#39;après"},
      {"meeting.people | map('email') | join(', ')", "ada@example.org, elise@example.org"},
      {"meetings | map('organiser') | map('name') | join(', ')", "Ada Lovelace"},
      {"meetings | map('organiser.name') | join(', ')", "Ada Lovelace"},
      {"meetings | map('site')",
       "page.html:1:19+6: `meetings` (meeting) has no field `site` [template-name] | its fields "
       "are `title`, `start`, `day`, `seats`, `open`, `organiser`, `next`, `people`, `tags`, "
       "`votes`, `note`, `summary` or 2 more"},
  });
}

TEST_CASE("group") {
  check({
      {"{% for g in meeting.people | group('chair') %}{{ 'yes' if g.key else 'no' }}: {{ g.items | map('name') | "
       "join(', ') "
       "}}; {% endfor %}",
       "yes: Ada Lovelace; no: Jean Zay, Élise Reclus; "},
      {"{% for g in meeting.people | group('email') %}{{ g.key | default('-') }} {% endfor %}",
       "ada@example.org - elise@example.org "},
      {"{% for g in meetings | group('organiser') %}{% if g.key %}{{ g.key.name }}{% else %}-{% endif %} {% endfor %}",
       "Ada Lovelace - "},
      {"{% for g in meetings | group('day') %}{{ g.key | date('iso') }} {{ g.items | length }} {% endfor %}",
       "2026-10-06 1 2026-11-03 1 "},
      {"{% for g in meetings | group('start') %}{{ g.key | time }}{% for m in g.items %} {{ m.seats }} {% endfor %}{% "
       "endfor %}",
       "9\u00A0h\u00A030 1234 14\u00A0h 12 "},
      {"{{ meetings | group('seats') | sort('key') | map('key') | json }}", "[12,1234]"},
      {"{{ meetings | group('seats') | where('key', 12) | length }}", "1"},
      {"{{ none_yet | group('open') | length }}", "0"},
      {"{{ meetings | group('tags') }}",
       "page.html:1:21+6: things are not grouped by a list of text [template-type] | name a field that has one value"},
      {"{{ meetings | group('open') }}",
       "page.html:1:4+24: `meetings | group('open')` is a list of group of meeting, which is not written as it is "
       "[template-type] | write its elements in a `for`"},
      {"{% for g in meetings | group('open') %}{{ g.keys }}{{ g }}{% endfor %}",
       "page.html:1:45+4: `g` (group of meeting) has no field `keys` [template-name] | did you mean `key`?\n"
       "page.html:1:55+1: `g` is a group of meeting, which is not written as it is [template-type] | write its `key`, "
       "and its "
       "`items` in a `for`"},
      {"{% for g in meetings | group('open') %}{% for m in g %}{% endfor %}{% endfor %}",
       "page.html:1:52+1: `g` is a group of meeting, not a list [template-type] | loop over its `items`"},
  });
}

TEST_CASE("lists are of one type") {
  check_values({
      {"[1, 'a']",
       "page.html:1:8+3: the elements of a list are of one type: this is a text, not an integer "
       "[template-type]"},
      {"[none, 'a', none] | length", "3"},
      {"[meeting.summary]", "page.html:1:5+15: html is not put in a list [template-type] | put the texts in it"},
      {"[meeting, meetings[1]] | where('open') | length", "1"},
  });
}
