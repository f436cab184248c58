// VEVENTs to events: libical reads the values of lines that have passed the guard.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "formats/ical/guard.h"
#include "formats/ical/zone_book.h"

namespace cenacle::ical {

class EventReader {
 public:
  /// `method` in capitals: a REPLY need not say when.
  EventReader(ZoneBook* zones, std::string_view method, std::size_t longest_line, Problems* problems);
  ~EventReader();
  EventReader(const EventReader&) = delete;
  EventReader& operator=(const EventReader&) = delete;

  /// Nothing when it is beyond mending, which is said.
  std::optional<Event> read(std::string_view vevent);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cenacle::ical
