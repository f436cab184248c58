// On which days a meeting may be held: public holidays, the weekdays of its kind (C3), its group's season (C6).
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "diag/codes.h"
#include "rules/network_rules.h"

namespace cenacle::rules {

namespace {

constexpr int longest_meeting = 366;  // days of one meeting that are looked at

/// The first day of a meeting of which `wrong` is true.
template <class Wrong>
std::optional<base::Date> first_wrong_day(const model::Meeting& meeting, const Wrong& wrong) {
  const base::Date first = first_day(meeting);
  const int length = std::clamp(base::days_between(first, last_day(meeting)), 0, longest_meeting);
  for (int i = 0; i <= length; ++i)
    if (const base::Date day = base::add_days(first, i); wrong(day)) return day;
  return std::nullopt;
}

std::string allowed_weekdays(const model::Rule& rule) {
  std::vector<int> days = rule.days;
  std::sort(days.begin(), days.end());
  std::vector<std::string_view> names;
  for (const int day : days) names.push_back(weekday_name(day));
  return base::listing(names);
}

}  // namespace

void check_public_holidays(const Setting& setting) {
  const std::string& zone = setting.network.holidays;
  for (const model::Meeting* meeting : setting.agenda.all()) {
    const auto day =
        first_wrong_day(*meeting, [&](base::Date date) { return setting.holidays.on(date, zone) != nullptr; });
    if (!day) continue;
    setting.diagnostics.add(
        diag::code::public_holiday, place_of(*meeting),
        fmt::format("{} is a public holiday: {}", named(*day), setting.holidays.on(*day, zone)->title),
        advice(*meeting, setting.good_days.nearest(*meeting), "hold it on another day"),
        {{fmt::format("the public holidays of the zone “{}” are in workflows/public-holidays.toml", zone), {}}});
  }
}

void check_weekdays(const Setting& setting, const Clause& clause) {
  const std::vector<int>& days = clause.rule.days;
  if (days.empty()) return;
  for (const model::Meeting* meeting : setting.agenda.of(clause.rule.meeting_kinds)) {
    const auto day = first_wrong_day(*meeting, [&](base::Date date) {
      return std::find(days.begin(), days.end(), base::weekday(date)) == days.end();
    });
    if (!day) continue;
    setting.diagnostics.add(diag::code::weekday, place_of(*meeting),
                            fmt::format("{} is not a day for “{}”: {} says {}", named(*day), meeting->kind->title,
                                        clause.cited(), allowed_weekdays(clause.rule)),
                            advice(*meeting, setting.good_days.nearest(*meeting), "hold it on another day"),
                            {clause.note()});
  }
}

void check_season(const Setting& setting, const Clause& clause) {
  if (!clause.rule.from || !clause.rule.to) return;
  const auto from = *clause.rule.from, to = *clause.rule.to;
  for (const model::Group& group : setting.network.groups) {
    if (group.charter != &clause.charter) continue;
    const auto outside_months = [&](base::Date date) { return !is_between(date, from, to); };
    const auto outside_own = [&](base::Date date) {
      return group.season && (date < group.season->from || date > group.season->to);
    };
    for (const model::Meeting* meeting : setting.agenda.of(group.page)) {
      const auto by_charter = first_wrong_day(*meeting, outside_months);
      const auto day = by_charter ? by_charter : first_wrong_day(*meeting, outside_own);
      if (!day) continue;
      std::vector<diag::Note> notes{clause.note()};
      if (!by_charter)
        notes.push_back({fmt::format("“{}” has its `season` here", group.page.title), {group.page.path}});
      const auto inside = [&](base::Date date) { return !outside_months(date) && !outside_own(date); };
      setting.diagnostics.add(
          diag::code::season, place_of(*meeting),
          by_charter ? fmt::format("{} is outside the season: {} says {} to {}", named(*day), clause.cited(),
                                   named(from), named(to))
                     : fmt::format("{} is outside the season of “{}”, {} to {} ({})", named(*day), group.page.title,
                                   base::iso(group.season->from), base::iso(group.season->to), clause.cited()),
          advice(*meeting, setting.good_days.nearest(*meeting, inside), "hold it within the season"), std::move(notes));
    }
  }
}

}  // namespace cenacle::rules
