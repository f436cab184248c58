// When a new meeting is proposed: delays, weekdays, holidays, seasons, clashes, and the hours that people are used to.
#include "rules/timetable.h"

#include <doctest/doctest.h>

#include "sample.h"

using namespace cenacle;
using Kind = model::Rule::Kind;

namespace {

base::Date day(std::string_view text) { return base::parse_date(text).value(); }

std::string said(const std::optional<rules::Slot>& slot) {
  return slot ? base::iso(slot->start) + " " + base::iso(slot->end).substr(11) : "none";
}

std::string next(const Sample& s, const rules::Wish& wish) {
  return said(rules::Timetable(s.portal, s.network, s.holidays).next(wish));
}

}  // namespace

TEST_CASE(
    "two weeks ahead, on a weekday, in the morning, where nothing is said") {  // today is Tuesday 15 September 2026
  Sample s;
  CHECK(next(s, {&s.network, &s.seance}) == "2026-09-29T09:30:00 12:00:00");
  CHECK(next(s, {&s.network, nullptr}) == "2026-09-29T09:30:00 12:00:00");
  CHECK(next(s, {&s.network, &s.seance, day("2026-10-03")}) == "2026-10-05T09:30:00 12:00:00");
}

TEST_CASE("the longest delay of the kind and of current charters, for this kind only") {
  Sample s;
  const auto soonest = [&](const model::MeetingKind* kind) {
    return base::iso(rules::Timetable(s.portal, s.network, s.holidays).soonest(kind));
  };
  CHECK(soonest(&s.seance) == "2026-09-29");
  s.seance.notice_days = 5;
  CHECK(soonest(&s.seance) == "2026-09-20");
  model::Rule& notice = s.rule(Kind::notice, "1");
  notice.days_notice = 45;
  notice.meeting_kinds = {&s.seance};
  CHECK(soonest(&s.seance) == "2026-10-30");
  CHECK(soonest(&s.rencontre) == "2026-09-29");
  s.charter.current = false;
  CHECK(soonest(&s.seance) == "2026-09-20");
  s.seance.notice_days = 1'000'000'000'000;
  CHECK(soonest(&s.seance) == "2027-09-16");
}

TEST_CASE("only on the weekdays of the charter (C3), and never on a public holiday") {
  Sample s;
  model::Rule& weekdays = s.rule(Kind::weekdays, "1");
  weekdays.days = {3};
  weekdays.meeting_kinds = {&s.rencontre};
  CHECK(next(s, {&s.network, &s.rencontre}) == "2026-09-30T09:30:00 12:00:00");
  CHECK(next(s, {&s.network, &s.rencontre, day("2026-11-11")}) == "2026-11-18T09:30:00 12:00:00");
  CHECK(next(s, {&s.network, &s.seance, day("2026-11-11")}) == "2026-11-12T09:30:00 12:00:00");
}

TEST_CASE("within the group's season and the charter's (C6), and before the group ends") {
  Sample s;
  model::Group& group = s.group("g");
  group.season = model::Season{day("2027-02-01"), day("2027-10-31")};
  CHECK(next(s, {&group, nullptr}) == "2027-02-01T09:30:00 12:00:00");
  group.season.reset();
  model::Rule& season = s.rule(Kind::season, "1");
  season.from = std::chrono::March / 1, season.to = std::chrono::June / 30;
  CHECK(next(s, {&group, nullptr}) == "2027-03-01T09:30:00 12:00:00");
  group.ended = day("2027-02-28");
  CHECK(next(s, {&group, nullptr}) == "none");
  CHECK(next(s, {&s.network, nullptr}) == "2026-09-29T09:30:00 12:00:00");
}

TEST_CASE("not at the same time as what suffers nothing beside it (C3)") {
  Sample s;
  model::Rule& no_clash = s.rule(Kind::no_clash, "1");
  no_clash.meeting_kinds = {&s.rencontre};
  model::Group& group = s.group("g");
  s.meeting(&s.network, "2026-09-29", &s.rencontre);
  s.meeting(&s.network, "2026-09-30 14:00", &s.seance, "2026-09-30 16:00");
  s.meeting(&group, "2026-10-01", &s.seance);
  CHECK(next(s, {&group, &s.seance}) == "2026-09-30T09:30:00 12:00:00");
  CHECK(next(s, {&group, &s.rencontre}) == "2026-09-30T09:30:00 12:00:00");
  s.network.meetings.back().start = local("2026-09-30 11:59"),
  s.network.meetings.back().end = local("2026-09-30 13:00");
  CHECK(next(s, {&s.group("h"), &s.seance}) == "2026-09-29T14:00:00 16:00:00");
  CHECK(next(s, {&s.group("i"), &s.rencontre}) == "2026-10-01T09:30:00 12:00:00");
}

