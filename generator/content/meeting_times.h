// When a meeting takes place: `start` and `end`, its recurrence, and the occurrences that were changed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content/keys.h"
#include "model/network.h"

namespace cenacle::content {

inline constexpr Choice<model::MeetingStatus> meeting_statuses[] = {{"confirmed", model::MeetingStatus::confirmed},
                                                                    {"tentative", model::MeetingStatus::tentative},
                                                                    {"cancelled", model::MeetingStatus::cancelled},
                                                                    {"moved", model::MeetingStatus::moved}};

/// A stretch of time that front matter gives by `start` and `end`.
struct Stretch {
  base::LocalTime start, end;
  bool all_day = false;
};

/// Reads `start` and `end`, which may be days or moments, and says what is wrong with them. `end` may be left out when
/// `needed` is optional: it is then `start`. Nothing when `start` cannot be read.
std::optional<Stretch> load_stretch(Keys& keys, const std::string& zone, Need needed);

/// `[recurrence]` and `[[occurrences]]`; makes `meeting.occurrences`, of a meeting that has all its other keys.
void load_occurrences(Keys& keys, model::Meeting& meeting);

}  // namespace cenacle::content
