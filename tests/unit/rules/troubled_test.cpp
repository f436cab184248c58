// Files that could not be read right: nothing is said to be missing that they may hold.
#include <doctest/doctest.h>

#include "sample.h"

using namespace cenacle;
using Kind = model::Rule::Kind;

namespace {

/// Everything is missing: a gap in each of two groups, sessions, next year, this year's committee, holders.
struct Poor : Sample {
  model::Group &a, &b;
  Poor() : a(group("a")), b(group("b")) {
    rule(Kind::rhythm, "1").max_months = 3;
    rule(Kind::sessions, "2").count = 3;
    model::Rule& ahead = rule(Kind::calendar_ahead, "3");
    ahead.by = std::chrono::January / 1, ahead.meetings = 9, ahead.meeting_kinds = {&rencontre};
    rule(Kind::yearly, "4").meeting_kinds = {&rencontre};
    model::Rule& holders = rule(Kind::holders, "5");
    holders.role = &referent, holders.min = 1;
    model::Workshop& series = workshop("s", model::Workshop::Kind::series, 8);
    meeting(&series, "2026-02-03", &seance);
    for (model::Group* each : {&a, &b}) {
      meeting(each, each == &a ? "2026-03-03" : "2026-03-04", &seance);
      meeting(each, each == &a ? "2026-09-01" : "2026-09-02", &seance);
    }
    meeting(&network, "2026-10-06", &seance);
  }
  std::string codes(const std::string& troubled) const {
    std::string out;
    for (const auto& d : check(troubled)) out += std::string(d.code.name) + " ";
    return out;
  }
};

}  // namespace

TEST_CASE("what is missing is not told where a file with mistakes may hold it") {
  struct Row {
    const char *name, *troubled, *codes;
  };
  const Row rows[] = {
      {"all is read", "", "calendar-ahead yearly holders holders rhythm rhythm sessions "},
      {"a meeting of one group", "content/n/meetings/2026-03-03.md",
       "calendar-ahead yearly holders holders rhythm sessions "},
      {"a session", "content/n/meetings/2026-02-03.md", "calendar-ahead yearly holders holders rhythm rhythm "},
      {"a meeting of the network, or of nobody knows whom", "content/n/meetings/2026-10-06.md",
       "calendar-ahead yearly holders holders "},
      {"a meeting that could not be read at all", "content/n/meetings/2026-05-05.md", "holders holders "},
      {"a group", "content/n/groups/a.md", "calendar-ahead yearly holders rhythm rhythm sessions "},
      {"a meeting of another network", "content/nn/meetings/2026-03-03.md",
       "calendar-ahead yearly holders holders rhythm rhythm sessions "},
      {"another file", "content/n/pages/faq.md", "calendar-ahead yearly holders holders rhythm rhythm sessions "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(Poor().codes(row.troubled) == row.codes);
  }
}

TEST_CASE("a troubled kind is not counted, another is") {
  Poor poor;
  poor.meeting(&poor.b, "2026-09-09", &poor.rencontre);
  CHECK(poor.codes("") == "calendar-ahead holders holders rhythm rhythm sessions ");
  CHECK(poor.codes("content/n/meetings/2026-09-09.md") == "holders holders rhythm sessions ");
}

TEST_CASE("a meeting whose start could not be read is not compared with anything") {
  Sample s;
  s.rule(Kind::no_clash, "1").meeting_kinds = {&s.rencontre};
  model::Rule& season = s.rule(Kind::season, "2");
  season.from = std::chrono::February / 1, season.to = std::chrono::October / 31;
  model::Meeting& meeting = s.meeting(&s.group("a"), "2026-11-11", &s.rencontre);
  meeting.start = meeting.end = {};
  s.meeting(&s.network, "1970-01-06", &s.rencontre);
  CHECK(s.told() == "");
}