TEST_CASE("not on a day on which the same people meet already") {
  Sample s;
  model::Group& group = s.group("g");
  s.meeting(&group, "2026-09-29");
  s.meeting(&s.group("h"), "2026-09-30");
  CHECK(next(s, {&group, nullptr}) == "2026-09-30T09:30:00 12:00:00");
  s.network.meetings.front().status = model::MeetingStatus::cancelled;
  CHECK(next(s, {&group, nullptr}) == "2026-09-29T09:30:00 12:00:00");
}

TEST_CASE("at the usual hours: of the owner and the kind, of the owner, of the kind") {
  Sample s;
  model::Group &group = s.group("g"), &other = s.group("h");
  const rules::Wish wish{&group, &s.seance, day("2027-01-04")};
  s.meeting(&other, "2026-05-05 14:00", &s.seance, "2026-05-05 17:00");
  CHECK(next(s, wish) == "2027-01-04T14:00:00 17:00:00");
  s.meeting(&group, "2026-05-12 08:00", &s.rencontre, "2026-05-12 09:00");
  CHECK(next(s, wish) == "2027-01-04T08:00:00 09:00:00");
  s.meeting(&group, "2026-05-13 10:00", &s.seance, "2026-05-13 11:00");
  s.meeting(&group, "2026-05-14 10:00", &s.seance, "2026-05-14 11:00");
  s.meeting(&group, "2026-05-15 16:00", &s.seance, "2026-05-15 18:00");
  CHECK(next(s, wish) == "2027-01-04T10:00:00 11:00:00");
  s.meeting(&group, "2026-05-18 16:00", &s.seance, "2026-05-18 18:00");
  CHECK(next(s, wish) == "2027-01-04T16:00:00 18:00:00");
  model::Meeting& whole_day = s.meeting(&group, "2026-06-18 00:00", &s.seance, "2026-06-19 00:00");
  whole_day.all_day = true;
  CHECK(next(s, wish) == "2027-01-04T16:00:00 18:00:00");
}

TEST_CASE("the usual kind: the owner's, its like's, the first") {
  Sample s;
  model::Group &group = s.group("g"), &other = s.group("h");
  const auto usual = [&](const model::Owner& owner) {
    const model::MeetingKind* kind = rules::Timetable(s.portal, s.network, s.holidays).usual_kind(owner);
    return kind == nullptr ? std::string("none") : kind->id;
  };
  CHECK(usual(&group) == "rencontre");
  s.meeting(&other, "2026-05-05", &s.seance);
  CHECK(usual(&group) == "seance");
  CHECK(usual(&s.network) == "rencontre");
  s.meeting(&group, "2026-05-06", &s.rencontre);
  CHECK(usual(&group) == "rencontre");
  s.network.meetings.clear();
  s.network.meeting_kinds.clear();
  CHECK(usual(&group) == "none");
}

TEST_CASE("a series keeps its weekday and stays within its span (B6)") {
  Sample s;
  model::Rule& weekdays = s.rule(Kind::weekdays, "1");
  weekdays.days = {2, 4};
  weekdays.meeting_kinds = {&s.seance};
  const auto slots = rules::Timetable(s.portal, s.network, s.holidays).series({&s.network, &s.seance}, 5, 6);
  std::string days;
  for (const rules::Slot& slot : slots) days += base::iso(base::date_of(slot.start)) + " ";
  CHECK(days == "2026-09-29 2026-11-03 2026-12-08 2027-01-12 2027-02-16 ");
  CHECK(rules::Timetable(s.portal, s.network, s.holidays).series({&s.network, &s.seance}, 0, 6).empty());
  const auto crowded = rules::Timetable(s.portal, s.network, s.holidays).series({&s.network, &s.seance}, 3, 0);
  REQUIRE(crowded.size() == 3);
  CHECK(base::iso(base::date_of(crowded[1].start)) == "2026-10-01");
}
