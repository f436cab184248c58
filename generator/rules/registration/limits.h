// How many there are of what a limit counts, and how many there may be.
#pragma once

#include <cstdint>
#include <optional>

#include "rules/registration/case.h"

namespace cenacle::rules {

/// What a limit says of a request.
struct Tally {
  std::int64_t used = 0;            ///< there already, this request apart
  std::int64_t with_it = 0;         ///< this request included: objects, people, bodies are counted once
  std::optional<std::int64_t> max;  ///< none: the limit does not speak of it (no seats stated, no body)
  std::optional<base::Date>
      date;  ///< with `within_months`: the first counted; of a mandate, the last day that is within
  bool too_late = false;

  bool breached() const { return max && (with_it > *max || too_late); }
};

/// Counted are the registrations by the rule's paths that the rule is about, that hold a seat (over a stretch of time:
/// or did until they ended), and have the values of `each` in common with this one. A limit by body says nothing of who
/// has none, and so on.
Tally tally(const Rule& rule, const Case& it);

/// The most that the limit allows what is joined and the body; none: no limit.
std::optional<std::int64_t> most(const Limit& limit, const Joined& joined, const model::Body* body);

}  // namespace cenacle::rules
