// What the proofs share: the rulebook, and how they tell what they found.
#pragma once

#include <string>

#include "diag/codes.h"
#include "diag/diagnostics.h"
#include "rules/registration/rulebook.h"

namespace cenacle::rules {

struct Proof {
  const Rulebook& book;
  diag::Diagnostics& diagnostics;

  void report(diag::Code code, const model::Spot& at, std::string summary, std::string help) const;
};

/// unreachable-state, endless-state, endless-offer: where the moves lead.
void prove_states(const Proof& proof, const Path& path);
/// incomplete-path: a need or an act without what meets it.
void prove_needs(const Proof& proof, const Path& path);
/// incomplete-path: a term without its end, or an end without its term.
void prove_term(const Proof& proof, const Path& path);
/// impossible-rule, silent-rule, no-queue.
void prove_rule(const Proof& proof, const Rule& rule);

}  // namespace cenacle::rules
