// Expressions: literals, names, operators and how strongly they bind.
#include "template/table.h"

using namespace cenacle::tmpl::test;

TEST_CASE("literals") {
  check_values({
      {"\"a'b\"", "a&#39;b"},
      {"'a\"b'", "a&quot;b"},
      {R"('a\'b\\c\n\t\"')", "a&#39;b\\c\n\t&quot;"},
      {"\"}} %} #}\"", "}} %} #}"},
      {"0", "0"},
      {"9223372036854775807", "9223372036854775807"},
      {"-9223372036854775807", "-9223372036854775807"},
      {"['a', 'b'] | join('+')", "a+b"},
      {"['a', 'b',] | join('+')", "a+b"},
      {"[] | length", "0"},
      {"[[1], []] | length", "2"},
      {"['é'] | first | default('x')", "é"},
  });
}

TEST_CASE("names, fields and elements") {
  check_values({
      {"text", "simple"},
      {"site.title", "Le réseau"},
      {"meeting.seats", "1234"},
      {"meetings[1].title | default('x')",
       "page.html:1:4+11: `meetings[1]` may be missing [template-optional] | ask "
       "first: `{% if meetings[1] %}`, or say what else is meant: "
       "`meetings[1] | default(…)`"},
      {"meeting.tags[0] | default('none')", "zéro"},
      {"meeting.tags[4] | default('none')", "none"},
      {"meeting.tags[0 - 1] | default('none')", "none"},
      {"lines[1] | default('none')", "none"},
      {"lines[2] | default('none')", "three"},
      {"(meeting.votes[0] | default([]))[1] | default(9)", "1"},
      {"t.home", "Accueil"},
      {"t.nav.next", "Suivant &gt;"},
  });
}

TEST_CASE("arithmetic") {
  check_values({
      {"1 + 2 * 3", "7"},
      {"(1 + 2) * 3", "9"},
      {"10 - 4 - 3", "3"},
      {"7 // 2", "3"},
      {"-7 // 2", "-4"},
      {"7 // -2", "-4"},
      {"-7 // -2", "3"},
      {"7 % 3", "1"},
      {"-7 % 3", "2"},
      {"7 % -3", "-2"},
      {"-6 % 3", "0"},
      {"- - 3", "3"},
      {"2 - -3", "5"},
      {"meeting.seats % 100", "34"},
      {"-meeting.tags | length", "-4"},
  });
}

TEST_CASE("an arithmetic error stops the rendering") {
  check_values({
      {"1 // 0",
       "stopped: page.html:1:4+6: a division by zero [template-runtime] | ask first whether the divisor is zero"},
      {"1 % (2 - 2)",
       "stopped: page.html:1:4+10: a division by zero [template-runtime] | ask first whether the divisor is zero"},
      {"9223372036854775807 + 1",
       "stopped: page.html:1:4+23: the result is too large for an integer [template-runtime] | integers go to "
       "9223372036854775807"},
      {"-9223372036854775807 - 2",
       "stopped: page.html:1:4+24: the result is too large for an integer [template-runtime] | integers go to "
       "9223372036854775807"},
      {"4611686018427387904 * 2",
       "stopped: page.html:1:4+23: the result is too large for an integer [template-runtime] | integers go to "
       "9223372036854775807"},
      {"(0 - 9223372036854775807 - 1) // -1",
       "stopped: page.html:1:5+34: the result is too large for an integer [template-runtime] | integers go to "
       "9223372036854775807"},
      {"-(0 - 9223372036854775807 - 1)",
       "stopped: page.html:1:4+29: the result is too large for an integer [template-runtime] | integers go to "
       "9223372036854775807"},
      {"(0 - 9223372036854775807 - 1) % -1", "0"},
  });
}

TEST_CASE("texts are put together") {
  check_values({
      {"'a' ~ 'b' ~ 1", "ab1"},
      {"1 ~ 2", "12"},
      {"'<' ~ text", "&lt;simple"},
      {"'' ~ ''", ""},
      {"'a' ~ 1 + 2", "a3"},
      {"'<' ~ meeting.summary | raw",
       "page.html:1:10+15: `meeting.summary` is html, `raw` is for text [template-type]"},
      {"'<' ~ meeting.summary", "&lt;<p>Un <b>mot</b>&nbsp;&amp; deux.</p><p>Fin</p>"},
      {"'<' ~ ('<' | raw)", "&lt;<"},
      {"('<' | raw) ~ '<'", "<&lt;"},
  });
}

