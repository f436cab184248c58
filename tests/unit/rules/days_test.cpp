// Public holidays, weekdays (C3), season (C6).
#include <doctest/doctest.h>

#include "sample.h"

using namespace cenacle;
using Kind = model::Rule::Kind;

TEST_CASE("public holidays are told for every meeting of every network, in its zone") {
  Sample s;
  s.meeting(&s.network, "2026-05-14");
  s.meeting(&s.network, "2026-11-11").status = model::MeetingStatus::cancelled;
  s.meeting(&s.network, "2026-12-20");
  CHECK(s.told() == "2026-05-14.md:5 warning public-holiday: Thursday 2026-05-14 is a public holiday: Ascension\n");
  CHECK(s.check()[0].help ==
        "the nearest day is Friday 2026-05-15; write:\nstart = 2026-05-15T09:30:00\nend = 2026-05-15T12:00:00");
  CHECK(s.check()[0].notes[0].text ==
        "the public holidays of the zone “metropole” are in workflows/public-holidays.toml");
  model::Network& other = s.portal.networks.emplace_back();
  other.holidays = "reunion";
  other.meetings.push_back(s.network.meetings.back());
  CHECK(s.told() ==
        "2026-05-14.md:5 warning public-holiday: Thursday 2026-05-14 is a public holiday: Ascension\n"
        "2026-12-20.md:5 warning public-holiday: Sunday 2026-12-20 is a public holiday: Abolition\n");
}

