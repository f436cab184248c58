// The reference that an action is about ("meeting:UID@2026-10-08T14:00:00"), taken apart.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace cenacle::mail {

/// The views are parts of the text that was given.
struct Subject {
  std::string_view kind;                ///< "meeting", "registration"…
  std::string_view network;             ///< of "NETWORK/ID"; else empty
  std::string_view id;                  ///< without what follows "@" or "#"
  std::optional<base::LocalTime> time;  ///< one time of a recurring meeting
  std::int64_t number = 0;              ///< of a registration, request, charter's version, decision; 0: none
};
/// Nothing for what is no reference.
std::optional<Subject> subject_of(std::string_view reference);

}  // namespace cenacle::mail
