// What the rules of a path say of a request: a verdict for each rule that is about it, its sentence filled in.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rules/registration/case.h"

namespace cenacle::rules {

/// Which rules are asked: all; those that look at who it is, for somebody who takes over a seat: it is counted already.
enum class Asked : std::uint8_t { all, of_the_person };

struct Judgement {
  std::vector<Verdict> verdicts;  ///< in the order of the file

  /// The first breach of a rule that does `what` and that nobody has overridden; null: none.
  const Verdict* against(Otherwise what) const;
};

/// `overridden`: ids of the rules that have been, for this registration.
Judgement judge(const Case& it, const std::set<std::string>& overridden = {}, Asked asked = Asked::all);

/// The rules that somebody has overridden for a registration.
std::set<std::string> overridden_of(const std::vector<model::Fact>& facts);

/// Whether somebody may override it: no word makes more seats than there are.
bool may_override(const Rule& rule);

/// Whether the rule keeps people waiting for a seat.
bool is_of_seats(const Rule& rule);

}  // namespace cenacle::rules
