// Calendars as others write them: the habits of Outlook, Exchange, Google and Apple, and their mistakes.
#include <doctest/doctest.h>

#include "samples.h"

using namespace cenacle;
using namespace cenacle::ical;
using namespace cenacle::ical::test;

namespace {

const char* const outlook_zone =
    "BEGIN:VTIMEZONE\nTZID:Heure du bureau\n"
    "BEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n"
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\n"
    "BEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n"
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE\n";

const Event& only_event(const Reading& reading) {
  REQUIRE(reading.calendar.events.size() == 1);
  return reading.calendar.events.front();
}

bool says(const Reading& reading, std::string_view words) {
  for (const std::string& problem : reading.problems)
    if (problem.find(words) != problem.npos) return true;
  return false;
}

}  // namespace

TEST_CASE("what was written is read back the same") {
  Event event = meeting();
  event.last_modified = instant("2026-09-14T18:00:00Z");
  event.status = Status::tentative;
  event.transparent = true;
  event.summary = "« Été », \\n; \"œ\" 😀\nsuite\t^n ^^";
  event.description = event.html_description = event.comment = "a\\,b;c\n\nd";
  event.location = "Salle ; 1";
  event.url = event.conference = "https://a.example/?b=1;c,d\\e";
  event.organizer = Participant{"o@a.example", "O: \"o\" ^' ^n", "", {}, false, false, ""};
  event.attendees = {{"x@a.example", "X ^^n, y", "y@a.example", Participant::Answer::delegated, true, true, ""},
                     {"y@a.example", "", "", Participant::Answer::declined, false, false, "x@a.example"}};
  event.categories = {"a,b", "c\\;d", "e"};
  event.attachments = {{"https://a.example/f", "f, \"g\".pdf", "application/pdf"}};
  event.recurrence = Recurrence{Recurrence::Frequency::weekly, 2, {{2, 0}, {4, 0}}, wall("2026-12-31T23:59:59"), {}};
  event.exceptions = {at("2026-10-20T09:30:00")};
  event.additions = {at("2026-10-21T09:30:00")};
  Calendar feed = calendar(event);
  feed.method = "REQUEST";
  feed.name = "N, n";
  feed.description = "D\nd";
  feed.url = "https://a.example/";
  feed.source = "https://a.example/a.ics";
  feed.time_zone = "Indian/Reunion";
  feed.refresh_minutes = 90;
  Event moved = meeting();
  moved.recurrence_id = at("2026-11-03T09:30:00");
  moved.start.zone = moved.end.zone = "Indian/Reunion";
  feed.events.push_back(moved);
  Event days = meeting();
  days.uid = "days";
  days.start = day("2026-10-06");
  days.end = day("2026-10-08");
  feed.events.push_back(days);
  const Reading reading = read(write(feed));
  CHECK(reading.problems == std::vector<std::string>{});
  CHECK(reading.is_calendar);
  CHECK(reading.calendar == feed);
}

