// Markdown as plain text, for calendars and mails.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "formats/markdown/markdown.h"

using namespace cenacle;

TEST_CASE("a text for those who read it without a page") {
  struct Row {
    std::string_view name, source, expected;
  };
  const Row rows[] = {
      {"nothing", "", ""},
      {"paragraphs", "Un *mot*\nsur deux lignes.\n\nUn **autre**.", "Un mot sur deux lignes.\n\nUn autre."},
      {"a list", "Avant :\n\n- un\n- deux\n  - dedans\n- trois\n\nAprès.",
       "Avant :\n\n- un\n- deux\n  - dedans\n- trois\n\nAprès."},
      {"a numbered list", "3. trois\n4. quatre", "3. trois\n4. quatre"},
      {"a loose list", "- un\n\n- deux", "- un\n- deux"},
      {"a heading", "## Matin\n\nCafé.", "Matin\n\nCafé."},
      {"a link of the web", "[le site](https://a.example/b) et [la charte](charter:c#1)",
       "le site (https://a.example/b) et la charte"},
      {"an address that is its own text", "<https://a.example/>", "https://a.example/"},
      {"a table", "| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n1 | 2"},
      {"a line break", "un  \ndeux", "un\ndeux"},
      {"code", "```\nx = 1\n```\n\n`y`", "x = 1\n\ny"},
      {"an image is its words", "![le plan](../files/plan.svg)", "le plan"},
      {"HTML is left out", "avant <b>dans</b> après", "avant dans après"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(markdown::to_text(row.source, {}) == row.expected);
  }
}
