// What leaves as iCalendar, to the byte: clients break on less.
#include <doctest/doctest.h>

#include "base/text.h"
#include "samples.h"

using namespace cenacle;
using namespace cenacle::ical;
using namespace cenacle::ical::test;

TEST_CASE("a calendar of one meeting, byte by byte") {
  Calendar feed = calendar(meeting());
  feed.method = "publish";
  feed.name = "Réseau, agenda";
  feed.description = "Toutes les réunions";
  feed.url = "https://portail.example/agenda.html";
  feed.source = "https://portail.example/agenda.ics";
  feed.time_zone = "Europe/Paris";
  feed.refresh_minutes = 240;
  Event& event = feed.events.front();
  event.last_modified = instant("2026-09-14T18:00:00Z");
  event.status = Status::confirmed;
  event.description = "Ordre du jour : budget, planning ; divers.\nAccès : cour";
  event.html_description = "<p>Ordre du jour</p>\n<p>a, b; c</p>";
  event.location = "Salle Édith-Piaf";
  event.url = "https://portail.example/m-1.html";
  event.conference = "https://visio.example/m-1";
  event.organizer = Participant{"portail@reseau.example", "Réseau : secrétariat", "", {}, false, false, ""};
  event.attendees.push_back({"zoe@mairie.example", "Zoé \"Z\" ^ Martin", "", {}, false, true, ""});
  event.categories = {"réunion", "budget, plan"};
  event.attachments = {{"https://portail.example/o.pdf", "Ordre du jour", "application/pdf"}};
  CHECK(write(feed) ==
        "BEGIN:VCALENDAR\r\n"
        "VERSION:2.0\r\n"
        "PRODID:-//Cénacle//Cénacle//FR\r\n"
        "CALSCALE:GREGORIAN\r\n"
        "METHOD:PUBLISH\r\n"
        "NAME:Réseau\\, agenda\r\n"
        "X-WR-CALNAME:Réseau\\, agenda\r\n"
        "DESCRIPTION:Toutes les réunions\r\n"
        "X-WR-CALDESC:Toutes les réunions\r\n"
        "URL:https://portail.example/agenda.html\r\n"
        "SOURCE;VALUE=URI:https://portail.example/agenda.ics\r\n"
        "X-WR-TIMEZONE:Europe/Paris\r\n"
        "REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n"
        "X-PUBLISHED-TTL:PT4H\r\n"
        "BEGIN:VTIMEZONE\r\n"
        "TZID:Europe/Paris\r\n"
        "BEGIN:STANDARD\r\n"
        "DTSTART:19701025T030000\r\n"
        "TZOFFSETFROM:+0200\r\n"
        "TZOFFSETTO:+0100\r\n"
        "TZNAME:CET\r\n"
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
        "END:STANDARD\r\n"
        "BEGIN:DAYLIGHT\r\n"
        "DTSTART:19700329T020000\r\n"
        "TZOFFSETFROM:+0100\r\n"
        "TZOFFSETTO:+0200\r\n"
        "TZNAME:CEST\r\n"
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
        "END:DAYLIGHT\r\n"
        "END:VTIMEZONE\r\n"
        "BEGIN:VEVENT\r\n"
        "UID:m-1@portail.example\r\n"
        "DTSTAMP:20260915T070000Z\r\n"
        "LAST-MODIFIED:20260914T180000Z\r\n"
        "SEQUENCE:2\r\n"
        "DTSTART;TZID=Europe/Paris:20261006T093000\r\n"
        "DTEND;TZID=Europe/Paris:20261006T123000\r\n"
        "STATUS:CONFIRMED\r\n"
        "SUMMARY:Réunion\r\n"
        "DESCRIPTION:Ordre du jour : budget\\, planning \\; divers.\\nAccès : cour\r\n"
        "X-ALT-DESC;FMTTYPE=text/html:<p>Ordre du jour</p>\\n<p>a\\, b\\; c</p>\r\n"
        "LOCATION:Salle Édith-Piaf\r\n"
        "CATEGORIES:réunion,budget\\, plan\r\n"
        "ORGANIZER;CN=\"Réseau : secrétariat\":mailto:portail@reseau.example\r\n"
        "ATTENDEE;CN=Zoé ^'Z^' ^^ Martin;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:zoe\r\n"
        " @mairie.example\r\n"
        "URL:https://portail.example/m-1.html\r\n"
        "CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://visio.example/m-1\r\n"
        "ATTACH;FMTTYPE=application/pdf;FILENAME=Ordre du jour:https://portail.examp\r\n"
        " le/o.pdf\r\n"
        "END:VEVENT\r\n"
        "END:VCALENDAR\r\n");
  CHECK(write(feed) == write(feed));
}

