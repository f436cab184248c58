// Mistakes of type and of name, each with its exact place.
#include "template/table.h"

using namespace cenacle::tmpl::test;

TEST_CASE("names") {
  check_values({
      {"meting", "page.html:1:4+6: there is no name `meting` [template-name] | did you mean `meeting`?"},
      {"meeting.titel",
       "page.html:1:12+5: `meeting` (meeting) has no field `titel` [template-name] | did you mean `title`?"},
      {"site.zzz",
       "page.html:1:9+3: `site` (site) has no field `zzz` [template-name] | its fields are `title` or `url`"},
      {"loop.index", "page.html:1:4+4: `loop` is known inside of a `for` only [template-name]"},
      {"t", "page.html:1:4+1: `t` stands before the key of a word [template-word] | name the word: `t.key`"},
      {"t.hone", "page.html:1:4+6: there is no word `hone` [template-word] | did you mean `home`?"},
      {"t.nav.zzzzzz",
       "page.html:1:4+12: there is no word `nav.zzzzzz` [template-word] | add it to the theme's words: `nav.zzzzzz = "
       "\"…\"`"},
      {"upper(text)", "page.html:1:4+5: there is no macro `upper` [template-name] | it is a filter: `value | upper`"},
      {"nope(text)",
       "page.html:1:4+4: there is no macro `nope` [template-name] | define it, or `{% import %}` the file that does"},
  });
  check({
      {"{% for x in [1] %}{{ loop.indx }}{% endfor %}",
       "page.html:1:27+4: `loop` (loop) has no field `indx` [template-name] | did you mean `index`?"},
      {"{% for x in [1] %}{% endfor %}{{ x }}",
       "page.html:1:34+1: there is no name `x` [template-name] | the names here are `site`, `meeting`, `meetings`, "
       "`none_yet`, "
       "`lines`, `text` or `dangerous`"},
      {"{% if true %}{% set y = 1 %}{% endif %}{{ y }}",
       "page.html:1:43+1: there is no name `y` [template-name] | the names here are `site`, `meeting`, `meetings`, "
       "`none_yet`, "
       "`lines`, `text` or `dangerous`"},
  });
}

TEST_CASE("fields of what has none") {
  check_values({
      {"text.length",
       "page.html:1:9+6: `text` is a text, which has no fields [template-type] | it is a filter: `… | length`"},
      {"meetings.title",
       "page.html:1:13+5: `meetings` is a list of meeting, which has no fields [template-type] | take its "
       "elements in a `for`, or `| first`"},
      {"meeting.day.year", "page.html:1:16+4: `meeting.day` is a date, which has no fields [template-type]"},
      {"1.year", "page.html:1:6+4: `1` is an integer, which has no fields [template-type]"},
      {"text[0]", "page.html:1:4+4: `text` is a text, only a list has elements by number [template-type]"},
      {"meeting['title']",
       "page.html:1:4+7: `meeting` is a meeting, only a list has elements by number [template-type] | a "
       "field is read with a dot: `x.title`"},
      {"meetings['a']", "page.html:1:13+3: elements are counted by integers, this is a text [template-type]"},
      {"meetings[-1]", "page.html:1:13+2: elements are counted from 0 [template-type] | the last one is `| last`"},
  });
}

TEST_CASE("operators") {
  check_values({
      {"1 + 'a'",
       "page.html:1:8+3: `'a'` is a text, only integers are calculated with [template-type] | to put texts together, "
       "write `~`"},
      {"meeting.day - 1",
       "page.html:1:4+11: `meeting.day` is a date, only integers are calculated with [template-type]"},
      {"-text", "page.html:1:5+4: `text` is a text, only integers are calculated with [template-type]"},
      {"'a' ~ meeting.day",
       "page.html:1:10+11: `meeting.day` is a date, only texts and integers are put together "
       "[template-type] | say how it is written: `… | date`"},
      {"'a' ~ true", "page.html:1:10+4: `true` is a boolean, only texts and integers are put together [template-type]"},
      {"'a' ~ meeting.body",
       "page.html:1:10+12: `meeting.body` is html, only texts and integers are put together "
       "[template-type]"},
      {"1 if 1 == 'a' else 2",
       "page.html:1:9+8: an integer never equals a text [template-type] | compare values of one type"},
      {"1 if meeting == site else 2",
       "page.html:1:9+15: a meeting never equals a site [template-type] | compare values of one "
       "type"},
      {"1 if meetings == meetings else 2", "page.html:1:9+20: a list of meeting is not compared [template-type]"},
      {"1 if 1 < 'a' else 2",
       "page.html:1:9+7: an integer is not compared with a text [template-type] | compare values of one "
       "type"},
      {"1 if meetings < meetings else 2",
       "page.html:1:9+19: a list of meeting has no order [template-type] | compare its `| "
       "length`"},
      {"1 if meeting > meeting else 2", "page.html:1:9+17: a meeting has no order [template-type]"},
      {"1 if 1 in ['a'] else 2",
       "page.html:1:9+10: an integer never equals a text [template-type] | compare values of one type"},
      {"1 if 'a' in 1 else 2",
       "page.html:1:9+8: a text is not in an integer [template-type] | `in` asks for an element in a "
       "list, or a text in a text"},
      {"1 if true else 'a'",
       "page.html:1:19+3: both values are of one type: this is a text, the first is an integer "
       "[template-type]"},
  });
}

