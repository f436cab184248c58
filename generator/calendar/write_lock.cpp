// The lock as text: one block an entry, by id, nothing that counts or sums over several, so that Git merges it by
// itself.
#include <fmt/format.h>

#include "calendar/lock.h"
#include "content/keys.h"

namespace cenacle::calendar {

namespace {

using content::quoted;

constexpr std::string_view head =
    "# The identity of each calendar entry, written by `cenacle build`. Commit it; do not edit it.\n"
    "# After a merge with a conflict: keep, of each entry, the block with the higher `sequence`, then build.\n";

constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};

std::string time(const State& state, base::LocalTime time) {
  return state.all_day ? base::iso(base::date_of(time)) : base::iso(time);
}

std::string_view word(ical::Status status) {
  switch (status) {
    case ical::Status::tentative:
      return "tentative";
    case ical::Status::cancelled:
      return "cancelled";
    case ical::Status::none:
    case ical::Status::confirmed:
      return "confirmed";
  }
  return "confirmed";
}

std::string_view word(ical::Recurrence::Frequency frequency) {
  switch (frequency) {
    case ical::Recurrence::Frequency::daily:
      return "day";
    case ical::Recurrence::Frequency::weekly:
      return "week";
    case ical::Recurrence::Frequency::monthly:
      return "month";
    case ical::Recurrence::Frequency::yearly:
      return "year";
  }
  return "week";
}

std::string rule_of(const State& state) {
  const ical::Recurrence& rule = state.recurrence->rule;
  std::string text = fmt::format("{{ every = \"{}\"", word(rule.frequency));
  if (rule.interval != 1) text += fmt::format(", interval = {}", rule.interval);
  if (!rule.by_day.empty()) {
    text += ", weekdays = [";
    for (const ical::ByDay& day : rule.by_day)
      text += fmt::format("{}\"{}\"", &day == &rule.by_day.front() ? "" : ", ",
                          weekdays.at(static_cast<std::size_t>(day.weekday - 1)));
    text += "]";
    if (rule.by_day.front().nth != 0) text += fmt::format(", nth = {}", rule.by_day.front().nth);
  }
  if (rule.until) text += ", until = " + base::iso(base::date_of(*rule.until));
  if (rule.count) text += fmt::format(", count = {}", *rule.count);
  return text + " }";
}

void add_state(std::string& out, const State& state) {
  out += fmt::format("start = {}\nend = {}\nzone = {}\n", time(state, state.start), time(state, state.end),
                     quoted(state.zone));
  if (!state.place.empty()) out += "place = " + quoted(state.place) + "\n";
  if (state.status != ical::Status::confirmed) out += fmt::format("status = \"{}\"\n", word(state.status));
  if (!state.recurrence) return;
  out += "recurrence = " + rule_of(state) + "\n";
  if (!state.recurrence->except.empty()) {
    out += "except = [";
    for (const base::Date& day : state.recurrence->except)
      out += (&day == &state.recurrence->except.front() ? "" : ", ") + base::iso(day);
    out += "]\n";
  }
  if (state.overrides.empty()) return;
  out += "occurrences = [\n";
  for (const Override& it : state.overrides)
    out += fmt::format("  {{ planned = {}, start = {}, end = {}, status = \"{}\", place = {} }},\n",
                       base::iso(base::date_of(it.planned)), time(state, it.start), time(state, it.end),
                       word(it.status), quoted(it.place));
  out += "]\n";
}

void add_known(std::string& out, const Known& known) {
  out += "title = " + quoted(known.title) + "\n";
  out += "network = " + quoted(known.where.network) + "\nof = " + quoted(known.where.of) + "\n";
  if (!known.where.kind.empty()) out += "kind = " + quoted(known.where.kind) + "\n";
  if (!known.where.audience.empty()) out += "audience = " + quoted(known.where.audience) + "\n";
  out += "members = " + quoted(known.where.members) + "\n";
  add_state(out, known.state);
  constexpr std::array<std::string_view, 2> names = {"readers_see", "members_see"};
  for (std::size_t i = 0; i < names.size(); ++i)
    out += fmt::format("{} = {{ digest = \"{:016x}\", changed = {} }}\n", names[i], known.shown[i].digest,
                       base::iso(known.shown[i].changed));
}

}  // namespace

std::string write_lock(const Lock& lock) {
  std::string out(head);
  for (const auto& [id, entry] : lock) {
    out += fmt::format("\n[entry.{}]\nuid = {}\nsequence = {}\n", id, quoted(entry.uid), entry.sequence);
    if (entry.deleted) out += "deleted = " + base::iso(*entry.deleted) + "\n";
    if (entry.known) add_known(out, *entry.known);
  }
  return out;
}

}  // namespace cenacle::calendar
