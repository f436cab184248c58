// What moves when: SEQUENCE, DTSTAMP, tombstones; and the lock's text, there and back, with its mistakes.
#include "calendar/lock.h"

#include <doctest/doctest.h>

#include "base/file_system.h"
#include "calendar/sample.h"
#include "diag/codes.h"

using namespace cenacle;
using calendar::Change;
using calendar::Face;
using calendar::Lock;

namespace {

constexpr std::string_view id = "k7f2m9q4xz";

calendar::Advance step(const Lock& lock, const std::vector<model::Meeting>& meetings, std::string_view now,
                       std::string_view host = "p.example") {
  std::vector<calendar::Present> present;
  for (const model::Meeting& it : meetings) present.push_back(present_of(it));
  return calendar::advance(lock, present, host, instant(now));
}

/// A portal with one network, to read locks beside.
struct Reading {
  base::MemoryFileSystem files{
      {{"content/portal.toml", "title = \"P\"\ndescription = \"P\"\nbase_url = \"https://p.example/\"\n"}}};
  diag::Diagnostics others, diagnostics;
  content::Content content = content::load(files, {}, {}, others);

  Lock read(std::string_view text) { return calendar::read_lock(text, content, diagnostics); }
  std::string told() const {
    std::string out;
    for (const diag::Diagnostic& it : diagnostics.sorted())
      out += std::string(it.code.name) + " " + std::to_string(it.place.line) + ":" + std::to_string(it.place.column) +
             "\n";
    return out;
  }
};

std::string block(std::string_view changed = "") {
  CalendarSample sample;
  std::string text = calendar::write_lock(step({}, {sample.meeting()}, "2026-09-15T07:00:00Z").lock);
  return text.append(changed);
}

}  // namespace

TEST_CASE("a first look gives a UID, SEQUENCE 0 and the instant of now") {
  CalendarSample sample;
  const auto first = step({}, {sample.meeting()}, "2026-09-15T07:00:00Z");
  const calendar::Locked& it = first.lock.at(std::string(id));
  CHECK(it.uid == "k7f2m9q4xz@p.example");
  CHECK(it.sequence == 0);
  CHECK(it.stamps(Face::readers).changed == instant("2026-09-15T07:00:00Z"));
  REQUIRE(first.changes.size() == 1);
  CHECK(first.changes[0].kind == Change::Kind::added);
}

TEST_CASE("without a change the lock keeps its bytes, whatever the time and the portal's address") {
  CalendarSample sample;
  const auto first = step({}, {sample.meeting()}, "2026-09-15T07:00:00Z");
  const auto later = step(first.lock, {sample.meeting()}, "2027-09-15T07:00:00Z", "elsewhere.example");
  CHECK(later.changes.empty());
  CHECK(calendar::write_lock(later.lock) == calendar::write_lock(first.lock));
}

