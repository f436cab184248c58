// How many: seats of a workshop (B3, B6), holders of a role (C7), meetings of the coming year (C2) and of each year
// (E7).
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "diag/codes.h"
#include "rules/network_rules.h"

namespace cenacle::rules {

namespace {

bool is_for(const model::Rule& rule, const model::Workshop& workshop) {
  const bool series = workshop.kind == model::Workshop::Kind::series;
  return rule.of == (series ? model::Rule::Of::series : model::Rule::Of::workshops);
}

/// "2 to 3", "2", "at least 2", "at most 3"
std::string range(const model::Rule& rule) {
  if (rule.min && rule.max)
    return *rule.min == *rule.max ? fmt::format("{}", *rule.min) : fmt::format("{} to {}", *rule.min, *rule.max);
  return rule.min ? fmt::format("at least {}", *rule.min) : fmt::format("at most {}", *rule.max);
}

void check_number_of_holders(const Setting& setting, const Clause& clause, const model::Page& page,
                             const std::vector<model::Holder>& holders, const model::Spot& at) {
  const model::Rule& rule = clause.rule;
  if (setting.troubled.contains(page.path)) return;
  const auto count = static_cast<std::int64_t>(std::count_if(
      holders.begin(), holders.end(), [&](const model::Holder& holder) { return holder.role == rule.role; }));
  const bool few = rule.min && count < *rule.min, many = rule.max && count > *rule.max;
  if (!few && !many) return;
  setting.diagnostics.add(
      diag::code::holders, place_of(page, at),
      fmt::format("“{}” has {} of the role “{}”: {} says {}", page.title, counted(count, "holder"), rule.role->title,
                  clause.cited(), range(rule)),
      few ? fmt::format("add {} to the end of the front matter, each as:\n[[holders]]\nrole = \"{}\"\nfunction = \"…\"",
                        *rule.min - count, rule.role->id)
          : fmt::format("take out {} of the `[[holders]]` whose role is `{}`", count - *rule.max, rule.role->id),
      {clause.note()});
}

int year_of(const model::Meeting& meeting) { return static_cast<int>(first_day(meeting).year()); }

/// What makes a meeting count: ' with `kind = "comite-de-suivi"`'.
std::string kind_line(const model::Rule& rule) {
  return rule.meeting_kinds.empty() || rule.meeting_kinds.front() == nullptr
             ? std::string()
             : fmt::format(" with `kind = \"{}\"`", rule.meeting_kinds.front()->id);
}

std::vector<const model::Meeting*> in_year(const std::vector<const model::Meeting*>& meetings, int year) {
  std::vector<const model::Meeting*> out;
  std::copy_if(meetings.begin(), meetings.end(), std::back_inserter(out),
               [&](const model::Meeting* meeting) { return year_of(*meeting) == year; });
  return out;
}

/// Each meeting that counts.
std::vector<diag::Note> notes_on(const std::vector<const model::Meeting*>& set) {
  std::vector<diag::Note> notes;
  for (const model::Meeting* meeting : set) notes.push_back({fmt::format("set: {}", named(*meeting)), {}});
  return notes;
}

/// A cancelled meeting of the kinds explains why one is missing.
void add_cancelled(const Setting& setting, const model::Rule& rule, int year, std::vector<diag::Note>* notes) {
  for (const model::Meeting* meeting : setting.agenda.cancelled())
    if (is_of(*meeting, rule.meeting_kinds) && year_of(*meeting) == year)
      notes->push_back(note_of(*meeting, "cancelled:"));
}

}  // namespace

void check_seats(const Setting& setting, const Clause& clause) {
  if (!clause.rule.max) return;
  for (const model::Workshop& workshop : setting.network.workshops) {
    if (workshop.charter != &clause.charter || !is_for(clause.rule, workshop) || workshop.seats <= *clause.rule.max)
      continue;
    setting.diagnostics.add(
        diag::code::seats, place_of(workshop.page, workshop.seats_at),
        fmt::format("{} seats are too many: {} says at most {}", workshop.seats, clause.cited(), *clause.rule.max),
        fmt::format("write:\nseats = {}", *clause.rule.max), {clause.note()});
  }
}

void check_holders(const Setting& setting, const Clause& clause) {
  const model::Rule& rule = clause.rule;
  if (rule.role == nullptr || (!rule.min && !rule.max)) return;
  if (rule.of == model::Rule::Of::groups) {
    for (const model::Group& group : setting.network.groups)
      if (group.charter == &clause.charter && !(group.ended && *group.ended < setting.portal.today))
        check_number_of_holders(setting, clause, group.page, group.holders, group.holders_at);
    return;
  }
  for (const model::Workshop& workshop : setting.network.workshops)
    if (workshop.charter == &clause.charter && (rule.of == model::Rule::Of::workshops || is_for(rule, workshop)))
      check_number_of_holders(setting, clause, workshop.page, workshop.holders, workshop.holders_at);
}

void check_calendar_ahead(const Setting& setting, const Clause& clause) {
  const model::Rule& rule = clause.rule;
  const base::Date today = setting.portal.today;
  if (!rule.by || !rule.meetings || today.month() / today.day() < *rule.by) return;
  if (!setting.agenda.is_complete(rule.meeting_kinds)) return;
  const int next = static_cast<int>(today.year()) + 1;
  const auto set = in_year(setting.agenda.of(rule.meeting_kinds), next);
  const auto count = static_cast<std::int64_t>(set.size());
  if (count >= *rule.meetings) return;
  auto notes = notes_on(set);
  add_cancelled(setting, rule, next, &notes);
  setting.diagnostics.add(
      diag::code::calendar_ahead, clause.place(),
      fmt::format("{} of {} in {}: {} says that {} are set by {} {}", counted(count, "meeting"),
                  named(rule.meeting_kinds), next, clause.cited(), *rule.meetings, named(*rule.by), next - 1),
      fmt::format("add {} of {}{}", counted(*rule.meetings - count, "meeting"), next, kind_line(rule)),
      std::move(notes));
}

void check_yearly(const Setting& setting, const Clause& clause) {
  const model::Rule& rule = clause.rule;
  const auto& all = setting.agenda.all();
  if (rule.meeting_kinds.empty() || all.empty() || !setting.agenda.is_complete(rule.meeting_kinds)) return;
  const base::Date today = setting.portal.today;
  // The planning reaches as far as its last meeting: before the middle of a year, what is missing may still come.
  const base::Date reach = std::max(today, first_day(*all.back()));
  std::set<int> years;
  for (const model::Meeting* meeting : all) years.insert(year_of(*meeting));
  const auto held = setting.agenda.of(rule.meeting_kinds);
  const std::int64_t wanted = rule.min.value_or(1);
  for (const int year : years) {
    const base::Date middle{std::chrono::year(year), std::chrono::month(6), std::chrono::day(30)};
    if (year < static_cast<int>(clause.charter.in_force.year()) || year > static_cast<int>(today.year()) + 1) continue;
    if (reach <= middle) continue;
    const auto set = in_year(held, year);
    const auto count = static_cast<std::int64_t>(set.size());
    if (count >= wanted) continue;
    auto notes = notes_on(set);
    add_cancelled(setting, rule, year, &notes);
    setting.diagnostics.add(diag::code::yearly, clause.place(),
                            fmt::format("{} of {} in {}: {} says at least {} a year", counted(count, "meeting"),
                                        named(rule.meeting_kinds), year, clause.cited(), wanted),
                            fmt::format("add {} of {}{}", counted(wanted - count, "meeting"), year, kind_line(rule)),
                            std::move(notes));
  }
}

}  // namespace cenacle::rules
