// What charters ask of the calendar, checked: days, rhythm, spans, numbers of holders, public holidays. Pure.
#pragma once

#include "diag/diagnostics.h"
#include "model/portal.h"
#include "rules/holidays.h"

namespace cenacle::rules {

/// Reports what the portal's meetings, workshops and groups do against their charters' rules (content/FORMAT.md,
/// `[[rules]]`), each citing its article. A4, B3, B6, C2, C3, C6, C7, E7; public holidays for all. A network whose
/// `holidays` names no zone is reported too, unless there is no zone at all.
///
/// Only current versions of charters count. A rule with `of` holds for the groups or workshops whose charter it is in;
/// one with `meeting_kinds`, for the meetings of these kinds of the whole network. Cancelled meetings count for
/// nothing.
/// - rhythm: between consecutive meetings only, never up to today; a pause between two seasons (when the same charter
///   has a `season`) is none. `of = "workshops"` means series too, as in `holders`; in `seats` it does not.
/// - calendar_ahead: for next year, from the day `by` on.
/// - yearly: for each year from that of `in_force` up to the next one that has meetings of the network, once today or
/// the
///   network's last known meeting is past its 30 June: a year that is planned only up to the spring may still get them.
/// - What is missing (a meeting, a session, a holder) is not told where a file with errors in `diagnostics` may hold
/// it.
/// - holders: not for groups that have ended.
/// - season: the months of the rule, and the group's own `season` where it has one.
void check(const model::Portal& portal, const Holidays& holidays, diag::Diagnostics& diagnostics);

}  // namespace cenacle::rules
