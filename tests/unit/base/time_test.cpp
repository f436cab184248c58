// base/time: ISO forms and the calendar.
#include "base/time.h"

#include <doctest/doctest.h>

using namespace cenacle::base;

namespace {

Date day(const char* text) { return *parse_date(text); }

}  // namespace

TEST_CASE("time: days are read and written") {
  CHECK(iso(day("2026-10-06")) == "2026-10-06");
  for (const char* bad : {"2026-02-29", "2026-13-01", "2026-1-01", "06/10/2026", "2026-10-06 ", ""}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_date(bad).has_value());
  }
  CHECK(parse_date("2028-02-29").has_value());
}

TEST_CASE("time: instants carry their offset") {
  CHECK(iso(*parse_instant("2026-09-15T09:00:00+02:00")) == "2026-09-15T07:00:00Z");
  CHECK(iso(*parse_instant("2026-01-01T00:30:00+01:00")) == "2025-12-31T23:30:00Z");
  CHECK(iso(*parse_instant("2026-09-15T09:00:00-04:30")) == "2026-09-15T13:30:00Z");
  CHECK(iso(*parse_instant("2026-09-15T09:00:00Z")) == "2026-09-15T09:00:00Z");
  for (const char* bad : {"2026-09-15T09:00:00", "2026-09-15T24:00:00Z", "2026-09-15T09:60:00Z", "2026-09-15", "now",
                          "2026-09-15T09:00:00+2:00", "2026-09-31T09:00:00Z"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_instant(bad).has_value());
  }
}

TEST_CASE("time: months end where they end") {
  CHECK(iso(add_months(day("2026-01-31"), 1)) == "2026-02-28");
  CHECK(iso(add_months(day("2027-11-30"), 3)) == "2028-02-29");
  CHECK(iso(add_months(day("2026-03-15"), -3)) == "2025-12-15");
  CHECK(iso(add_days(day("2026-12-31"), 1)) == "2027-01-01");
  CHECK(days_between(day("2026-03-01"), day("2026-02-01")) == -28);
}

TEST_CASE("time: weekdays count from Monday") {
  CHECK(weekday(day("2026-10-05")) == 1);
  CHECK(weekday(day("2026-10-11")) == 7);
}

TEST_CASE("time: a wall-clock time and its day") {
  const LocalTime time = midnight(day("2026-10-06")) + std::chrono::hours(9) + std::chrono::minutes(30);
  CHECK(iso(time) == "2026-10-06T09:30:00");
  CHECK(date_of(time) == day("2026-10-06"));
}
