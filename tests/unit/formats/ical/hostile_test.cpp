// Bytes that mean harm, or come from a broken program: bounded in time and memory, and said.
#include <doctest/doctest.h>

#include "samples.h"

using namespace cenacle;
using namespace cenacle::ical;
using namespace cenacle::ical::test;

namespace {

bool says(const Reading& reading, std::string_view words) {
  for (const std::string& problem : reading.problems)
    if (problem.find(words) != problem.npos) return true;
  return false;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

const std::string good = "BEGIN:VEVENT\nUID:good\nDTSTAMP:20260915T070000Z\nDTSTART:20261006T073000Z\nEND:VEVENT\n";

}  // namespace

TEST_CASE("what is no calendar") {
  for (const std::string& text :
       {std::string(), std::string("\xEF\xBB\xBF"), std::string("Bonjour"), std::string(1000, '\0'),
        std::string("BEGIN:VEVENT\nEND:VEVENT\n"), std::string("\n\n \n:\n;:\n")}) {
    const Reading reading = read(text);
    CHECK_FALSE(reading.is_calendar);
    CHECK(says(reading, "no calendar"));
  }
}

TEST_CASE("line ends, byte order mark, letters in any case, several calendars") {
  std::string crlf;
  for (const char byte : foreign(good)) crlf += byte == '\n' ? "\r\n" : std::string(1, byte);
  for (const std::string& text : {foreign(good), crlf, "\xEF\xBB\xBF" + crlf,
                                  std::string("begin:vcalendar\nbegin:vevent\nuid:good\ndtstamp:20260915T070000Z\n"
                                              "dtstart:20261006T073000Z\nend:vevent\nend:vcalendar")}) {
    const Reading reading = read(text);
    REQUIRE(reading.calendar.events.size() == 1);
    CHECK(reading.calendar.events[0].start == at("2026-10-06T07:30:00", "UTC"));
    CHECK(reading.problems.empty());
  }
  CHECK(read(foreign(good) + "\n" + foreign(good)).calendar.events.size() == 2);
}

TEST_CASE("folds inside a character and control characters are mended") {
  constexpr char lines[] = "DTSTART:20261006T073000Z\r\nSUMMARY:\xC3\r\n \xA9t\xC3\n\t\xA9\0\x07!\n";  // with a zero byte
  const Reading reading = read(foreign_event(std::string(lines, sizeof lines - 1)));
  REQUIRE(reading.calendar.events.size() == 1);
  CHECK(reading.calendar.events[0].summary == "été!");
  const Reading latin = read(foreign_event("DTSTART:20261006T073000Z\nSUMMARY:\xE9t\xE9\n"));
  CHECK(latin.calendar.events.at(0).summary == "\xEF\xBF\xBDt\xEF\xBF\xBD");
}

TEST_CASE("a line of 50 MB is left out") {
  const Reading reading = read(foreign("X-LONG:" + std::string(50u << 20, 'x') + "\n" + good));
  CHECK(reading.calendar.events.size() == 1);
  CHECK(says(reading, "a line that is too long"));
  const Reading folded =
      read(foreign("X-LONG:" + repeated("\n xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 200'000) + "\n" + good));
  CHECK(folded.calendar.events.size() == 1);
  CHECK(says(folded, "a line that is too long"));
}

TEST_CASE("100,000 nested components are left out") {
  for (const char* name : {"VEVENT", "VCALENDAR", "VTIMEZONE", "X-A"}) {
    CAPTURE(name);
    const std::string begin = std::string("BEGIN:") + name + "\n", end = std::string("END:") + name + "\n";
    const Reading closed = read(foreign(repeated(begin, 100'000) + repeated(end, 100'000) + good));
    CHECK(closed.calendar.events.size() <= 1);
    CHECK(says(closed, "nested too deep"));
    const Reading open = read(foreign(good + repeated(begin, 100'000)));
    CHECK(open.calendar.events.size() == 1);
    CHECK(says(open, "breaks off"));
  }
}

TEST_CASE("what is not closed is left out; what was left open inside is closed with it") {
  CHECK(read(foreign(good + "BEGIN:VEVENT\nUID:b\n")).calendar.events.size() == 1);
  CHECK(read("BEGIN:VCALENDAR\n" + good + "BEGIN:VEVENT\nUID:b\n").calendar.events.size() == 1);
  const Reading alarm = read(foreign(
      "BEGIN:VEVENT\nUID:u\nDTSTAMP:20260915T070000Z\nDTSTART:20261006T073000Z\nBEGIN:VALARM\nEND:VEVENT\n" + good));
  CHECK(alarm.calendar.events.size() == 2);
  CHECK(says(read(foreign("END:VEVENT\n" + good)), "an END without its BEGIN"));
}

TEST_CASE("the limits, and that they are said") {
  Limits limits;
  limits.events = 2;
  const Reading few = read(foreign(repeated(good, 5)), limits);
  CHECK(few.calendar.events.size() == 2);
  CHECK(says(few, "3 events beyond the limit"));

  limits = {};
  limits.bytes = foreign(good).size() + 10;
  const Reading cut = read(foreign(repeated(good, 5)), limits);
  CHECK(cut.calendar.events.size() == 1);
  CHECK(says(cut, "only the first"));

  CHECK(read(foreign(repeated("no line\n", 1000))).problems.size() <= 101);
  CHECK(says(read(foreign("BEGIN:VTODO\nEND:VTODO\nBEGIN:VTODO\nEND:VTODO\n")), "2 VTODO left out"));
}

TEST_CASE("lines that libical is slow on") {
  struct Row {
    const char* name;
    std::string line;
  };
  const Row rows[] = {
      {"parameters", "ATTENDEE" + repeated(";X-A=b", 150'000) + ":mailto:a@b.example\n"},
      {"one long parameter",
       "ATTENDEE;MEMBER=" + repeated("\"mailto:a@b.example\",", 40'000) + "\"mailto:c\":mailto:a@b.example\n"},
      {"exceptions", "EXDATE:" + repeated("20261006T073000Z,", 60'000) + "20261006T073000Z\n"},
      {"a rule", "RRULE:FREQ=WEEKLY" + repeated(";BYDAY=MO", 100'000) + "\n"},
      {"days of a rule", "RRULE:FREQ=WEEKLY;BYDAY=" + repeated("MO,", 300) + "TU\n"},
      {"attendees", repeated("ATTENDEE:mailto:a@b.example\n", 50'000)},
      {"categories", "CATEGORIES:" + repeated("a,", 400'000) + "b\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Reading reading = read(foreign_event("DTSTART:20261006T073000Z\n" + row.line));
    CHECK(reading.calendar.events.size() == 1);
  }
}

TEST_CASE("times that are none") {
  for (const char* time : {"20261306T073000Z", "20260230T073000Z", "20261006T253000Z", "00000101T000000Z",
                           "99991231T235959Z", "2026", "demain", "-20261006"}) {
    CAPTURE(time);
    const Reading reading = read(foreign_event("DTSTART:" + std::string(time) + "\n"));
    CHECK(reading.calendar.events.empty());
    CHECK_FALSE(reading.problems.empty());
  }
  const Reading endless = read(foreign_event("DTSTART:20261006T073000Z\nDURATION:P999999999W\n"));
  CHECK(endless.calendar.events.at(0).end == at("2026-10-06T07:30:00", "UTC"));
}

TEST_CASE("zones that mean harm") {
  const std::string rule =
      "BEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=SECONDLY\nEND:"
      "STANDARD\n";
  const std::string yearly =
      "BEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETTO:+9999\nRRULE:FREQ=YEARLY\nEND:STANDARD\n";
  const std::string never =
      "BEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\nEND:"
      "STANDARD\n";
  for (const std::string& observance : {rule, yearly, never}) {
    std::string zones;
    for (int i = 0; i < 300; ++i)
      zones += "BEGIN:VTIMEZONE\nTZID:Z" + std::to_string(i) + "\n" + repeated(observance, 10) + "END:VTIMEZONE\n";
    const Reading reading = read(foreign(
        zones + "BEGIN:VEVENT\nUID:u\nDTSTAMP:20260915T070000Z\nDTSTART;TZID=Z1:20261006T073000\nEND:VEVENT\n"));
    CHECK(reading.calendar.events.size() == 1);
    CHECK(says(reading, "time zones beyond the limit"));
  }
}
