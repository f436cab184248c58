// What a registration has met of what its path asks before it moves on.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "rules/registration/case.h"

namespace cenacle::rules {

/// What its facts say was done.
struct Progress {
  bool accepted = false;           ///< the decision
  bool confirmed = false;          ///< her own reply
  bool quoted = false;             ///< there is a quote
  bool agreed = false;             ///< to the last quote
  bool answered = false;           ///< to the seat that is offered now
  std::int64_t due = 0, paid = 0;  ///< cents: of the last quote, in all
  bool pays = false;               ///< something was paid
  std::set<std::string> statements, approvals;

  static Progress of(const std::vector<model::Fact>& facts);
};

/// Whether the need is met. A seat never is: it is given (queue.h).
bool is_met(Need need, const Case& it, const Progress& progress);

/// What is missing for it, empty when it is met: ids of statements or roles; for others, nothing.
std::vector<std::string> lacking(Need need, const Case& it, const Progress& progress);

/// Whether a move of the path waits for it.
bool needs(const Path& path, Need need);
/// Whether the path has a waiting list.
bool has_queue(const Path& path);

}  // namespace cenacle::rules
