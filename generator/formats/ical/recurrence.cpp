// Recurrence rules as libical's, and the dates that they give. RFC 5545 §3.3.10, §3.8.5.3.
#include <libical/ical.h>

#include <algorithm>
#include <limits>
#include <memory>

#include "formats/ical/moment.h"

namespace cenacle::ical {

namespace {

using Frequency = Recurrence::Frequency;

icalrecurrencetype_frequency frequency_of(Frequency frequency) {
  switch (frequency) {
    case Frequency::daily:
      return ICAL_DAILY_RECURRENCE;
    case Frequency::weekly:
      return ICAL_WEEKLY_RECURRENCE;
    case Frequency::monthly:
      return ICAL_MONTHLY_RECURRENCE;
    case Frequency::yearly:
      return ICAL_YEARLY_RECURRENCE;
  }
  return ICAL_WEEKLY_RECURRENCE;
}

/// libical's way to put a weekday (1 Sunday … 7 Saturday) and its place into one number.
short encoded(const ByDay& day) {
  const int weekday = day.weekday % 7 + 1;
  return static_cast<short>(day.nth < 0 ? -(-day.nth * 8 + weekday) : day.nth * 8 + weekday);
}

icaltimetype until_of(base::LocalTime until, const Moment& start) {
  icaltimetype time;
  if (start.is_day) {
    time = to_libical(until);
    time.is_date = 1;
  } else if (start.zone.empty()) {
    time = to_libical(until);
  } else {
    time = to_libical(utc(instant_of({until, start.zone, false})).time);
    time.zone = icaltimezone_get_utc_timezone();
  }
  return time;
}

struct FreeIterator {
  void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};

}  // namespace

icalrecurrencetype to_libical(const Recurrence& recurrence, const Moment& start) {
  icalrecurrencetype rule;
  icalrecurrencetype_clear(&rule);
  rule.freq = frequency_of(recurrence.frequency);
  rule.interval = static_cast<short>(std::clamp(recurrence.interval, 1, 1000));
  const std::size_t days = std::min<std::size_t>(recurrence.by_day.size(), ICAL_BY_DAY_SIZE - 1);
  for (std::size_t i = 0; i < days; ++i) rule.by_day[i] = encoded(recurrence.by_day[i]);
  if (recurrence.until)
    rule.until = until_of(*recurrence.until, start);  // either, never both: RFC 5545 §3.3.10
  else if (recurrence.count)
    rule.count = std::clamp(*recurrence.count, 1, std::numeric_limits<int>::max());
  return rule;
}

std::vector<base::LocalTime> occurrences(const Recurrence& recurrence, base::LocalTime start, std::size_t most) {
  std::vector<base::LocalTime> starts;
  if (most == 0) return starts;
  starts.push_back(start);  // counts, even when the rule alone would not give it
  const icalrecurrencetype rule = to_libical(recurrence, {start, "", false});
  const std::unique_ptr<icalrecur_iterator, FreeIterator> iterator(icalrecur_iterator_new(rule, to_libical(start)));
  if (!iterator) return starts;
  const std::size_t wanted =
      recurrence.count && !recurrence.until ? std::min<std::size_t>(most, static_cast<std::size_t>(rule.count)) : most;
  while (starts.size() < wanted) {
    const icaltimetype next = icalrecur_iterator_next(iterator.get());
    const auto time = icaltime_is_null_time(next) ? std::nullopt : from_libical(next);
    if (!time || (recurrence.until && *time > *recurrence.until)) break;
    if (*time > starts.back()) starts.push_back(*time);
  }
  return starts;
}

}  // namespace cenacle::ical
