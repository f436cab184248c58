// Meetings that recur: every time that they take place, with what was changed of it.
#include <doctest/doctest.h>

#include "content/sample.h"

using namespace cenacle;

namespace {

/// A portal with a meeting of Tuesday 6 October 2026, with these lines below its own.
struct Series {
  Loaded loaded;
  const model::Meeting* meeting = nullptr;

  explicit Series(std::string_view lines,
                  std::string_view times = "start = 2026-10-06T09:30:00\nend = 2026-10-06T12:00:00\n")
      : loaded(with(lines, times)) {
    for (const model::Meeting& it : loaded.network().meetings)
      if (it.uid == "seance-une") meeting = &it;
    REQUIRE(meeting != nullptr);
  }

 private:
  static Files with(std::string_view lines, std::string_view times) {
    Files files = sample();
    files["cercle/meetings/2026-10-06-archives.md"] =
        front("id = \"seance-une\"\nof = \"group:archives\"\nkind = \"seance\"\nplace = \"Ici\"\n" +
              std::string(times) + std::string(lines));
    return files;
  }
};

/// "2026-10-06 2026-10-13…", with what differs behind.
std::string days(const model::Meeting& meeting) {
  std::string out;
  for (const model::Occurrence& it : meeting.occurrences) {
    out += (out.empty() ? "" : " ") + base::iso(base::date_of(it.start)).substr(5);
    if (it.start - base::midnight(base::date_of(it.start)) !=
        meeting.start - base::midnight(base::date_of(meeting.start)))
      out += "h";
    if (it.place != meeting.place) out += "@" + it.place;
    if (it.status == model::MeetingStatus::moved) out += "m";
    if (it.status == model::MeetingStatus::cancelled) out += "x";
  }
  return out;
}

}  // namespace

TEST_CASE("when a meeting takes place") {
  struct Row {
    std::string_view name, lines, days;
  };
  const Row rows[] = {
      {"once", "", "10-06"},
      {"every week, so many times", "[recurrence]\nevery = \"week\"\ncount = 3\n", "10-06 10-13 10-20"},
      {"every other week, until a day that counts",
       "[recurrence]\nevery = \"week\"\ninterval = 2\nuntil = 2026-11-03\n", "10-06 10-20 11-03"},
      {"two days a week", "[recurrence]\nevery = \"week\"\nweekdays = [\"thursday\", \"tuesday\"]\ncount = 4\n",
       "10-06 10-08 10-13 10-15"},
      {"the first Tuesday of the month",
       "[recurrence]\nevery = \"month\"\nweekdays = [\"tuesday\"]\nnth = 1\ncount = 3\n", "10-06 11-03 12-01"},
      {"the day of the month", "[recurrence]\nevery = \"month\"\ncount = 3\n", "10-06 11-06 12-06"},
      {"every year", "[recurrence]\nevery = \"year\"\ncount = 2\n", "10-06 10-06"},
      {"but one", "[recurrence]\nevery = \"week\"\ncount = 3\nexcept = [2026-10-13]\n", "10-06 10-20"},
      {"one moved beyond the next, one cancelled, one elsewhere",
       "[recurrence]\nevery = \"week\"\ncount = 4\n[[occurrences]]\nplanned = 2026-10-13\nstart = 2026-10-21T10:00:00\n"
       "[[occurrences]]\nplanned = 2026-10-20\nstatus = \"cancelled\"\n[[occurrences]]\nplanned = 2026-10-27\nplace = "
       "\"Là\"\n",
       "10-06 10-20x 10-21hm 10-27@Là"},
      {"all cancelled", "status = \"cancelled\"\n[recurrence]\nevery = \"week\"\ncount = 2\n", "10-06x 10-13x"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Series series(row.lines);
    CHECK(told(series.loaded.diagnostics) == "");
    CHECK(days(*series.meeting) == row.days);
  }
}

TEST_CASE("a moved occurrence lasts as long as the others, and remembers when it was planned") {
  const Series series(
      "[recurrence]\nevery = \"week\"\ncount = 2\n[[occurrences]]\nplanned = 2026-10-13\nstart = "
      "2026-10-14T14:00:00\n");
  const model::Occurrence& it = series.meeting->occurrences.at(1);
  CHECK(base::iso(it.end) == "2026-10-14T16:30:00");
  CHECK(base::iso(it.planned) == "2026-10-13T09:30:00");
  CHECK(it.changed);
}

TEST_CASE("days recur too") {
  const Series series(
      "[recurrence]\nevery = \"month\"\ncount = 2\n[[occurrences]]\nplanned = 2026-11-06\nstart = 2026-11-09\n",
      "start = 2026-10-06\nend = 2026-10-07\n");
  CHECK(told(series.loaded.diagnostics) == "");
  CHECK(days(*series.meeting) == "10-06 11-09m");
  CHECK(base::iso(series.meeting->occurrences.at(1).end) == "2026-11-10T00:00:00");
}

TEST_CASE("the hour on the wall stays when clocks change") {
  const Series series("[recurrence]\nevery = \"week\"\ncount = 4\n");
  for (const model::Occurrence& it : series.meeting->occurrences) CHECK(base::iso(it.start).substr(11) == "09:30:00");
}
