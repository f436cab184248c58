// include: where the tag stands, with the names around it.
#include "template/table.h"

using namespace cenacle::tmpl::test;

namespace {

std::string page(std::string_view own, std::string_view part, std::string_view name = "page.html") {
  Theme theme;
  theme.files[std::string(name)] = own;
  theme.files["part.html"] = part;
  return render(theme, name);
}

}  // namespace

TEST_CASE("an included file sees the names around it") {
  CHECK(page("<{% include 'part.html' %}>", "{{ text }}") == "<simple>");
  CHECK(page("a\n  {% include 'part.html' %}\nb\n", "{{ text }}\n") == "a\nsimple\nb\n");
  CHECK(page("{% for x in [1, 2] %}{% include 'part.html' %}{% endfor %}", "{{ x }}/{{ loop.length }} ") == "1/2 2/2 ");
  CHECK(page("{% set a = 1 %}{% include 'part.html' %}{{ a }}", "{{ a }}{% set a = 2 %}{{ a }}") == "121");
  CHECK(page("{% if meeting.note %}{% include 'part.html' %}{% endif %}", "{{ meeting.note }}") ==
        "Apportez &lt;vos&gt; idées");
  CHECK(page("{% macro m(a) %}[{{ a }}]{% endmacro %}{% include 'part.html' %}", "{{ m(1) }}") == "[1]");
  CHECK(page("{% macro m(a) %}{% include 'part.html' %}{% endmacro %}{{ m(1) }}", "{{ a }}{{ site.title }}") ==
        "1Le réseau");
  CHECK(page("{% include 'part.html' %}{% include 'part.html' %}", "{% set a = 1 %}{{ a }}") == "11");
}

TEST_CASE("and those that are given to it") {
  CHECK(page("{% include 'part.html' with a = 1, b = text ~ '!' %}", "{{ a }}{{ b }}") == "1simple!");
  CHECK(page("{% set a = 1 %}{% include 'part.html' with a = a + 1, b = a %}{{ a }}", "{{ a }}{{ b }}") == "211");
  CHECK(page("{% include 'part.html' with meeting = text %}", "{{ meeting }}") == "simple");
  CHECK(page("{% include 'part.html' with a = 1, a = 2 %}", "") ==
        "page.html:1:36+1: a second name `a` [template-syntax] (the first is here @ page.html:1:29) | take another "
        "name, or "
        "remove one");
  CHECK(page("{% include 'part.html' with a = 1 %}", "{% set a = 1 %}") == "");
}

TEST_CASE("an included file may extend another, with blocks of its own") {
  Theme theme;
  theme.files = {{"page.html", "{% block a %}page{% endblock %} {% include 'part.html' %}"},
                 {"part.html", "{% extends 'frame.html' %}{% block a %}part{% endblock %}"},
                 {"frame.html", "[{% block a %}{% endblock %}]"}};
  CHECK(render(theme) == "page [part]");
}

TEST_CASE("mistakes") {
  CHECK(page("{% include 'prat.html' %}", "") ==
        "page.html:1:12+11: there is no template `prat.html` [template-include] | did you mean `part.html`?");
  CHECK(page("{% include 'part.txt' %}", "") ==
        "page.html:1:12+10: a `.txt` file is not included by a `.html` file: they are not escaped alike "
        "[template-include] | "
        "take a file with the same ending");
  CHECK(page("{% include 'page.html' %}", "") ==
        "page.html:1:12+11: `page.html` includes itself [template-include] | for what repeats itself inside itself, "
        "write a "
        "macro");
  CHECK(page("{% include 'part.html' %}", "\n{% include 'page.html' %}") ==
        "part.html:2:12+11: `page.html` includes itself [template-include] (included from here @ page.html:1:12) | for "
        "what "
        "repeats itself inside itself, write a macro");
  CHECK(page("\n{% include 'part.html' %}", "{{ nope }}") ==
        "part.html:1:4+4: there is no name `nope` [template-name] (included from here @ page.html:2:12) | the names "
        "here are "
        "`site`, `meeting`, `meetings`, `none_yet`, `lines`, `text` or `dangerous`");
  CHECK(page("{% include 'part.html' %}", "{{ 1 // 0 }}") ==
        "stopped: part.html:1:4+6: a division by zero [template-runtime] (included from here @ page.html:1:12) | ask "
        "first "
        "whether the divisor is zero");
  CHECK(page("{% include 'part.html' with a = nope %}", "{{ a.b }}") ==
        "page.html:1:33+4: there is no name `nope` [template-name] | the names here are `site`, `meeting`, `meetings`, "
        "`none_yet`, `lines`, `text` or `dangerous`");
}

TEST_CASE("the same mistake of a file that is included twice is told once") {
  CHECK(page("{% include 'part.html' %}{% include 'part.html' %}", "{{ text.x }}") ==
        "part.html:1:9+1: `text` is a text, which has no fields [template-type] (included from here @ page.html:1:12)");
}

TEST_CASE("a template that is not there") {
  Theme theme;
  theme.files = {{"page.html", ""}};
  CHECK(render(theme, "pages.html") ==
        "pages.html:0:0+0: there is no template `pages.html` [template-include] | did you mean "
        "`page.html`?");
}
