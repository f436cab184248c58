// Days and hours as people write them.
#include "formats/toml/moments.h"

#include <doctest/doctest.h>

#include <string>

using namespace cenacle;

TEST_CASE("days and moments that were meant") {
  struct Row {
    std::string text, date, moment;
  };
  const Row rows[] = {
      {"2026-10-06", "2026-10-06", ""},
      {"12/03/2026", "2026-03-12", ""},
      {"12.03.26", "2026-03-12", ""},
      {"6 octobre 2026", "2026-10-06", ""},
      {"1er août 2026", "2026-08-01", ""},
      {"le mardi 6 Octobre 2026", "2026-10-06", ""},
      {"3 FÉVRIER 2026", "2026-02-03", ""},
      {"2026-3-1", "2026-03-01", ""},
      {"12/13/2026", "", ""},
      {"30 février 2026", "", ""},
      {"2026-10-06 09:30", "", "2026-10-06T09:30:00"},
      {"2026-10-06T9:30", "", "2026-10-06T09:30:00"},
      {"12/03/2026 14h30", "", "2026-03-12T14:30:00"},
      {"12/03/2026 à 14 h", "", "2026-03-12T14:00:00"},
      {"6 octobre 2026 à 9h", "", "2026-10-06T09:00:00"},
      {"mardi 6 octobre 2026 à 14 h 05", "", "2026-10-06T14:05:00"},
      {"2026-10-06 25:00", "", ""},
      {"demain", "", ""},
      {"", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto date = toml::date_meant(row.text);
    CHECK((date ? base::iso(*date) : "") == row.date);
    const auto moment = toml::moment_meant(row.text);
    CHECK((moment ? base::iso(*moment) : "") == row.moment);
  }
}

TEST_CASE("hours that were meant") {
  CHECK(toml::time_meant("14h30") == "14:30:00");
  CHECK(toml::time_meant("9 H") == "09:00:00");
  CHECK(toml::time_meant("14:30") == "14:30:00");
  CHECK(toml::time_meant("14:30:15") == "14:30:15");
  for (const char* text : {"", "h", "14", "14:", "24h", "9h5", "9h60", "12:30:99", "-1h"}) {
    CAPTURE(text);
    CHECK_FALSE(toml::time_meant(text).has_value());
  }
}

TEST_CASE("the day nearest to one that there is not") {
  struct Row {
    std::string text, nearest;
  };
  const Row rows[] = {{"2026-02-30", "2026-02-28"}, {"2028-02-30", "2028-02-29"}, {"31/04/2026", "2026-04-30"}, {"2026-13-06", "2026-12-06"},
                      {"2026-00-00", "2026-01-01"}, {"2026-02-03", "2026-02-03"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(base::iso(toml::nearest_day(toml::day_written(row.text).value())) == row.nearest);
  }
}
