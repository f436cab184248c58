// Days, wall-clock times and instants, as the standard library names them; time zones are in formats/locale.
#include "base/time.h"

#include <fmt/format.h>

namespace cenacle::base {

namespace {

using namespace std::chrono;

/// `count` digits at `at`, or nothing.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return std::nullopt;
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

template <class TimePoint>
std::string iso_date_time(TimePoint time) {
  const auto day = floor<days>(time);
  const hh_mm_ss clock(time - day);
  return fmt::format("{}T{:02}:{:02}:{:02}", iso(Date(day)), clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count());
}

}  // namespace

std::string iso(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string iso(LocalTime time) { return iso_date_time(time); }

std::string iso(Instant instant) { return iso_date_time(instant) + "Z"; }

std::optional<Date> parse_date(std::string_view text) {
  const auto y = digits(text, 0, 4), m = digits(text, 5, 2), d = digits(text, 8, 2);
  if (text.size() != 10 || !y || !m || !d || text[4] != '-' || text[7] != '-') return std::nullopt;
  const Date date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<Instant> parse_instant(std::string_view text) {
  if (text.size() < 20) return std::nullopt;
  const auto date = parse_date(text.substr(0, 10));
  const auto h = digits(text, 11, 2), m = digits(text, 14, 2), s = digits(text, 17, 2);
  if (!date || !h || !m || !s || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' || text[16] != ':')
    return std::nullopt;
  if (*h > 23 || *m > 59 || *s > 59) return std::nullopt;
  const Instant local = sys_days(*date) + hours(*h) + minutes(*m) + seconds(*s);
  const std::string_view zone = text.substr(19);
  if (zone == "Z" || zone == "z") return local;
  const auto zh = digits(zone, 1, 2), zm = digits(zone, 4, 2);
  if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':' || !zh || !zm || *zh > 23 || *zm > 59)
    return std::nullopt;
  const auto offset = hours(*zh) + minutes(*zm);
  return zone[0] == '+' ? local - offset : local + offset;
}

Date date_of(LocalTime time) { return Date(floor<days>(time)); }

LocalTime midnight(Date date) { return local_days(date); }

Date add_days(Date date, int count) { return Date(local_days(date) + days(count)); }

Date add_months(Date date, int count) {
  const year_month moved = year_month(date.year(), date.month()) + months(count);
  const Date last = Date(moved / std::chrono::last);
  return date.day() > last.day() ? last : moved / date.day();
}

int days_between(Date from, Date to) { return static_cast<int>((local_days(to) - local_days(from)).count()); }

int weekday(Date date) { return static_cast<int>(std::chrono::weekday(sys_days(date)).iso_encoding()); }

}  // namespace cenacle::base
