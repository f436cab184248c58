// What no page needs is an error that names the place and the way to it, never a crash.
#include <functional>

#include "template/table.h"

using namespace cenacle::tmpl::test;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("tags in tags") {
  const auto nested = [](std::size_t n) { return repeated("{% if true %}", n) + "x" + repeated("{% endif %}", n); };
  CHECK(render(nested(200)) == "x");
  CHECK(render(nested(201)) ==
        "page.html:1:2601+5: tags nested deeper than 200 levels [template-depth] | move the inner ones to "
        "a file of their own, or a macro");
  CHECK(contains(render(nested(10'000)), "tags nested deeper than 200 levels"));
  CHECK(contains(render(repeated("{% for x in [1] %}", 10'000)), "tags nested deeper than 200 levels"));
}

TEST_CASE("expressions in expressions") {
  const auto inside = [](std::string_view open, std::size_t n, std::string_view close) {
    return render("{{ " + repeated(open, n) + "1" + repeated(close, n) + " }}");
  };
  CHECK(inside("(", 199, ")") == "1");
  CHECK(inside("(", 200, ")") ==
        "page.html:1:204+1: an expression deeper than 200 levels [template-depth] | give names to its "
        "parts: `{% set part = … %}`");
  for (const std::string_view open :
       {"(", "[", "- ", "not ", "m(", "x[", "x | default(", "1 if 2 else ", "-(", "not (", "[[("})
    CHECK(contains(inside(open, 10'000, ""), "an expression deeper than 200 levels [template-depth]"));
  for (const std::string_view more : {"+ 1", "~ 'a'", "| upper", ".x", "[0]", "and 1", "or 1", "is defined", "* 2"})
    CHECK(contains(render("{{ x" + repeated(" " + std::string(more), 10'000) + " }}"),
                   "an expression deeper than 200 levels [template-depth]"));
  CHECK(render("{{ 0" + repeated(" + 1", 199) + " }}") == "199");
}

TEST_CASE("files in files") {
  Theme theme;
  for (int i = 0; i < 40; ++i)
    theme.files["f" + std::to_string(i) + ".html"] = "{% include 'f" + std::to_string(i + 1) + ".html' %}";
  theme.files["f40.html"] = "end";
  theme.files["page.html"] = "{% include 'f9.html' %}";
  CHECK(render(theme) == "end");
  theme.files["page.html"] = "{% include 'f8.html' %}";
  CHECK(contains(render(theme),
                 "f39.html:1:12+10: files are included deeper than 32 levels [template-depth] (included from here @ "
                 "f38.html:1:12)"));
}

TEST_CASE("files that extend each other") {
  Theme theme;
  for (int i = 0; i < 40; ++i)
    theme.files["f" + std::to_string(i) + ".html"] = "{% extends 'f" + std::to_string(i + 1) + ".html' %}";
  theme.files["f40.html"] = "end";
  theme.files["page.html"] = "{% extends 'f9.html' %}";
  CHECK(render(theme) == "end");
  theme.files["page.html"] = "{% extends 'f0.html' %}";
  CHECK(contains(render(theme), "files extend each other deeper than 32 levels [template-depth]"));
}

TEST_CASE("files without end") {
  Theme theme;
  cenacle::tmpl::Environment environment = theme.environment();
  const auto compile = [&](const std::function<std::string(int)>& text) {
    environment.load = [&text](std::string_view name) {
      return cenacle::tmpl::Source{std::string(name), text(std::atoi(std::string(name).c_str()))};
    };
    cenacle::diag::Diagnostics diagnostics;
    CHECK_FALSE(cenacle::tmpl::compile("0", *cenacle::tmpl::type_of<Page>(), environment, diagnostics));
    return shown(diagnostics.sorted());
  };
  const auto next = [](int n, const char* tag) {
    return "{% " + std::string(tag) + " '" + std::to_string(n + 1) + "' %}";
  };
  CHECK(contains(compile([&](int n) { return next(n, "import"); }), "nested deeper than 600 levels [template-depth]"));
  CHECK(contains(compile([&](int n) { return next(n, "extends"); }), "files extend each other deeper than 32 levels"));
  CHECK(contains(compile([&](int n) { return next(n, "include"); }), "files are included deeper than 32 levels"));
}

TEST_CASE("files that include the next one twice") {
  Theme theme;
  for (int i = 0; i < 30; ++i) {
    const std::string next = "{% include 'f" + std::to_string(i + 1) + ".html' %}";
    theme.files["f" + std::to_string(i) + ".html"] = next + next;
  }
  theme.files["f30.html"] = "end";
  theme.files["page.html"] = "{% include 'f0.html' %}";
  CHECK(contains(render(theme), "have more than 200000 pieces [template-depth]"));
}

TEST_CASE("blocks that show their parents' twice") {
  Theme theme;
  for (int i = 0; i < 30; ++i)
    theme.files["f" + std::to_string(i) + ".html"] =
        "{% extends 'f" + std::to_string(i + 1) + ".html' %}{% block a %}{{ super() }}{{ super() }}{% endblock %}";
  theme.files["f30.html"] = "{% block a %}x{% endblock %}";
  theme.files["page.html"] = "{% extends 'f0.html' %}";
  CHECK(contains(render(theme), "have more than 200000 pieces [template-depth]"));
}

TEST_CASE("macros in macros") {
  const std::string countdown = "{% macro m(n) %}{% if n > 1 %}{{ m(n - 1) }}{% else %}end{% endif %}{% endmacro %}";
  CHECK(render(countdown + "{{ m(64) }}") == "end");
  CHECK(render(countdown + "{{ m(65) }}") ==
        "stopped: page.html:1:34+8: macros call each other deeper than 64 levels [template-depth] (called from here @ "
        "page.html:1:34) (called from here @ page.html:1:86) | end the recursion with an `if`");
  CHECK(contains(render("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"),
                 "macros call each other deeper than 64 levels"));
  CHECK(contains(render("{% macro m() %}{{ m() ~ 'x' }}{% endmacro %}{{ m() }}"),
                 "macros call each other deeper than 64 levels"));
}

TEST_CASE("a macro for more and more types") {
  CHECK(contains(render("{% macro m(x) %}{{ m([x]) }}{% endmacro %}{{ m(1) }}"), "[template-depth]"));
  CHECK(contains(render("{% macro m(x) %}{{ m(meetings | group('title')) }}{{ m([x]) }}{% endmacro %}{{ m(1) }}"),
                 "[template-depth]"));
}

TEST_CASE("turns of loops") {
  Theme theme;
  theme.limits.turns = 10;
  theme.files["page.html"] = "{% for x in [1, 2, 3] %}{% for y in [1, 2] %}{{ y }}{% endfor %}{% endfor %}";
  CHECK(render(theme) == "121212");
  theme.files["page.html"] = "{% for x in [1, 2, 3] %}\n{% for y in [1, 2, 3] %}{{ y }}{% endfor %}\n{% endfor %}";
  CHECK(render(theme) ==
        "stopped: page.html:2:1+24: the loops of this page turn more than 10 times [template-runtime] | loop over "
        "fewer things: "
        "`slice`, `where`, or a page for each part");
}

TEST_CASE("a million turns by default") {
  const std::string ten = "[1,2,3,4,5,6,7,8,9,0]";
  std::string loops, ends;
  for (char name = 'a'; name < 'g'; ++name) {
    loops += std::string("{% for ") + name + " in " + ten + " %}";
    ends += "{% endfor %}";
  }
  CHECK(contains(render(loops + ends), "the loops of this page turn more than 1000000 times"));
}

TEST_CASE("the length of the output") {
  Theme theme;
  theme.limits.output = 20;
  theme.files["page.html"] = "{% for x in [1, 2, 3, 4] %}{{ text }}{% endfor %}";
  CHECK(render(theme) ==
        "stopped: page.html:1:31+4: the output is longer than 20 bytes [template-runtime] | divide the page, or "
        "look for a loop that writes too much");
  theme.files["page.html"] = "{% for x in [1, 2, 3] %}some more text {% endfor %}";
  CHECK(contains(render(theme), "stopped: page.html:1:1+24: the output is longer than 20 bytes"));
  theme.files["page.html"] = "0123456789{{ '0123456789' }}";
  CHECK(render(theme) == "01234567890123456789");
}

TEST_CASE("memory") {
  std::string doubled = "{% set a = 'x' %}";
  for (int i = 0; i < 100; ++i) doubled += "{% if true %}{% set a = a ~ a %}";
  CHECK(contains(render(doubled + repeated("{% endif %}", 100)),
                 "this makes more text or longer lists than any page needs [template-runtime]"));
  CHECK(contains(
      render("{% set big = '" + repeated("x", 100'000) + "' %}{% for x in " + "[" + repeated("1,", 1000) + "]" +
             " %}{% for y in [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20] %}{% if big | upper %}{% endif %}{% "
             "endfor %}{% endfor %}"),
      "this makes more text or longer lists than any page needs [template-runtime]"));
}

TEST_CASE("a file that is too long") {
  CHECK(contains(render(repeated("x", (4u << 20) + 1)), "a template longer than 4194304 bytes [template-depth]"));
}
