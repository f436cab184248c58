// Dates and times of day in words: ICU's names and patterns are fetched once, the assembling is ours, since it happens
// tens of thousands of times in a build.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/time.h"

namespace cenacle::locale {

/// Thread-safe; what is made on demand (formats of unusual skeletons) is behind a lock.
class CalendarText {
 public:
  /// `icu_name` as ICU writes it: "fr_FR".
  explicit CalendarText(const std::string& icu_name);
  ~CalendarText();
  CalendarText(const CalendarText&) = delete;
  CalendarText& operator=(const CalendarText&) = delete;

  std::string date(base::Date date, std::string_view style) const;
  std::string time(base::LocalTime time) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cenacle::locale
