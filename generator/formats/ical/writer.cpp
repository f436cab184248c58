// A whole calendar: its own properties, the zones that it speaks of, its events. RFC 5545 §3.4, §3.6, RFC 7986.
#include <fmt/format.h>

#include <set>

#include "formats/ical/lines.h"
#include "formats/ical/moment.h"
#include "formats/ical/text.h"
#include "formats/locale/locale.h"

namespace cenacle::ical {

namespace {

/// RFC 5545 §3.3.6: "P1D", "PT4H", "PT90M".
std::string duration(int minutes) {
  if (minutes % 1440 == 0) return fmt::format("P{}D", minutes / 1440);
  if (minutes % 60 == 0) return fmt::format("PT{}H", minutes / 60);
  return fmt::format("PT{}M", minutes);
}

/// The zones for which the events need a VTIMEZONE, in the order of their names.
std::set<std::string_view> zones_of(const Calendar& calendar) {
  std::set<std::string_view> zones;
  const auto see = [&](const Moment& moment) {
    if (!moment.is_day && !moment.zone.empty() && !is_utc(moment.zone)) zones.insert(moment.zone);
  };
  for (const Event& event : calendar.events) {
    see(event.start);  // exceptions and additions are written in its zone
    see(event.end);
    if (event.recurrence_id) see(*event.recurrence_id);
  }
  return zones;
}

void write_properties(const Calendar& calendar, Lines* lines) {
  const auto text = [&](const char* name, const std::string& value) {
    if (!value.empty()) lines->add_verbatim(name, escape(value));
  };
  const auto uri = [&](const char* name, const std::string& value) {
    if (!value.empty()) lines->add_verbatim(name, value);
  };
  lines->add("VERSION:2.0");
  text("PRODID", clean_line(calendar.product));
  lines->add("CALSCALE:GREGORIAN");
  text("METHOD", upper(clean_line(calendar.method)));
  const std::string name = clean_line(calendar.name), description = clean_text(calendar.description);
  text("NAME", name);
  text("X-WR-CALNAME", name);
  text("DESCRIPTION", description);
  text("X-WR-CALDESC", description);
  uri("URL", clean_uri(calendar.url));
  uri("SOURCE;VALUE=URI", clean_uri(calendar.source));
  if (locale::is_time_zone(calendar.time_zone)) lines->add_verbatim("X-WR-TIMEZONE", calendar.time_zone);
  if (calendar.refresh_minutes > 0) {
    lines->add("REFRESH-INTERVAL;VALUE=DURATION:" + duration(calendar.refresh_minutes));
    lines->add("X-PUBLISHED-TTL:" + duration(calendar.refresh_minutes));
  }
}

void write_zones(const Calendar& calendar, std::string* out) {
  const std::size_t before = out->size();
  for (const std::string_view zone : zones_of(calendar)) out->append(vtimezone(zone));
  if (!calendar.events.empty() || out->size() != before) return;
  const std::string own = vtimezone(calendar.time_zone);
  out->append(own.empty() ? vtimezone("UTC") : own);
}

}  // namespace

std::string write(const Event& event) {
  std::string out;
  write_event(event, &out);
  return out;
}

std::string write(const Calendar& calendar) {
  std::string out;
  out.reserve(1024 + calendar.events.size() * 768);
  Lines lines(&out);
  lines.add("BEGIN:VCALENDAR");
  write_properties(calendar, &lines);
  write_zones(calendar, &out);
  for (const Event& event : calendar.events) write_event(event, &out);
  lines.add("END:VCALENDAR");
  return out;
}

}  // namespace cenacle::ical
