// Text as other programs leave it (ICU): in which encoding it is, and one way of writing each letter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cenacle::locale {

enum class Encoding : std::uint8_t { utf8, utf16, windows_1252 };

struct Decoded {
  std::string text;  ///< UTF-8, well-formed, without a byte order mark
  Encoding encoding = Encoding::utf8;
};

/// What is UTF-8 is that; what has the byte order mark of UTF-16, or a zero in every second byte of its beginning, is
/// that; anything else is taken for Windows-1252, what spreadsheets write in western Europe.
Decoded decode(std::string_view bytes);

/// NFC: é is one code point, however it was typed.
std::string composed(std::string_view text);
/// NFKC: full-width letters, ligatures and other ways of writing a plain letter are that letter.
std::string plain_forms(std::string_view text);

/// What UTF-8 text meant before some program took it for Windows-1252: "FrÃ©dÃ©ric" is "Frédéric". Nothing for text
/// that was not.
std::optional<std::string> mended(std::string_view text);

}  // namespace cenacle::locale