TEST_CASE("a calendar is the sum of its events' bytes") {
  Calendar feed = calendar(meeting());
  feed.events.push_back(meeting());
  feed.events[1].uid = "m-2@portail.example";
  const std::string text = write(feed);
  CHECK(text.find(write(feed.events[0]) + write(feed.events[1]) + "END:VCALENDAR\r\n") != text.npos);
}

TEST_CASE("lines are folded at 75 octets, never inside a character") {
  for (const char* unit : {"x", "é", "😀", "m ot", "à,;\\", "œ\n"}) {
    for (int length = 60; length < 90; ++length) {
      Event event = meeting();
      event.summary.clear();
      for (int i = 0; i < length; ++i) event.summary += unit;
      const std::string text = write(event);
      for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find("\r\n", begin);
        REQUIRE(end != text.npos);
        CHECK(end - begin <= 75);
        CHECK_FALSE(base::first_invalid_utf8(std::string_view(text).substr(begin, end - begin)));
        begin = end + 2;
      }
      CHECK(read(write(calendar(event))).calendar.events.at(0).summary == event.summary);
    }
  }
  Event event = meeting();
  event.summary = std::string(66, 'x') + "é";  // SUMMARY: and 66 octets are 74: the é does not fit
  CHECK(write(event).find("xx\r\n é\r\n") != std::string::npos);
  event.summary = std::string(65, 'x') + "é";
  CHECK(write(event).find("xé\r\n") != std::string::npos);
}

TEST_CASE("a series without end in a zone without yearly rules ends before the years that nobody reckons with") {
  Event event = meeting();
  event.start = at("2026-02-10T09:30:00", "Africa/Casablanca");
  event.end = at("2026-02-10T10:30:00", "Africa/Casablanca");
  event.recurrence = Recurrence{};
  event.recurrence->frequency = Recurrence::Frequency::yearly;
  const std::string written = write(calendar(event));
  CHECK(written.find("RDATE:24980210T083000Z") != std::string::npos);
  CHECK(written.find("RDATE:2499") == std::string::npos);
  const Reading again = read(written);
  CHECK(again.problems.empty());
  CHECK(write(again.calendar) == written);
}

TEST_CASE("what the format forbids is left out, and no text can begin a line of its own") {
  Event event = meeting();
  constexpr char summary[] =  // with a zero byte
      "a\0b\x07"
      "c\x7F\r\nEND:VEVENT\r\u2028"
      "d\u0085"
      "e\xFF";
  event.summary = std::string(summary, sizeof summary - 1);
  event.url = "https://portail.example/a b\r\nX-EVIL:1";
  event.location = "\tSalle";
  event.organizer = Participant{"a@b.example\r\nX-EVIL:1", "N\r\nX-EVIL:1", "", {}, false, false, ""};
  event.categories = {"c\nX-EVIL:1", " ", ""};
  event.attachments = {{"https://portail.example/a\nX-EVIL:1", "t\nX-EVIL:1", "text/html:x"}, {"", "nothing", ""}};
  event.conference = "https://visio.example\nX-EVIL:1";
  const std::string text = write(event);
  CHECK(has_line(text, "SUMMARY:abc\\nEND:VEVENT\\nd\\ne\xEF\xBF\xBD"));
  CHECK(has_line(text, "URL:https://portail.example/a%20bX-EVIL:1"));
  CHECK(has_line(text, "CATEGORIES:c X-EVIL:1"));
  CHECK(has_line(text, "ATTACH;FILENAME=\"t X-EVIL:1\":https://portail.example/aX-EVIL:1"));
  CHECK(plain(text).find("\nX-EVIL") == std::string::npos);
}

