// Any bytes as a calendar: read without fault, and what was understood is the same after being written and read again.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/text.h"
#include "formats/ical/ical.h"

using namespace cenacle;

namespace {

void demand(bool holds) {
  if (!holds) std::abort();
}

/// What every written calendar must be: CRLF, lines of 75 octets, UTF-8, no control characters.
void demand_well_formed(std::string_view text) {
  demand(!base::first_invalid_utf8(text));
  while (!text.empty()) {
    const std::size_t end = text.find("\r\n");
    demand(end != text.npos && end <= 75);
    const std::string_view line = text.substr(0, end);
    demand(!base::first_invalid_utf8(line));
    for (const char byte : line) demand((static_cast<unsigned char>(byte) >= 0x20 || byte == '\t') && byte != 0x7F);
    text.remove_prefix(end + 2);
  }
}

/// Whether a zone is written as UTC, so that reading again gives other moments, of the same instants.
bool becomes_utc(const ical::Moment& moment) {
  return !moment.is_day && !moment.zone.empty() && moment.zone != "UTC" && ical::vtimezone(moment.zone).empty();
}

bool becomes_utc(const ical::Calendar& calendar) {
  for (const ical::Event& event : calendar.events)
    if (becomes_utc(event.start) || becomes_utc(event.end) ||
        (event.recurrence_id && becomes_utc(*event.recurrence_id)))
      return true;
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ical::Limits limits;
  limits.line = 1u << 14;
  const ical::Reading first = ical::read({reinterpret_cast<const char*>(data), size}, limits);
  demand(first.problems.size() <= 101);
  if (!first.is_calendar) return 0;
  const std::string written = ical::write(first.calendar);
  demand_well_formed(written);

  const ical::Reading second = ical::read(written);
  demand(second.is_calendar);
  if (!becomes_utc(first.calendar)) demand(second.calendar == first.calendar);
  demand(ical::write(second.calendar) == written);

  for (const ical::Event& event : first.calendar.events) {
    if (!event.recurrence) continue;
    const auto starts = ical::occurrences(*event.recurrence, event.start.time, 50);
    demand(!starts.empty() && starts.size() <= 50 && starts.front() == event.start.time);
    for (std::size_t i = 1; i < starts.size(); ++i) demand(starts[i - 1] < starts[i]);
  }
  return 0;
}
