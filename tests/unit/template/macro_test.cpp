// Macros: compiled for the types of each call, seeing their arguments, `t` and `site`.
#include "template/table.h"

using namespace cenacle::tmpl::test;

TEST_CASE("calls") {
  check({
      {"{% macro m() %}x{% endmacro %}{{ m() }}{{ m() }}", "xx"},
      {"{{ m(1) }}{% macro m(a) %}<{{ a }}>{% endmacro %}", "<1>"},
      {"{% macro m(a, b = 'x', c = b ~ 'y') %}{{ a }}{{ b }}{{ c }} {% endmacro %}{{ m(1) }}{{ m(1, 2) }}{{ m(1, 2, "
       "'<') }}",
       "1xxy 122y 12&lt; "},
      {"{% macro m(a) %}{{ a }}{% endmacro %}{{ m('<') }}{{ m('<' | raw) }}{{ m(1) }}", "&lt;<1"},
      {"{% macro m(a) %}{% if a %}{{ a.title }}{% else %}-{% endif %}{% endmacro %}{{ m(meeting.next) }}{{ m(none) }}",
       "L&#39;après-"},
      {"{% macro m(a = none) %}{% if a %}{{ a }}{% else %}-{% endif %}{% endmacro %}{{ m() }}{{ m('x') }}", "-x"},
      {"{% macro m(l) %}{{ l | length }}{% endmacro %}{{ m([]) }}{{ m(['a']) }}{{ m(meetings) }}", "012"},
      {"{% macro m() %}{{ site.title }} {{ t.home }}{% endmacro %}{{ m() }}", "Le réseau Accueil"},
      {"{% macro m() %}{{ site.title }}{% endmacro %}{% set site = text %}{{ m() }}{{ site }}", "Le réseausimple"},
      {"{% macro m(site) %}{{ site }}{% endmacro %}{{ m(1) }}", "1"},
      {"{% macro m(a) %}{% for x in a %}{{ x }}{% if not loop.last %},{% endif %}{% endfor %}{% endmacro %}{% for l in "
       "meeting.votes %}[{{ m(l) }}]{% endfor %}",
       "[3,1][]"},
      {"{% for x in [1, 2] %}{{ m(loop) }}{% endfor %}{% macro m(l) %}{{ l.index }}{% if l.last %}.{% endif %}{% "
       "endmacro %}",
       "12."},
  });
}

TEST_CASE("what a macro gives is html, and text in a text file") {
  check({
      {"{% macro m(a) %}<{{ a }}>{% endmacro %}{% set x = m('&') %}{{ x }}{{ x ~ '&' }}{{ m(m('<')) }}",
       "<&amp;><&amp;>&amp;<<&lt;>>"},
      {"{% macro m() %}<b>x</b>{% endmacro %}{{ m() | strip }}{% if m() %}yes{% endif %}", "xyes"},
      {"{% macro m() %}{% endmacro %}{% if m() %}yes{% else %}no{% endif %}", "no"},
  });
  check({{"{% macro m(a) %}<{{ a }}>{% endmacro %}{{ m('&') | upper }}{{ m(m('é')) | length }}", "<&>5"}}, "page.txt");
  check({{"{% macro m(a) %}*{{ a }}*{% endmacro %}{{ m('*') }}{{ m('*') ~ '*' }}",
          "*\\**"
          "*\\**\\*"}},
        "page.md");
}

TEST_CASE("recursion") {
  check({
      {"{% macro m(n) %}{{ n }}{% if n > 0 %}{{ m(n - 1) }}{% endif %}{{ n }}{% endmacro %}{{ m(3) }}", "32100123"},
      {"{% macro a(n) %}a{{ b(n - 1) if n > 0 else '' }}{% endmacro %}{% macro b(n) %}b{{ a(n) }}{% endmacro %}{{ a(2) "
       "}}",
       "ababa"},
      {"{% macro m(x) %}{{ x.title }}{% if x.next %} > {{ m(x.next) }}{% endif %}{% endmacro %}{{ m(meeting) }}",
       "Conseil &amp; bureau > L&#39;après"},
  });
}

TEST_CASE("mistakes in a call") {
  check({
      {"{% macro m(a, b, c = 1) %}{% endmacro %}{{ m(1) }}",
       "page.html:1:44+1: `m` lacks the argument `b` [template-argument] | `m` is called with (a, b, c)"},
      {"{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}",
       "page.html:1:34+1: `m` has too many arguments [template-argument] | `m` is called with (a)"},
      {"{% macro card(a) %}{% endmacro %}{{ crad(1) }}",
       "page.html:1:37+4: there is no macro `crad` [template-name] | did you mean `card`?"},
      {"{% macro card(a) %}{% endmacro %}{{ card }}",
       "page.html:1:37+4: `card` is a macro [template-name] | call it: `card(…)`"},
      {"{% macro m(a) %}{% endmacro %}{{ m(nope) }}",
       "page.html:1:36+4: there is no name `nope` [template-name] | the names here are `site`, `meeting`, `meetings`, "
       "`none_yet`, `lines`, `text` or `dangerous`"},
  });
}

