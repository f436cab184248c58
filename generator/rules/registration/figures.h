// Counts → the numbers that pages may show. Suppression of small numbers, and of those from which small ones follow.
#pragma once

#include "model/figures.h"
#include "model/portal.h"
#include "rules/registration/read.h"
#include "rules/registration/tally.h"

namespace cenacle::rules {

/// Below this a number may tell of somebody.
inline constexpr std::int64_t least_told = 3;

/// The parts of a whole whose sum is known: none for those between 1 and `least_told` - 1, and for as many others, the
/// smallest first, as it takes for no part to follow from the sum.
std::vector<model::Told> told_parts(const std::vector<std::int64_t>& parts);
/// A number of which no parts are known.
model::Told told(std::int64_t number);

/// Those who take part by a path that `gives` membership are the members. Networks without a rulebook have no figures.
model::Figures figures_of(const Counts& counts, const model::Portal& portal, const Rulebooks& books);

}  // namespace cenacle::rules
