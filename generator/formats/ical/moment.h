// Moments in the form that a place of the file asks for, and as libical's own times.
#pragma once

#include "formats/ical/ical.h"

struct icaltimetype;
struct icalrecurrencetype;

namespace cenacle::ical {

/// Whether a zone is UTC under one of its names.
bool is_utc(std::string_view zone);

/// A day's midnight and a floating time are taken as UTC.
base::Instant instant_of(const Moment& moment);
Moment utc(base::Instant instant);
/// Whether `one` comes after `other`.
bool is_later(const Moment& one, const Moment& other);

/// As a file can say it: a zone without a VTIMEZONE of the short form becomes UTC.
Moment as_written(const Moment& moment);

/// `moment` in the type and zone of `model`, as EXDATE and RECURRENCE-ID have to be: a day becomes the hour of `model`
/// on that day, an hour becomes its day.
Moment in_form_of(const Moment& moment, const Moment& model);

/// libical's civil time, without a zone.
icaltimetype to_libical(base::LocalTime time);
/// Nothing when it is no time at all, or not of the years 1600 to 2500: what libical reckons with.
std::optional<base::LocalTime> from_libical(const icaltimetype& time);

/// The rule, its UNTIL in the form that `start` asks for.
icalrecurrencetype to_libical(const Recurrence& recurrence, const Moment& start);

}  // namespace cenacle::ical
