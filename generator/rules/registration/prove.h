// What can be told of registration rules before anybody asks: states and rules that cannot be meant.
#pragma once

#include "diag/diagnostics.h"
#include "rules/registration/rulebook.h"

namespace cenacle::rules {

/// Reports a state that nothing leads to or that has no way out, an offer or a quote that never expires, a rule that
/// nobody can meet or that can never speak, a limit that waits without a queue, and what is only half said: a need
/// without what meets it.
void prove(const Rulebook& book, diag::Diagnostics& diagnostics);

}  // namespace cenacle::rules
