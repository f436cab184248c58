// When a step falls due: days, working days, weeks and months counted from an event, in the portal's zone.
#pragma once

#include <string_view>

#include "base/time.h"
#include "rules/holidays.h"
#include "workflow/workflow.h"

namespace cenacle::workflow {

/// The hour of what happens on a day without one.
inline constexpr std::chrono::seconds usual_hour = std::chrono::hours(9);

/// Where days are counted: in a zone, with its public holidays.
struct Calendar {
  std::string_view time_zone;
  const rules::Holidays& holidays;
  std::string_view holiday_zone;

  base::Date day_of(base::Instant instant) const;
  base::Instant instant_of(base::LocalTime time) const;
  /// Neither a Saturday, a Sunday nor a public holiday.
  bool is_working_day(base::Date day) const;
  /// So many working days later, or before when `count` is negative. Of a day that is none, the count begins with the
  /// next one (the one before) that is.
  base::Date working_days_from(base::Date day, std::int64_t count) const;
};

/// `from` is the event's wall-clock time in the calendar's zone. Where the moment names an hour, it is that one's;
/// otherwise the event's.
base::LocalTime counted(const Moment& moment, base::LocalTime from, const Calendar& calendar);

/// "3 semaines avant le début", for listings.
std::string in_words(const Moment& moment);

}  // namespace cenacle::workflow
