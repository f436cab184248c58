// The plan: what is owed and has not been done, and what is not owed any more, with why. A pure function of content,
// facts and clock (DESIGN §6); nothing is done here.
#pragma once

#include <string>
#include <vector>

#include "model/portal.h"
#include "rules/holidays.h"
#include "rules/registration/read.h"
#include "workflow/action.h"
#include "workflow/memory.h"
#include "workflow/workflow.h"

namespace cenacle::workflow {

/// An entry of the calendar, as the lock has it (calendar/ stands below this folder): of a meeting of the content, or
/// of one that was deleted.
struct Entry {
  std::string uid;  ///< the meeting's `id`: model::Meeting::uid
  std::string network;
  std::int64_t sequence = 0;
  base::Instant changed;  ///< last change that a participant must know
  bool deleted = false;
  base::Instant end;  ///< of its last time
};

/// What a plan looks at; all of it outlives the call.
struct Setting {
  const model::Portal& portal;
  const rules::Rulebooks& rulebooks;
  const Workflows& workflows;
  const rules::Holidays& holidays;
  const Memory& memory;
  const std::vector<Entry>& entries;  ///< by uid
  base::Instant now;
};

/// What is due up to `until`, the past included. What lies after `now` supposes that nothing happens until then.
Plan plan(const Setting& setting, base::Instant until);

}  // namespace cenacle::workflow
