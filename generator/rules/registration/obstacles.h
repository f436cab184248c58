// Why an act cannot be done as asked, whatever the rules say. Codes are stable; sentences are French, for whoever acts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/registration/case.h"

namespace cenacle::rules {

/// "« Dette et trésorerie » n’existe pas dans ce réseau." and the like, by code.
Obstacle obstacle(std::string code, std::string sentence);

/// What bars somebody from taking part in the network: unknown-person, erased, departed, excluded.
std::optional<Obstacle> bar(const Setting& setting, std::string_view person);

/// other-body: she holds nothing in the body today, and so cannot sit for it. None for a natural person's seat.
std::optional<Obstacle> stranger(const Setting& setting, std::string_view person, const model::Body* body);

/// already-registered: for the thing, by a request that is not over.
std::optional<Obstacle> already_there(const Setting& setting, std::string_view person, const Joined& joined);

/// "n° 12"
std::string numbered(std::int64_t registration);
/// What a state is called: "en liste d’attente".
std::string_view in_french(model::State state);

}  // namespace cenacle::rules
