// What a participant must know of an entry, and which of it has changed.
#include "calendar/state.h"

#include <algorithm>

namespace cenacle::calendar {

ical::Status status_of(model::MeetingStatus status) {
  switch (status) {
    case model::MeetingStatus::tentative:
      return ical::Status::tentative;
    case model::MeetingStatus::cancelled:
      return ical::Status::cancelled;
    case model::MeetingStatus::confirmed:
    case model::MeetingStatus::moved:
      return ical::Status::confirmed;
  }
  return ical::Status::confirmed;
}

std::string place_of(const model::Occurrence& occurrence) {
  if (occurrence.place.empty() || occurrence.address.empty()) return occurrence.place + occurrence.address;
  return occurrence.place + ", " + occurrence.address;
}

State state_of(const model::Meeting& meeting) {
  State state{meeting.start,      meeting.end, meeting.all_day, meeting.time_zone, {}, status_of(meeting.status),
              meeting.recurrence, {}};
  model::Occurrence whole;
  whole.place = meeting.place;
  whole.address = meeting.address;
  state.place = place_of(whole);
  if (!meeting.recurrence) return state;
  const auto length = meeting.end - meeting.start;
  for (const model::Occurrence& it : meeting.occurrences) {
    Override once{it.planned, it.start, it.end, place_of(it), status_of(it.status)};
    if (once != Override{it.planned, it.planned, it.planned + length, state.place, state.status})
      state.overrides.push_back(std::move(once));
  }
  std::sort(state.overrides.begin(), state.overrides.end(),
            [](const Override& a, const Override& b) { return a.planned < b.planned; });
  return state;
}

std::vector<std::string_view> material(const State& before, const State& after) {
  static const model::Recurrence once;
  const model::Recurrence &rule_before = before.recurrence ? *before.recurrence : once,
                          &rule_after = after.recurrence ? *after.recurrence : once;
  std::vector<std::string_view> changed;
  const auto note = [&](bool differs, std::string_view property) {
    if (differs) changed.push_back(property);
  };
  note(before.start != after.start || before.all_day != after.all_day || before.zone != after.zone, "DTSTART");
  note(before.end != after.end || before.all_day != after.all_day || before.zone != after.zone, "DTEND");
  note(before.recurrence.has_value() != after.recurrence.has_value() || rule_before.rule != rule_after.rule, "RRULE");
  note(rule_before.except != rule_after.except, "EXDATE");
  note(before.overrides != after.overrides, "RECURRENCE-ID");
  note(before.status != after.status, "STATUS");
  note(before.place != after.place, "LOCATION");
  return changed;
}

ical::Moment moment(const State& state, base::LocalTime time) {
  if (state.all_day) return {base::midnight(base::date_of(time)), "", true};
  return {time, state.zone, false};
}

ical::Moment end_moment(const State& state, base::LocalTime end) {
  if (state.all_day) return {base::midnight(base::add_days(base::date_of(end), 1)), "", true};
  return {end, state.zone, false};
}

}  // namespace cenacle::calendar