TEST_CASE("times, as people's programs write them") {
  struct Row {
    const char* name;
    std::string lines;
    Moment start, end;
    const char* problem;
  };
  const Row rows[] = {
      {"an IANA zone without its VTIMEZONE",
       "DTSTART;TZID=Europe/Paris:20261006T093000\nDTEND;TZID=Europe/Paris:20261006T103000\n",
       at("2026-10-06T09:30:00"), at("2026-10-06T10:30:00"), nullptr},
      {"Windows' name",
       "DTSTART;TZID=Romance Standard Time:20261006T093000\nDTEND;TZID=\"Romance Standard Time\":20261006T103000\n",
       at("2026-10-06T09:30:00"), at("2026-10-06T10:30:00"), nullptr},
      {"libical's path", "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Paris:20261006T093000\nDURATION:PT1H\n",
       at("2026-10-06T09:30:00"), at("2026-10-06T10:30:00"), nullptr},
      {"UTC", "DTSTART:20261006T073000Z\nDTEND:20261006T083000Z\n", at("2026-10-06T07:30:00", "UTC"),
       at("2026-10-06T08:30:00", "UTC"), nullptr},
      {"UTC as a zone", "DTSTART;TZID=Etc/UTC:20261006T073000\n", at("2026-10-06T07:30:00", "UTC"),
       at("2026-10-06T07:30:00", "UTC"), nullptr},
      {"floating", "DTSTART:20261006T093000\nDTEND:20261006T103000\n", at("2026-10-06T09:30:00", ""),
       at("2026-10-06T10:30:00", ""), nullptr},
      {"a zone that nobody knows", "DTSTART;TZID=Chez nous:20261006T093000\n", at("2026-10-06T09:30:00", ""),
       at("2026-10-06T09:30:00", ""), "\"Chez nous\" is unknown"},
      {"a duration over the change of hour", "DTSTART;TZID=Europe/Paris:20261024T120000\nDURATION:P1DT1H\n",
       at("2026-10-24T12:00:00"), at("2026-10-25T13:00:00"), nullptr},
      {"hours over the change of hour", "DTSTART;TZID=Europe/Paris:20261024T120000\nDURATION:PT24H\n",
       at("2026-10-24T12:00:00"), at("2026-10-25T11:00:00"), nullptr},
      {"no end", "DTSTART;TZID=Europe/Paris:20261006T093000\n", at("2026-10-06T09:30:00"), at("2026-10-06T09:30:00"),
       nullptr},
      {"a day without end", "DTSTART;VALUE=DATE:20261006\n", day("2026-10-06"), day("2026-10-07"), nullptr},
      {"a day that ends on itself", "DTSTART;VALUE=DATE:20261006\nDTEND;VALUE=DATE:20261006\n", day("2026-10-06"),
       day("2026-10-07"), "ends before it starts"},
      {"days by duration", "DTSTART;VALUE=DATE:20261006\nDURATION:P3D\n", day("2026-10-06"), day("2026-10-09"),
       nullptr},
      {"an end before the start", "DTSTART:20261006T093000Z\nDTEND:20261006T083000Z\n",
       at("2026-10-06T09:30:00", "UTC"), at("2026-10-06T09:30:00", "UTC"), "ends before it starts"},
      {"an end of another type", "DTSTART:20261006T093000Z\nDTEND;VALUE=DATE:20261007\n",
       at("2026-10-06T09:30:00", "UTC"), at("2026-10-07T09:30:00", "UTC"), "another type"},
      {"a leap second", "DTSTART:20161231T235960Z\n", at("2016-12-31T23:59:59", "UTC"),
       at("2016-12-31T23:59:59", "UTC"), nullptr},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Reading reading = read(foreign_event(row.lines));
    CHECK(only_event(reading).start == row.start);
    CHECK(only_event(reading).end == row.end);
    if (row.problem == nullptr)
      CHECK(reading.problems == std::vector<std::string>{});
    else
      CHECK(says(reading, row.problem));
  }
}

TEST_CASE("a zone that only its VTIMEZONE knows becomes UTC, on both sides of the change") {
  const auto start_of = [](const std::string& time) {
    const std::string event =
        "BEGIN:VEVENT\nUID:u\nDTSTAMP:20260915T070000Z\nDTSTART;TZID=Heure du bureau:" + time + "\nEND:VEVENT\n";
    // The description may come last.
    const Reading reading = read(foreign(event + outlook_zone));
    CHECK(says(reading, "known by its description alone"));
    return base::iso(only_event(reading).start.time) + only_event(reading).start.zone;
  };
  CHECK(start_of("20261006T093000") == "2026-10-06T07:30:00UTC");
  CHECK(start_of("20261206T093000") == "2026-12-06T08:30:00UTC");
  CHECK(start_of("20261025T023000") == "2026-10-25T00:30:00UTC");  // twice that night: the first
  CHECK(start_of("20260329T023000") == "2026-03-29T01:30:00UTC");  // not at all that night: moved forward
}

TEST_CASE("a zone that lies is not believed") {
  const Reading reading = read(foreign(
      "BEGIN:VTIMEZONE\nTZID:Europe/"
      "Paris\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0500\nTZOFFSETTO:+0500\n"
      "END:STANDARD\nEND:VTIMEZONE\n"
      "BEGIN:VEVENT\nUID:u\nDTSTAMP:20260915T070000Z\nDTSTART;TZID=Europe/Paris:20261006T093000\nEND:VEVENT\n"));
  CHECK(only_event(reading).start == at("2026-10-06T09:30:00"));
  CHECK(says(reading, "describes Europe/Paris otherwise"));
}

