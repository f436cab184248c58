// When a step falls due, and how that is said.
#include "workflow/moment.h"

#include <cstdlib>

#include <fmt/format.h>

#include "formats/locale/locale.h"
#include "workflow/words.h"

namespace cenacle::workflow {

base::Date Calendar::day_of(base::Instant instant) const { return base::date_of(locale::to_local(instant, time_zone)); }

base::Instant Calendar::instant_of(base::LocalTime time) const { return locale::to_instant(time, time_zone); }

bool Calendar::is_working_day(base::Date day) const {
  return base::weekday(day) <= 5 && holidays.on(day, holiday_zone) == nullptr;
}

base::Date Calendar::working_days_from(base::Date day, std::int64_t count) const {
  const int step = count < 0 ? -1 : 1;
  for (std::int64_t left = std::abs(count); left > 0;) {
    day = base::add_days(day, step);
    if (is_working_day(day)) --left;
  }
  return day;
}

base::LocalTime counted(const Moment& moment, base::LocalTime from, const Calendar& calendar) {
  const base::Date day = base::date_of(from);
  const auto count = static_cast<int>(moment.count);
  base::Date to = day;
  switch (moment.unit) {
    case Unit::days:
      to = base::add_days(day, count);
      break;
    case Unit::working_days:
      to = calendar.working_days_from(day, count);
      break;
    case Unit::weeks:
      to = base::add_days(day, 7 * count);
      break;
    case Unit::months:
      to = base::add_months(day, count);
      break;
  }
  const std::chrono::seconds hour = moment.at ? *moment.at : from - base::midnight(day);
  return base::midnight(to) + hour;
}

std::string in_words(const Moment& moment) {
  const std::string_view event =
      moment.event == Event::state ? sentence_of(moment.state) : word_of(moment.event).sentence;
  std::string said(event);
  if (moment.event == Event::each_year)
    said += fmt::format(" {:02}/{:02}", unsigned(moment.day.day()), unsigned(moment.day.month()));
  if (moment.count == 0) return said;
  const std::int64_t count = std::abs(moment.count);
  const UnitWord& unit = word_of(moment.unit);
  return fmt::format("{}\u00a0{} {} {}", count, count == 1 ? unit.one : unit.many, moment.count < 0 ? "avant" : "après",
                     said);
}

}  // namespace cenacle::workflow
