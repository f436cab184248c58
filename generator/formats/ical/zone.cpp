// VTIMEZONE of the short form, the only one that every client reads: no history, the rules as they are now.
#include <fmt/format.h>

#include <cstdlib>

#include "formats/ical/ical.h"
#include "formats/ical/text.h"
#include "formats/locale/zone_rules.h"

namespace cenacle::ical {

namespace {

/// RFC 5545 §3.3.14, without seconds: Outlook reads none.
std::string offset_text(int seconds) {
  const int minutes = std::abs(seconds) / 60;
  return fmt::format("{}{:02}{:02}", seconds < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

/// When the change first came, had the rules of today held in 1970: before every entry, and the same whatever they are.
std::string first(const locale::YearlyChange& change) {
  const auto month = std::chrono::year(1970) / std::chrono::month(change.month);
  const std::chrono::weekday weekday(static_cast<unsigned>(change.weekday));
  const std::chrono::year_month_day day =
      change.nth < 0 ? std::chrono::sys_days(month / weekday[std::chrono::last])
                     : std::chrono::sys_days(month / weekday[static_cast<unsigned>(change.nth)]);
  const int at = change.second_of_day;
  return fmt::format("1970{:02}{:02}T{:02}{:02}{:02}", static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()), at / 3600, at / 60 % 60, at % 60);
}

std::string rule(const locale::YearlyChange& change) {
  constexpr const char* names[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
  return fmt::format("FREQ=YEARLY;BYMONTH={};BYDAY={}{}", change.month, change.nth, names[change.weekday - 1]);
}

void observance(std::string_view kind, std::string_view start, int from, int to, std::string_view name,
                std::string_view recurrence, std::string* out) {
  fmt::format_to(std::back_inserter(*out),
                 "BEGIN:{}\r\nDTSTART:{}\r\nTZOFFSETFROM:{}\r\nTZOFFSETTO:{}\r\nTZNAME:{}\r\n", kind, start,
                 offset_text(from), offset_text(to), name);
  if (!recurrence.empty()) fmt::format_to(std::back_inserter(*out), "RRULE:{}\r\n", recurrence);
  fmt::format_to(std::back_inserter(*out), "END:{}\r\n", kind);
}

}  // namespace

std::string vtimezone(std::string_view zone) {
  const locale::YearlyRules* rules = locale::yearly_rules(zone);
  if (rules == nullptr) return "";
  std::string out = "BEGIN:VTIMEZONE\r\n";
  fold(fmt::format("TZID:{}", zone), &out);
  if (const auto& saving = rules->saving) {
    observance("STANDARD", first(saving->ends), saving->offset, rules->offset, rules->name, rule(saving->ends), &out);
    observance("DAYLIGHT", first(saving->begins), rules->offset, saving->offset, saving->name, rule(saving->begins),
               &out);
  } else {
    observance("STANDARD", "19700101T000000", rules->offset, rules->offset, rules->name, "", &out);
  }
  return out + "END:VTIMEZONE\r\n";
}

}  // namespace cenacle::ical