TEST_CASE("recurrences, as Apple, Google and Outlook write them") {
  using Frequency = Recurrence::Frequency;
  struct Row {
    const char* rule;
    std::optional<Recurrence> expected;
  };
  const Row rows[] = {
      {"FREQ=WEEKLY;WKST=SU;COUNT=4;BYDAY=TU", Recurrence{Frequency::weekly, 1, {{2, 0}}, {}, 4}},
      {"COUNT=4;FREQ=WEEKLY", Recurrence{Frequency::weekly, 1, {}, {}, 4}},
      {"FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU", std::nullopt},
      {"FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1", Recurrence{Frequency::monthly, 1, {{2, 1}}, {}, {}}},
      {"FREQ=MONTHLY;BYDAY=-1TU", Recurrence{Frequency::monthly, 1, {{2, -1}}, {}, {}}},
      {"FREQ=MONTHLY;BYMONTHDAY=6", Recurrence{Frequency::monthly, 1, {}, {}, {}}},
      {"FREQ=MONTHLY;BYMONTHDAY=7", std::nullopt},
      {"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", std::nullopt},
      {"FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=6", Recurrence{Frequency::yearly, 1, {}, {}, {}}},
      {"FREQ=YEARLY;BYMONTH=10;BYDAY=1TU", std::nullopt},
      {"FREQ=HOURLY", std::nullopt},
      {"FREQ=DAILY;BYHOUR=9,10", std::nullopt},
      {"FREQ=DAILY;UNTIL=20261231T225959Z", Recurrence{Frequency::daily, 1, {}, wall("2026-12-31T23:59:59"), {}}},
      {"FREQ=DAILY;UNTIL=20261231", Recurrence{Frequency::daily, 1, {}, wall("2026-12-31T23:59:59"), {}}},
      {"FREQ=DAILY;UNTIL=99991231T000000Z", Recurrence{Frequency::daily, 1, {}, {}, {}}},
      {"FREQ=NEVER", std::nullopt},
  };
  for (const Row& row : rows) {
    CAPTURE(row.rule);
    const Reading reading =
        read(foreign_event("DTSTART;TZID=Europe/Paris:20261006T093000\nRRULE:" + std::string(row.rule) + "\n"));
    CHECK(only_event(reading).recurrence == row.expected);
    CHECK(reading.problems.empty() == row.expected.has_value());
  }
}

TEST_CASE("exceptions and overrides take the form of the series' start") {
  const Reading reading = read(foreign(
      "BEGIN:VEVENT\nUID:u\nDTSTAMP:20260915T070000Z\nDTSTART;TZID=Europe/Paris:20261006T093000\nRRULE:FREQ=WEEKLY\n"
      "EXDATE:20261027T083000Z,20261103T083000Z\nEXDATE;VALUE=DATE:20261110\nRDATE;VALUE=PERIOD:20261012T073000Z/"
      "PT1H\nEND:VEVENT\n"
      "BEGIN:VEVENT\nUID:u\nDTSTAMP:20260915T070000Z\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261117T083000Z\n"
      "DTSTART;TZID=Europe/Paris:20261118T093000\nRRULE:FREQ=WEEKLY\nEND:VEVENT\n"));
  REQUIRE(reading.calendar.events.size() == 2);
  const Event &series = reading.calendar.events[0], &moved = reading.calendar.events[1];
  CHECK(series.exceptions ==
        std::vector<Moment>{at("2026-10-27T09:30:00"), at("2026-11-03T09:30:00"), at("2026-11-10T09:30:00")});
  CHECK(series.additions == std::vector<Moment>{at("2026-10-12T09:30:00")});
  CHECK(moved.recurrence_id == at("2026-11-17T09:30:00"));
  CHECK_FALSE(moved.recurrence);
  CHECK(says(reading, "RANGE is not read"));
  CHECK(says(reading, "its own recurrence is left out"));
}

TEST_CASE("people: mailto in any case, delegations, addresses that are none") {
  const Reading reading = read(foreign_event(
      "DTSTART:20261006T073000Z\n"
      "ATTENDEE;CN=Zoé Martin;PARTSTAT=accepted:MAILTO:zoe@mairie.example\n"
      "ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:b@x.example\",\"mailto:c@x.example\":mailto:a@x.example\n"
      "ATTENDEE;DELEGATED-FROM=\"MailTo:a@x.example\";CN=\"B^'b^' ^^ "
      "b\";ROLE=OPT-PARTICIPANT;RSVP=TRUE:Mailto:b@x.example\n"
      "ATTENDEE;PARTSTAT=X-PERHAPS:d@x.example\n"
      "ATTENDEE;EMAIL=e@x.example:urn:uuid:0\n"
      "ATTENDEE:invalid:nomail\n"));
  const std::vector<Participant>& people = only_event(reading).attendees;
  REQUIRE(people.size() == 5);
  using Answer = Participant::Answer;
  CHECK(people[0] == Participant{"zoe@mairie.example", "Zoé Martin", "", Answer::accepted, false, false, ""});
  CHECK(people[1] == Participant{"a@x.example", "", "b@x.example", Answer::delegated, false, false, ""});
  CHECK(people[2] == Participant{"b@x.example", "B\"b\" ^ b", "", Answer::needs_action, true, true, "a@x.example"});
  CHECK(people[3] == Participant{"d@x.example", "", "", Answer::needs_action, false, false, ""});
  CHECK(people[4].mail == "e@x.example");
  CHECK_FALSE(only_event(reading).organizer);
  CHECK(says(reading, "an attendee without a mail address"));
}

