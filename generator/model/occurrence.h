// A meeting that takes place more than once: its rule, and the times it takes place, each with what was changed of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "formats/ical/ical.h"
#include "model/page.h"

namespace cenacle::model {

enum class MeetingStatus : std::uint8_t { confirmed, tentative, cancelled, moved };

/// `[recurrence]`. `until`, as the rule has it, is a moment: the last day at the hour of the first start.
struct Recurrence {
  ical::Recurrence rule;
  std::vector<base::Date> except;  ///< in order, each a day that the rule gives

  friend bool operator==(const Recurrence&, const Recurrence&) = default;
};

/// One time that a meeting takes place, with all that holds for it: what `[[occurrences]]` does not say is the
/// meeting's. Times are of the meeting's zone; of an all-day meeting, midnight of the first and of the last day.
struct Occurrence {
  base::LocalTime planned;  ///< the start that the rule gives: RECURRENCE-ID
  base::LocalTime start, end;
  std::string title, place, address, online;
  MeetingStatus status = MeetingStatus::confirmed;
  std::string status_note;
  bool changed = false;  ///< `[[occurrences]]` speaks of it
  Spot at;               ///< its start, or what it is planned for; line 0: the meeting's `start`
};

}  // namespace cenacle::model