TEST_CASE("what is not written as it is") {
  check_values({
      {"meeting.open",
       "page.html:1:4+12: `meeting.open` is a boolean, which is not written as it is [template-type] | say what "
       "is to be read: `\"…\" if x else \"…\"`"},
      {"meeting.day",
       "page.html:1:4+11: `meeting.day` is a date, which is not written as it is [template-type] | say how: `| "
       "date`, `| date(\"short\")`"},
      {"meeting.start",
       "page.html:1:4+13: `meeting.start` is a time, which is not written as it is [template-type] | say how: "
       "`| date` for the day, `| time` for the hour"},
      {"meeting.tags",
       "page.html:1:4+12: `meeting.tags` is a list of text, which is not written as it is [template-type] | put "
       "it together: `| join(\", \")`"},
      {"meetings",
       "page.html:1:4+8: `meetings` is a list of meeting, which is not written as it is [template-type] | write its "
       "elements in a `for`"},
      {"meeting",
       "page.html:1:4+7: `meeting` is a meeting, which is not written as it is [template-type] | write one of its "
       "fields: `x.title`"},
  });
  check({
      {"{% for x in [1] %}{{ loop }}{% endfor %}",
       "page.html:1:22+4: `loop` is a loop, which is not written as it is [template-type] | write one of its fields: "
       "`loop.index`"},
      {"{% for x in text %}{{ x.y }}{% endfor %}", "page.html:1:13+4: `text` is a text, not a list [template-type]"},
  });
  check_values({{"meeting.summary",
                 "page.txt:1:4+15: `meeting.summary` is html, which is not written as it is [template-type] | "
                 "to have its words: `| strip`"},
                {"meeting.body",
                 "page.txt:1:4+12: `meeting.body` is html, which is not written as it is [template-type] | this "
                 "markup is for `.html` files"}},
               "page.txt");
}

TEST_CASE("a mistake is told once, not again by what is made of it") {
  check({
      {"{% set x = nope %}{{ x.y + 1 }}{{ x | upper }}{% for z in x %}{{ z.a }}{% endfor %}",
       "page.html:1:12+4: there is no name `nope` [template-name] | the names here are `site`, `meeting`, `meetings`, "
       "`none_yet`, `lines`, `text` or `dangerous`"},
      {"{{ (nope | upper).x }}{% if nope == 1 %}{% endif %}",
       "page.html:1:5+4: there is no name `nope` [template-name] | the names here are `site`, `meeting`, `meetings`, "
       "`none_yet`, `lines`, `text` or `dangerous`\n"
       "page.html:1:19+1: `nope | upper` is a text, which has no fields [template-type]\n"
       "page.html:1:29+4: there is no name `nope` [template-name] | the names here are `site`, `meeting`, `meetings`, "
       "`none_yet`, `lines`, `text` or `dangerous`"},
  });
}

TEST_CASE("types that are known by what is written") {
  check({
      {"{% set l = [] %}{% for x in l %}{{ x.anything }}{% endfor %}.", "."},
      {"{% set n = none %}{% if n %}{{ n.anything }}{% else %}-{% endif %}", "-"},
      {"{% set l = [[1], [2, 3]] %}{% for x in l %}{{ x | length }}{% endfor %}", "12"},
  });
}
