// Text as other programs leave it (ICU): in which encoding it is, and one way of writing each letter.
#include "formats/locale/encoding.h"

#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "base/text.h"

namespace cenacle::locale {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF", big_endian_mark = "\xFE\xFF", little_endian_mark = "\xFF\xFE";

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Close>;

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

std::string converted(std::string_view bytes, const char* from) {
  return utf8(icu::UnicodeString(bytes.data(), static_cast<int32_t>(bytes.size()), from));
}

/// The byte order of UTF-16 without a mark: in text of our alphabets one of two bytes is zero. Null: it is not UTF-16.
const char* utf16_without_mark(std::string_view bytes) {
  constexpr std::size_t looked_at = 64;
  const std::string_view start = bytes.substr(0, looked_at & ~std::size_t{1});
  if (start.size() < 4 || bytes.size() % 2 != 0) return nullptr;
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < start.size(); ++i) zeros[i % 2] += start[i] == '\0';
  if (zeros[1] * 4 >= start.size() && zeros[0] == 0) return "UTF-16LE";
  return zeros[0] * 4 >= start.size() && zeros[1] == 0 ? "UTF-16BE" : nullptr;
}

std::string normalized(std::string_view text, const icu::Normalizer2* form) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }) || !form)
    return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString out = form->normalize(icu::UnicodeString::fromUTF8(text), status);
  return U_SUCCESS(status) ? utf8(out) : std::string(text);
}

}  // namespace

Decoded decode(std::string_view bytes) {
  if (bytes.starts_with(little_endian_mark)) return {converted(bytes.substr(2), "UTF-16LE"), Encoding::utf16};
  if (bytes.starts_with(big_endian_mark)) return {converted(bytes.substr(2), "UTF-16BE"), Encoding::utf16};
  if (const char* order = utf16_without_mark(bytes)) return {converted(bytes, order), Encoding::utf16};
  if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
  if (!base::first_invalid_utf8(bytes)) return {std::string(bytes), Encoding::utf8};
  return {converted(bytes, "windows-1252"), Encoding::windows_1252};
}

std::string composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  return normalized(text, icu::Normalizer2::getNFCInstance(status));
}

std::string plain_forms(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  return normalized(text, icu::Normalizer2::getNFKCInstance(status));
}

std::optional<std::string> mended(std::string_view text) {
  // The lead bytes of UTF-8's two- and three-byte letters, as Windows-1252 shows them: Â to ï.
  if (text.find('\xC3') == std::string_view::npos) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open("windows-1252", &status));
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  std::string bytes(static_cast<std::size_t>(wide.length()) * 2 + 8, '\0');
  const int32_t size = ucnv_fromUChars(converter.get(), bytes.data(), static_cast<int32_t>(bytes.size()),
                                       wide.getBuffer(), wide.length(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(size));
  const bool is_ascii =
      std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (is_ascii || base::first_invalid_utf8(bytes)) return std::nullopt;
  return bytes;
}

}  // namespace cenacle::locale
