// Meetings: who is expected at one, what they answered, who came, and who has missed too many in a row (A9, A11, A12, C5).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/portal.h"
#include "rules/registration/read.h"
#include "rules/registration/records.h"

namespace cenacle::rules {

/// One occurrence of a meeting, and what its facts are looked up by.
struct Sitting {
  const model::Network* network;
  const model::Meeting* meeting;
  base::Date day;

  std::string object() const { return "meeting:" + meeting->uid; }
  /// What the meeting is of, as the ledger refers to it: "group:NETWORK/ID"…
  std::string owner() const;
};

/// The occurrence of that day, or when none is given the one that is next at `today` (else the last); nothing when the
/// meeting has none then.
std::optional<base::Date> sitting_day(const model::Meeting& meeting, std::optional<base::Date> day, base::Date today);

/// A seat at the table: one registration, held by one or by a pair; or somebody in the place of one of them.
struct Seat {
  model::Registration registration;
  bool guest = false;
  /// Who may come for it, substitutes for this meeting in the place of those whom they replace.
  std::vector<model::PersonId> people;
};
std::vector<Seat> expected(const Rulebooks& books, const Records& records, const Sitting& sitting);

/// The last thing that each person answered.
struct Answer {
  model::PersonId person;
  std::string value;  ///< "present", "remote", "absent"
  bool lunch = false;
};
std::vector<Answer> answers(const Records& records, const Sitting& sitting);

/// How many meetings of what it is for the registration has missed in a row, up to the last one held. A meeting counts
/// when its attendance was recorded; a pair was there when one of the two was, or a substitute for one of them.
std::int64_t missed_in_a_row(const Records& records, const model::Network& network,
                             const model::Registration& registration, base::Date today);

}  // namespace cenacle::rules
