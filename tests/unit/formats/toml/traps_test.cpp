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
      {"title : “X\"", "colon-for-equals", "write:\ntitle = \"X\""},
      {"created : 12/03/2026", "colon-for-equals", "write:\ncreated = 2026-03-12"},
      {"draft : Vrai", "colon-for-equals", "write:\ndraft = true"},
      {"topics : [archives]", "colon-for-equals", "write:\ntopics = [\"archives\"]"},
      {"title :", "colon-for-equals", "write:\ntitle = \"…\""},
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
      {"a = 17 novembre 2026", "french-date", "write:\na = 2026-11-17"},
      {"a = 12/03/2026 # à confirmer", "french-date", "write:\na = 2026-03-12"},
      {"a = 31/02/2026", "no-such-day", "write:\na = 2026-02-28"},
      {"a = 2026-02-30", "no-such-day", "write:\na = 2026-02-28"},
      {"a = 2026-02-30T09:30:00", "no-such-day", "write:\na = 2026-02-28T09:30:00"},
      {"a = 2026-10-06T24:00:00", "no-such-day", "write:\na = 2026-10-06T23:59:00"},
      {"a = 2026-10-06", "", ""},
      {"a = 2026-10-06T09:30:00", "", ""},
      {"a = 2026-10-06 09:30:00", "", ""},
      {"a = 2026-10-06T9:30", "french-time", "write:\na = 2026-10-06T09:30:00"},
      {"a = 17 novembre 2026 à 9h", "french-time", "write:\na = 2026-11-17T09:00:00"},
      {"a = 2026-10-06 14h30", "french-time", "write:\na = 2026-10-06T14:30:00"},
      {"a = 9 h", "french-time", "write:\na = 2026-10-06T09:00:00"},
      {"a = 1 200", "french-number", "write:\na = 1200"},
      {"a = 1\u202F200", "french-number", "write:\na = 1200"},
      {"a = 12,5", "french-number", "write:\na = \"12,5\""},
      {"a\u202F= \"x\"", "no-break-space", "write:\na = \"x\""},
      {"a =\u00A0\"x\"", "no-break-space", "write:\na = \"x\""},
      {"a = Bonjour", "unquoted-text", "write:\na = \"Bonjour\""},
      {"a = Été", "unquoted-text", "write:\na = \"Été\""},
      {"a = [archives]", "unquoted-text", "write:\na = [\"archives\"]"},
      {"a = [ \"x, y\", Été , 3, true, «\u00A0z\u00A0»]", "unquoted-text", "write:\na = [\"x, y\", \"Été\", 3, true, \"z\"]"},
      {"a = [“x”]", "curly-quotes", "write:\na = [\"x\"]"},
      {"a = [\"x\"]", "", ""},
      {"a = \"x", "toml-syntax", "write:\na = \"x\""},
      {"a = \"C:\\Accueil\"", "toml-syntax", "write:\na = \"C:\\\\Accueil\""},
      {"a = \"x\x1B[31my\x01\"", "control-character", "write:\na = \"xy\""},
      {"a = \"b \"c\" d\"", "quote-in-text", "use « » inside, or write the inner ones \\\""},
      {"a = 1", "", ""},
      {"a =", "toml-syntax", "take the line out, or write:\na = \"…\""},
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

TEST_CASE("columns of traps in a list are those of the word") {
  const toml::Trap trap = toml::find_trap("é = [\"é\", Été]");
  CHECK(trap.code.name == "accented-key");
  const toml::Trap in_list = toml::find_trap("e = [\"é\", Été]");
  CHECK(in_list.column == 11);
  CHECK(in_list.length == 3);
}

TEST_CASE("what is proposed fits what the key wants") {
  CHECK(toml::find_trap("start = 17/11/2026", {true, "2026-01-01"}).help == "write:\nstart = 2026-11-17T09:30:00");
  CHECK(toml::find_trap("end = 12h", {true, "2026-11-17"}).help == "write:\nend = 2026-11-17T12:00:00");
}