TEST_CASE("mistakes inside are told with the call that led there") {
  check({
      {"{% macro m(a) %}{{ a.title }}{% endmacro %}\n{{ m(meeting) }}{{ m(text) }}",
       "page.html:1:22+5: `a` is a text, which has no fields [template-type] (called from here @ page.html:2:20)"},
      {"{% macro m(a) %}{{ meeting.title }}{% endmacro %}{{ m(1) }}",
       "page.html:1:20+7: a macro does not see `meeting`, but its arguments, `t` and `site` [template-name] (called "
       "from here "
       "@ page.html:1:53) | give it as an argument: `m(meeting)`"},
      {"{% macro m(a) %}{{ a }}{% endmacro %}{% macro n(b) %}{{ m(b) }}{% endmacro %}{{ n(meeting.note) }}",
       "page.html:1:20+1: `a` may be missing [template-optional] (called from here @ page.html:1:57) (called from here "
       "@ "
       "page.html:1:81) | ask first: `{% if a %}`, or say what else is meant: `a | default(…)`"},
      {"{% macro m(a) %}{% set a = 1 %}{% endmacro %}{{ m(1) }}",
       "page.html:1:24+1: `a` has a value already [template-name] (it was set here @ page.html:1:12) (called from here "
       "@ "
       "page.html:1:49) | take another name: no name is set twice in one place"},
      {"{% macro m() %}{{ super() }}{% endmacro %}{{ m() }}",
       "page.html:1:19+7: `super()` stands in a block only [template-block] (called from here @ page.html:1:46)"},
      {"{% if meeting.note %}{{ m(meeting) }}{% endif %}{% macro m(meeting) %}{{ meeting.note }}{% endmacro %}",
       "page.html:1:74+12: `meeting.note` may be missing [template-optional] (called from here @ page.html:1:25) | ask "
       "first: "
       "`{% if meeting.note %}`, or say what else is meant: `meeting.note | default(…)`"},
      {"{% macro m(a) %}{{ 1 // a }}{% endmacro %}\n{% for x in [1, 0] %}{{ m(x) }}{% endfor %}",
       "stopped: page.html:1:20+6: a division by zero [template-runtime] (called from here @ page.html:2:25) | ask "
       "first whether "
       "the divisor is zero"},
  });
}

TEST_CASE("markup that is made later is written where it stands") {
  check({
      {"{{ meeting.body }}{% macro m(x) %}[{{ x.body }}]{% endmacro %}{{ m(meeting) }}", "[hole 7][[hole 7]]"},
      {"{% set b = meeting.body %}{% if b %}{{ b }}{% endif %}", "[hole 7]"},
      {"{% macro m(x) %}{{ x.body }}{% endmacro %}{% set y = m(meeting) %}{{ y }}",
       "page.html:1:54+10: `m` writes markup that is made later: it can only be written itself [template-type] | write "
       "it by "
       "itself: `{{ m(…) }}`"},
      {"{% macro m(x) %}{{ x.body }}{% endmacro %}{% macro n(x) %}{{ m(x) }}{% endmacro %}{{ n(meeting) ~ '' }}",
       "page.html:1:86+10: `n` writes markup that is made later: it can only be written itself [template-type] | write "
       "it by "
       "itself: `{{ n(…) }}`"},
  });
}

TEST_CASE("imports") {
  Theme theme;
  theme.files["page.html"] =
      "{% import 'macros.html' %}{{ card(1) }}{{ own(2) }}{% macro own(a) %}own {{ a }}{% endmacro %}";
  theme.files["macros.html"] =
      "ignored {% macro card(a) %}{{ own(a) }};{% endmacro %}{% macro own(a) %}theirs {{ a }}{% endmacro %}";
  CHECK(render(theme) == "theirs 1;own 2");

  SUBCASE("an import brings what its file imports") {
    theme.files["macros.html"] = "{% import 'default:macros.html' %}{% macro card(a) %}new {{ a }}{% endmacro %}";
    theme.files["default:macros.html"] = "{% macro card(a) %}old{% endmacro %}{% macro other() %}other{% endmacro %}";
    theme.files["page.html"] = "{% import 'macros.html' %}{{ card(1) }} {{ other() }}";
    CHECK(render(theme) == "new 1 other");
  }
  SUBCASE("a macro of the same name from two files") {
    theme.files["page.html"] = "{% import 'a.html' %}{% import 'b.html' %}{{ m() }}";
    theme.files["a.html"] = "{% macro m() %}{% endmacro %}";
    theme.files["b.html"] = "\n{% macro m() %}{% endmacro %}";
    CHECK(render(theme) ==
          "page.html:1:32+8: a second macro `m` is imported [template-name] (the first is here @ a.html:1:10) (the "
          "second is "
          "here @ b.html:2:10) | rename one of them");
  }
  SUBCASE("the same macro by two ways") {
    theme.files["page.html"] = "{% import 'a.html' %}{% import 'b.html' %}{{ m() }}";
    theme.files["a.html"] = "{% macro m() %}x{% endmacro %}";
    theme.files["b.html"] = "{% import 'a.html' %}";
    CHECK(render(theme) == "x");
  }
  SUBCASE("a circle") {
    theme.files["macros.html"] = "{% import 'page.html' %}";
    theme.files["page.html"] = "{% import 'macros.html' %}";
    CHECK(
        render(theme) ==
        "macros.html:1:11+11: `page.html` imports itself, by way of this file [template-include] (imported from here @ "
        "page.html:1:11) | move the macros that both need to a file of their own");
  }
  SUBCASE("a file that is not there") {
    theme.files["page.html"] = "{% import 'macro.html' %}";
    CHECK(render(theme) ==
          "page.html:1:11+12: there is no template `macro.html` [template-include] | did you mean `macros.html`?");
  }
  SUBCASE("mistakes of the imported file") {
    theme.files["macros.html"] = "{% macro card(a) %}{{ a.b }}{% endmacro %}{{ “ }}{% macro own(a) %}{% endmacro %}";
    CHECK(render(theme) ==
          "macros.html:1:25+1: `a` is an integer, which has no fields [template-type] (called from here @ "
          "page.html:1:30)\n"
          "macros.html:1:46+1: a curly quotation mark [template-syntax] (imported from here @ page.html:1:11) | write "
          "texts "
          "between straight quotes: \"…\"");
  }
}
