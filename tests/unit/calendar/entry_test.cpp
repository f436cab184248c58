// A meeting as events: what each face shows, recurrences with their changes, days, cancelled and deleted ones.
#include "calendar/entry.h"

#include <doctest/doctest.h>

#include "calendar/feed.h"
#include "calendar/sample.h"

using namespace cenacle;
using calendar::Face;

namespace {

const calendar::Surroundings around{"https://p.example/n/reunions/budget.html",
                                    {{"https://p.example/n/files/note.pdf", "Note", ""}}};
const calendar::Stamps stamps{"k7f2m9q4xz@p.example", 3, base::Instant(std::chrono::seconds(1'790'000'000))};

std::vector<ical::Event> events(const model::Meeting& meeting, Face face = Face::readers) {
  return calendar::events_of(meeting, face, around, "- Point 1", words(), stamps);
}

}  // namespace

TEST_CASE("the conference link is for members alone") {
  CalendarSample sample;
  const model::Meeting meeting = sample.meeting();
  const ical::Event open = events(meeting).front(), own = events(meeting, Face::members).front();
  CHECK(ical::write(open).find("secret") == std::string::npos);
  CHECK(open.conference.empty());
  CHECK(open.url == around.page_url);
  CHECK(own.conference == "https://visio.example/secret");
  CHECK(own.url == own.conference);
  CHECK(
      own.description ==
      "- Point 1\n\nVisioconférence : https://visio.example/secret\n\nPage : https://p.example/n/reunions/budget.html");
  CHECK(own.html_description.find("<ul><li>Point 1</li></ul><p>") != std::string::npos);
}

TEST_CASE("an event says where, by whom, of what kind, and what there is to read") {
  CalendarSample sample;
  const ical::Event it = events(sample.meeting()).front();
  CHECK(it.uid == stamps.uid);
  CHECK(it.sequence == 3);
  CHECK(it.summary == "Le budget");
  CHECK(it.location == "Salle des actes, 1 place de la Mairie");
  CHECK(it.organizer->mail == "coordination@reseau.example");
  CHECK(it.categories == std::vector<std::string>{"Séance", "Réseau"});
  CHECK(it.attachments.front().url == "https://p.example/n/files/note.pdf");
  CHECK(it.status == ical::Status::confirmed);
}

TEST_CASE("what is cancelled or not sure says so in its title, what was moved in its first line") {
  CalendarSample sample;
  model::Meeting it = sample.meeting();
  it.status = model::MeetingStatus::cancelled;
  CHECK(events(it).front().summary == "Annulé : Le budget");
  CHECK(events(it).front().status == ical::Status::cancelled);
  it.status = model::MeetingStatus::tentative;
  CHECK(events(it).front().summary == "À confirmer : Le budget");
  it.status = model::MeetingStatus::moved;
  CHECK(events(it).front().summary == "Le budget");
  CHECK(events(it).front().description.starts_with("Déplacée.\n\n- Point 1"));
  it.status_note = "Prévue d’abord le 2.";
  CHECK(events(it).front().description.starts_with("Prévue d’abord le 2.\n\n- Point 1"));
}

TEST_CASE("a remote meeting is nowhere, and says so") {
  CalendarSample sample;
  model::Meeting it = sample.meeting();
  it.place.clear(), it.address.clear();
  CHECK(events(it).front().location == "À distance");
}

TEST_CASE("a series is its master and what differs, in the master's terms") {
  CalendarSample sample;
  model::Meeting it = sample.meeting();
  model::Recurrence& recurrence = it.recurrence.emplace();
  recurrence.rule.count = 5;
  recurrence.except = {base::parse_date("2026-10-20").value()};
  CalendarSample::plan(it);
  it.occurrences[3].start += std::chrono::hours(24), it.occurrences[3].end += std::chrono::hours(24);
  it.occurrences[3].changed = true;
  const auto all = events(it);
  REQUIRE(all.size() == 2);
  CHECK(all[0].exceptions == std::vector<ical::Moment>{{local("2026-10-20 09:30"), "Europe/Paris", false}});
  CHECK(all[1].recurrence_id == ical::Moment{local("2026-10-27 09:30"), "Europe/Paris", false});
  CHECK(all[1].start.time == local("2026-10-28 09:30"));
  CHECK_FALSE(all[1].recurrence);
}

TEST_CASE("days end on the day after the last") {
  CalendarSample sample;
  model::Meeting it = sample.meeting();
  it.all_day = true;
  it.start = local("2026-10-06 00:00"), it.end = local("2026-10-07 00:00");
  const ical::Event event = events(it).front();
  CHECK(event.start == ical::Moment{local("2026-10-06 00:00"), "", true});
  CHECK(event.end == ical::Moment{local("2026-10-08 00:00"), "", true});
}

TEST_CASE("a tombstone is the same times, cancelled, with nothing else") {
  CalendarSample sample;
  const auto all = calendar::tombstone(calendar::state_of(sample.meeting()), "Le budget", words(), stamps);
  REQUIRE(all.size() == 1);
  CHECK(all[0].status == ical::Status::cancelled);
  CHECK(all[0].summary == "Annulé : Le budget");
  CHECK(all[0].start.time == local("2026-10-06 09:30"));
  CHECK(all[0].description.empty());
}

TEST_CASE("a feed put together from its entries' texts has the bytes that one calendar has") {
  CalendarSample sample;
  model::Meeting reunion = sample.meeting("a-la-reunion"), days = sample.meeting("des-jours");
  reunion.time_zone = "Indian/Reunion";
  days.all_day = true;
  const std::vector<std::vector<model::Meeting>> cases = {
      {}, {sample.meeting()}, {days}, {sample.meeting(), reunion, days}};
  for (const auto& meetings : cases) {
    CAPTURE(meetings.size());
    ical::Calendar calendar;
    calendar.name = "Réseau";
    calendar.time_zone = "Europe/Paris";
    std::vector<calendar::Composed> composed;
    for (const model::Meeting& it : meetings) composed.push_back(calendar::compose(events(it)));
    std::vector<const calendar::Composed*> held;
    for (const auto& it : composed) held.push_back(&it);
    const calendar::Envelope envelope = calendar::envelope(calendar, held);
    std::string text = envelope.before;
    for (const auto& it : composed) text += it.text;
    text += envelope.after;
    for (const model::Meeting& it : meetings)
      for (ical::Event& event : events(it)) calendar.events.push_back(event);
    CHECK(text == ical::write(calendar));
  }
}
