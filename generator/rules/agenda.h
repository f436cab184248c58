// A network's meetings as the rules look at them: those that take place, by start, and by whose they are.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "model/portal.h"

namespace cenacle::rules {

/// Keeps pointers into the portal.
class Agenda {
 public:
  Agenda(const model::Portal& portal, const model::Network& network);

  /// All that are not cancelled, by start.
  const std::vector<const model::Meeting*>& all() const { return all_; }
  /// Those of a group or workshop, by start.
  std::span<const model::Meeting* const> of(const model::Page& owner) const;
  /// Those of these kinds, by start.
  std::vector<const model::Meeting*> of(std::span<const model::MeetingKind* const> kinds) const;

  /// Begin and end as instants; an all-day meeting ends at the midnight after its last day.
  base::Instant begins(const model::Meeting& meeting) const;
  base::Instant ends(const model::Meeting& meeting) const;

 private:
  std::string_view zone(const model::Meeting& meeting) const;

  const model::Portal& portal_;
  std::vector<const model::Meeting*> all_;
  std::map<const model::Page*, std::vector<const model::Meeting*>> by_owner_;
};

bool is_of(const model::Meeting& meeting, std::span<const model::MeetingKind* const> kinds);
base::Date first_day(const model::Meeting& meeting);
/// The last day that it touches, which ending at midnight does not.
base::Date last_day(const model::Meeting& meeting);

}  // namespace cenacle::rules
