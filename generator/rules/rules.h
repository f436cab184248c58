// What charters ask of the calendar, checked: days, rhythm, spans, numbers of holders, public holidays. Pure.
#pragma once

#include "diag/diagnostics.h"
#include "model/portal.h"
#include "rules/holidays.h"

namespace cenacle::rules {

/// Reports what the portal's meetings, workshops and groups do against their charters' rules (content/FORMAT.md, `[[rules]]`),
/// each citing its article. A4, B3, B6, C2, C3, C6, C7, E7; public holidays for all.
void check(const model::Portal& portal, const Holidays& holidays, diag::Diagnostics& diagnostics);

}  // namespace cenacle::rules
