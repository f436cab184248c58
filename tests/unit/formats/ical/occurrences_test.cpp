// The dates that a recurrence gives.
#include <doctest/doctest.h>

#include "samples.h"

using namespace cenacle;
using namespace cenacle::ical;
using test::wall;

namespace {

using Frequency = Recurrence::Frequency;

std::string days(const std::vector<base::LocalTime>& starts) {
  std::string out;
  for (const base::LocalTime start : starts)
    out += (out.empty() ? "" : " ") + base::iso(base::date_of(start)).substr(5);
  return out;
}

}  // namespace

TEST_CASE("occurrences of a recurrence") {
  struct Row {
    const char* name;
    Recurrence recurrence;
    const char* start;
    const char* expected;
  };
  const Row rows[] = {
      {"every week", {Frequency::weekly, 1, {}, {}, 4}, "2026-10-06T09:30:00", "10-06 10-13 10-20 10-27"},
      {"two days a week",
       {Frequency::weekly, 1, {{2, 0}, {4, 0}}, {}, 4},
       "2026-10-06T09:30:00",
       "10-06 10-08 10-13 10-15"},
      {"every other week", {Frequency::weekly, 2, {}, {}, 3}, "2026-10-06T09:30:00", "10-06 10-20 11-03"},
      {"until, included",
       {Frequency::daily, 1, {}, wall("2026-10-08T09:30:00"), {}},
       "2026-10-06T09:30:00",
       "10-06 10-07 10-08"},
      {"until, just missed",
       {Frequency::daily, 1, {}, wall("2026-10-08T09:29:59"), {}},
       "2026-10-06T09:30:00",
       "10-06 10-07"},
      {"the second Tuesday", {Frequency::monthly, 1, {{2, 2}}, {}, 3}, "2026-10-13T09:30:00", "10-13 11-10 12-08"},
      {"the last Friday", {Frequency::monthly, 1, {{5, -1}}, {}, 3}, "2026-10-30T09:30:00", "10-30 11-27 12-25"},
      {"the 31st, where there is one", {Frequency::monthly, 1, {}, {}, 3}, "2026-08-31T09:30:00", "08-31 10-31 12-31"},
      {"the 29th of February", {Frequency::yearly, 1, {}, {}, 2}, "2028-02-29T09:30:00", "02-29 02-29"},
      {"a start beside the rule counts",
       {Frequency::weekly, 1, {{3, 0}}, {}, 3},
       "2026-10-06T09:30:00",
       "10-06 10-07 10-14"},
      {"until before the start",
       {Frequency::weekly, 1, {}, wall("2026-01-01T00:00:00"), {}},
       "2026-10-06T09:30:00",
       "10-06"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(days(occurrences(row.recurrence, wall(row.start))) == row.expected);
  }
}

TEST_CASE("endless recurrences end at the bound") {
  const Recurrence daily{Frequency::daily, 1, {}, {}, {}};
  CHECK(occurrences(daily, wall("2026-10-06T09:30:00"), 0).empty());
  CHECK(occurrences(daily, wall("2026-10-06T09:30:00"), 1).size() == 1);
  CHECK(occurrences(daily, wall("2026-10-06T09:30:00")).size() == 1000);
  const Recurrence never{Frequency::monthly, 12, {{1, 5}}, {}, {}};  // a fifth Monday of the start's month: some years
  CHECK(occurrences(never, wall("2026-02-02T09:30:00"), 100).size() <= 100);
}
