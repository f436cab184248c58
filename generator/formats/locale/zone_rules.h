// What a calendar file must say of a time zone: the rules that hold every year, as plain values, and the IANA name of
// a zone that Windows calls otherwise.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cenacle::locale {

/// A change of hour that comes every year: the `nth` (-1: last) `weekday` (ISO: 1 Monday … 7 Sunday) of `month`, at
/// `second_of_day` on the clock that is about to change.
struct YearlyChange {
  unsigned month = 1;
  int nth = 1;
  int weekday = 7;
  int second_of_day = 0;

  friend bool operator==(const YearlyChange&, const YearlyChange&) = default;
};

/// Daylight saving time.
struct Saving {
  int offset = 0;
  std::string name;
  YearlyChange begins, ends;

  friend bool operator==(const Saving&, const Saving&) = default;
};

/// A zone as it is now. Offsets are seconds east of UTC, names are abbreviations ("CET"; "+04" where none is usual).
struct YearlyRules {
  int offset = 0;
  std::string name;
  std::optional<Saving> saving;

  friend bool operator==(const YearlyRules&, const YearlyRules&) = default;
};

/// The rules of an IANA zone, when two yearly changes, or none at all, say everything about it from 2020 to 2040; null
/// otherwise (Africa/Casablanca follows the moon) and for an unknown zone. Thread-safe; lives as long as the program.
const YearlyRules* yearly_rules(std::string_view zone);

/// "Europe/Paris" for "Romance Standard Time", by CLDR's table; "" for a name that Windows does not have.
std::string zone_of_windows(std::string_view name);

}  // namespace cenacle::locale
