// A network's meetings as the rules look at them: those that take place, by start, and by whose they are. Each time that
// a meeting takes place counts as a meeting of its own.
#pragma once

#include <deque>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "model/portal.h"

namespace cenacle::rules {

/// Files in which mistakes were found: what they hold may not be what their authors meant.
using Troubled = std::set<std::string, std::less<>>;

/// Keeps pointers into the portal.
class Agenda {
 public:
  Agenda(const model::Portal& portal, const model::Network& network, const Troubled& troubled);

  /// All that are not cancelled and whose start could be read, by start. One that recurs is here once for each of its
  /// occurrences, with that one's times and place, and with it alone in `occurrences`.
  const std::vector<const model::Meeting*>& all() const { return all_; }
  /// Those of a group or workshop, by start.
  std::span<const model::Meeting* const> of(const model::Page& owner) const;
  /// Those of these kinds, by start.
  std::vector<const model::Meeting*> of(std::span<const model::MeetingKind* const> kinds) const;

  /// Those that were cancelled, by start.
  const std::vector<const model::Meeting*>& cancelled() const { return cancelled_; }

  /// Whether every meeting of the owner, of these kinds, could be read: where one could not, nothing is said to be
  /// missing.
  bool is_complete(const model::Page& owner) const;
  bool is_complete(std::span<const model::MeetingKind* const> kinds) const;

  /// Begin and end as instants; an all-day meeting ends at the midnight after its last day.
  base::Instant begins(const model::Meeting& meeting) const;
  base::Instant ends(const model::Meeting& meeting) const;

 private:
  std::string_view zone(const model::Meeting& meeting) const;

  void add(const model::Meeting& meeting);

  const model::Portal& portal_;
  std::deque<model::Meeting> each_time_;  ///< of meetings that recur, one for each occurrence
  std::vector<const model::Meeting*> all_, cancelled_;
  std::map<const model::Page*, std::vector<const model::Meeting*>> by_owner_;
  std::set<const model::Page*> troubled_owners_;        ///< null: it may be anybody's
  std::set<const model::MeetingKind*> troubled_kinds_;  ///< null: it may be of any
};

bool is_of(const model::Meeting& meeting, std::span<const model::MeetingKind* const> kinds);
base::Date first_day(const model::Meeting& meeting);
/// The last day that it touches, which ending at midnight does not.
base::Date last_day(const model::Meeting& meeting);

}  // namespace cenacle::rules
