// Invitations, updates, cancellations for one person, and answers as clients really send them.
#include "calendar/itip.h"

#include <doctest/doctest.h>

#include "calendar/sample.h"

using namespace cenacle;
using Answer = ical::Participant::Answer;

namespace {

std::vector<ical::Event> series(CalendarSample& sample, model::Meeting* out = nullptr) {
  model::Meeting it = sample.meeting();
  it.recurrence.emplace().rule.count = 4;
  CalendarSample::plan(it);
  it.occurrences[2].status = model::MeetingStatus::cancelled;
  it.occurrences[2].changed = true;
  if (out != nullptr) *out = it;
  return calendar::events_of(it, calendar::Face::members, {}, "", words(),
                             {"u@p.example", 4, instant("2026-09-15T07:00:00Z")});
}

ical::Reading reading(std::string method, std::vector<ical::Participant> attendees) {
  ical::Reading it;
  it.is_calendar = true;
  it.calendar.method = std::move(method);
  ical::Event& event = it.calendar.events.emplace_back();
  event.uid = "u@p.example";
  event.attendees = std::move(attendees);
  return it;
}

ical::Participant attendee(std::string mail, Answer answer) {
  ical::Participant it;
  it.mail = std::move(mail);
  it.answer = answer;
  return it;
}

}  // namespace

TEST_CASE("a request is for one person, who is asked to answer, with the feed's UID and SEQUENCE") {
  CalendarSample sample;
  const ical::Calendar it = calendar::request(series(sample), "groupe@reseau.example", "a@b.example", "A. B.");
  CHECK(it.method == "REQUEST");
  REQUIRE(it.events.size() == 2);
  for (const ical::Event& event : it.events) {
    CHECK(event.uid == "u@p.example");
    CHECK(event.sequence == 4);
    CHECK(event.organizer->mail == "groupe@reseau.example");
    REQUIRE(event.attendees.size() == 1);
    CHECK(event.attendees[0].mail == "a@b.example");
    CHECK(event.attendees[0].answer == Answer::needs_action);
  }
  CHECK(it.events[0].attendees[0].rsvp);
  CHECK_FALSE(it.events[1].attendees[0].rsvp);  // that date is cancelled
}

TEST_CASE("someone invited to one date gets that date alone") {
  CalendarSample sample;
  model::Meeting meeting;
  const auto events = series(sample, &meeting);
  const auto it =
      calendar::request_of_occurrence(meeting, events, local("2026-10-13 09:30"), "o@r.example", "a@b.example", "");
  REQUIRE(it);
  REQUIRE(it->events.size() == 1);
  CHECK_FALSE(it->events[0].recurrence);
  CHECK(it->events[0].recurrence_id == ical::Moment{local("2026-10-13 09:30"), "Europe/Paris", false});
  CHECK(it->events[0].end.time == local("2026-10-13 12:00"));
  CHECK_FALSE(
      calendar::request_of_occurrence(meeting, events, local("2026-10-14 09:30"), "o@r.example", "a@b.example", ""));
}

TEST_CASE("a cancellation of all has no RECURRENCE-ID, that of one date has") {
  CalendarSample sample;
  model::Meeting meeting;
  const auto events = series(sample, &meeting);
  const ical::Calendar all = calendar::cancel(events, "o@r.example", "a@b.example", "");
  CHECK(all.method == "CANCEL");
  REQUIRE(all.events.size() == 1);
  CHECK(all.events[0].status == ical::Status::cancelled);
  CHECK_FALSE(all.events[0].recurrence_id);
  const ical::Calendar one = calendar::cancel_occurrence(events, calendar::state_of(meeting), local("2026-10-20 09:30"),
                                                         "o@r.example", "a@b.example", "");
  REQUIRE(one.events.size() == 1);
  CHECK(one.events[0].recurrence_id->time == local("2026-10-20 09:30"));
  CHECK(one.events[0].sequence == 4);
}

TEST_CASE("a reply says who answers what, without an organiser, whatever the case of her address") {
  const auto replies = calendar::read_reply(reading("REPLY", {attendee("A.B@Ville.Example", Answer::declined)}));
  REQUIRE(replies.size() == 1);
  CHECK(replies[0].uid == "u@p.example");
  CHECK(replies[0].attendee == "a.b@ville.example");
  CHECK(replies[0].answer == Answer::declined);
  CHECK_FALSE(replies[0].recurrence);
}

TEST_CASE("a reply for one date, a delegation and a comment are kept") {
  ical::Reading it = reading("REPLY", {attendee("a@b.example", Answer::delegated)});
  it.calendar.events[0].attendees[0].delegated_to = "C@b.example";
  it.calendar.events[0].comment = "Ma collègue viendra.";
  it.calendar.events[0].recurrence_id = ical::Moment{local("2026-10-13 09:30"), "Europe/Paris", false};
  const auto replies = calendar::read_reply(it);
  REQUIRE(replies.size() == 1);
  CHECK(replies[0].delegated_to == "c@b.example");
  CHECK(replies[0].comment == "Ma collègue viendra.");
  CHECK(replies[0].recurrence->time == local("2026-10-13 09:30"));
}

TEST_CASE("a counter proposes another time") {
  ical::Reading it = reading("COUNTER", {attendee("a@b.example", Answer::needs_action)});
  it.calendar.events[0].start = {local("2026-10-07 09:30"), "Europe/Paris", false};
  const auto replies = calendar::read_reply(it);
  REQUIRE(replies.size() == 1);
  CHECK(replies[0].proposed_start->time == local("2026-10-07 09:30"));
  CHECK_FALSE(replies[0].proposed_end);
}

TEST_CASE("what is no answer gives none") {
  CHECK(calendar::read_reply(reading("REQUEST", {attendee("a@b.example", Answer::accepted)})).empty());
  CHECK(calendar::read_reply(reading("REPLY", {attendee("a@b.example", Answer::needs_action)})).empty());
  CHECK(calendar::read_reply(reading("REPLY", {})).empty());
  CHECK(calendar::read_reply(reading("REPLY", {attendee("", Answer::accepted)})).empty());
  ical::Reading nobody = reading("REPLY", {attendee("a@b.example", Answer::accepted)});
  nobody.calendar.events[0].uid.clear();
  CHECK(calendar::read_reply(nobody).empty());
}
