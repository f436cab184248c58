// if, for and set.
#include "template/table.h"

using namespace cenacle::tmpl::test;

TEST_CASE("if") {
  check({
      {"{% if true %}a{% endif %}.", "a."},
      {"{% if false %}a{% endif %}.", "."},
      {"{% if false %}a{% else %}b{% endif %}.", "b."},
      {"{% if false %}a{% elif true %}b{% else %}c{% endif %}.", "b."},
      {"{% if false %}a{% elif false %}b{% elif true %}c{% elif true %}d{% else %}e{% endif %}.", "c."},
      {"{% if false %}a{% elif false %}b{% else %}c{% endif %}.", "c."},
      {"{% if true %}{% if false %}a{% else %}b{% endif %}{% else %}c{% endif %}.", "b."},
      {"{% if true %}{% endif %}{% if false %}{% else %}{% endif %}.", "."},
  });
}

TEST_CASE("for") {
  check({
      {"{% for x in meeting.tags %}{{ x }} {% endfor %}", "zéro Écologie eau action "},
      {"{% for x in none_yet %}a{% endfor %}.", "."},
      {"{% for x in none_yet %}a{% else %}b{% endfor %}.", "b."},
      {"{% for x in [1] %}a{% else %}b{% endfor %}.", "a."},
      {"{% for x in [] %}a{% else %}b{% endfor %}.", "b."},
      {"{% for x in [1, 2] %}{% for y in [3, 4] %}{{ x * y }} {% endfor %}{% endfor %}", "3 4 6 8 "},
      {"{% for p in meeting.people %}{{ p.name }}{% if not loop.last %}, {% endif %}{% endfor %}",
       "Ada Lovelace, Jean Zay, Élise Reclus"},
      {"{% for m in meetings %}{{ m.title }};{% endfor %}", "Conseil &amp; bureau;L&#39;après;"},
      {"{% for v in meeting.votes %}[{% for n in v %}{{ n }}{% else %}-{% endfor %}]{% endfor %}", "[31][-]"},
      {"{% for x in meeting.tags | sort | slice(0, 2) %}{{ x }}{% endfor %}", "actioneau"},
  });
}

TEST_CASE("loop") {
  check({
      {"{% for x in ['a', 'b', 'c'] %}{{ loop.index }}{{ loop.index0 }}{{ loop.length }}{{ '<' if loop.first else '' "
       "}}{{ '>' if "
       "loop.last else '' }} {% endfor %}",
       "103&lt; 213 323&gt; "},
      {"{% for x in ['a', 'b', 'c'] %}{{ loop.previous | default('-') }}{{ x }}{{ loop.next | default('-') }} {% "
       "endfor %}",
       "-ab abc bc- "},
      {"{% for x in [1] %}{% if loop.previous %}a{% endif %}{% if loop.next %}b{% endif %}{% endfor %}.", "."},
      {"{% for x in [1, 2] %}{% set outer = loop %}{% for y in [1, 2] %}{{ outer.index }}{{ loop.index }} {% endfor "
       "%}{{ "
       "loop.index }};{% endfor %}",
       "11 12 1;21 22 2;"},
      {"{% for m in meetings %}{% if loop.next and loop.next.day > m.day %}later {% endif %}{% endfor %}", "later "},
  });
}

TEST_CASE("set") {
  check({
      {"{% set x = 1 %}{{ x }}{% set y = x + 1 %}{{ y }}", "12"},
      {"{% set x = 1 %}{% if true %}{% set x = x + 1 %}{{ x }}{% endif %}{{ x }}", "21"},
      {"{% for n in [1, 2] %}{% set x = n * 2 %}{{ x }}{% endfor %}", "24"},
      {"{% set x = 1 %}{% for n in [1, 2] %}{% set x = x + n %}{{ x }}{% endfor %}{{ x }}", "231"},
      {"{% set text = text ~ '!' %}{{ text }}", "simple!"},
      {"{% set people = meeting.people | sort('age') | reverse %}{% for p in people %}{{ p.age }} {% endfor %}{{ "
       "people | length }}",
       "74 39 36 3"},
      {"{% for x in [1, 2, 3] %}{% set s = 'n' ~ x %}{% if loop.first %}{% set s = s ~ 'f' %}{{ s }}{% else %}{{ s "
       "}}{% endif %}{% "
       "endfor %}",
       "n1fn2n3"},
      {"{% set x = meeting.body %}{{ x }}", "[hole 7]"},
      {"{% if false %}{% set x = 1 %}{% else %}{% set x = 2 %}{{ x }}{% endif %}", "2"},
  });
}

TEST_CASE("temporaries live as long as they are looked at") {
  CHECK(render("{% set keep = 'a' ~ 1 %}{% for x in [1, 2, 3] %}{% set s = 'text ' ~ x ~ ' of a turn' %}{% for y in "
               "meeting.people | sort('name') %}{{ s | upper | length }}{% endfor %}{{ s }};{% endfor %}{{ keep }}") ==
        "161616text 1 of a turn;161616text 2 of a turn;161616text 3 of a turn;a1");
  CHECK(render("{% macro m(l) %}{% set r = l | reverse %}{% for x in r %}{{ x ~ '-' }}{% endfor %}{% endmacro %}{% set "
               "out = "
               "m(['a' ~ 1, 'b' ~ 2]) ~ m(['c' ~ 3]) %}{% for x in [1, 2] %}{{ out }}{% endfor %}") ==
        "b2-a1-c3-b2-a1-c3-");
}
