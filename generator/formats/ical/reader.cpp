// A calendar out of any bytes: guarded, its zones resolved, its events read one by one. RFC 5545, RFC 7986.
#include <fmt/format.h>
#include <libical/ical.h>

#include <algorithm>
#include <map>

#include "formats/ical/event_reader.h"
#include "formats/ical/guard.h"
#include "formats/ical/moment.h"
#include "formats/ical/text.h"

namespace cenacle::ical {

namespace {

/// RFC 5545 §3.3.6, in minutes; 0 when it is no duration, or one longer than a year.
int minutes_of(std::string_view text) {
  if (text.size() > 32) return 0;
  const icaldurationtype duration = icaldurationtype_from_string(std::string(text).c_str());
  if (icaldurationtype_is_bad_duration(duration) || duration.is_neg) return 0;
  const std::int64_t days = std::int64_t{duration.weeks} * 7 + duration.days;
  const std::int64_t minutes = (days * 24 + duration.hours) * 60 + duration.minutes;
  return minutes >= 0 && minutes <= 366 * 24 * 60 ? static_cast<int>(minutes) : 0;
}

std::string method_of(std::string_view value) {
  std::string method = upper(clean_line(value));
  const bool is_word = method.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ-") == method.npos && method.size() <= 64;
  return is_word ? method : "";
}

/// The calendar's own properties: the first of each counts, a standard one before its X- forerunner.
void read_properties(const std::string& lines, std::size_t longest, Problems* problems, Calendar* calendar) {
  std::string old_name, old_description;
  int old_refresh = 0;
  const auto set = [](std::string* field, std::string value) {
    if (field->empty()) *field = std::move(value);
  };
  std::string product;
  LineReader reader(lines, longest, problems);
  for (ContentLine line; reader.next(&line);) {
    if (same(line.name, "PRODID")) set(&product, clean_line(unescape(line.value)));
    if (same(line.name, "METHOD")) set(&calendar->method, method_of(line.value));
    if (same(line.name, "NAME")) set(&calendar->name, clean_line(unescape(line.value)));
    if (same(line.name, "X-WR-CALNAME")) set(&old_name, clean_line(unescape(line.value)));
    if (same(line.name, "DESCRIPTION")) set(&calendar->description, clean_text(unescape(line.value)));
    if (same(line.name, "X-WR-CALDESC")) set(&old_description, clean_text(unescape(line.value)));
    if (same(line.name, "URL")) set(&calendar->url, clean_uri(line.value));
    if (same(line.name, "SOURCE")) set(&calendar->source, clean_uri(line.value));
    if (same(line.name, "X-WR-TIMEZONE")) set(&calendar->time_zone, iana_name(line.value));
    if (same(line.name, "REFRESH-INTERVAL") && calendar->refresh_minutes == 0)
      calendar->refresh_minutes = minutes_of(line.value);
    if (same(line.name, "X-PUBLISHED-TTL") && old_refresh == 0) old_refresh = minutes_of(line.value);
  }
  set(&calendar->name, old_name);
  set(&calendar->description, old_description);
  if (calendar->refresh_minutes == 0) calendar->refresh_minutes = old_refresh;
  if (!product.empty()) calendar->product = product;
}

/// Google names an occurrence in UTC whose series starts in a zone: both get the series' form.
void align_occurrences(std::vector<Event>* events) {
  std::map<std::string_view, const Moment*> starts;
  for (const Event& event : *events)
    if (!event.recurrence_id && !(event.start == Moment{})) starts.try_emplace(event.uid, &event.start);
  for (Event& event : *events) {
    if (!event.recurrence_id) continue;
    if (const auto series = starts.find(event.uid); series != starts.end())
      event.recurrence_id = in_form_of(*event.recurrence_id, *series->second);
  }
}

}  // namespace

Reading read(std::string_view bytes, const Limits& limits) {
  Reading reading;
  Problems problems(&reading.problems);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.size() > limits.bytes) {
    bytes = bytes.substr(0, limits.bytes);
    bytes = bytes.substr(0, bytes.rfind('\n') + 1);
    problems.add(fmt::format("only the first {} bytes are read", limits.bytes));
  }
  const Outline found = outline(bytes, limits, &problems);
  reading.is_calendar = found.is_calendar;
  if (!found.is_calendar) {
    problems.add("no calendar");
    return reading;
  }
  read_properties(found.properties, limits.line, &problems, &reading.calendar);

  ZoneBook zones(&problems);
  for (const std::string_view zone : found.zones) zones.add(zone, limits.line);
  EventReader events(&zones, reading.calendar.method, limits.line, &problems);
  reading.calendar.events.reserve(found.events.size());
  for (const std::string_view one : found.events)
    if (auto event = events.read(one)) reading.calendar.events.push_back(std::move(*event));
  align_occurrences(&reading.calendar.events);
  return reading;
}

}  // namespace cenacle::ical
