// extends, block and super, over several files, and the portal's own theme over the default one.
#include "template/table.h"

using namespace cenacle::tmpl::test;

namespace {

std::string page(std::string_view own, std::string_view base, std::string_view middle = {}) {
  Theme theme;
  theme.files["page.html"] = own;
  theme.files["base.html"] = base;
  if (!middle.empty()) theme.files["middle.html"] = middle;
  return render(theme);
}

}  // namespace

TEST_CASE("a block is replaced") {
  CHECK(page("{% extends 'base.html' %}{% block a %}own{% endblock %}", "<{% block a %}base{% endblock %}>") ==
        "<own>");
  CHECK(page("{% extends 'base.html' %}", "<{% block a %}base{% endblock %}>") == "<base>");
  CHECK(page("{# a #}\n\n{% extends 'base.html' %}\n\n{% block a %}own{% endblock a %}\n",
             "<{% block a %}{% endblock %}>") == "<own>");
  CHECK(page("{% extends 'base.html' %}{% block a %}own {{ super() }}{{ super() }}{% endblock %}",
             "<{% block a %}base{% endblock %}>") == "<own basebase>");
  CHECK(page("{% block a %}alone{% endblock %}", "") == "alone");
}

TEST_CASE("three files, each with its word to say") {
  CHECK(page("{% extends 'middle.html' %}{% block a %}3{{ super() }}{% endblock %}",
             "<{% block a %}1{% endblock %}{% block b %}b1{% endblock %}>",
             "{% extends 'base.html' %}{% block a %}2{{ super() }}{% endblock %}{% block b %}b2{% endblock %}") ==
        "<321b2>");
  CHECK(page("{% extends 'middle.html' %}{% block a %}3{{ super() }}{% endblock %}", "<{% block a %}1{% endblock %}>",
             "{% extends 'base.html' %}") == "<31>");
  CHECK(page("{% extends 'middle.html' %}{% block inner %}3{{ super() }}{% endblock %}",
             "<{% block a %}1{% endblock %}>",
             "{% extends 'base.html' %}{% block a %}2{% block inner %}i{% endblock %}{% endblock %}") == "<23i>");
}

TEST_CASE("blocks in blocks") {
  CHECK(page("{% extends 'base.html' %}{% block inner %}own{% endblock %}",
             "<{% block a %}[{% block inner %}x{% endblock %}]{% endblock %}>") == "<[own]>");
  CHECK(page("{% extends 'base.html' %}{% block a %}own {{ super() }}{% endblock %}{% block inner %}y{% endblock %}",
             "<{% block a %}[{% block inner %}x{% endblock %}]{% endblock %}>") == "<own [y]>");
  CHECK(page("{% extends 'base.html' %}{% block a %}own{% endblock %}{% block inner %}y{% endblock %}",
             "<{% block a %}[{% block inner %}x{% endblock %}]{% endblock %}>") ==
        "page.html:1:65+5: the block `inner` is never shown: the block that holds it is replaced [template-block] | "
        "put it "
        "inside the block that replaces it, or call `super()` there");
  CHECK(page("{% extends 'base.html' %}{% block a %}{% block new %}n{% endblock %}{% endblock %}",
             "<{% block a %}{% endblock %}>") == "<n>");
}

TEST_CASE("a block sees the names around its place, and those of its own file") {
  CHECK(page("{% extends 'base.html' %}{% set who = 'own' %}{% block a %}{{ x }}{{ who }} {% endblock %}",
             "{% for x in [1, 2] %}{% block a %}{% endblock %}{% endfor %}") == "1own 2own ");
  CHECK(page("{% extends 'base.html' %}{% set who = 'own' %}{% block a %}{{ who }} {{ super() }}{% endblock %}",
             "{% set who = 'base' %}{% block a %}{{ who }}{% endblock %}") == "own base");
  CHECK(page("{% extends 'base.html' %}{% set who = 'own' %}{% block a %}{% set b = 1 %}{{ super() }}{% endblock %}",
             "{% block a %}{{ b }}{% endblock %}{{ who }}") ==
        "base.html:1:17+1: there is no name `b` [template-name] (extended from here @ page.html:1:12) | the names here "
        "are "
        "`site`, `meeting`, `meetings`, `none_yet`, `lines`, `text` or `dangerous`\n"
        "base.html:1:38+3: there is no name `who` [template-name] (extended from here @ page.html:1:12) | the names "
        "here are "
        "`site`, `meeting`, `meetings`, `none_yet`, `lines`, `text` or `dangerous`");
  CHECK(page("{% extends 'middle.html' %}{% set a = 'p' %}{% block b %}{{ a }}{{ m }}{% endblock %}",
             "{% block b %}{% endblock %}", "{% extends 'base.html' %}{% set a = 'm' %}{% set m = a %}") ==
        "page.html:1:68+1: there is no name `m` [template-name] | did you mean `a`?");
  CHECK(page("{% extends 'base.html' %}{% set n = meeting.note %}{% set k = 2 %}{% block a %}{% if n %}{{ n }}{% endif "
             "%}{{ k "
             "}}{% endblock %}",
             "{% block a %}{% endblock %}") == "Apportez &lt;vos&gt; idées2");
  CHECK(
      page("{% extends 'base.html' %}{% macro m() %}own{% endmacro %}{% block a %}{{ m() }}{{ super() }}{% endblock %}",
           "{% macro m() %}base{% endmacro %}{% block a %}{{ m() }}{% endblock %}") == "ownbase");
  CHECK(page("{% extends 'base.html' %}{% block a %}{% set x = 1 %}{{ x }}{% endblock %}{% block b %}{% set x = 2 %}{{ "
             "x }}{% "
             "endblock %}",
             "{% block a %}{% endblock %}{% block b %}{% endblock %}") == "12");
  CHECK(page("{% extends 'base.html' %}{% block a %}{{ meeting.note }}{% endblock %}",
             "{% if meeting.note %}{% block a %}{% endblock %}{% endif %}") == "Apportez &lt;vos&gt; idées");
}

