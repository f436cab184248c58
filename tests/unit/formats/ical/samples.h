// Moments, events and a look at text that the tests of calendars share.
#pragma once

#include <string>
#include <string_view>

#include "formats/ical/ical.h"

namespace cenacle::ical::test {

inline base::Instant instant(const std::string& text) { return *base::parse_instant(text); }

/// "2026-10-06T09:30:00"
inline base::LocalTime wall(const std::string& text) { return base::LocalTime(instant(text + "Z").time_since_epoch()); }

inline Moment at(const std::string& text, std::string zone = "Europe/Paris") {
  return {wall(text), std::move(zone), false};
}
inline Moment day(const std::string& text) { return {wall(text + "T00:00:00"), "", true}; }

/// A meeting of 6 October 2026, 9.30 to 12.30 in Paris.
inline Event meeting() {
  Event event;
  event.uid = "m-1@portail.example";
  event.sequence = 2;
  event.stamp = instant("2026-09-15T07:00:00Z");
  event.start = at("2026-10-06T09:30:00");
  event.end = at("2026-10-06T12:30:00");
  event.summary = "Réunion";
  return event;
}

inline Calendar calendar(Event event) {
  Calendar made;
  made.events.push_back(std::move(event));
  return made;
}

/// `text` with LF for CRLF and its folds undone: what a reader sees.
inline std::string plain(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 3) == "\r\n ")
      i += 2;
    else if (text[i] != '\r')
      out += text[i];
  }
  return out;
}

inline bool has_line(std::string_view text, std::string_view line) {
  const std::string lines = "\n" + plain(text);
  return lines.find("\n" + std::string(line) + "\n") != lines.npos;
}

/// A VCALENDAR around `inside`, as somebody else's program writes it.
inline std::string foreign(std::string_view inside) {
  return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//EN\n" + std::string(inside) + "END:VCALENDAR\n";
}

/// One VEVENT with `lines`, that has what an event must have.
inline std::string foreign_event(std::string_view lines) {
  return foreign("BEGIN:VEVENT\nUID:u\nDTSTAMP:20260915T070000Z\n" + std::string(lines) + "END:VEVENT\n");
}

}  // namespace cenacle::ical::test