TEST_CASE("a public holiday within a meeting of several days, or at its end") {
  struct Row {
    const char *name, *from, *to;
    bool told;
  };
  const Row rows[] = {
      {"in the middle", "2026-07-13 09:00", "2026-07-15 17:00", true},
      {"on the last day", "2026-07-13 09:00", "2026-07-14 00:01", true},
      {"ends at midnight", "2026-07-13 09:00", "2026-07-14 00:00", false},
      {"ends before it starts", "2026-07-15 09:00", "2026-07-01 09:00", false},
      {"for ever", "2026-07-15 09:00", "9999-12-31 09:00", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Sample s;
    s.meeting(&s.network, row.from, nullptr, row.to);
    CHECK((s.told() != "") == row.told);
  }
}

TEST_CASE("a whole day is proposed as a date") {
  Sample s;
  model::Meeting& meeting = s.meeting(&s.network, "2026-11-11");
  meeting.all_day = true, meeting.start = local("2026-11-10 00:00"), meeting.end = local("2026-11-11 00:00");
  CHECK(s.check().at(0).help == "the nearest day is Monday 2026-11-09; write:\nstart = 2026-11-09\nend = 2026-11-10");
}

TEST_CASE("a zone that nobody knows") {
  Sample s;
  s.network.holidays = "metropol";
  s.network.holidays_at = {7, 12, 10};
  const auto told = s.check();
  REQUIRE(told.size() == 1);
  CHECK(told[0].code.name == "unknown-reference");
  CHECK(told[0].place == diag::Place{"content/n/network.md", 7, 12, 10});
  CHECK(told[0].help == "did you mean:\nholidays = \"metropole\"");
  s.network.holidays = "reun";
  CHECK(s.check()[0].help == "did you mean:\nholidays = \"reunion\"");
  s.network.holidays = "lune";
  CHECK(s.check()[0].help == "the zones are metropole or reunion");
  s.holidays = {};  // no file of public holidays: nothing to compare with
  CHECK(s.told() == "");
}

TEST_CASE("C3: weekdays of a kind") {
  struct Row {
    const char *date, *told, *nearest;
  };
  const Row rows[] = {
      {"2026-10-06", "", ""},
      {"2026-10-08", "", ""},
      {"2026-10-05", "Monday 2026-10-05 is not a day for “Rencontre”: article 3.2 of “Charte” says Tuesday or Thursday",
       "Tuesday 2026-10-06"},
      {"2026-10-07",
       "Wednesday 2026-10-07 is not a day for “Rencontre”: article 3.2 of “Charte” says Tuesday or Thursday",
       "Thursday 2026-10-08"},
      {"2026-10-09", "Friday 2026-10-09 is not a day for “Rencontre”: article 3.2 of “Charte” says Tuesday or Thursday",
       "Thursday 2026-10-08"},
      {"2026-10-11", "Sunday 2026-10-11 is not a day for “Rencontre”: article 3.2 of “Charte” says Tuesday or Thursday",
       "Tuesday 2026-10-13"},
      {"2026-05-13",
       "Wednesday 2026-05-13 is not a day for “Rencontre”: article 3.2 of “Charte” says Tuesday or Thursday",
       "Tuesday 2026-05-12"},  // Thursday is Ascension
  };
  for (const Row& row : rows) {
    CAPTURE(row.date);
    Sample s;
    model::Rule& rule = s.rule(Kind::weekdays, "3.2");
    rule.days = {4, 2}, rule.meeting_kinds = {&s.rencontre};
    s.meeting(&s.network, row.date, &s.rencontre);
    s.meeting(&s.network, row.date, &s.seance);
    const auto told = s.check();
    REQUIRE(told.size() == (row.told[0] != '\0' ? 1U : 0U));
    if (told.empty()) continue;
    CHECK(told[0].code.severity == diag::Severity::error);
    CHECK(told[0].code.name == "weekday");
    CHECK(told[0].summary == row.told);
    const std::string date(std::string_view(row.nearest).substr(std::string_view(row.nearest).size() - 10));
    CHECK(told[0].help == fmt::format("the nearest day is {}; write:\nstart = {}T09:30:00\nend = {}T12:00:00",
                                      row.nearest, date, date));
    CHECK(told[0].notes[0].place.line == 10);
  }
}

TEST_CASE("C3: every day of a meeting counts; a Saturday may be the day") {
  Sample s;
  model::Rule& rule = s.rule(Kind::weekdays, "3.2");
  rule.days = {6}, rule.meeting_kinds = {nullptr, &s.rencontre};
  s.meeting(&s.network, "2026-10-10", &s.rencontre);
  CHECK(s.told() == "");
  s.meeting(&s.network, "2026-10-17 09:00", &s.rencontre, "2026-10-18 12:00");
  CHECK(s.told() ==
        "2026-10-17.md:5 error weekday: Sunday 2026-10-18 is not a day for “Rencontre”: article 3.2 of “Charte” says "
        "Saturday\n");
  CHECK(s.check()[0].help == "hold it on another day");  // no two Saturdays follow each other
  s.network.meetings.pop_back();
  s.meeting(&s.network, "2026-10-13", &s.rencontre);
  CHECK(s.check()[0].help.starts_with("the nearest day is Saturday 2026-10-10;"));
  rule.days.clear();
  CHECK(s.told() == "");
}

TEST_CASE("C6: a group's meeting outside the season") {
  struct Row {
    const char *name, *date;
    std::chrono::month_day from, to;
    const char* told;
  };
  using namespace std::chrono;
  const Row rows[] = {
      {"first day", "2027-02-01", February / 1, October / 31, ""},
      {"last day", "2026-10-31", February / 1, October / 31, ""},
      {"too early", "2027-01-29", February / 1, October / 31,
       "2027-01-29.md:5 warning season: Friday 2027-01-29 is outside the season: article 5.2 of “Charte” says 1 "
       "February to 31 October\n"},
      {"too late", "2026-11-03", February / 1, October / 31,
       "2026-11-03.md:5 warning season: Tuesday 2026-11-03 is outside the season: article 5.2 of “Charte” says 1 "
       "February to 31 October\n"},
      {"over the new year, inside", "2027-01-12", September / 1, June / 30, ""},
      {"over the new year, outside", "2026-08-25", September / 1, June / 30,
       "2026-08-25.md:5 warning season: Tuesday 2026-08-25 is outside the season: article 5.2 of “Charte” says 1 "
       "September to 30 June\n"},
      {"leap day", "2028-02-29", February / 1, February / 29, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Sample s;
    model::Rule& rule = s.rule(Kind::season, "5.2");
    rule.from = row.from, rule.to = row.to;
    s.meeting(&s.group("a"), row.date);
    s.meeting(&s.network, row.date);
    CHECK(s.told() == row.told);
  }
}

TEST_CASE("C6: the group's own season, and the day that is proposed") {
  Sample s;
  model::Rule& rule = s.rule(Kind::season, "5.2");
  rule.from = std::chrono::February / 1, rule.to = std::chrono::October / 31;
  model::Group& group = s.group("a");
  group.season = model::Season{base::parse_date("2027-02-01").value(), base::parse_date("2027-10-31").value()};
  s.meeting(&group, "2026-10-13");
  const auto told = s.check();
  REQUIRE(told.size() == 1);
  CHECK(told[0].summary ==
        "Tuesday 2026-10-13 is outside the season of “Groupe a”, 2027-02-01 to 2027-10-31 (article 5.2 of “Charte”)");
  CHECK(told[0].help ==
        "the nearest day is Monday 2027-02-01; write:\nstart = 2027-02-01T09:30:00\nend = 2027-02-01T12:00:00");
  REQUIRE(told[0].notes.size() == 2);
  CHECK(told[0].notes[1].place.path == "content/n/groups/a.md");
  group.season.reset();
  s.network.meetings.clear();
  s.meeting(&group, "2026-11-05");
  CHECK(s.check()[0].help ==
        "the nearest day is Friday 2026-10-30; write:\nstart = 2026-10-30T09:30:00\nend = 2026-10-30T12:00:00");
}

TEST_CASE("each time of a meeting that recurs is judged by its own day") {
  Sample sample;
  sample.rule(model::Rule::Kind::weekdays, "3").days = {2, 3, 4};
  sample.charter.rules.back().meeting_kinds = {&sample.rencontre};
  model::Meeting& meeting = sample.meeting(&sample.network, "2026-10-06", &sample.rencontre);
  meeting.recurrence.emplace().rule.count = 3;
  for (const std::string_view day : {"2026-10-06 09:30", "2026-10-16 09:30", "2026-11-11 09:30"})
    meeting.occurrences.push_back({local(day), local(day), local(day) + std::chrono::hours(2), "M", "", "", "", {}, "", false, {}});
  meeting.occurrences[1].at = {9, 1, 4};
  CHECK(sample.told() ==
        "2026-10-06.md:5 warning public-holiday: Wednesday 2026-11-11 is a public holiday: Armistice\n"
        "2026-10-06.md:9 error weekday: Friday 2026-10-16 is not a day for “Rencontre”: article 3 of “Charte” says Tuesday, "
        "Wednesday or Thursday\n");
  CHECK(sample.check().at(1).help.find("[[occurrences]]\nplanned = 2026-10-16\nstart = 2026-10-15T09:30:00") != std::string::npos);
  meeting.occurrences[1].status = meeting.occurrences[2].status = model::MeetingStatus::cancelled;
  CHECK(sample.told() == "");
}
