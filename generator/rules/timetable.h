// When a new meeting may well be held: the next day that no rule refuses, at the hour that those who meet are used to.
#pragma once

#include <optional>
#include <vector>

#include "model/portal.h"
#include "rules/agenda.h"
#include "rules/good_days.h"
#include "rules/holidays.h"

namespace cenacle::rules {

/// The times of a day between which one meets.
struct Hours {
  std::chrono::seconds from, to;  ///< since midnight
  friend bool operator==(const Hours&, const Hours&) = default;
};

struct Slot {
  base::LocalTime start, end;
  friend bool operator==(const Slot&, const Slot&) = default;
};

/// A meeting to be held.
struct Wish {
  model::Owner owner;
  const model::MeetingKind* kind = nullptr;
  std::optional<base::Date> from = {};  ///< not before; by default, as soon as its members can be convened
};

/// Keeps references to the portal, one of its networks, and the holidays.
class Timetable {
 public:
  Timetable(const model::Portal& portal, const model::Network& network, const Holidays& holidays);

  /// The first day on which a meeting convened today may be held: the longest delay that the kind of meeting and the
  /// current charters ask for, two weeks where they ask for none.
  base::Date soonest(const model::MeetingKind* kind) const;

  /// The hours of its owner's meetings: of this kind rather than of another, those most often kept; of two, the later
  /// kept. Where the owner has none, those of the kind in the network; else from 9:30 to 12:00.
  Hours usual_hours(const Wish& wish) const;
  /// The kind of meeting that the owner holds most often, else the one that is most often held for its like, else the
  /// network's first. Null when the network has no kinds.
  const model::MeetingKind* usual_kind(const model::Owner& owner) const;

  /// The usual hours on `date`, whatever the rules say of that day.
  Slot on(base::Date date, const Wish& wish) const;
  /// The next slot that is neither on a public holiday, on a weekday that a charter excludes, out of season, on a day
  /// on which its owner meets already, nor at the same time as what suffers nothing beside it. Nothing: within a year
  /// there is none.
  std::optional<Slot> next(const Wish& wish) const;
  /// `count` of them, about evenly spread over `months` from the first on.
  std::vector<Slot> series(const Wish& wish, int count, int months) const;

 private:
  bool fits(base::Date date, const Slot& slot, const Wish& wish) const;
  bool in_season(base::Date date, const model::Owner& owner) const;
  bool clashes(const Slot& slot, const model::MeetingKind* kind) const;

  const model::Portal& portal_;
  const model::Network& network_;
  Agenda agenda_;
  GoodDays good_days_;
};

}  // namespace cenacle::rules