TEST_CASE("a REPLY need not say when; other events must") {
  const std::string event =
      "BEGIN:VEVENT\nUID:u\nDTSTAMP:20260915T070000Z\nATTENDEE;PARTSTAT=DECLINED:mailto:a@x.example\nEND:VEVENT\n";
  const Reading reply = read(foreign("METHOD:reply\n" + event));
  CHECK(reply.calendar.method == "REPLY");
  CHECK(only_event(reply).start == Moment{});
  CHECK(only_event(reply).attendees.at(0).answer == Participant::Answer::declined);
  CHECK(read(write(reply.calendar)).calendar == reply.calendar);

  const Reading request = read(foreign("METHOD:REQUEST\n" + event));
  CHECK(request.calendar.events.empty());
  CHECK(says(request, "has no start"));
}

TEST_CASE("events that lack what they must have") {
  CHECK(read(foreign("BEGIN:VEVENT\nDTSTART:20261006T073000Z\nEND:VEVENT\n")).problems ==
        std::vector<std::string>{"an event without UID is left out"});
  const Reading unstamped =
      read(foreign("BEGIN:VEVENT\nUID:u\nDTSTART:20261006T073000Z\nLAST-MODIFIED:20260914T070000Z\nEND:VEVENT\n"));
  CHECK(only_event(unstamped).stamp == instant("2026-09-14T07:00:00Z"));
  CHECK(says(unstamped, "no DTSTAMP"));
}

TEST_CASE("texts, lists and links") {
  const Event event = only_event(read(foreign_event(
      "DTSTART:20261006T073000Z\nSUMMARY;LANGUAGE=fr:A\\, b\\; c\\\\ "
      "d\\n\\Ne\nDESCRIPTION:\nCATEGORIES:a\\,b,c\nCATEGORIES:d\n"
      "X-ALT-DESC;FMTTYPE=TEXT/HTML:<p>a\\, "
      "b</p>\\n\nCOMMENT:un\nCOMMENT:deux\nSEQUENCE:7\nSTATUS:cancelled\nTRANSP:TRANSPARENT\n"
      "ATTACH;VALUE=BINARY;ENCODING=BASE64:QUJD\nATTACH;FMTTYPE=text/plain;FILENAME=a.txt:https://x.example/a\n"
      "URL;VALUE=URI:https://x.example/"
      "\nX-UNKNOWN;A=\"b:c\":d\nBEGIN:VALARM\nSUMMARY:alarm\nUID:alarm\nEND:VALARM\n")));
  CHECK(event.uid == "u");
  CHECK(event.summary == "A, b; c\\ d\n\ne");
  CHECK(event.description == "");
  CHECK(event.categories == std::vector<std::string>{"a,b", "c", "d"});
  CHECK(event.html_description == "<p>a, b</p>\n");
  CHECK(event.comment == "un\ndeux");
  CHECK(event.sequence == 7);
  CHECK(event.status == Status::cancelled);
  CHECK(event.transparent);
  CHECK(event.attachments == std::vector<Attachment>{{"https://x.example/a", "a.txt", "text/plain"}});
  CHECK(event.url == "https://x.example/");
}

TEST_CASE("a value of another type than its property's is not read as it") {
  const Event event = only_event(read(
      foreign_event("DTSTART:20261006T073000Z\nSEQUENCE;VALUE=TEXT:x\nURL;VALUE=INTEGER:"
                    "5\nATTENDEE;VALUE=DATE:20261006\n"
                    "STATUS;VALUE=INTEGER:1\nRRULE;VALUE=TEXT:x\nDURATION;VALUE=TEXT:x\nATTACH;VALUE=INTEGER:7\n")));
  CHECK(event.sequence == 0);
  CHECK(event.attendees.empty());
}
