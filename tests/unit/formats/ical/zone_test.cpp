// VTIMEZONEs: the short form, or none.
#include <doctest/doctest.h>

#include "formats/locale/zone_rules.h"
#include "samples.h"

using namespace cenacle;
using namespace cenacle::ical;

TEST_CASE("a zone without changes is one STANDARD without a rule") {
  CHECK(vtimezone("Indian/Reunion") ==
        "BEGIN:VTIMEZONE\r\nTZID:Indian/Reunion\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0400\r\n"
        "TZOFFSETTO:+0400\r\nTZNAME:+04\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n");
  CHECK(test::has_line(vtimezone("Pacific/Marquesas"), "TZOFFSETTO:-0930"));
}

TEST_CASE("zones of two yearly changes, north and south, by the nth or the last Sunday") {
  struct Row {
    const char* zone;
    const char* standard;
    const char* daylight;
  };
  const Row rows[] = {
      {"Europe/Paris", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"},
      {"America/Miquelon", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"},
      {"Australia/Sydney", "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.zone);
    const std::string text = vtimezone(row.zone);
    CHECK(test::has_line(text.substr(0, text.find("END:STANDARD")), row.standard));
    CHECK(test::has_line(text.substr(text.find("BEGIN:DAYLIGHT")), row.daylight));
  }
}

TEST_CASE("zones whose changes no yearly rule says have no VTIMEZONE") {
  for (const char* zone :
       {"Africa/Casablanca", "Africa/El_Aaiun", "Asia/Gaza", "America/Santiago", "No/Where", "", "PST"}) {
    CAPTURE(zone);
    CHECK(vtimezone(zone) == "");
  }
}

TEST_CASE("Windows' names of zones") {
  CHECK(locale::zone_of_windows("Romance Standard Time") == "Europe/Paris");
  CHECK(locale::zone_of_windows("SA Eastern Standard Time") == "America/Cayenne");
  CHECK(locale::zone_of_windows("Europe/Paris") == "");
  CHECK(locale::zone_of_windows("") == "");
  CHECK(locale::zone_of_windows("Customized Time Zone") == "");
  CHECK(locale::zone_of_windows(std::string(1000, 'x')) == "");
}
