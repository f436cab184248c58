// The template as an object: what went into it, one output for many pages, many threads at once; and `describe`.
#include "template/template.h"

#include <thread>

#include "template/filters.h"
#include "template/table.h"

using namespace cenacle;
using namespace cenacle::tmpl::test;

namespace {

std::unique_ptr<const tmpl::Template> compiled(const Theme& theme) {
  diag::Diagnostics diagnostics;
  auto page = tmpl::compile("page.html", *tmpl::type_of<Page>(), theme.environment(), diagnostics);
  CHECK(shown(diagnostics.sorted()) == "");
  return page;
}

}  // namespace

TEST_CASE("a template knows its files") {
  Theme theme;
  theme.files = {
      {"page.html",
       "{% extends 'base.html' %}{% import 'macros.html' %}{% block a %}{% include 'part.html' %}{% endblock %}"},
      {"base.html", "{% block a %}{% endblock %}{% include 'part.html' %}"},
      {"macros.html", ""},
      {"part.html", ""},
      {"other.html", ""}};
  const auto page = compiled(theme);
  REQUIRE(page);
  CHECK(page->files() == std::vector<std::string_view>{"page.html", "macros.html", "base.html", "part.html"});
}

TEST_CASE("an output is used again, and the environment may go") {
  static const World world;
  std::unique_ptr<const tmpl::Template> page;
  static const locale::Locale french("fr");
  {
    Theme theme;
    theme.files["page.html"] = "{{ text }}{{ t.home }}{{ meeting.body }}";
    tmpl::Environment environment = theme.environment();
    environment.locale = &french;
    diag::Diagnostics diagnostics;
    page = tmpl::compile("page.html", *tmpl::type_of<Page>(), environment, diagnostics);
  }
  REQUIRE(page);
  tmpl::Output out;
  for (int i = 0; i < 3; ++i) {
    CHECK_FALSE(page->render(&world.page, &out));
    CHECK(out.text == "simpleAccueil");
    REQUIRE(out.holes.size() == 1);
    CHECK(out.holes[0].offset == 13);
    CHECK(out.holes[0].hole == 7);
  }
}

TEST_CASE("an empty hole is neither written nor true") {
  World world;
  world.page.meeting.body = {};
  Theme theme;
  theme.files["page.html"] = "{{ meeting.body }}{% if meeting.body %}yes{% else %}no{% endif %}";
  const auto page = compiled(theme);
  REQUIRE(page);
  tmpl::Output out;
  CHECK_FALSE(page->render(&world.page, &out));
  CHECK(out.text == "no");
  CHECK(out.holes.empty());
}

TEST_CASE("many threads render one template") {
  static const World world;
  Theme theme;
  theme.files["page.html"] =
      "{% macro m(x) %}{{ x.name | upper }}{% endmacro %}{% for p in meeting.people | sort('age') %}{{ m(p) }} {{ "
      "p.age }};{% endfor "
      "%}{{ meeting.start | date }}";
  const auto page = compiled(theme);
  REQUIRE(page);
  tmpl::Output expected;
  CHECK_FALSE(page->render(&world.page, &expected));
  std::vector<std::thread> threads;
  std::vector<int> same(4, 0);
  for (std::size_t i = 0; i < same.size(); ++i)
    threads.emplace_back([&, i] {
      tmpl::Output out;
      for (int n = 0; n < 50; ++n)
        if (!page->render(&world.page, &out) && out.text == expected.text) ++same[i];
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(same == std::vector<int>(4, 50));
}

TEST_CASE("what a template may use") {
  const std::string text = tmpl::describe(*tmpl::type_of<Page>());
  const std::string names = text.substr(0, text.find("\nFilters\n"));
  CHECK(names ==
        "Names\n"
        "  site                    site                    the portal\n"
        "    title                 text                    of the portal\n"
        "    url                   text                    its address\n"
        "  meeting                 meeting                 the meeting of this page\n"
        "    title                 text                    what it is about\n"
        "    start                 time                    when it begins\n"
        "    day                   date                    its day\n"
        "    seats                 integer                 how many may come\n"
        "    open                  boolean                 whether one may register\n"
        "    organiser             optional person         who calls it\n"
        "      name                text                    as she writes it\n"
        "      email               optional text           where she is written to\n"
        "      age                 integer                 in years\n"
        "      chair               boolean                 whether she presides\n"
        "      since               optional date           her first day\n"
        "    next                  optional meeting        the one after it (see above)\n"
        "    people                list of person          who comes (see above)\n"
        "    tags                  list of text            its keywords\n"
        "    votes                 list of list of integer for, against, abstained\n"
        "    note                  optional text           a word to those who come\n"
        "    summary               html                    in short\n"
        "    aside                 optional html           beside the text\n"
        "    body                  html                    the text\n"
        "  meetings                list of meeting         all meetings (see above)\n"
        "  none_yet                list of meeting         an empty list (see above)\n"
        "  lines                   list of optional text   some are missing\n"
        "  text                    text                    a text\n"
        "  dangerous               text                    a text with markup\n"
        "  t.KEY                   text                    a word of the interface, from the theme's words\n"
        "  loop                    loop                    in a `for`: index, index0, first, last, length, previous, "
        "next\n");
  for (const tmpl::Filter& filter : tmpl::filters())
    CHECK(text.find("\n  " + std::string(filter.name)) != std::string::npos);
  CHECK(text.find("\n  join(separator, last?)") != std::string::npos);
  CHECK(text.find("\n  is defined") != std::string::npos);
  CHECK(text.find("\n  super()") != std::string::npos);
}

TEST_CASE("filters are listed by name") {
  const auto all = tmpl::filters();
  for (std::size_t i = 1; i < all.size(); ++i) CHECK(all[i - 1].name < all[i].name);
}