TEST_CASE("moments take the form that their zone allows") {
  struct Row {
    const char* name;
    Moment start;
    const char* line;
  };
  const Row rows[] = {
      {"a zone with yearly rules", at("2026-10-06T09:30:00"), "DTSTART;TZID=Europe/Paris:20261006T093000"},
      {"a zone without changes", at("2026-10-06T09:30:00", "Indian/Reunion"),
       "DTSTART;TZID=Indian/Reunion:20261006T093000"},
      {"a zone that follows the moon", at("2026-02-25T09:30:00", "Africa/Casablanca"), "DTSTART:20260225T093000Z"},
      {"the same, another month", at("2026-10-06T09:30:00", "Africa/Casablanca"), "DTSTART:20261006T083000Z"},
      {"UTC", at("2026-10-06T09:30:00", "UTC"), "DTSTART:20261006T093000Z"},
      {"UTC by another name", at("2026-10-06T09:30:00", "Etc/UTC"), "DTSTART:20261006T093000Z"},
      {"a floating time", at("2026-10-06T09:30:00", ""), "DTSTART:20261006T093000"},
      {"a day", day("2026-10-06"), "DTSTART;VALUE=DATE:20261006"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Event event = meeting();
    event.start = event.end = row.start;
    const std::string text = write(event);
    CHECK(has_line(text, row.line));
    CHECK(text.find("DTEND") == text.npos);  // it would not be later
  }
}

TEST_CASE("all-day and multi-day events end on the day after") {
  Event event = meeting();
  event.start = day("2026-10-06");
  event.end = day("2026-10-09");
  event.recurrence = Recurrence{Recurrence::Frequency::yearly, 1, {}, wall("2030-10-06T00:00:00"), {}};
  event.exceptions = {day("2027-10-06"), at("2028-10-06T10:00:00")};
  const std::string text = write(event);
  CHECK(has_line(text, "DTEND;VALUE=DATE:20261009"));
  CHECK(has_line(text, "RRULE:FREQ=YEARLY;UNTIL=20301006"));
  CHECK(has_line(text, "EXDATE;VALUE=DATE:20271006"));
  CHECK(has_line(text, "EXDATE;VALUE=DATE:20281006"));
}

TEST_CASE("recurrences: FREQ first, UNTIL in UTC, exceptions in the start's zone") {
  Event event = meeting();
  event.recurrence = Recurrence{Recurrence::Frequency::monthly, 2, {{2, 2}, {5, -1}}, wall("2027-01-12T09:30:00"), {}};
  event.exceptions = {at("2026-12-08T08:30:00", "UTC"), day("2026-12-25")};
  std::string text = write(event);
  CHECK(has_line(text, "RRULE:FREQ=MONTHLY;UNTIL=20270112T083000Z;INTERVAL=2;BYDAY=2TU,-1FR"));
  CHECK(has_line(text, "EXDATE;TZID=Europe/Paris:20261208T093000"));
  CHECK(has_line(text, "EXDATE;TZID=Europe/Paris:20261225T093000"));

  event.recurrence_id = at("2026-10-13T09:30:00");
  text = write(event);
  CHECK(has_line(text, "RECURRENCE-ID;TZID=Europe/Paris:20261013T093000"));
  CHECK(text.find("RRULE") == text.npos);
  CHECK(text.find("EXDATE") == text.npos);
}

TEST_CASE("a series in a zone without yearly rules is written as its dates") {
  Event event = meeting();
  event.start = at("2026-02-10T09:30:00", "Africa/Casablanca");
  event.end = at("2026-02-10T10:30:00", "Africa/Casablanca");
  event.recurrence = Recurrence{Recurrence::Frequency::weekly, 1, {}, {}, 3};
  event.exceptions = {at("2026-02-17T09:30:00", "Africa/Casablanca")};
  const std::string text = write(event);
  CHECK(has_line(text, "DTSTART:20260210T083000Z"));
  CHECK(has_line(text, "RDATE:20260210T083000Z"));
  CHECK(has_line(text, "RDATE:20260217T093000Z"));  // Ramadan: the clocks stand an hour back
  CHECK(has_line(text, "RDATE:20260224T093000Z"));
  CHECK(has_line(text, "EXDATE:20260217T093000Z"));
  CHECK(text.find("RRULE") == text.npos);
}

TEST_CASE("a cancelled event says so, a transparent one too") {
  Event event = meeting();
  event.status = Status::cancelled;
  event.transparent = true;
  CHECK(has_line(write(event), "STATUS:CANCELLED"));
  CHECK(has_line(write(event), "TRANSP:TRANSPARENT"));
}

TEST_CASE("an empty calendar holds its time zone") {
  Calendar feed;
  feed.time_zone = "Indian/Reunion";
  CHECK(has_line(write(feed), "TZID:Indian/Reunion"));
  feed.time_zone = "Africa/Casablanca";
  CHECK(has_line(write(feed), "TZID:UTC"));
  feed.time_zone = "";
  CHECK(has_line(write(feed), "TZID:UTC"));
  CHECK(write(feed).find("X-WR-TIMEZONE") == std::string::npos);
}

TEST_CASE("the time between two looks, as a duration") {
  for (const auto& [minutes, text] : {std::pair(90, "PT90M"), {240, "PT4H"}, {1440, "P1D"}}) {
    Calendar feed;
    feed.refresh_minutes = minutes;
    CHECK(has_line(write(feed), std::string("X-PUBLISHED-TTL:") + text));
    CHECK(read(write(feed)).calendar.refresh_minutes == minutes);
  }
}