TEST_CASE("what moves when") {
  struct Row {
    std::string_view name;
    void (*edit)(model::Meeting&);
    std::int64_t rises;
    bool readers, members;
    std::string_view property;
  };
  const Row rows[] = {
      {"the hour", [](model::Meeting& it) { it.start += std::chrono::hours(1); }, 1, true, true, "DTSTART"},
      {"the end", [](model::Meeting& it) { it.end += std::chrono::hours(1); }, 1, true, true, "DTEND"},
      {"the zone", [](model::Meeting& it) { it.time_zone = "Indian/Reunion"; }, 1, true, true, "DTSTART"},
      {"the place", [](model::Meeting& it) { it.place = "Salle B"; }, 1, true, true, "LOCATION"},
      {"cancelled", [](model::Meeting& it) { it.status = model::MeetingStatus::cancelled; }, 1, true, true, "STATUS"},
      {"recurring", [](model::Meeting& it) { it.recurrence.emplace().rule.count = 3; }, 1, true, true, "RRULE"},
      {"the title", [](model::Meeting& it) { it.page.title = "La dette"; }, 0, true, true, ""},
      {"the note", [](model::Meeting& it) { it.status_note = "Venir à l’heure."; }, 0, true, true, ""},
      {"the link", [](model::Meeting& it) { it.online = "https://visio.example/other"; }, 0, false, true, ""},
      {"the file", [](model::Meeting& it) { it.page.path = "content/n/meetings/autre.md"; }, 0, false, false, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CalendarSample sample;
    const auto first = step({}, {sample.meeting()}, "2026-09-15T07:00:00Z");
    model::Meeting changed = sample.meeting();
    row.edit(changed);
    CalendarSample::plan(changed);
    const auto next = step(first.lock, {changed}, "2026-09-16T07:00:00Z");
    const calendar::Locked& it = next.lock.at(std::string(id));
    CHECK(it.sequence == row.rises);
    const auto moved = [&](Face face) { return it.stamps(face).changed == instant("2026-09-16T07:00:00Z"); };
    CHECK(moved(Face::readers) == row.readers);
    CHECK(moved(Face::members) == row.members);
    const bool told = !next.changes.empty() && !next.changes[0].properties.empty();
    CHECK(told == !row.property.empty());
    if (told) CHECK(next.changes[0].properties[0] == row.property);
  }
}

TEST_CASE("a deleted entry is a tombstone; back again, it goes on from there") {
  CalendarSample sample;
  const auto first = step({}, {sample.meeting()}, "2026-09-15T07:00:00Z");
  const auto gone = step(first.lock, {}, "2026-09-16T07:00:00Z");
  const calendar::Locked& tombstone = gone.lock.at(std::string(id));
  CHECK(tombstone.sequence == 1);
  CHECK(tombstone.deleted == instant("2026-09-16T07:00:00Z"));
  CHECK(calendar::is_mourned(tombstone, base::parse_date("2026-12-15").value()));
  CHECK_FALSE(calendar::is_mourned(tombstone, base::parse_date("2026-12-16").value()));
  const auto back = step(gone.lock, {sample.meeting()}, "2026-09-17T07:00:00Z");
  CHECK(back.lock.at(std::string(id)).sequence == 2);
  CHECK_FALSE(back.lock.at(std::string(id)).deleted);
  CHECK(back.changes[0].kind == Change::Kind::restored);
}

TEST_CASE("of an old tombstone the identity is kept, and only when something else changes") {
  CalendarSample sample;
  const auto first = step({}, {sample.meeting()}, "2026-09-15T07:00:00Z");
  const auto gone = step(first.lock, {}, "2026-09-16T07:00:00Z");
  CHECK(step(gone.lock, {}, "2027-09-16T07:00:00Z").changes.empty());
  const auto another = step(gone.lock, {sample.meeting("another-one")}, "2027-09-16T07:00:00Z");
  CHECK_FALSE(another.lock.at(std::string(id)).known);
  const auto back = step(another.lock, {sample.meeting(), sample.meeting("another-one")}, "2027-09-17T07:00:00Z");
  const calendar::Locked& it = back.lock.at(std::string(id));
  CHECK(it.uid == "k7f2m9q4xz@p.example");
  CHECK(it.sequence == 2);
  CHECK(it.stamps(Face::readers).changed == instant("2027-09-17T07:00:00Z"));
}

TEST_CASE("a clock that goes back does not take the entry's instant with it") {
  CalendarSample sample;
  const auto first = step({}, {sample.meeting()}, "2026-09-15T07:00:00Z");
  model::Meeting moved = sample.meeting();
  moved.start += std::chrono::minutes(30);
  const auto next = step(first.lock, {moved}, "2026-01-01T00:00:00Z");
  CHECK(next.lock.at(std::string(id)).stamps(Face::members).changed == instant("2026-09-15T07:00:01Z"));
}

TEST_CASE("the text says it all: read again it is the same lock") {
  CalendarSample sample;
  model::Meeting series = sample.meeting("une-serie-de-mardis");
  series.page.title = "« Dire » \\ \"entendre\"";
  series.status = model::MeetingStatus::tentative;
  model::Recurrence& recurrence = series.recurrence.emplace();
  recurrence.rule.frequency = ical::Recurrence::Frequency::monthly;
  recurrence.rule.by_day = {{2, -1}};
  recurrence.rule.until = local("2027-06-30 09:30");
  recurrence.except = {base::parse_date("2026-12-29").value()};
  CalendarSample::plan(series);
  series.occurrences[1].start += std::chrono::hours(24);
  series.occurrences[1].end += std::chrono::hours(24);
  series.occurrences[1].status = model::MeetingStatus::cancelled;
  model::Meeting days = sample.meeting("deux-jours-entiers");
  days.all_day = true;
  days.start = local("2026-10-06 00:00"), days.end = local("2026-10-07 00:00");
  CalendarSample::plan(days);
  const auto first = step({}, {series, days, sample.meeting()}, "2026-09-15T07:00:00Z");
  const auto second = step(first.lock, {series, days}, "2026-09-16T07:00:00Z");
  const std::string text = calendar::write_lock(second.lock);
  Reading reading;
  CHECK(reading.read(text) == second.lock);
  CHECK(reading.told() == "");
}

TEST_CASE("mistakes of the lock are told where they stand, and stop the build") {
  struct Row {
    std::string_view name, from, to, told;
  };
  const Row rows[] = {
      {"a conflict", "sequence = 0", "<<<<<<< HEAD\nsequence = 0\n=======\nsequence = 1\n>>>>>>> autre",
       "lock-conflict 6:1\nlock-conflict 10:1\n"},
      {"a negative sequence", "sequence = 0", "sequence = -1", "bad-value 6:12\n"},
      {"no sequence", "sequence = 0\n", "", "missing-key 4:1\n"},
      {"no uid", "uid = \"k7f2m9q4xz@p.example\"\n", "", "missing-key 4:1\n"},
      {"an unknown key", "sequence = 0", "sequence = 0\nsequense = 1", "unknown-key 7:1\n"},
      {"a text for a number", "sequence = 0", "sequence = \"0\"", "wrong-type 6:12\n"},
      {"a digest of another sort", "digest = \"", "digest = \"xyz", "bad-value 16:26\nbad-value 17:26\n"},
      {"a status that nobody knows", "zone = ", "status = \"perdu\"\nzone = ", "bad-value 14:10\n"},
      {"an instant without a zone", "changed = 2026-09-15T07:00:00Z", "changed = 2026-09-15T07:00:00",
       "wrong-type 16:56\nwrong-type 17:56\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::string text = block();
    for (std::size_t at = 0; (at = text.find(row.from, at)) != text.npos; at += row.to.size())
      text.replace(at, row.from.size(), row.to);
    Reading reading;
    reading.read(text);
    CHECK(reading.told() == row.told);
  }
}

TEST_CASE("two entries of one UID are a mistake") {
  std::string other = block();
  other.erase(0, other.find("\n[entry."));
  other.replace(other.find("k7f2m9q4xz]"), 10, "zzzzzzzzzz");
  Reading reading;
  reading.read(block(other));
  CHECK(reading.told() == "duplicate-id 20:7\n");
}
