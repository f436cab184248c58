// Slugs: what addresses and anchors are made of, transliterated by ICU, with what Latin scripts need looked up in a table.
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>

#include <memory>
#include <mutex>

#include "formats/locale/latin_spelling.h"
#include "formats/locale/locale.h"

namespace cenacle::locale {

namespace {

bool is_slug_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// Any script in ASCII, lower case, everything else than letters and digits as '-'. One thread at a time.
class Transliteration {
 public:
  Transliteration() {
    UErrorCode status = U_ZERO_ERROR;
    // Letter-like apostrophes (soft signs) go: they would cut words.
    rules_.reset(icu::Transliterator::createInstance(
        icu::UnicodeString(u"Any-Latin; [\u02B9-\u02BF\u02C8\u02CA-\u02CF] Remove; Latin-ASCII"), UTRANS_FORWARD,
        status));
    compose_ = icu::Normalizer2::getNFKCInstance(status);
    if (U_FAILURE(status)) rules_.reset();
  }

  std::string operator()(std::string_view text) const {
    if (!rules_) return "-";
    const icu::UnicodeString source = without_invisible(icu::UnicodeString::fromUTF8(text));
    const std::lock_guard lock(mutex_);
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString words = compose_->normalize(source, status);
    rules_->transliterate(words);
    words.toLower(icu::Locale::getRoot());
    std::string out;
    for (int32_t i = 0; i < words.length(); i = words.moveIndex32(i, 1)) {
      const UChar32 c = words.char32At(i);
      if (c < 0x80) {
        out += is_slug_letter(static_cast<char>(c)) ? static_cast<char>(c) : '-';
      } else if ((U_GET_GC_MASK(c) & U_GC_M_MASK) == 0) {
        out += '-';
      }
    }
    return out;
  }

 private:
  /// Without soft hyphens and other format characters, which would cut words too.
  static icu::UnicodeString without_invisible(const icu::UnicodeString& text) {
    icu::UnicodeString out;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
      if (u_charType(text.char32At(i)) != U_FORMAT_CHAR) out.append(text.char32At(i));
    }
    return out;
  }

  std::unique_ptr<const icu::Transliterator> rules_;
  const icu::Normalizer2* compose_ = nullptr;
  mutable std::mutex mutex_;
};

const Transliteration& transliteration() {
  static const Transliteration made;
  return made;
}

/// Latin letters and general punctuation from the table; false: there is something else in the text.
bool spell_latin(std::string_view text, std::string* out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u; };
    const unsigned first = byte(i);
    if (first >= 'A' && first <= 'Z') {
      *out += static_cast<char>(first | 0x20);
    } else if (first < 0x80) {
      *out += is_slug_letter(text[i]) ? text[i] : '-';
    } else if (first >= 0xC2 && first <= 0xC9 && (byte(i + 1) & 0xC0) == 0x80) {
      *out += latin_spelling[(((first & 0x1F) << 6) | (byte(i + 1) & 0x3F)) - latin_spelling_begin];
      ++i;
    } else if (first == 0xE2 && byte(i + 1) == 0x80 && byte(i + 2) >= 0x90 && byte(i + 2) <= 0xAF) {
      *out += '-';  // U+2010 to U+202F: dashes, quotation marks, ellipsis, narrow space
      i += 2;
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

std::string slug(std::string_view text) {
  std::string spelled;
  spelled.reserve(text.size() + 8);
  if (!spell_latin(text, &spelled)) spelled = transliteration()(text);
  std::string out;
  out.reserve(spelled.size());
  for (const char c : spelled) {
    if (c != '-' || (!out.empty() && out.back() != '-')) out += c;
  }
  if (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

}  // namespace cenacle::locale
