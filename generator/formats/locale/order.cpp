// The order of a directory: word by word, accents and case last, numbers by value.
#include "formats/locale/order.h"

#include <unicode/tblcoll.h>

namespace cenacle::locale {

namespace {

/// Hyphens, apostrophes and no-break spaces separate words as a space does, so that "Saint-Denis" and "Saint Denis" are
/// neighbours (the "mot à mot" order of NF Z44-001).
constexpr char16_t word_by_word[] = u"&' '<<<'-'<<<'\u2010'<<<'\u2011'<<<''<<<'\u2019'<<<'\u00A0'<<<'\u202F'";

std::unique_ptr<icu::RuleBasedCollator> make(const std::string& icu_name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale(icu_name.c_str());
  const std::unique_ptr<icu::Collator> base(icu::Collator::createInstance(locale, status));
  const auto* rules = dynamic_cast<const icu::RuleBasedCollator*>(base.get());
  if (U_FAILURE(status) || rules == nullptr) return nullptr;
  icu::UnicodeString text = rules->getRules();
  text += icu::UnicodeString(word_by_word);
  auto made = std::make_unique<icu::RuleBasedCollator>(text, status);
  // French dictionaries compare accents from the end of the word: cote, côte, coté, côté.
  if (std::string_view(locale.getLanguage()) == "fr") made->setAttribute(UCOL_FRENCH_COLLATION, UCOL_ON, status);
  made->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  made->setAttribute(UCOL_NORMALIZATION_MODE, UCOL_ON, status);
  if (U_FAILURE(status)) return nullptr;
  return made;
}

}  // namespace

struct Order::State {
  std::unique_ptr<icu::RuleBasedCollator> collator;  ///< none when ICU's data is missing: the order of bytes
};

Order::Order(const std::string& icu_name) : state_(std::make_unique<State>(State{make(icu_name)})) {}

Order::~Order() = default;

int Order::compare(std::string_view a, std::string_view b) const {
  if (state_->collator) {
    UErrorCode status = U_ZERO_ERROR;
    const UCollationResult result = state_->collator->compareUTF8(a, b, status);
    if (U_SUCCESS(status) && result != UCOL_EQUAL) return result == UCOL_LESS ? -1 : 1;
  }
  // Texts that the language does not tell apart still have one order.
  const int bytes = a.compare(b);
  return bytes < 0 ? -1 : bytes > 0 ? 1 : 0;
}

std::string Order::sort_key(std::string_view text) const {
  std::string key;
  if (state_->collator) {
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
    key.resize(64 + text.size() * 4);
    const auto write = [&] {
      return state_->collator->getSortKey(wide, reinterpret_cast<std::uint8_t*>(key.data()),
                                          static_cast<int32_t>(key.size()));
    };
    auto size = static_cast<std::size_t>(write());
    if (size > key.size()) {
      key.resize(size);
      size = static_cast<std::size_t>(write());
    }
    key.resize(size);  // with its final zero, the only one in it
  }
  return key.append(text);
}

}  // namespace cenacle::locale
