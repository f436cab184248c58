// Numbers, plurals, letters and names of zones as a language writes them; dates and order are beside.
#include "formats/locale/locale.h"

#include <unicode/casemap.h>
#include <unicode/currunit.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unicode/tznames.h>

#include <algorithm>
#include <array>

#include "formats/locale/calendar_text.h"
#include "formats/locale/order.h"

namespace cenacle::locale {

namespace {

/// The country matters for the order of day and month: a language alone means its European form.
std::string icu_name(std::string_view language) {
  if (language == "fr") return "fr_FR";
  if (language == "en") return "en_GB";
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(language, status);
  return U_SUCCESS(status) ? locale.getName() : "root";
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

bool starts_with_vowel(std::string_view name) {
  constexpr std::string_view vowels[] = {"A", "E", "I", "O", "U", "É", "È", "Ê", "Î", "Ô", "À", "Â", "Œ"};
  return std::any_of(std::begin(vowels), std::end(vowels),
                     [&](std::string_view vowel) { return name.starts_with(vowel); });
}

std::string french_zone_name(std::string_view city) {
  if (city.starts_with("Le ")) return std::string("heure du ").append(city.substr(3));
  if (city.starts_with("Les ")) return std::string("heure des ").append(city.substr(4));
  return std::string(starts_with_vowel(city) ? "heure d’" : "heure de ").append(city);
}

}  // namespace

struct Locale::State {
  explicit State(std::string_view tag)
      : language(tag), name(icu_name(tag)), locale(name.c_str()), calendar(name), order(name) {
    UErrorCode status = U_ZERO_ERROR;
    numbers = icu::number::NumberFormatter::withLocale(locale);
    money = icu::number::NumberFormatter::withLocale(locale)
                .unit(icu::CurrencyUnit(u"EUR", status))
                .scale(icu::number::Scale::powerOfTen(-2));
    // ICU compiles a formatter when it is used for the third time or so: here, before threads share it.
    for (int use = 0; use < 5; ++use) {
      numbers.formatInt(use, status);
      money.formatInt(use, status);
    }
    status = U_ZERO_ERROR;
    plurals.reset(icu::PluralRules::forLocale(locale, status));
    zones.reset(icu::TimeZoneNames::createInstance(locale, status));
    for (std::size_t i = 0; i < small.size(); ++i) small[i] = asks_for_one(static_cast<std::int64_t>(i));
  }

  bool asks_for_one(std::int64_t number) const {
    return plurals ? plurals->select(static_cast<double>(number)) == icu::UnicodeString(u"one") : number == 1;
  }

  std::string language, name;
  icu::Locale locale;
  CalendarText calendar;
  Order order;
  // All are immutable once made; ICU's const functions may then be called from any thread.
  icu::number::LocalizedNumberFormatter numbers, money;
  std::unique_ptr<const icu::PluralRules> plurals;
  std::unique_ptr<const icu::TimeZoneNames> zones;
  std::array<bool, 128> small{};  ///< is_singular of the numbers met most
};

Locale::Locale(std::string_view language) : state_(std::make_unique<State>(language)) {}

Locale::~Locale() = default;

std::string_view Locale::language() const { return state_->language; }

std::string Locale::date(base::Date date, std::string_view style) const {
  return state_->calendar.date(date, is_date_style(style) ? style : "long");
}

bool Locale::is_date_style(std::string_view style) {
  constexpr std::string_view names[] = {"long", "medium", "short", "day", "month", "weekday", "iso"};
  if (std::find(std::begin(names), std::end(names), style) != std::end(names)) return true;
  // UTS 35 date fields, each in one run: "yMMMd" is a skeleton, "yMy" is not.
  constexpr std::string_view fields = "GyYuUrQqMLwWdDFgEec";
  if (style.empty() || style.size() > 24 || style.find_first_not_of(fields) != std::string_view::npos) return false;
  for (std::size_t i = 1; i < style.size(); ++i) {
    if (style[i] != style[i - 1] && style.substr(0, i).find(style[i]) != std::string_view::npos) return false;
  }
  return true;
}

std::string Locale::time(base::LocalTime time) const { return state_->calendar.time(time); }

std::string Locale::zone_name(std::string_view zone) const {
  icu::UnicodeString city;
  city.setToBogus();
  if (state_->zones && is_time_zone(zone))
    state_->zones->getExemplarLocationName(icu::UnicodeString::fromUTF8(zone), city);
  if (city.isBogus() || city.isEmpty()) return std::string(zone == "Etc/UTC" ? "UTC" : zone);
  const std::string_view spoken = state_->locale.getLanguage();
  if (spoken == "fr") return french_zone_name(utf8(city));
  return spoken == "en" ? utf8(city) + " time" : utf8(city);
}

bool Locale::is_singular(std::int64_t number) const {
  if (number >= 0 && number < static_cast<std::int64_t>(state_->small.size())) {
    return state_->small[static_cast<std::size_t>(number)];
  }
  return state_->asks_for_one(number);
}

std::string Locale::number(std::int64_t number) const {
  UErrorCode status = U_ZERO_ERROR;
  std::string out = utf8(state_->numbers.formatInt(number, status).toString(status));
  return U_SUCCESS(status) ? out : std::to_string(number);
}

std::string Locale::money(std::int64_t cents) const {
  UErrorCode status = U_ZERO_ERROR;
  std::string out = utf8(state_->money.formatInt(cents, status).toString(status));
  return U_SUCCESS(status) ? out : std::to_string(cents);
}

int Locale::compare(std::string_view a, std::string_view b) const { return state_->order.compare(a, b); }

std::string Locale::sort_key(std::string_view text) const { return state_->order.sort_key(text); }

namespace {

/// `map` writes into a sink, as icu::CaseMap's functions do; `text` itself when they fail (a text of 2 GB).
template <class Map>
std::string mapped(std::string_view text, const Map& map) {
  std::string out;
  out.reserve(text.size());
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  map(sink, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

}  // namespace

std::string Locale::upper(std::string_view text) const {
  return mapped(text, [&](icu::ByteSink& sink, UErrorCode& status) {
    icu::CaseMap::utf8ToUpper(state_->name.c_str(), 0, text, sink, nullptr, status);
  });
}

std::string Locale::lower(std::string_view text) const {
  return mapped(text, [&](icu::ByteSink& sink, UErrorCode& status) {
    icu::CaseMap::utf8ToLower(state_->name.c_str(), 0, text, sink, nullptr, status);
  });
}

std::string fold(std::string_view text) {
  return mapped(
      text, [&](icu::ByteSink& sink, UErrorCode& status) { icu::CaseMap::utf8Fold(0, text, sink, nullptr, status); });
}

std::string Locale::capitalize(std::string_view text) const {
  return mapped(text, [&](icu::ByteSink& sink, UErrorCode& status) {
    icu::CaseMap::utf8ToTitle(state_->name.c_str(), U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_LOWERCASE, nullptr, text,
                              sink, nullptr, status);
  });
}

}  // namespace cenacle::locale
