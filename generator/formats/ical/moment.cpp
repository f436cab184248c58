// Conversions of moments. RFC 5545 §3.3.4, §3.3.5.
#include "formats/ical/moment.h"

#include <libical/ical.h>

#include <algorithm>

#include "formats/locale/locale.h"
#include "formats/locale/zone_rules.h"

namespace cenacle::ical {

bool is_utc(std::string_view zone) {
  constexpr std::string_view names[] = {"UTC",  "Etc/UTC",  "UCT",       "Etc/UCT",
                                        "Zulu", "Etc/Zulu", "Universal", "Etc/Universal"};
  return std::find(std::begin(names), std::end(names), zone) != std::end(names);
}

base::Instant instant_of(const Moment& moment) {
  if (moment.zone.empty() || moment.is_day || is_utc(moment.zone)) return base::Instant(moment.time.time_since_epoch());
  return locale::to_instant(moment.time, moment.zone);
}

Moment utc(base::Instant instant) { return {base::LocalTime(instant.time_since_epoch()), "UTC", false}; }

bool is_later(const Moment& one, const Moment& other) {
  return one.zone == other.zone ? one.time > other.time : instant_of(one) > instant_of(other);
}

Moment as_written(const Moment& moment) {
  if (moment.is_day) return {base::midnight(base::date_of(moment.time)), "", true};
  if (moment.zone.empty()) return moment;
  if (!is_utc(moment.zone) && locale::yearly_rules(moment.zone) != nullptr) return moment;
  return utc(instant_of(moment));
}

Moment in_form_of(const Moment& moment, const Moment& model) {
  const base::LocalTime midnight = base::midnight(base::date_of(moment.time));
  if (model.is_day) return {midnight, "", true};
  if (moment.is_day) return {midnight + (model.time - base::midnight(base::date_of(model.time))), model.zone, false};
  if (moment.zone == model.zone || moment.zone.empty() || model.zone.empty()) return {moment.time, model.zone, false};
  const base::Instant instant = instant_of(moment);
  if (is_utc(model.zone)) return {base::LocalTime(instant.time_since_epoch()), model.zone, false};
  return {locale::to_local(instant, model.zone), model.zone, false};
}

icaltimetype to_libical(base::LocalTime time) {
  const base::Date date = base::date_of(time);
  const std::chrono::hh_mm_ss clock(time - base::midnight(date));
  icaltimetype out = icaltime_null_time();
  out.year = static_cast<int>(date.year());
  out.month = static_cast<int>(static_cast<unsigned>(date.month()));
  out.day = static_cast<int>(static_cast<unsigned>(date.day()));
  out.hour = static_cast<int>(clock.hours().count());
  out.minute = static_cast<int>(clock.minutes().count());
  out.second = static_cast<int>(clock.seconds().count());
  return out;
}

std::optional<base::LocalTime> from_libical(const icaltimetype& time) {
  if (time.year < 1600 || time.year > 2500 || time.month < 1 || time.month > 12 || time.day < 1 || time.day > 31)
    return std::nullopt;
  const base::Date date(std::chrono::year(time.year), std::chrono::month(static_cast<unsigned>(time.month)),
                        std::chrono::day(static_cast<unsigned>(time.day)));
  if (!date.ok()) return std::nullopt;
  if (time.is_date) return base::midnight(date);
  if (time.hour < 0 || time.hour > 23 || time.minute < 0 || time.minute > 59 || time.second < 0 || time.second > 60)
    return std::nullopt;
  return base::midnight(date) + std::chrono::hours(time.hour) + std::chrono::minutes(time.minute) +
         std::chrono::seconds(std::min(time.second, 59));  // a leap second: RFC 5545 §3.3.12
}

}  // namespace cenacle::ical
