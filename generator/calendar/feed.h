// A calendar that one subscribes to: its head, and the entries' own lines, composed once however many feeds hold them.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/ical/ical.h"

namespace cenacle::calendar {

/// How often clients are asked to look again.
inline constexpr int refresh_minutes = 12 * 60;

/// An entry's text, and the zones that it names.
struct Composed {
  std::string text;             ///< BEGIN:VEVENT … END:VEVENT, of all its events
  std::set<std::string> zones;  ///< IANA names
};
Composed compose(const std::vector<ical::Event>& events);

/// The feed's text without its entries: what stands before them, with the zones that they name, and after them.
/// Together with the entries' texts the bytes are those of `ical::write`.
struct Envelope {
  std::string before, after;
};
/// `head` has no events of its own; `entries` are those that will be put in.
Envelope envelope(const ical::Calendar& head, std::span<const Composed* const> entries);

}  // namespace cenacle::calendar
