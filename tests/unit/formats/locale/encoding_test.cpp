// Text in the encodings that spreadsheets write.
#include <doctest/doctest.h>

#include "formats/locale/encoding.h"

using namespace cenacle;
using locale::Encoding;

TEST_CASE("encoding: what spreadsheets write") {
  struct Row {
    std::string name, bytes;
    Encoding encoding;
    std::string text;
  };
  using namespace std::string_literals;
  const Row rows[] = {
      {"ASCII", "Nom;Mail", Encoding::utf8, "Nom;Mail"},
      {"UTF-8", "Prénom", Encoding::utf8, "Prénom"},
      {"UTF-8 with a mark", "\xEF\xBB\xBFPrénom", Encoding::utf8, "Prénom"},
      {"Windows-1252", "Pr\xE9nom \x80 \x9C", Encoding::windows_1252, "Prénom € œ"},
      {"UTF-16 with a mark", "\xFF\xFEN\0\xE9\0"s, Encoding::utf16, "Né"},
      {"UTF-16, big-endian", "\xFE\xFF\0N\0\xE9"s, Encoding::utf16, "Né"},
      {"UTF-16 without a mark", "N\0o\0m\0;\0"s, Encoding::utf16, "Nom;"},
      {"nothing", "", Encoding::utf8, ""},
      {"a mark alone", "\xEF\xBB\xBF", Encoding::utf8, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto decoded = locale::decode(row.bytes);
    CHECK(decoded.text == row.text);
    CHECK(decoded.encoding == row.encoding);
  }
}

TEST_CASE("encoding: what was taken for another is recognised") {
  CHECK(locale::mended("FrÃ©dÃ©ric") == "Frédéric");
  CHECK(locale::mended("LefÃ¨vre") == "Lefèvre");
  for (const std::string_view sound : {"Frédéric", "ÃO", "São Paulo", "Marie", "", "Ã"}) {
    CAPTURE(sound);
    CHECK_FALSE(locale::mended(sound));
  }
}

TEST_CASE("encoding: one way of writing each letter") {
  CHECK(locale::composed("E\u0301lise") == "Élise");
  CHECK(locale::plain_forms("ｖｉｌｌｅ") == "ville");
  CHECK(locale::plain_forms("ﬁn") == "fin");
}
