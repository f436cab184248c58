// Seats (B3, B6), holders (C7), the calendar a year ahead (C2), what each year must have (E7).
#include <doctest/doctest.h>

#include "sample.h"

using namespace cenacle;
using Kind = model::Rule::Kind;
using Of = model::Rule::Of;

TEST_CASE("B3: more seats than a workshop may have; B6: than a series may have") {
  Sample s;
  s.rule(Kind::seats, "2.2");
  s.rule(Kind::seats, "5.1");
  s.charter.rules[1].of = Of::series, s.charter.rules[1].max = 8;
  s.charter.rules[0].of = Of::workshops, s.charter.rules[0].max = 15;
  s.workshop("w15", model::Workshop::Kind::workshop, 15);
  s.workshop("w16", model::Workshop::Kind::workshop, 16);
  s.workshop("s8", model::Workshop::Kind::series, 8);
  s.workshop("s9", model::Workshop::Kind::series, 9);
  s.workshop("free", model::Workshop::Kind::workshop, 900).charter = nullptr;
  CHECK(s.told() ==
        "s9.md:4 error seats: 9 seats are too many: article 5.1 of “Charte” says at most 8\n"
        "w16.md:4 error seats: 16 seats are too many: article 2.2 of “Charte” says at most 15\n");
  CHECK(s.check()[1].help == "write:\nseats = 15");
  CHECK(s.check()[1].place == diag::Place{"content/n/workshops/w16.md", 4, 9, 2});
  CHECK(s.check()[1].notes[0].text == "article 2.2 of “Charte” sets this rule");
  s.charter.rules[0].max.reset();
  s.charter.rules[1].max.reset();
  CHECK(s.told() == "");
}

