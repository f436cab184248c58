// The traps that French authors fall into, each by its name; and lines that are none.
#include "formats/toml/traps.h"

#include <doctest/doctest.h>

#include <string>

using namespace cenacle;

TEST_CASE("traps") {
  struct Row {
    std::string line, code, help;
  };
  const Row rows[] = {
      {"title: \"Été\"", "colon-for-equals", "write:\ntitle = \"Été\""},
      {"title : Été", "colon-for-equals", "write:\ntitle = \"Été\""},
      {"résumé = \"x\"", "accented-key", "keys are listed in generator/content/FORMAT.md"},
      {"a = “x”", "curly-quotes", "write:\na = \"x\""},
      {"a = «\u00A0x\u00A0»", "curly-quotes", "write:\na = \"x\""},
      {"a = ‘x’", "curly-quotes", "write:\na = \"x\""},
      {"a = “l’été”", "curly-quotes", "write:\na = \"l’été\""},
      {"a = \"x”", "curly-quotes", "write:\na = \"x\""},
      {"a = VRAI", "french-boolean", "write:\na = true"},
      {"a = Faux", "french-boolean", "write:\na = false"},
      {"a = True", "french-boolean", "write:\na = true"},
      {"a = oui", "french-boolean", "write:\na = true"},
      {"a = 1/2/2026", "french-date", "write:\na = 2026-02-01"},
      {"a = 31-12-26", "french-date", "write:\na = 2026-12-31"},
      {"a = 31/02/2026", "", ""},
      {"a = 2026-10-06 14h30", "french-time", "write:\na = 2026-10-06T14:30:00"},
      {"a = 9 h", "french-time", "write:\na = 2026-10-06T09:00:00"},
      {"a = 1 200", "french-number", "write:\na = 1200"},
      {"a = 1\u202F200", "french-number", "write:\na = 1200"},
      {"a = 12,5", "french-number", "write:\na = \"12,5\""},
      {"a\u202F= \"x\"", "no-break-space", "write:\na = \"x\""},
      {"a =\u00A0\"x\"", "no-break-space", "write:\na = \"x\""},
      {"a = Bonjour", "unquoted-text", "write:\na = \"Bonjour\""},
      {"a = Été", "unquoted-text", "write:\na = \"Été\""},
      {"a = \"b \"c\" d\"", "quote-in-text", "use « » inside, or write the inner ones \\\""},
      {"a = 1", "", ""},
      {"a =", "", ""},
      {"", "", ""},
      {"= 1", "", ""},
      {"[a", "", ""},
      {"\u00A0", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    const toml::Trap trap = toml::find_trap(row.line);
    CHECK(trap.code.name == row.code);
    CHECK(trap.help == row.help);
  }
}

TEST_CASE("columns of traps are counted in letters") {
  const toml::Trap trap = toml::find_trap("é : Été");
  CHECK(trap.column == 3);
  CHECK(trap.length == 1);
}

TEST_CASE("French days and hours") {
  CHECK(toml::french_date("12/03/2026") == "2026-03-12");
  CHECK(toml::french_date("1.2.26") == "2026-02-01");
  CHECK_FALSE(toml::french_date("2026-03-12").has_value());
  CHECK_FALSE(toml::french_date("12/13/2026").has_value());
  CHECK_FALSE(toml::french_date("").has_value());
  CHECK(toml::french_time("14h30") == "14:30:00");
  CHECK(toml::french_time("9 H") == "09:00:00");
  CHECK_FALSE(toml::french_time("14:30").has_value());
  CHECK_FALSE(toml::french_time("h").has_value());
}
