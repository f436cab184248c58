// Days, wall-clock times and instants, as the standard library names them; time zones are in formats/locale.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace cenacle::base {

using Date = std::chrono::year_month_day;      ///< a civil day
using LocalTime = std::chrono::local_seconds;  ///< a wall-clock time in a zone that is named elsewhere
using Instant = std::chrono::sys_seconds;      ///< a point in time, UTC

/// "2026-10-06"
std::string iso(Date date);
/// "2026-10-06T09:30:00"
std::string iso(LocalTime time);
/// "2026-10-06T07:30:00Z"
std::string iso(Instant instant);

/// An RFC 3339 date-time with its offset ("2026-09-15T09:00:00+02:00" or "…Z"), or nothing.
std::optional<Instant> parse_instant(std::string_view text);
/// "2026-10-06" as an existing day, or nothing.
std::optional<Date> parse_date(std::string_view text);

Date date_of(LocalTime time);
LocalTime midnight(Date date);
Date add_days(Date date, int days);
/// `date` moved by `months`; a day that the month does not have becomes its last.
Date add_months(Date date, int months);
/// Whole days from `from` to `to`.
int days_between(Date from, Date to);
/// ISO weekday: 1 Monday … 7 Sunday.
int weekday(Date date);

/// Where "now" comes from, so that tests and simulations choose it (`--now`).
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

/// A clock that always says the same.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Instant instant) : instant_(instant) {}
  Instant now() const override { return instant_; }

 private:
  Instant instant_;
};

}  // namespace cenacle::base
