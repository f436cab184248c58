// What may stand in the way of several acts: who somebody is, and where she sits already.
#pragma once

#include <optional>
#include <string_view>

#include "rules/registration/case.h"

namespace cenacle::rules {

/// What bars somebody from taking part in the network: unknown-person, erased, departed, excluded.
std::optional<Obstacle> bar(const Setting& setting, std::string_view person);

/// other-body: she holds nothing in the body today, and so cannot sit for it. None for a natural person's seat.
std::optional<Obstacle> stranger(const Setting& setting, std::string_view person, const model::Body* body);

/// already-registered: for the thing, by a request that is not over.
std::optional<Obstacle> already_there(const Setting& setting, std::string_view person, const Joined& joined);

}  // namespace cenacle::rules