TEST_CASE("C7: holders of a role") {
  struct Row {
    int holders;
    std::optional<int> min, max;
    const char *summary, *help;
  };
  const char* add =
      "add 1 to the end of the front matter, each as:\n[[holders]]\nrole = \"referent\"\nfunction = \"…\"";
  const Row rows[] = {
      {2, 2, 3, "", ""},
      {3, 2, 3, "", ""},
      {1, 2, 3, "“Groupe a” has 1 holder of the role “Référent”: article 5.5 of “Charte” says 2 to 3", add},
      {0, 1, 1, "“Groupe a” has 0 holders of the role “Référent”: article 5.5 of “Charte” says 1", add},
      {4, 2, 3, "“Groupe a” has 4 holders of the role “Référent”: article 5.5 of “Charte” says 2 to 3",
       "take out 1 of the `[[holders]]` whose role is `referent`"},
      {0, 1, {}, "“Groupe a” has 0 holders of the role “Référent”: article 5.5 of “Charte” says at least 1", add},
      {3,
       {},
       2,
       "“Groupe a” has 3 holders of the role “Référent”: article 5.5 of “Charte” says at most 2",
       "take out 1 of the `[[holders]]` whose role is `referent`"},
      {9, {}, {}, "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.holders);
    Sample s;
    model::Role& other = s.network.roles.emplace_back();
    model::Rule& rule = s.rule(Kind::holders, "5.5");
    rule.role = &s.referent, rule.min = row.min, rule.max = row.max;
    model::Group& group = s.group("a");
    group.holders_at = {9, 8, 10};
    group.holders.push_back({&other, nullptr, {}, {}});
    for (int i = 0; i < row.holders; ++i) group.holders.push_back({&s.referent, nullptr, {}, {}});
    const auto told = s.check();
    REQUIRE(told.size() == (row.summary[0] != '\0' ? 1U : 0U));
    if (told.empty()) continue;
    CHECK(told[0].code.name == "holders");
    CHECK(told[0].place == diag::Place{"content/n/groups/a.md", 9, 8, 10});
    CHECK(told[0].summary == row.summary);
    CHECK(told[0].help == row.help);
  }
}

TEST_CASE("C7: not for a group that has ended, nor one of another charter; for workshops too") {
  Sample s;
  model::Rule& rule = s.rule(Kind::holders, "5.5");
  rule.role = &s.referent, rule.min = 1;
  s.group("ended").ended = base::parse_date("2026-09-14");
  s.group("ends-today").ended = base::parse_date("2026-09-15");
  s.group("other").charter = nullptr;
  s.workshop("w", model::Workshop::Kind::workshop, 1);
  CHECK(s.told() ==
        "ends-today.md:0 warning holders: “Groupe ends-today” has 0 holders of the role “Référent”: article 5.5 of "
        "“Charte” "
        "says at least 1\n");
  rule.of = Of::workshops;
  CHECK(s.told() ==
        "w.md:0 warning holders: “Atelier w” has 0 holders of the role “Référent”: article 5.5 of “Charte” says at "
        "least 1\n");
  rule.role = nullptr;  // it could not be read
  CHECK(s.told() == "");
}

TEST_CASE("C2: the calendar of next year, from a day of this one on") {
  struct Row {
    const char *today, *in_force;
    int set;
    const char* told;
  };
  const Row rows[] = {
      {"2026-10-14", "2025-01-01", 0, ""},
      {"2026-10-15", "2025-01-01", 2, ""},
      {"2026-10-15", "2025-01-01", 1,
       "charte.md:10 warning calendar-ahead: 1 meeting of “Rencontre” in 2027: article 3.1 of “Charte” says that 2 are "
       "set "
       "by 15 October 2026\n"},
      {"2026-12-31", "2025-01-01", 0,
       "charte.md:10 warning calendar-ahead: 0 meetings of “Rencontre” in 2027: article 3.1 of “Charte” says that 2 "
       "are set "
       "by 15 October 2026\n"},
      {"2027-01-01", "2025-01-01", 0, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.today);
    Sample s;
    s.portal.today = base::parse_date(row.today).value();
    model::Rule& rule = s.rule(Kind::calendar_ahead, "3.1");
    rule.by = std::chrono::October / 15, rule.meetings = 2, rule.meeting_kinds = {&s.rencontre};
    s.meeting(&s.network, "2027-01-05", &s.seance);
    s.meeting(&s.network, "2026-12-01", &s.rencontre);
    s.meeting(&s.network, "2028-01-04", &s.rencontre);
    for (int i = 0; i < row.set; ++i) s.meeting(&s.network, "2027-03-09", &s.rencontre);
    CHECK(s.told() == row.told);
  }
}

TEST_CASE("C2: a cancelled meeting is named, the kind is given to paste") {
  Sample s;
  s.portal.today = base::parse_date("2026-11-01").value();
  model::Rule& rule = s.rule(Kind::calendar_ahead, "3.1");
  rule.by = std::chrono::October / 15, rule.meetings = 3, rule.meeting_kinds = {&s.rencontre};
  s.meeting(&s.network, "2027-03-09", &s.rencontre);
  s.meeting(&s.network, "2027-06-08", &s.rencontre).status = model::MeetingStatus::cancelled;
  const auto told = s.check();
  REQUIRE(told.size() == 1);
  CHECK(told[0].help == "add 2 meetings of 2027 with `kind = \"rencontre\"`");
  REQUIRE(told[0].notes.size() == 2);
  CHECK(told[0].notes[0].text == "set: “M1”, Tuesday 2027-03-09");
  CHECK(told[0].notes[1].text == "cancelled: “M2”, Tuesday 2027-06-08");
  CHECK(told[0].notes[1].place.path == "content/n/meetings/2027-06-08.md");
}

TEST_CASE("E7: a year without what the charter asks for each year") {
  struct Row {
    const char* name;
    const char* today;
    std::vector<const char*> others, committees;
    const char* years;  // told, in order
  };
  const Row rows[] = {
      {"each year has one",
       "2026-09-15",
       {"2025-03-04", "2026-03-03", "2027-09-07"},
       {"2025-11-04", "2026-11-03", "2027-10-05"},
       ""},
      {"a past year has none", "2026-09-15", {"2025-03-04"}, {"2026-11-03"}, "2025 "},
      {"this year has none", "2026-09-15", {"2026-03-03"}, {}, "2026 "},
      {"this year, its second half not begun nor planned", "2026-02-15", {"2026-03-03", "2026-06-30"}, {}, ""},
      {"this year, planned up to July", "2026-02-15", {"2026-03-03", "2026-07-01"}, {}, "2026 "},
      {"this year, July has come", "2026-07-01", {"2026-03-03"}, {}, "2026 "},
      {"next year has barely begun to be planned", "2026-09-15", {"2027-01-12", "2027-03-09"}, {"2026-11-03"}, ""},
      {"next year is planned beyond its middle", "2026-09-15", {"2027-01-12", "2027-09-07"}, {"2026-11-03"}, "2027 "},
      {"the year after next", "2026-09-15", {"2028-09-05"}, {"2026-11-03"}, ""},
      {"next year's committee itself is all that is planned", "2026-09-15", {}, {"2027-11-02"}, ""},
      {"a year without any meeting", "2026-09-15", {}, {"2026-11-03"}, ""},
      {"before the charter", "2026-09-15", {"2023-03-07", "2024-03-05"}, {"2026-11-03"}, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Sample s;
    s.portal.today = base::parse_date(row.today).value();
    model::Rule& rule = s.rule(Kind::yearly, "1.2");
    rule.meeting_kinds = {&s.rencontre}, rule.min = 1;
    for (const char* date : row.others) s.meeting(&s.network, date, &s.seance);
    for (const char* date : row.committees) s.meeting(&s.network, date, &s.rencontre);
    std::string years;
    for (const auto& d : s.check()) {
      CHECK(d.code.name == "yearly");
      CHECK(d.place == diag::Place{"content/n/charters/charte.md", 10, 8, 6});
      years += d.summary.substr(d.summary.find(" in ") + 4, 4) + " ";
    }
    CHECK(years == row.years);
  }
}

TEST_CASE("E7: two a year, one of them cancelled") {
  Sample s;
  model::Rule& rule = s.rule(Kind::yearly, "1.2");
  rule.meeting_kinds = {&s.rencontre, &s.seance}, rule.min = 2;
  s.meeting(&s.network, "2026-03-03", &s.rencontre);
  s.meeting(&s.network, "2026-11-03", &s.seance).status = model::MeetingStatus::cancelled;
  const auto told = s.check();
  REQUIRE(told.size() == 1);
  CHECK(told[0].summary ==
        "1 meeting of “Rencontre” or “Séance” in 2026: article 1.2 of “Charte” says at least 2 a year");
  CHECK(told[0].help == "add 1 meeting of 2026 with `kind = \"rencontre\"`");
  CHECK(told[0].notes.back().text == "cancelled: “M2”, Tuesday 2026-11-03");
  rule.meeting_kinds.clear();
  CHECK(s.told() == "");
}

TEST_CASE("rules that check does not judge") {
  Sample s;
  s.rule(Kind::notice, "3.4").days_notice = 30;
  s.rule(Kind::review, "2.1").max_months = 1;
  s.meeting(&s.group("a"), "2026-09-16", &s.rencontre);
  CHECK(s.told() == "");
}
