// From facts to states: what a registration is after each fact. No rule is judged again here: the facts say what became
// of it. `db check` replays all of them and compares.
#pragma once

#include <optional>

#include "model/registration.h"

namespace cenacle::rules {

/// The registration after `fact`, which is one of its own; nothing before its `requested`.
std::optional<model::Registration> fold(const std::optional<model::Registration>& before, const model::Fact& fact);

/// The person after `fact`, one of hers. Names, address and texts are not in facts and stay as they are; mandates,
/// consent, standing, departure and erasure are.
std::optional<model::Person> fold(const std::optional<model::Person>& before, const model::Fact& fact);

}  // namespace cenacle::rules