TEST_CASE("mistakes of blocks") {
  CHECK(page("{% extends 'base.html' %}{% block mian %}own{% endblock %}", "{% block main %}{% endblock %}") ==
        "page.html:1:35+4: `base.html` has no block `mian` [template-block] | did you mean `main`?");
  CHECK(page("{% extends 'base.html' %}{% block contents %}{% endblock %}",
             "{% block a %}{% endblock %}{% block b %}{% "
             "endblock %}") ==
        "page.html:1:35+8: `base.html` has no block `contents` [template-block] | its blocks are `a` "
        "or `b`");
  CHECK(page("{% extends 'base.html' %}{% block a %}{% endblock %}", "x") ==
        "page.html:1:35+1: `base.html` has no block `a` [template-block] | it has no blocks");
  CHECK(page("{% extends 'base.html' %}text {{ text }}{% block a %}{% endblock %}", "{% block a %}{% endblock %}") ==
        "page.html:1:26+4: this is never shown: it is outside of the blocks of a file that extends another "
        "[template-syntax] | "
        "move it into a block, or remove it\n"
        "page.html:1:31+10: this is never shown: it is outside of the blocks of a file that extends another "
        "[template-syntax] "
        "| move it into a block, or remove it");
  CHECK(page("{% block a %}{{ super() }}{% endblock %}", "") ==
        "page.html:1:17+7: no parent has a block `a`: there is nothing that `super()` could show [template-block] | "
        "remove it");
  CHECK(page("{{ super() }}", "") == "page.html:1:4+7: `super()` stands in a block only [template-block]");
  CHECK(page("{% block a %}{% set x = super() %}{% endblock %}", "") ==
        "page.html:1:25+7: `super()` is written by itself [template-block] | write `{{ super() }}`");
  CHECK(page("{% extends 'base.html' %}{% block a %}{{ super(1) }}{% endblock %}", "{% block a %}{% endblock %}") ==
        "page.html:1:42+5: `super` takes no argument [template-argument] | write `{{ super() }}`");
  CHECK(page("{% extends 'nope.html' %}", "") ==
        "page.html:1:12+11: there is no template `nope.html` [template-include] | did you mean `base.html`?");
  CHECK(page("{% extends 'base.html' %}{% extends 'base.html' %}", "") ==
        "page.html:1:26+10: `extends` stands first in a file [template-syntax] | move it to the first line");
}

TEST_CASE("a mistake of the parent is told with the way to it") {
  CHECK(page("{% extends 'middle.html' %}", "\n{{ nope }}", "{% extends 'base.html' %}") ==
        "base.html:2:4+4: there is no name `nope` [template-name] (extended from here @ middle.html:1:12) (extended "
        "from here "
        "@ page.html:1:12) | the names here are `site`, `meeting`, `meetings`, `none_yet`, `lines`, `text` or "
        "`dangerous`");
}

TEST_CASE("circles") {
  CHECK(page("{% extends 'page.html' %}", "") ==
        "page.html:1:12+11: `page.html` extends itself [template-include] | to extend the file of the same name in the "
        "default "
        "theme: `default:page.html`");
  CHECK(page("{% extends 'base.html' %}", "{% extends 'page.html' %}") ==
        "base.html:1:12+11: `page.html` extends itself [template-include] (extended from here @ page.html:1:12) | to "
        "extend the "
        "file of the same name in the default theme: `default:page.html`");
  CHECK(page("{% extends 'middle.html' %}{% block c %}{% block a %}{{ super() }}{% endblock %}{% endblock %}",
             "{% block a %}{% block b %}{% endblock %}{% endblock %}",
             "{% extends 'base.html' %}{% block b %}{% block c %}{% endblock %}{% endblock %}")
            .find("the block `a` contains itself [template-block]") != std::string::npos);
}

TEST_CASE("the portal's own theme stands over the default one, block by block") {
  Theme theme;
  theme.files = {
      {"default:base.html",
       "<title>{% block title %}{{ site.title }}{% endblock %}</title>{% block main %}{% endblock %}"},
      {"default:page.html", "{% extends 'base.html' %}{% block main %}{% include 'part.html' %}{% endblock %}"},
      {"default:part.html", "part of {{ text }}"}};
  CHECK(render(theme) == "<title>Le réseau</title>part of simple");
  theme.files["part.html"] = "own {% include 'default:part.html' %}";
  CHECK(render(theme) == "<title>Le réseau</title>own part of simple");
  theme.files["page.html"] = "{% extends 'default:page.html' %}{% block main %}> {{ super() }}{% endblock %}";
  CHECK(render(theme) == "<title>Le réseau</title>> own part of simple");
  theme.files["base.html"] = "{% extends 'default:base.html' %}{% block title %}{{ super() }}!{% endblock %}";
  CHECK(render(theme) == "<title>Le réseau!</title>> own part of simple");
}
