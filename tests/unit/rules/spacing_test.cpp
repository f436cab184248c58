// Rhythm (A4), sessions of a series (B6), nothing at the same time (C3).
#include <doctest/doctest.h>

#include "sample.h"

using namespace cenacle;
using Kind = model::Rule::Kind;

namespace {

/// What is told of two meetings of a group, on these days, under this rhythm.
std::string gap(const char* before, const char* after, std::optional<int> months, std::optional<int> days) {
  Sample s;
  model::Rule& rule = s.rule(Kind::rhythm, "1.3");
  rule.max_months = months, rule.max_days = days;
  model::Group& group = s.group("a");
  s.meeting(&group, after);
  s.meeting(&group, before);
  return s.told();
}

}  // namespace

TEST_CASE("A4: two meetings of a group further apart than the rhythm") {
  struct Row {
    const char *name, *before, *after;
    int months, days;
    const char* told;
  };
  const Row rows[] = {
      {"to the day", "2026-09-08", "2026-12-08", 3, 0, ""},
      {"a day late", "2026-09-08", "2026-12-09", 3, 0,
       "2026-12-09.md:5 warning rhythm: 92 days after the meeting before: article 1.3 of “Charte” says at most 3 "
       "months\n"},
      {"the end of a short month", "2026-11-30", "2027-02-28", 3, 0, ""},
      {"the day after a short month", "2026-11-30", "2027-03-01", 3, 0,
       "2027-03-01.md:5 warning rhythm: 91 days after the meeting before: article 1.3 of “Charte” says at most 3 "
       "months\n"},
      {"a leap year", "2027-11-30", "2028-02-29", 3, 0, ""},
      {"over the new year", "2026-12-15", "2027-01-15", 1, 0, ""},
      {"in days", "2026-09-08", "2026-11-17", 0, 70, ""},
      {"one day too many", "2026-09-08", "2026-11-18", 0, 70,
       "2026-11-18.md:5 warning rhythm: 71 days after the meeting before: article 1.3 of “Charte” says at most 70 "
       "days\n"},
      {"long ago", "2024-01-08", "2025-06-09", 3, 0,
       "2025-06-09.md:5 warning rhythm: 518 days after the meeting before: article 1.3 of “Charte” says at most 3 "
       "months\n"},
      {"one month", "2026-09-08", "2026-10-09", 1, 0,
       "2026-10-09.md:5 warning rhythm: 31 days after the meeting before: article 1.3 of “Charte” says at most 1 "
       "month\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto months = row.months > 0 ? std::optional(row.months) : std::nullopt;
    const auto days = row.days > 0 ? std::optional(row.days) : std::nullopt;
    CHECK(gap(row.before, row.after, months, days) == row.told);
  }
  CHECK(gap("2026-01-01", "2027-12-01", std::nullopt, std::nullopt) == "");
}

TEST_CASE("A4: a gap's notes name the meeting before and the article, its help the last good day") {
  Sample s;
  s.rule(Kind::rhythm, "1.3").max_months = 2;
  model::Group& group = s.group("a");
  s.meeting(&group, "2026-09-11");  // 11 November is a holiday: the day before it is proposed
  s.meeting(&group, "2026-12-01");
  const auto told = s.check();
  REQUIRE(told.size() == 1);
  CHECK(told[0].help == "hold it by Tuesday 2026-11-10, or add a meeting between the two by then");
  REQUIRE(told[0].notes.size() == 2);
  CHECK(told[0].notes[0].text == "the meeting before is “M1”, Friday 2026-09-11");
  CHECK(told[0].notes[0].place == diag::Place{"content/n/meetings/2026-09-11.md", 5, 9, 19});
  CHECK(told[0].notes[1].text == "article 1.3 of “Charte” sets this rule");
  CHECK(told[0].notes[1].place == diag::Place{"content/n/charters/charte.md", 10, 8, 6});
}

TEST_CASE("A4: what is no gap") {
  Sample s;
  s.rule(Kind::rhythm, "1.3").max_months = 3;
  model::Group &a = s.group("a"), &b = s.group("b"), &other = s.group("other");
  other.charter = nullptr;
  s.meeting(&a, "2025-01-07");  // the only one: nothing is said of the time up to today
  s.meeting(&b, "2026-01-06");
  s.meeting(&b, "2026-04-06");
  s.meeting(&s.network, "2025-01-01");
  s.meeting(&s.network, "2026-01-02");
  s.meeting(&other, "2025-01-01");
  s.meeting(&other, "2026-12-01");
  s.meeting(static_cast<const model::Group*>(nullptr), "2026-12-01");  // its group could not be read
  CHECK(s.told() == "");
}

TEST_CASE("A4: a cancelled meeting does not fill a gap, a moved or tentative one does") {
  for (const auto status :
       {model::MeetingStatus::cancelled, model::MeetingStatus::moved, model::MeetingStatus::tentative}) {
    Sample s;
    s.rule(Kind::rhythm, "1.3").max_months = 3;
    model::Group& group = s.group("a");
    s.meeting(&group, "2026-09-08");
    s.meeting(&group, "2026-11-17").status = status;
    s.meeting(&group, "2027-01-19");
    CHECK((s.told() == "") == (status != model::MeetingStatus::cancelled));
  }
}

TEST_CASE("A4: the pause between two seasons is no gap, one within a season is") {
  Sample s;
  s.rule(Kind::rhythm, "1.3").max_months = 3;
  model::Rule& season = s.rule(Kind::season, "5.2");
  season.from = std::chrono::February / 1, season.to = std::chrono::October / 31;
  model::Group& group = s.group("a");
  s.meeting(&group, "2026-02-10");
  s.meeting(&group, "2026-06-09");
  s.meeting(&group, "2026-09-08");
  s.meeting(&group, "2027-02-09");
  CHECK(s.told() ==
        "2026-06-09.md:5 warning rhythm: 119 days after the meeting before: article 1.3 of “Charte” says at most 3 "
        "months\n");
}

TEST_CASE("A4: only the current version of a charter counts") {
  Sample s;
  model::Charter& old = s.network.charters.emplace_back();
  old.page.title = "Charte", old.current = false;
  s.rule(Kind::rhythm, "1.3", &old).max_months = 1;
  model::Group& group = s.group("a");
  group.charter = &old;
  s.meeting(&group, "2026-02-10");
  s.meeting(&group, "2026-06-09");
  CHECK(s.told() == "");
}

TEST_CASE("A4: workshops and series, and numbers out of all measure") {
  Sample s;
  model::Rule& rule = s.rule(Kind::rhythm, "1.3");
  rule.max_months = 1, rule.of = model::Rule::Of::workshops;
  model::Workshop& workshop = s.workshop("w", model::Workshop::Kind::workshop, 10);
  model::Workshop& series = s.workshop("s", model::Workshop::Kind::series, 8);
  for (model::Workshop* each : {&workshop, &series}) {
    s.meeting(each, "2026-03-10");
    s.meeting(each, "2026-05-12");
  }
  const char* line =
      "2026-05-12.md:5 warning rhythm: 63 days after the meeting before: article 1.3 of “Charte” says at most 1 "
      "month\n";
  CHECK(s.told() == std::string(line) + line);
  rule.of = model::Rule::Of::series;
  CHECK(s.told() == line);
  for (const std::int64_t absurd : {std::int64_t{-1}, std::int64_t{9'000'000'000'000}}) {
    rule.max_months = absurd;
    CHECK(s.told() == "");
  }
}

TEST_CASE("B6: sessions of a series, their number") {
  Sample s;
  model::Rule& rule = s.rule(Kind::sessions, "5.2");
  rule.count = 3, rule.max_months = 6;
  model::Workshop& series = s.workshop("s", model::Workshop::Kind::series, 8);
  s.workshop("w", model::Workshop::Kind::workshop, 8);
  s.meeting(&series, "2026-10-06");
  s.meeting(&series, "2026-11-10").status = model::MeetingStatus::cancelled;
  s.meeting(&series, "2026-12-08");
  const auto told = s.check();
  REQUIRE(told.size() == 1);
  CHECK(told[0].summary == "this series has 2 sessions: article 5.2 of “Charte” says 3");
  CHECK(told[0].place == diag::Place{"content/n/workshops/s.md", 0, 0, 0});
  CHECK(told[0].help == "add 1 meeting with `of = \"workshop:s\"`");
  REQUIRE(told[0].notes.size() == 3);
  CHECK(told[0].notes[1].text == "set: “M1”, Tuesday 2026-10-06");
  s.meeting(&series, "2027-01-12");
  CHECK(s.told() == "");
  s.meeting(&series, "2027-02-09");
  CHECK(s.told() == "s.md:0 warning sessions: this series has 4 sessions: article 5.2 of “Charte” says 3\n");
  CHECK(s.check()[0].help == "take out 1 session, or mark it `status = \"cancelled\"`");
}

TEST_CASE("B6: a series without a session, and its span") {
  Sample s;
  model::Rule& rule = s.rule(Kind::sessions, "5.2");
  rule.count = 2, rule.max_months = 6;
  model::Workshop& series = s.workshop("s", model::Workshop::Kind::series, 8);
  CHECK(s.told() == "s.md:0 warning sessions: this series has 0 sessions: article 5.2 of “Charte” says 2\n");
  s.meeting(&series, "2026-10-06");
  model::Meeting& last = s.meeting(&series, "2027-04-06");
  CHECK(s.told() == "");
  last.start += std::chrono::days(1), last.end += std::chrono::days(1);
  const auto told = s.check();
  REQUIRE(told.size() == 1);
  CHECK(
      told[0].summary ==
      "the sessions of “Atelier s” last from 2026-10-06 to 2027-04-07: article 5.2 of “Charte” says at most 6 months");
  CHECK(told[0].help == "end the series by Tuesday 2027-04-06");
  CHECK(told[0].notes[0].text == "the first session is “M1”, Tuesday 2026-10-06");
}

TEST_CASE("C3: nothing else during a protected meeting") {
  struct Row {
    const char *name, *from, *to;
    bool clash;
  };
  const Row rows[] = {
      {"inside", "2026-10-06 10:00", "2026-10-06 11:00", true},
      {"around", "2026-10-06 08:00", "2026-10-06 18:00", true},
      {"overlaps the end", "2026-10-06 11:59", "2026-10-06 14:00", true},
      {"the same", "2026-10-06 09:30", "2026-10-06 12:00", true},
      {"right before", "2026-10-06 08:00", "2026-10-06 09:30", false},
      {"right after", "2026-10-06 12:00", "2026-10-06 14:00", false},
      {"several days around", "2026-10-05 08:00", "2026-10-07 18:00", true},
      {"ends before it starts", "2026-10-06 11:00", "2026-10-06 10:00", false},
      {"another day", "2026-10-07 10:00", "2026-10-07 11:00", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Sample s;
    s.rule(Kind::no_clash, "3.3").meeting_kinds = {&s.rencontre};
    s.meeting(&s.network, "2026-10-06 09:30", &s.rencontre);
    s.meeting(&s.group("a"), row.from, &s.seance, row.to);
    CHECK((s.told() != "") == row.clash);
  }
}

TEST_CASE("C3: which of the two is told, and how") {
  Sample s;
  s.rule(Kind::no_clash, "3.3").meeting_kinds = {&s.rencontre};
  model::Meeting& seance = s.meeting(&s.group("a"), "2026-10-06 08:00", &s.seance);
  model::Meeting& rencontre = s.meeting(&s.network, "2026-10-06 09:30", &s.rencontre);
  rencontre.page.path = "content/n/meetings/rencontre.md";
  const auto told = s.check();
  REQUIRE(told.size() == 1);
  CHECK(told[0].place.path == "content/n/meetings/2026-10-06.md");  // what is not protected, though it begins first
  CHECK(told[0].summary == "held at the same time as “M2”: article 3.3 of “Charte” lets nothing else be held then");
  CHECK(told[0].notes[0].text == "“M2” goes from 2026-10-06T09:30:00 to 2026-10-06T12:00:00");
  CHECK(told[0].notes[0].place.path == "content/n/meetings/rencontre.md");
  seance.kind = &s.rencontre;  // both protected: the later is told, once
  CHECK(
      s.told() ==
      "rencontre.md:5 warning clash: held at the same time as “M1”: article 3.3 of “Charte” lets nothing else be held "
      "then\n");
  seance.kind = nullptr, rencontre.kind = &s.seance;
  CHECK(s.told() == "");
  rencontre.kind = &s.rencontre, rencontre.status = model::MeetingStatus::cancelled;
  CHECK(s.told() == "");
}

TEST_CASE("C3: clocks of two zones, and whole days") {
  Sample s;
  s.rule(Kind::no_clash, "3.3").meeting_kinds = {&s.rencontre};
  s.meeting(&s.network, "2026-10-06 09:30", &s.rencontre);  // 07:30 to 10:00 UTC
  model::Meeting& far = s.meeting(&s.network, "2026-10-06 11:00", &s.seance);
  far.end = local("2026-10-06 12:30");
  far.time_zone = "Indian/Reunion";  // 07:00 to 08:30 UTC
  CHECK(s.told() != "");
  far.time_zone = "America/Cayenne";  // 14:00 UTC
  CHECK(s.told() == "");
  far.time_zone = "", far.all_day = true, far.start = far.end = local("2026-10-06 00:00");
  CHECK(s.told() != "");
  far.start = far.end = local("2026-10-07 00:00");
  CHECK(s.told() == "");
}

TEST_CASE("C3: a thousand meetings at once are told once each") {
  Sample s;
  s.rule(Kind::no_clash, "3.3").meeting_kinds = {&s.rencontre};
  s.meeting(&s.network, "2026-10-06 09:30", &s.rencontre);
  for (int i = 0; i < 1000; ++i)
    s.meeting(&s.network, "2026-10-06 10:00", &s.seance).page.path = fmt::format("content/n/meetings/{:04}.md", i);
  CHECK(s.check().size() == 1000);
}

TEST_CASE("days at the ends of what TOML can write") {
  Sample s;
  model::Rule& rhythm = s.rule(Kind::rhythm, "1");
  rhythm.max_months = 3;
  s.rule(Kind::no_clash, "2").meeting_kinds = {&s.rencontre};
  s.rule(Kind::yearly, "3").meeting_kinds = {&s.seance};
  model::Rule& weekdays = s.rule(Kind::weekdays, "4");
  weekdays.days = {2}, weekdays.meeting_kinds = {&s.rencontre};
  model::Group& group = s.group("a");
  s.meeting(&group, "0000-01-01", &s.rencontre, "9999-12-31 23:59");
  s.meeting(&group, "9999-12-31", &s.rencontre);
  CHECK(s.check().size() == 4);  // a clash, a holiday, and twice a weekday
}
