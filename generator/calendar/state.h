// What a participant must know of an entry: the day, the hour, the place, whether it takes place. A change of it asks
// people to answer again (RFC 5546 §3.2.2.1), so SEQUENCE rises with it and with nothing else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/ical/ical.h"
#include "model/network.h"

namespace cenacle::calendar {

/// One time of a recurring entry that is not as its rule has it.
struct Override {
  base::LocalTime planned, start, end;
  std::string place;
  ical::Status status = ical::Status::confirmed;
  friend bool operator==(const Override&, const Override&) = default;
};

/// Times are of `zone`; of an all-day entry, midnight of the first and of the last day.
struct State {
  base::LocalTime start, end;
  bool all_day = false;
  std::string zone;
  std::string place;  ///< LOCATION: "Salle des actes, 1 place de la Mairie"
  ical::Status status = ical::Status::confirmed;
  std::optional<model::Recurrence> recurrence;
  std::vector<Override> overrides;  ///< by `planned`
  friend bool operator==(const State&, const State&) = default;
};

State state_of(const model::Meeting& meeting);

/// A meeting that was moved is confirmed, at its new time.
ical::Status status_of(model::MeetingStatus status);
/// "Salle des actes, 1 place de la Mairie"
std::string place_of(const model::Occurrence& occurrence);

/// The properties that differ, by the names of RFC 5545, in a fixed order; empty: nobody needs to answer again.
std::vector<std::string_view> material(const State& before, const State& after);

/// A start, a RECURRENCE-ID or an EXDATE of the entry.
ical::Moment moment(const State& state, base::LocalTime time);
/// DTEND, which is excluded: of an all-day entry, the day after its last.
ical::Moment end_moment(const State& state, base::LocalTime end);

}  // namespace cenacle::calendar
