// Apple and Outlook repeat in the rule what the start says already, and write the second Tuesday as BYSETPOS=2.
#include "formats/ical/recurrence_reader.h"

#include <libical/ical.h>

#include <algorithm>

#include "formats/ical/moment.h"
#include "formats/locale/locale.h"

namespace cenacle::ical {

namespace {

using Frequency = Recurrence::Frequency;

template <std::size_t size>
std::size_t count(const short (&list)[size]) {
  return static_cast<std::size_t>(std::find(std::begin(list), std::end(list), ICAL_RECURRENCE_ARRAY_MAX) -
                                  std::begin(list));
}

std::optional<Frequency> frequency_of(icalrecurrencetype_frequency frequency) {
  switch (frequency) {
    case ICAL_DAILY_RECURRENCE:
      return Frequency::daily;
    case ICAL_WEEKLY_RECURRENCE:
      return Frequency::weekly;
    case ICAL_MONTHLY_RECURRENCE:
      return Frequency::monthly;
    case ICAL_YEARLY_RECURRENCE:
      return Frequency::yearly;
    default:
      return std::nullopt;
  }
}

/// Whether BYMONTH and BYMONTHDAY say only what the start says.
bool repeats_the_start(const icalrecurrencetype& rule, base::Date start) {
  const std::size_t months = count(rule.by_month), days = count(rule.by_month_day);
  if (months == 0 && days == 0) return true;
  if (count(rule.by_day) > 0) return false;
  const bool is_month = months == 1 && rule.by_month[0] == static_cast<int>(static_cast<unsigned>(start.month()));
  const bool is_day = days == 1 && rule.by_month_day[0] == static_cast<int>(static_cast<unsigned>(start.day()));
  if (rule.freq == ICAL_MONTHLY_RECURRENCE) return months == 0 && is_day;
  return rule.freq == ICAL_YEARLY_RECURRENCE && (months == 0 ? false : is_month) && (days == 0 || is_day);
}

std::optional<std::vector<ByDay>> days_of(const icalrecurrencetype& rule) {
  std::vector<ByDay> days;
  for (std::size_t i = 0; i < count(rule.by_day); ++i) {
    const short code = rule.by_day[i];
    const int weekday = icalrecurrencetype_day_day_of_week(code), nth = icalrecurrencetype_day_position(code);
    if (weekday < ICAL_SUNDAY_WEEKDAY || weekday > ICAL_SATURDAY_WEEKDAY) return std::nullopt;
    days.push_back({weekday == ICAL_SUNDAY_WEEKDAY ? 7 : weekday - 1, nth});
  }
  const std::size_t positions = count(rule.by_set_pos);
  if (positions == 0) return days;
  const bool is_nth_weekday =
      positions == 1 && rule.freq == ICAL_MONTHLY_RECURRENCE && days.size() == 1 && days[0].nth == 0;
  if (!is_nth_weekday) return std::nullopt;
  days[0].nth = rule.by_set_pos[0];
  return days;
}

base::LocalTime in_zone_of(base::LocalTime until, bool is_utc_time, const Moment& start) {
  const Moment said{until, is_utc_time ? "UTC" : "", false};
  return in_form_of(said, start).time;
}

}  // namespace

std::optional<Recurrence> from_libical(const icalrecurrencetype& rule, const Moment& start) {
  const auto frequency = frequency_of(rule.freq);
  const base::Date day = base::date_of(start.time);
  const bool says_more = count(rule.by_second) + count(rule.by_minute) + count(rule.by_hour) + count(rule.by_year_day) +
                             count(rule.by_week_no) >
                         0;
  if (!frequency || says_more || rule.rscale != nullptr || !repeats_the_start(rule, day)) return std::nullopt;
  // The week's first day matters only where weeks are skipped. RFC 5545 §3.3.10.
  if (*frequency == Frequency::weekly && rule.interval > 1 && rule.week_start != ICAL_MONDAY_WEEKDAY &&
      rule.week_start != ICAL_NO_WEEKDAY)
    return std::nullopt;
  const auto days = days_of(rule);
  if (!days) return std::nullopt;

  Recurrence recurrence{*frequency, std::max<int>(rule.interval, 1), *days, std::nullopt, std::nullopt};
  if (!icaltime_is_null_time(rule.until)) {
    if (rule.until.year > 2500) return recurrence;  // for ever, as some write it
    const auto until = from_libical(rule.until);
    if (!until) return std::nullopt;
    if (start.is_day)
      recurrence.until = base::midnight(base::date_of(*until));
    else if (rule.until.is_date)
      recurrence.until = *until + std::chrono::hours(24) - std::chrono::seconds(1);
    else
      recurrence.until = in_zone_of(*until, icaltime_is_utc(rule.until), start);
  } else if (rule.count > 0) {
    recurrence.count = rule.count;
  }
  return recurrence;
}

}  // namespace cenacle::ical
