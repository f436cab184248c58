// Days on which a meeting may well be held, to be proposed in place of one that a rule refuses.
#include "rules/good_days.h"

#include <algorithm>

#include <fmt/format.h>

#include "rules/agenda.h"
#include "rules/citation.h"

namespace cenacle::rules {

namespace {

constexpr int search_days = 366;     // a season may be far
constexpr int longest_meeting = 31;  // days of one meeting that are looked at

/// Whether a charter's rule says on which weekdays meetings of this kind are held.
bool governs(const model::Rule& rule, const model::MeetingKind* kind) {
  return rule.kind == model::Rule::Kind::weekdays && !rule.days.empty() &&
         std::find(rule.meeting_kinds.begin(), rule.meeting_kinds.end(), kind) != rule.meeting_kinds.end();
}

std::string written(const model::Meeting& meeting, base::LocalTime time) {
  return meeting.all_day ? base::iso(base::date_of(time)) : base::iso(time);
}

}  // namespace

bool is_between(base::Date date, std::chrono::month_day from, std::chrono::month_day to) {
  const std::chrono::month_day day = date.month() / date.day();
  return from <= to ? from <= day && day <= to : from <= day || day <= to;
}

bool GoodDays::allow(base::Date date, const model::MeetingKind* kind) const {
  if (!date.ok() || holidays_.on(date, network_.holidays) != nullptr) return false;
  const int weekday = base::weekday(date);
  bool governed = false;
  for (const model::Charter& charter : network_.charters) {
    for (const model::Rule& rule : charter.rules) {
      if (!charter.current || kind == nullptr || !governs(rule, kind)) continue;
      if (std::find(rule.days.begin(), rule.days.end(), weekday) == rule.days.end()) return false;
      governed = true;
    }
  }
  return governed || weekday <= 5;
}

std::optional<base::Date> GoodDays::nearest(const model::Meeting& meeting,
                                            const std::function<bool(base::Date)>& also) const {
  const base::Date first = first_day(meeting);
  const int length = std::clamp(base::days_between(first, last_day(meeting)), 0, longest_meeting);
  const auto fits = [&](base::Date begin) {
    for (int i = 0; i <= length; ++i)
      if (const base::Date day = base::add_days(begin, i); !allow(day, meeting.kind) || !also(day)) return false;
    return true;
  };
  for (int away = 1; away <= search_days; ++away)
    for (const int sign : {1, -1})
      if (const base::Date day = base::add_days(first, sign * away); fits(day)) return day;
  return std::nullopt;
}

std::optional<base::Date> GoodDays::latest(base::Date date, const model::MeetingKind* kind) const {
  for (int back = 0; back < longest_meeting; ++back)
    if (const base::Date day = base::add_days(date, -back); allow(day, kind)) return day;
  return std::nullopt;
}

std::string moved_to(const model::Meeting& meeting, base::Date date) {
  const auto move = base::midnight(date) - base::midnight(first_day(meeting));
  const std::string times = fmt::format("start = {}\nend = {}", written(meeting, meeting.start + move),
                                        written(meeting, meeting.end + move));
  // One time of several: the day is changed of that one alone.
  if (!meeting.recurrence || meeting.occurrences.size() != 1) return times;
  return fmt::format("[[occurrences]]\nplanned = {}\n{}", base::iso(base::date_of(meeting.occurrences.front().planned)), times);
}

std::string advice(const model::Meeting& meeting, std::optional<base::Date> date, std::string_view otherwise) {
  if (!date) return std::string(otherwise);
  return fmt::format("the nearest day is {}; write:\n{}", named(*date), moved_to(meeting, *date));
}

}  // namespace cenacle::rules
