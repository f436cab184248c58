// A calendar that one subscribes to.
#include "calendar/feed.h"

namespace cenacle::calendar {

Composed compose(const std::vector<ical::Event>& events) {
  Composed out;
  for (const ical::Event& event : events) {
    out.text += ical::write(event);
    for (const ical::Moment* moment : {&event.start, &event.end})
      if (!moment->is_day) out.zones.insert(moment->zone);
  }
  return out;
}

Envelope envelope(const ical::Calendar& head, std::span<const Composed* const> entries) {
  std::set<std::string> zones;
  for (const Composed* entry : entries) zones.insert(entry->zones.begin(), entry->zones.end());
  ical::Calendar calendar = head;
  // One event for each zone makes `write` write the zones; a calendar of days alone has none.
  for (const std::string& zone : zones) calendar.events.emplace_back().start.zone = zone;
  if (calendar.events.empty() && !entries.empty()) calendar.events.emplace_back().start.is_day = true;
  for (ical::Event& event : calendar.events) event.end = event.start;
  const std::string text = ical::write(calendar);
  constexpr std::string_view end = "END:VCALENDAR\r\n";
  const std::size_t events = calendar.events.empty() ? text.size() - end.size() : text.find("BEGIN:VEVENT\r\n");
  return {text.substr(0, events), std::string(end)};
}

}  // namespace cenacle::calendar
