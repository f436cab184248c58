// Dates and times of day in words: ICU's names and patterns are fetched once, the assembling is ours, since it happens
// tens of thousands of times in a build.
#include "formats/locale/calendar_text.h"

#include <unicode/dtfmtsym.h>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>

#include <map>
#include <mutex>

#include "formats/locale/date_pattern.h"

namespace cenacle::locale {

namespace {

constexpr std::string_view no_break_space = "\u00A0";

struct Style {
  std::string_view name, skeleton;
};
constexpr std::array<Style, 6> styles{{{"long", "yMMMMEEEEd"},
                                       {"medium", "yMMMMd"},
                                       {"short", "yMMdd"},
                                       {"day", "MMMMEEEEd"},
                                       {"month", "yMMMM"},
                                       {"weekday", "EEEE"}}};

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

CalendarNames names_of(const icu::Locale& locale) {
  using Symbols = icu::DateFormatSymbols;
  UErrorCode status = U_ZERO_ERROR;
  const Symbols symbols(locale, status);
  CalendarNames names;
  if (U_FAILURE(status)) return names;
  const Symbols::DtWidthType widths[] = {Symbols::WIDE, Symbols::ABBREVIATED, Symbols::NARROW, Symbols::SHORT};
  const auto months = [&](Symbols::DtContextType context, Symbols::DtWidthType width, CalendarNames::Months* out) {
    int32_t count = 0;
    const icu::UnicodeString* words = symbols.getMonths(count, context, width);
    for (int32_t i = 0; i < count && i < 12; ++i) (*out)[static_cast<std::size_t>(i)] = utf8(words[i]);
  };
  const auto days = [&](Symbols::DtContextType context, Symbols::DtWidthType width, CalendarNames::Days* out) {
    int32_t count = 0;  // ICU's begin at index 1, with Sunday
    const icu::UnicodeString* words = symbols.getWeekdays(count, context, width);
    for (int32_t i = 1; i < count && i < 8; ++i) (*out)[static_cast<std::size_t>((i + 5) % 7)] = utf8(words[i]);
  };
  for (std::size_t w = 0; w < 4; ++w) {
    if (w < 3) months(Symbols::FORMAT, widths[w], &names.months[w]);
    if (w < 3) months(Symbols::STANDALONE, widths[w], &names.standalone_months[w]);
    days(Symbols::FORMAT, widths[w], &names.days[w]);
    days(Symbols::STANDALONE, widths[w], &names.standalone_days[w]);
  }
  int32_t count = 0;
  const icu::UnicodeString* halves = symbols.getAmPmStrings(count);
  for (int32_t i = 0; i < count && i < 2; ++i) names.halves[static_cast<std::size_t>(i)] = utf8(halves[i]);
  if (std::string_view(locale.getLanguage()) == "fr") names.first_of_month = "1er";
  return names;
}

Fields fields_of(base::Date date) {
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
          static_cast<unsigned>(base::weekday(date))};
}

/// ICU 72 puts U+202F before "am"; U+00A0 holds as well, and fonts have it.
std::string with_wide_space(std::string text) {
  constexpr std::string_view narrow = "\u202F";
  for (std::size_t i = 0; (i = text.find(narrow, i)) != std::string::npos;)
    text.replace(i, narrow.size(), no_break_space);
  return text;
}

}  // namespace

struct CalendarText::State {
  explicit State(const std::string& icu_name) : locale(icu_name.c_str()), names(names_of(locale)) {}

  icu::UnicodeString pattern_of(std::string_view skeleton) const {
    UErrorCode status = U_ZERO_ERROR;
    const auto patterns =
        std::unique_ptr<icu::DateTimePatternGenerator>(icu::DateTimePatternGenerator::createInstance(locale, status));
    icu::UnicodeString pattern;
    if (patterns) pattern = patterns->getBestPattern(icu::UnicodeString::fromUTF8(skeleton), status);
    return U_SUCCESS(status) && !pattern.isEmpty() ? pattern : icu::UnicodeString(u"y-MM-dd");
  }

