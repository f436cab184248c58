// What a text holds, and where exactly.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "formats/markdown/markdown.h"

using namespace cenacle;

namespace {

std::string at(const markdown::Stretch& place) {
  return std::to_string(place.line) + ":" + std::to_string(place.column) + "+" + std::to_string(place.length);
}

std::vector<std::string> links(std::string_view source) {
  const markdown::Document document(source, {});
  std::vector<std::string> told;
  for (const markdown::Link& link : document.facts().links) told.push_back(at(link.at) + " " + link.target);
  return told;
}

using Told = std::vector<std::string>;

std::string joined(const Told& told) {
  std::string out;
  for (const std::string& each : told) out += "[" + each + "]";
  return out;
}

}  // namespace

TEST_CASE("places of the targets of links") {
  struct Row {
    std::string name;
    std::string source;
    Told expected;
  };
  const Row rows[] = {
      {"one", "[a](b)", {"1:5+1 b"}},
      {"columns are characters", "été [é](ça)", {"1:9+2 ça"}},
      {"several in a line", "[a](b) [c](d) ![e](f)", {"1:5+1 b", "1:12+1 d", "1:20+1 f"}},
      {"several lines", "a\nb [c](d)\nc [e](f)", {"2:7+1 d", "3:7+1 f"}},
      {"with a title", "[a]( b  \"[c](d)\" ) [e](f)", {"1:6+1 b", "1:24+1 f"}},
      {"in angle brackets", "[a](<b c>)", {"1:6+3 b c"}},
      {"empty", "[a]() [b](<>)", {"1:5+0 ", "1:12+0 "}},
      {"parentheses and escapes", "[a](b(c)) [d](e\\)f)", {"1:5+4 b(c)", "1:15+4 e)f"}},
      {"entities", "[a](b&amp;c)", {"1:5+7 b&c"}},
      {"text over two lines", "[a\nb](c)", {"2:4+1 c"}},
      {"target in the next line", "[a](\nb\n'c\nd') [e](f)", {"2:1+1 b", "4:9+1 f"}},
      {"nested", "[a ![b](c)](d)", {"1:13+1 d", "1:9+1 c"}},
      {"a link in a link is none", "[a [b](c)](d)", {"1:8+1 c"}},
      {"not in code", "`[a](b)` [c](d) ``[e](` [f](g)`` [h](i)", {"1:14+1 d", "1:38+1 i"}},
      {"a backtick alone", "` [a](b)", {"1:7+1 b"}},
      {"not in HTML", "<b title=\"[a](b)\"> [c](d)", {"1:24+1 d"}},
      {"escaped brackets", "\\[a](b) [c\\]](d)", {"1:15+1 d"}},
      {"angle bracket links", "<https://a.fr> <b@c.fr>", {"1:2+12 https://a.fr", "1:17+6 mailto:b@c.fr"}},
      {"bare addresses", "à https://a.fr, b@c.fr.", {"1:3+12 https://a.fr", "1:17+6 mailto:b@c.fr"}},
      {"bare address after the same in code and link",
       "`https://a.fr` <https://a.fr> https://a.fr",
       {"1:17+12 https://a.fr", "1:31+12 https://a.fr"}},
      {"bare address with an entity", "https://a.fr/?b&amp;c d", {"1:1+21 https://a.fr/?b&c"}},
      {"bare address with an escape", "https://a.fr/b\\_c d", {"1:1+17 https://a.fr/b_c"}},
      {"heading", "# [a](b)\n\n## x [c](d) ##\n\n[e](f)\n===\n", {"1:7+1 b", "3:10+1 d", "5:5+1 f"}},
      {"list", "- [a](b)\n  c [d](e)\n- f\n\n  1. [g](h)", {"1:7+1 b", "2:9+1 e", "5:10+1 h"}},
      {"task", "- [x] [a](b)", {"1:11+1 b"}},
      {"quotation", "> [a](b)\n>[c](d)\n> > [e](f)\nlazy [g](h)", {"1:7+1 b", "2:6+1 d", "3:9+1 f", "4:10+1 h"}},
      {"list in a quotation in a list", "- > 1. [a](b)\n  >    c [d](e)", {"1:12+1 b", "2:14+1 e"}},
      {"table",
       "| [a](b) | c |\n|--|--|\n| d | e [f](g) [h](i) |\n[j](k) | l",
       {"1:7+1 b", "3:13+1 g", "3:20+1 i", "4:5+1 k"}},
      {"table with escaped pipes", "| a |\n|--|\n| \\| [b](c\\|d) |", {"3:10+4 c|d"}},
      {"table in a quotation", "> | [a](b) |\n>|--|\n>| [c](d) |", {"1:9+1 b", "3:8+1 d"}},
      {"table below other lines", "x [a](b)\n| [c](d) |\n|--|\n| [e](f) |", {"1:7+1 b", "2:7+1 d", "4:7+1 f"}},
      {"reference", "[a][b] [b] [b][]\n\n[b]: /c", {"3:6+2 /c", "3:6+2 /c", "3:6+2 /c"}},
      {"reference, case and white space", "[a][É  b]\n\n[é\nB]:\n  </c d> 'e'", {"5:4+4 /c d"}},
      {"the first definition counts", "[a]\n\n[a]: /b\n[a]: /c", {"3:6+2 /b"}},
      {"definitions before the text of a paragraph",
       "[a]: /b\n[c]: /d 'e\nf'\ng [a] [c] [h](i)",
       {"1:6+2 /b", "2:6+2 /d", "4:15+1 i"}},
      {"definition in a list and in a quotation", "- [a]: /b\n\n> [c]: /d\n\n[a] [c]", {"1:8+2 /b", "3:8+2 /d"}},
      {"definition in a task", "- [ ] [a]: /b\n- [a]", {"1:12+2 /b"}},
      {"definition after a heading", "[a]\n===\n[a]: /b", {"3:6+2 /b"}},
      {"no definition in code", "```\n[a]: /no\n```\n\n    [a]: /no\n\n[a]: /b\n\n[a]", {"7:6+2 /b"}},
      {"no definition within a paragraph", "x\n[a]: /no\n\n[a]: /b", {"4:6+2 /b"}},
      {"not defined", "[a] [b][c] [d](e)", {"1:16+1 e"}},
      {"Windows line ends", "a\r\n[b](c)\r\n\r\n- [d](e)\r\n", {"2:5+1 c", "4:7+1 e"}},
      {"old Macintosh line ends", "a\r[b](c)", {"1:7+1 c"}},
      {"byte-order mark", "\xEF\xBB\xBF[a](b)\n[c](d)", {"1:6+1 b", "2:5+1 d"}},
      {"tabs", "-\t[a](b)\n\n\t[c](d)\n\n1.\t> [e](f)", {"1:7+1 b", "3:6+1 d", "5:10+1 f"}},
      {"ill-formed UTF-8", "\xFF\xC3 [a](b)", {"1:8+1 b"}},
      {"not closed", "[a](b [c](d", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Told told = links(row.source);
    CHECK(joined(told) == joined(row.expected));
  }
}

TEST_CASE("what a link is") {
  const markdown::Document document("[](a) ![](b) [ ](c) [![d](e)](f) [![](g)](h) https://i.fr [`j`](k) ![*l*](m)", {});
  std::vector<std::string> told;
  for (const markdown::Link& link : document.facts().links) {
    told.push_back(link.target + (link.image ? " image" : "") + (link.bare ? " bare" : "") +
                   (link.has_text ? "" : " empty"));
  }
  CHECK(joined(told) == joined(Told{"a empty", "b image empty", "c empty", "f", "e image", "h empty", "g image empty",
                                    "https://i.fr bare", "k", "m image"}));
}

TEST_CASE("headings") {
  const markdown::Document document("# Un *titre* [lié](a)\n\n> Été\n> `code`\n> ---\n\n- ## Sous &amp; fin ##\n", {});
  std::vector<std::string> told;
  for (const markdown::Heading& heading : document.facts().headings) {
    told.push_back(at(heading.at) + " " + std::to_string(heading.level) + " " + heading.text + " #" + heading.anchor);
  }
  CHECK(told ==
        Told{"1:3+19 2 Un titre lié #un-titre-lie", "3:3+3 3 Été code #ete-code", "7:6+14 3 Sous & fin #sous-fin"});
}

TEST_CASE("problems") {
  const auto problems = [](std::string_view source) {
    const markdown::Document document(source, {});
    Told told;
    for (const markdown::Problem& problem : document.facts().problems) {
      told.push_back((problem.kind == markdown::ProblemKind::raw_html ? "html " : "level ") + at(problem.at));
    }
    return told;
  };
  CHECK(joined(problems("# a\n## b\n# c\n### d\n#### e\n## f")) == joined(Told{"level 4:5+1"}));
  CHECK(joined(problems("### a\n## b\n### c")) == joined(Told{"level 1:5+1"}));
  CHECK(joined(problems("a <b>c</b>\nd<br/>\n\n> <div>\n> x\n> </div>")) ==
        joined(Told{"html 1:3+3", "html 1:7+4", "html 2:2+5", "html 4:3+5"}));
  CHECK(joined(problems("a <b\ntitle='c'> d <i>")) == joined(Told{"html 1:3+2", "html 2:14+3"}));
  CHECK(joined(problems("| <b> | c |\n|--|--|\n| d \\| <i> | `<u>` |")) == joined(Told{"html 1:3+3", "html 3:8+3"}));
  CHECK(joined(problems("<!-- a -->\n\nb <!-- c --> d\n\n<!-- e\n\nf -->")) == joined(Told{}));
  CHECK(joined(problems("<!-- a --> <b>\n")) == joined(Told{"html 1:1+14"}));
  CHECK(joined(problems("`<b>` a < b <https://c.fr>")) == joined(Told{}));
}
