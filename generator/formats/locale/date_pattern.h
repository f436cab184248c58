// ICU date patterns ("EEEE d MMMM y") turned into steps that write a day or a time without ICU.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cenacle::locale {

/// A language's words for the calendar. Widths in this order: wide, abbreviated, narrow, short.
struct CalendarNames {
  using Months = std::array<std::string, 12>;
  using Days = std::array<std::string, 7>;  ///< Monday first
  std::array<Months, 3> months, standalone_months;
  std::array<Days, 4> days, standalone_days;
  std::array<std::string, 2> halves;  ///< am, pm
  std::string first_of_month;         ///< "1er"; empty: the plain number
};

/// What a pattern may ask of a day and a time.
struct Fields {
  int year = 1970;
  unsigned month = 1, day = 1, weekday = 1;  ///< weekday as in ISO 8601
  unsigned hour = 0, minute = 0;
};

class DatePattern {
 public:
  /// Nothing for a pattern with fields that it does not know (weeks, quarters, eras). `names` must outlive it.
  static std::optional<DatePattern> compile(std::string_view pattern, const CalendarNames& names);
  void write(const Fields& fields, std::string* out) const;

 private:
  enum class Part {
    literal,
    year,
    year_of_century,
    month,
    day,
    hour,
    half_day_hour,
    minute,
    month_name,
    day_name,
    half
  };
  struct Step {
    Part part = Part::literal;
    bool two_digits = false;
    bool ordinal = false;                ///< of a day: the first of a month as the language says it
    const std::string* words = nullptr;  ///< of the names: the first of their array
    std::string text;                    ///< of a literal
  };
  static std::optional<Step> step(char letter, std::size_t width, const CalendarNames& names);

  std::vector<Step> steps_;
  const CalendarNames* names_ = nullptr;
};

}  // namespace cenacle::locale