TEST_CASE("conditions") {
  check_conditions({
      {"true", "yes"},
      {"false", "no"},
      {"none", "no"},
      {"0", "no"},
      {"-1", "yes"},
      {"''", "no"},
      {"' '", "yes"},
      {"[]", "no"},
      {"[0]", "yes"},
      {"none_yet", "no"},
      {"meeting", "yes"},
      {"meeting.day", "yes"},
      {"meeting.start", "yes"},
      {"meeting.next", "yes"},
      {"meeting.next and meeting.next.next", "no"},
      {"meeting.summary", "yes"},
      {"meeting.aside", "no"},
      {"meeting.body", "yes"},
      {"not meeting.open", "no"},
      {"not not meeting.open", "yes"},
      {"true or false and false", "yes"},
      {"(true or false) and false", "no"},
      {"not true or true", "yes"},
      {"not (true or true)", "no"},
      {"not 1 == 2", "yes"},
      {"false or text", "yes"},
      {"true and none_yet", "no"},
  });
}

TEST_CASE("what is not asked is not calculated") {
  check_conditions({
      {"false and 1 // 0", "no"},
      {"true or 1 // 0", "yes"},
      {"(1 if true else 1 // 0) == 1", "yes"},
  });
}

TEST_CASE("comparisons") {
  check_conditions({
      {"1 == 1", "yes"},
      {"1 != 1", "no"},
      {"'a' == \"a\"", "yes"},
      {"true == meeting.open", "yes"},
      {"meeting.day == meeting.day", "yes"},
      {"meeting.start == meeting.start", "yes"},
      {"meeting == meetings[0]", "yes"},
      {"meetings[1] == meeting.next", "yes"},
      {"meetings[1] != meetings[0]", "yes"},
      {"meeting.note == 'x'", "no"},
      {"meeting.note != 'x'", "yes"},
      {"meeting.note == none", "no"},
      {"none != meeting.note", "yes"},
      {"lines[1] == none", "yes"},
      {"lines[1] == lines[9]", "yes"},
      {"none == none", "yes"},
      {"1 < 2", "yes"},
      {"2 <= 2", "yes"},
      {"2 > 2", "no"},
      {"3 >= 2", "yes"},
      {"'b' < 'a'", "no"},
      {"'Éa' < 'f'", "yes"},
      {"'éb' > 'Eb'", "yes"},
      {"false < true", "yes"},
      {"meeting.next and meeting.day < meeting.next.day", "yes"},
      {"meeting.next and meeting.start > meeting.next.start", "no"},
      {"1 + 1 == 2", "yes"},
      {"'a' ~ 'b' == 'ab'", "yes"},
  });
}

TEST_CASE("in") {
  check_conditions({
      {"'eau' in meeting.tags", "yes"},
      {"'feu' in meeting.tags", "no"},
      {"'feu' not in meeting.tags", "yes"},
      {"'eau' not in meeting.tags", "no"},
      {"'imp' in text", "yes"},
      {"'' in text", "yes"},
      {"text in 'imp'", "no"},
      {"2 in [1, 2]", "yes"},
      {"2 in []", "no"},
      {"meeting in meetings", "yes"},
      {"'three' in lines", "yes"},
      {"'two' in lines", "no"},
      {"meeting.day in [meeting.day]", "yes"},
      {"not 'a' in 'b'", "yes"},
  });
}

TEST_CASE("one or the other") {
  check_values({
      {"'a' if meeting.open else 'b'", "a"},
      {"'a' if 1 > 2 else 'b' if 2 > 3 else 'c'", "c"},
      {"('a' if true else 'b') ~ 'c'", "ac"},
      {"'a' if false else 'b' ~ 'c'", "bc"},
      {"meeting.note if meeting.note else '-'", "Apportez &lt;vos&gt; idées"},
      {"('x' if false else none) | default('d')", "d"},
      {"meeting.summary if false else '<'", "&lt;"},
      {"([] if false else [1]) | length", "1"},
  });
}

TEST_CASE("tests") {
  check_conditions({
      {"meeting.note is defined", "yes"},
      {"meeting.note is not defined", "no"},
      {"meeting.aside is defined", "no"},
      {"meeting.note is empty", "no"},
      {"meeting.aside is empty", "yes"},
      {"text is empty", "no"},
      {"'' is empty", "yes"},
      {"none_yet is not empty", "no"},
      {"0 is empty", "yes"},
      {"not text is empty", "yes"},
      {"text | trim is empty", "no"},
      {"none is defined", "no"},
  });
}
