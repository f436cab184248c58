// How meetings stand to each other: rhythm of a group (A4), sessions of a series (B6), nothing at the same time (C3).
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "diag/codes.h"
#include "rules/network_rules.h"

namespace cenacle::rules {

namespace {

/// The last day of a span that begins on `from`, and how the rule says it: "3 months".
struct Limit {
  base::Date until;
  std::string said;
};

std::optional<Limit> limit_from(base::Date from, const model::Rule& rule) {
  constexpr std::int64_t most = 12'000;  // beyond, nothing in a calendar is further
  if (rule.max_months && *rule.max_months >= 0 && *rule.max_months <= most)
    return Limit{base::add_months(from, static_cast<int>(*rule.max_months)), counted(*rule.max_months, "month")};
  if (rule.max_days && *rule.max_days >= 0 && *rule.max_days <= 30 * most)
    return Limit{base::add_days(from, static_cast<int>(*rule.max_days)), counted(*rule.max_days, "day")};
  return std::nullopt;
}

/// The year in which the season that `date` lies in (or follows) began.
int season_of(base::Date date, std::chrono::month_day from) {
  return static_cast<int>(date.year()) - (date.month() / date.day() < from ? 1 : 0);
}

bool is_pause_between_seasons(const model::Charter& charter, base::Date before, base::Date after) {
  return std::any_of(charter.rules.begin(), charter.rules.end(), [&](const model::Rule& rule) {
    return rule.kind == model::Rule::Kind::season && rule.from &&
           season_of(before, *rule.from) != season_of(after, *rule.from);
  });
}

void check_gaps(const Setting& setting, const Clause& clause, const model::Page& owner, bool seasonal) {
  if (!setting.agenda.is_complete(owner)) return;
  const auto meetings = setting.agenda.of(owner);
  for (std::size_t i = 1; i < meetings.size(); ++i) {
    const model::Meeting &before = *meetings[i - 1], &meeting = *meetings[i];
    const base::Date last = last_day(before), day = first_day(meeting);
    const auto limit = limit_from(last, clause.rule);
    if (!limit || day <= limit->until) continue;
    if (seasonal && is_pause_between_seasons(clause.charter, last, day)) continue;
    const auto good = setting.good_days.latest(limit->until, meeting.kind);
    const std::string by = named(good && *good > last ? *good : limit->until);
    setting.diagnostics.add(diag::code::rhythm, place_of(meeting),
                            fmt::format("{} after the meeting before: {} says at most {}",
                                        counted(base::days_between(last, day), "day"), clause.cited(), limit->said),
                            fmt::format("hold it by {}, or add a meeting between the two by then", by),
                            {note_of(before, "the meeting before is"), clause.note()});
  }
}

bool is_series(const model::Workshop& workshop) { return workshop.kind == model::Workshop::Kind::series; }

}  // namespace

void check_rhythm(const Setting& setting, const Clause& clause) {
  using Of = model::Rule::Of;
  if (clause.rule.of == Of::groups) {
    for (const model::Group& group : setting.network.groups)
      if (group.charter == &clause.charter) check_gaps(setting, clause, group.page, true);
    return;
  }
  for (const model::Workshop& workshop : setting.network.workshops)
    if (workshop.charter == &clause.charter && (clause.rule.of == Of::workshops || is_series(workshop)))
      check_gaps(setting, clause, workshop.page, false);
}

void check_sessions(const Setting& setting, const Clause& clause) {
  for (const model::Workshop& series : setting.network.workshops) {
    if (series.charter != &clause.charter || !is_series(series) || !setting.agenda.is_complete(series.page)) continue;
    const auto sessions = setting.agenda.of(series.page);
    const auto count = static_cast<std::int64_t>(sessions.size());
    if (clause.rule.count && count != *clause.rule.count) {
      std::vector<diag::Note> notes{clause.note()};
      for (const model::Meeting* session : sessions) notes.push_back({fmt::format("set: {}", named(*session)), {}});
      const std::int64_t missing = *clause.rule.count - count;
      setting.diagnostics.add(
          diag::code::sessions, place_of(series.page, {}),
          fmt::format("this series has {}: {} says {}", counted(count, "session"), clause.cited(), *clause.rule.count),
          missing > 0 ? fmt::format("add {} with `of = \"workshop:{}\"`", counted(missing, "meeting"), series.page.id)
                      : fmt::format("take out {}, or mark it `status = \"cancelled\"`", counted(-missing, "session")),
          std::move(notes));
    }
    if (sessions.empty()) continue;
    const base::Date first = first_day(*sessions.front()), last = last_day(*sessions.back());
    const auto limit = limit_from(first, clause.rule);
    if (!limit || last <= limit->until) continue;
    setting.diagnostics.add(
        diag::code::sessions, place_of(*sessions.back()),
        fmt::format("the sessions of “{}” last from {} to {}: {} says at most {}", series.page.title, base::iso(first),
                    base::iso(last), clause.cited(), limit->said),
        fmt::format("end the series by {}", named(limit->until)),
        {note_of(*sessions.front(), "the first session is"), clause.note()});
  }
}

void check_no_clash(const Setting& setting, const Clause& clause) {
  struct Stretch {
    const model::Meeting* meeting;
    base::Instant begin, end;
    bool alone;  ///< nothing else may be held at the same time
  };
  if (setting.agenda.of(clause.rule.meeting_kinds).empty()) return;
  std::vector<Stretch> all;
  for (const model::Meeting* meeting : setting.agenda.all())
    all.push_back({meeting, setting.agenda.begins(*meeting), setting.agenda.ends(*meeting),
                   is_of(*meeting, clause.rule.meeting_kinds)});
  std::stable_sort(all.begin(), all.end(), [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; });
  std::vector<const Stretch*> going_on;
  for (const Stretch& next : all) {
    if (next.end <= next.begin) continue;  // told when it was read
    std::erase_if(going_on, [&](const Stretch* earlier) { return earlier->end <= next.begin; });
    for (const Stretch* earlier : going_on) {
      if (!next.alone && !earlier->alone) continue;
      // Of two, the one that the article does not protect gives way; of equals, the later.
      const bool earlier_stays = earlier->alone;
      const model::Meeting& stays = earlier_stays ? *earlier->meeting : *next.meeting;
      const model::Meeting& gives_way = earlier_stays ? *next.meeting : *earlier->meeting;
      setting.diagnostics.add(
          diag::code::clash, place_of(gives_way),
          fmt::format("held at the same time as “{}”: {} lets nothing else be held then", stays.page.title,
                      clause.cited()),
          "hold it at another time, or on another day",
          {{fmt::format("“{}” goes from {} to {}", stays.page.title, base::iso(stays.start), base::iso(stays.end)),
            place_of(stays)},
           clause.note()});
    }
    going_on.push_back(&next);
  }
}

}  // namespace cenacle::rules
