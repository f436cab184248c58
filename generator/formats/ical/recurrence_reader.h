// RRULEs as others write them, brought to the few forms that a Recurrence has.
#pragma once

#include <optional>

#include "formats/ical/ical.h"

struct icalrecurrencetype;

namespace cenacle::ical {

/// Nothing when the rule says more than a Recurrence can: a part of it is never left out.
std::optional<Recurrence> from_libical(const icalrecurrencetype& rule, const Moment& start);

}  // namespace cenacle::ical
