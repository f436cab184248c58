// TZIDs resolved: IANA's table first, then CLDR's of Windows names, then the VTIMEZONE that came along. RFC 5545
// §3.6.5.
#include "formats/ical/zone_book.h"

#include <fmt/format.h>
#include <libical/ical.h>

#include <algorithm>
#include <memory>

#include "base/text.h"
#include "formats/ical/moment.h"
#include "formats/ical/text.h"
#include "formats/locale/locale.h"
#include "formats/locale/zone_rules.h"

namespace cenacle::ical {

namespace {

// Exchange's rules begin in 1601; what comes after 2101 is nobody's meeting. A VTIMEZONE with centuries of changes has
// some 150 observances.
constexpr std::size_t most_onsets = 600, most_observances = 500, longest_rule = 200, most_rules = 40,
                      most_entries = 1000;

std::optional<base::LocalTime> local(std::string_view text) {
  if (text.size() > 32) return std::nullopt;
  return from_libical(icaltime_from_string(std::string(text).c_str()));
}

/// "+0200", "-033000"; nothing when it is no offset.
std::optional<int> offset(std::string_view text) {
  if ((text.size() != 5 && text.size() != 7) || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  if (text.find_first_not_of("0123456789", 1) != text.npos) return std::nullopt;
  const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  const int seconds = two(1) * 3600 + two(3) * 60 + (text.size() == 7 ? two(5) : 0);
  if (seconds >= 24 * 3600) return std::nullopt;
  return text[0] == '-' ? -seconds : seconds;
}

struct FreeIterator {
  void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};

bool is_plain_yearly(const icalrecurrencetype& rule) {
  return rule.freq == ICAL_YEARLY_RECURRENCE && rule.by_hour[0] == ICAL_RECURRENCE_ARRAY_MAX &&
         rule.by_minute[0] == ICAL_RECURRENCE_ARRAY_MAX && rule.by_second[0] == ICAL_RECURRENCE_ARRAY_MAX;
}

}  // namespace

std::string iana_name(std::string_view tzid) {
  tzid = base::trim(tzid);
  if (tzid.size() > 255) return "";
  if (is_utc(tzid)) return "UTC";
  if (locale::is_time_zone(tzid)) return std::string(tzid);
  if (std::string zone = locale::zone_of_windows(tzid); !zone.empty()) return is_utc(zone) ? "UTC" : zone;
  for (std::size_t slash = tzid.find('/'); slash != tzid.npos; slash = tzid.find('/', slash + 1)) {
    const std::string_view rest = tzid.substr(slash + 1);
    if (is_utc(rest)) return "UTC";
    if (rest.find('/') != rest.npos && locale::is_time_zone(rest)) return std::string(rest);
  }
  return "";
}

/// STANDARD or DAYLIGHT, as its lines say it.
struct ZoneBook::Observance {
  std::optional<base::LocalTime> start;
  std::optional<int> from, to;
  std::string rule;
  std::vector<base::LocalTime> dates;
};

void ZoneBook::observe(const Observance& observance, std::vector<Change>* changes) {
  if (!observance.start || !observance.to || ++observances_ > most_observances) return;
  const int from = observance.from.value_or(*observance.to);
  const auto add = [&](base::LocalTime onset) { changes->push_back({onset, from, *observance.to}); };
  add(*observance.start);
  for (const base::LocalTime date : observance.dates) add(date);
  if (observance.rule.empty() || ++rules_ > most_rules) return;
  const icalrecurrencetype rule = icalrecurrencetype_from_string(observance.rule.c_str());
  if (!is_plain_yearly(rule)) {
    problems_->add("a time zone's rule that is not yearly is left out");
    return;
  }
  icaltimetype first = to_libical(*observance.start);
  if (rule.interval == 1 && rule.count == 0) first.year = std::max(first.year, 1960);  // libical walks year by year
  const std::unique_ptr<icalrecur_iterator, FreeIterator> iterator(icalrecur_iterator_new(rule, first));
  for (std::size_t i = 0; iterator && i < most_onsets; ++i) {
    const icaltimetype next = icalrecur_iterator_next(iterator.get());
    const auto onset = icaltime_is_null_time(next) ? std::nullopt : from_libical(next);
    if (!onset || next.year > 2100) break;
    add(*onset);
  }
}

void ZoneBook::add(std::string_view vtimezone, std::size_t longest_line) {
  LineReader lines(vtimezone, longest_line, problems_);
  std::string tzid, location;
  Entry entry;
  Observance observance;
  bool in_observance = false;
  for (ContentLine line; lines.next(&line);) {
    if (same(line.name, "BEGIN") && (same(line.value, "STANDARD") || same(line.value, "DAYLIGHT"))) {
      observance = {};
      in_observance = true;
    } else if (same(line.name, "END") && in_observance) {
      observe(observance, &entry.changes);
      in_observance = false;
    } else if (!in_observance) {
      if (same(line.name, "TZID")) tzid = unescape(line.value);
      if (same(line.name, "X-LIC-LOCATION")) location = iana_name(line.value);
    } else if (same(line.name, "DTSTART")) {
      observance.start = local(line.value);
    } else if (same(line.name, "TZOFFSETFROM")) {
      observance.from = offset(line.value);
    } else if (same(line.name, "TZOFFSETTO")) {
      observance.to = offset(line.value);
    } else if (same(line.name, "RRULE") && line.value.size() <= longest_rule) {
      observance.rule = std::string(line.value);
    } else if (same(line.name, "RDATE") && observance.dates.size() < most_onsets) {
      for (const std::string_view date : base::split(line.value.substr(0, 16 * most_onsets), ','))
        if (const auto time = local(date)) observance.dates.push_back(*time);
    }
  }
  std::stable_sort(entry.changes.begin(), entry.changes.end(),
                   [](const Change& one, const Change& other) { return one.onset < other.onset; });
  entry.iana = iana_name(tzid);
  if (entry.iana.empty()) entry.iana = location;
  entries_.try_emplace(std::string(base::trim(tzid)), std::move(entry));
}

ZoneBook::Entry& ZoneBook::entry(std::string_view tzid) {
  if (const auto found = entries_.find(tzid); found != entries_.end()) return found->second;
  if (entries_.size() >= most_entries) tzid = "";
  const auto [at, is_new] = entries_.try_emplace(std::string(tzid));
  if (is_new) at->second.iana = iana_name(tzid);
  return at->second;
}

void ZoneBook::say_once(Entry* entry, std::string text) {
  if (!entry->was_said) problems_->add(std::move(text));
  entry->was_said = true;
}

int ZoneBook::Entry::offset_at(base::LocalTime time) const {
  const auto after = std::upper_bound(changes.begin(), changes.end(), time,
                                      [](base::LocalTime at, const Change& change) { return at < change.onset; });
  if (after == changes.begin()) return changes.front().from;
  const Change& last = *std::prev(after);
  const bool in_gap = time - last.onset < std::chrono::seconds(last.to - last.from);
  return in_gap ? last.from : last.to;  // as locale::to_instant
}

Moment ZoneBook::moment(base::LocalTime time, std::string_view tzid) {
  Entry& zone = entry(base::trim(tzid));
  if (!zone.iana.empty()) {
    if (!zone.changes.empty() && !zone.was_said && zone.seen.insert(time).second &&
        zone.offset_at(time) != locale::offset_seconds(time, zone.iana))
      say_once(&zone, fmt::format("the calendar describes {} otherwise than it is: the zone is believed", zone.iana));
    return {time, zone.iana, false};
  }
  if (!zone.changes.empty()) {
    say_once(&zone, fmt::format("the time zone \"{}\" is known by its description alone: its times become UTC",
                                tzid.substr(0, 64)));
    return utc(base::Instant((time - std::chrono::seconds(zone.offset_at(time))).time_since_epoch()));
  }
  say_once(&zone, fmt::format("the time zone \"{}\" is unknown: its times are read as floating", tzid.substr(0, 64)));
  return {time, "", false};
}

}  // namespace cenacle::ical
