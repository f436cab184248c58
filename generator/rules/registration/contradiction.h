// What can be told of two conditions without asking anybody: that nothing meets both, that one says the other already.
#pragma once

#include "rules/registration/rulebook.h"

namespace cenacle::rules {

/// Whether nothing can ever meet both; of a condition with itself, whether nothing can meet it.
bool contradict(const Condition& one, const Condition& other, const model::Network& network);

/// Whether whatever meets `given` meets all that `asked` asks.
bool implies(const Condition& given, const Condition& asked, const model::Network& network);

}  // namespace cenacle::rules