  icu::Locale locale;
  CalendarNames names;
  std::array<std::optional<DatePattern>, styles.size()> named;
  std::optional<DatePattern> time;  ///< none: French, which drops the minutes on the hour

  /// A skeleton of the theme's own: ours when it can be, else ICU's formatter, used by one thread at a time.
  struct Unusual {
    std::optional<DatePattern> pattern;
    std::unique_ptr<icu::SimpleDateFormat> format;
  };
  std::mutex mutex;
  std::map<std::string, Unusual, std::less<>> unusual;

  Unusual make_unusual(std::string_view skeleton) const;
  std::string format_unusual(base::Date date, std::string_view skeleton);
};

CalendarText::State::Unusual CalendarText::State::make_unusual(std::string_view skeleton) const {
  Unusual made;
  const icu::UnicodeString pattern = pattern_of(skeleton);
  made.pattern = DatePattern::compile(utf8(pattern), names);
  if (made.pattern) return made;
  UErrorCode status = U_ZERO_ERROR;
  auto format = std::make_unique<icu::SimpleDateFormat>(pattern, locale, status);
  auto calendar = std::make_unique<icu::GregorianCalendar>(*icu::TimeZone::getGMT(), locale, status);
  calendar->setGregorianChange(-1e17, status);  // days are proleptic Gregorian, as std::chrono's
  if (U_FAILURE(status)) return made;
  format->adoptCalendar(calendar.release());
  made.format = std::move(format);
  return made;
}

std::string CalendarText::State::format_unusual(base::Date date, std::string_view skeleton) {
  const std::lock_guard lock(mutex);
  auto found = unusual.find(skeleton);
  if (found == unusual.end()) found = unusual.emplace(skeleton, make_unusual(skeleton)).first;
  std::string out;
  if (found->second.pattern) {
    found->second.pattern->write(fields_of(date), &out);
  } else if (found->second.format) {
    icu::UnicodeString text;
    const auto day = std::chrono::sys_days(date).time_since_epoch().count();
    out = utf8(found->second.format->format(static_cast<UDate>(day) * 86'400'000.0, text));
  } else {
    out = base::iso(date);
  }
  return out;
}

CalendarText::CalendarText(const std::string& icu_name) : state_(std::make_unique<State>(icu_name)) {
  for (std::size_t i = 0; i < styles.size(); ++i) {
    state_->named[i] = DatePattern::compile(utf8(state_->pattern_of(styles[i].skeleton)), state_->names);
  }
  const std::string_view language = state_->locale.getLanguage();
  if (language == "fr") return;
  // Half-day hours in English: that is what is read without doubt on both sides of the Atlantic.
  state_->time =
      DatePattern::compile(with_wide_space(utf8(state_->pattern_of(language == "en" ? "hm" : "jm"))), state_->names);
  if (!state_->time) state_->time = DatePattern::compile("HH:mm", state_->names);
}

CalendarText::~CalendarText() = default;

std::string CalendarText::date(base::Date date, std::string_view style) const {
  if (!date.ok() || style == "iso") return base::iso(date);
  for (std::size_t i = 0; i < styles.size(); ++i) {
    if (style != styles[i].name) continue;
    if (!state_->named[i]) return state_->format_unusual(date, styles[i].skeleton);
    std::string out;
    state_->named[i]->write(fields_of(date), &out);
    return out;
  }
  return state_->format_unusual(date, style);
}

std::string CalendarText::time(base::LocalTime time) const {
  const base::Date day = base::date_of(time);
  const auto minutes = std::chrono::floor<std::chrono::minutes>(time - base::midnight(day)).count();
  Fields fields;
  fields.hour = static_cast<unsigned>(minutes / 60);
  fields.minute = static_cast<unsigned>(minutes % 60);
  std::string out;
  if (state_->time) {
    state_->time->write(fields, &out);
    return out;
  }
  // Imprimerie nationale: "9 h", "9 h 05".
  out.append(std::to_string(fields.hour)).append(no_break_space).append("h");
  if (fields.minute == 0) return out;
  return out.append(no_break_space).append(fields.minute < 10 ? "0" : "").append(std::to_string(fields.minute));
}

}  // namespace cenacle::locale
