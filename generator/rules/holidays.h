// Public holidays by zone, from workflows/public-holidays.toml.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "diag/diagnostics.h"

namespace cenacle::rules {

/// A day of each year: fixed, or so many days after Easter Sunday.
struct Holiday {
  std::string title;
  std::chrono::month_day fixed{};  ///< when not `after_easter`
  bool after_easter = false;
  int days = 0;                 ///< after Easter Sunday; negative: before
  int since = 0, until = 9999;  ///< the first and the last year that have it
  friend bool operator==(const Holiday&, const Holiday&) = default;

  bool falls_on(base::Date date) const;
};

struct Holidays {
  std::map<std::string, std::vector<Holiday>, std::less<>> zones;
  /// The holiday that falls on `date` in `zone`, or null.
  const Holiday* on(base::Date date, std::string_view zone) const;
};

/// Reads the file's text (its format stands at its own head); mistakes are reported.
Holidays parse_holidays(std::string_view text, std::string_view path, diag::Diagnostics& diagnostics);

/// Easter Sunday of a year (Gregorian; Meeus, Astronomical Algorithms, ch. 8).
base::Date easter(int year);

}  // namespace cenacle::rules
