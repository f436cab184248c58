// Wall-clock times and instants around the changes of hour.
#include <doctest/doctest.h>

#include <string>

#include "formats/locale/locale.h"

using namespace cenacle;

namespace {

base::LocalTime wall(const std::string& text) {
  return base::LocalTime(base::parse_instant(text + "Z")->time_since_epoch());
}

}  // namespace

TEST_CASE("names of zones") {
  for (const char* good : {"Europe/Paris", "Indian/Reunion", "America/Cayenne", "UTC", "Etc/UTC", "Etc/GMT+3", "CET",
                           "EST", "Asia/Calcutta", "Asia/Kolkata", "Europe/Kyiv", "America/Argentina/Buenos_Aires"}) {
    CAPTURE(good);
    CHECK(locale::is_time_zone(good));
  }
  for (const char* bad :
       {"", "Europe/paris", "europe/paris", "Romance Standard Time", "GMT+2", "UTC+1", "+02:00", "PST", "IST", "Paris",
        "Etc/Unknown", "SystemV/PST8", "Europe/Paris ", "Europe/Pariss", "\xFF"}) {
    CAPTURE(bad);
    CHECK_FALSE(locale::is_time_zone(bad));
  }
  CHECK_FALSE(locale::is_time_zone(std::string("Europe/Paris\0", 13)));
  CHECK_FALSE(locale::is_time_zone(std::string(100'000, 'x')));
}

TEST_CASE("instants and offsets") {
  struct Row {
    std::string local;
    std::string zone;
    std::string instant;
    std::string written;
    bool gap;
  };
  const Row rows[] = {
      {"2026-10-06T09:30:00", "Europe/Paris", "2026-10-06T07:30:00Z", "2026-10-06T09:30:00+02:00", false},
      {"2026-12-06T09:30:00", "Europe/Paris", "2026-12-06T08:30:00Z", "2026-12-06T09:30:00+01:00", false},
      {"2060-07-01T12:00:00", "Europe/Paris", "2060-07-01T10:00:00Z", "2060-07-01T12:00:00+02:00", false},
      // spring: 02:00 becomes 03:00
      {"2026-03-29T01:59:59", "Europe/Paris", "2026-03-29T00:59:59Z", "2026-03-29T01:59:59+01:00", false},
      {"2026-03-29T02:00:00", "Europe/Paris", "2026-03-29T01:00:00Z", "2026-03-29T02:00:00+01:00", true},
      {"2026-03-29T02:30:00", "Europe/Paris", "2026-03-29T01:30:00Z", "2026-03-29T02:30:00+01:00", true},
      {"2026-03-29T03:00:00", "Europe/Paris", "2026-03-29T01:00:00Z", "2026-03-29T03:00:00+02:00", false},
      // autumn: 02:30 comes twice, the first is meant
      {"2026-10-25T02:30:00", "Europe/Paris", "2026-10-25T00:30:00Z", "2026-10-25T02:30:00+02:00", false},
      {"2026-10-25T03:00:00", "Europe/Paris", "2026-10-25T02:00:00Z", "2026-10-25T03:00:00+01:00", false},
      {"2026-07-01T12:00:00", "Indian/Reunion", "2026-07-01T08:00:00Z", "2026-07-01T12:00:00+04:00", false},
      {"2026-07-01T12:00:00", "America/St_Johns", "2026-07-01T14:30:00Z", "2026-07-01T12:00:00-02:30", false},
      {"2026-07-01T12:00:00", "America/Martinique", "2026-07-01T16:00:00Z", "2026-07-01T12:00:00-04:00", false},
      {"2026-07-01T12:00:00", "UTC", "2026-07-01T12:00:00Z", "2026-07-01T12:00:00+00:00", false},
      // Samoa had no 30 December 2011
      {"2011-12-30T12:00:00", "Pacific/Apia", "2011-12-30T22:00:00Z", "2011-12-30T12:00:00-10:00", true},
      // Paris mean time, nine minutes and twenty-one seconds ahead
      {"1900-01-01T12:00:00", "Europe/Paris", "1900-01-01T11:50:39Z", "1900-01-01T11:50:39Z", false},
      {"2026-07-01T12:00:00", "No/Where", "2026-07-01T12:00:00Z", "2026-07-01T12:00:00+00:00", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.local);
    CAPTURE(row.zone);
    const base::LocalTime time = wall(row.local);
    CHECK(base::iso(locale::to_instant(time, row.zone)) == row.instant);
    CHECK(locale::iso_with_offset(time, row.zone) == row.written);
    CHECK(locale::is_in_gap(time, row.zone) == row.gap);
    CHECK(locale::to_instant(time, row.zone).time_since_epoch().count() + locale::offset_seconds(time, row.zone) ==
          time.time_since_epoch().count());
  }
  CHECK(base::iso(locale::to_local(*base::parse_instant("2026-03-29T01:30:00Z"), "Europe/Paris")) ==
        "2026-03-29T03:30:00");
  CHECK(base::iso(locale::to_local(*base::parse_instant("2026-10-25T01:30:00Z"), "Europe/Paris")) ==
        "2026-10-25T02:30:00");
}
