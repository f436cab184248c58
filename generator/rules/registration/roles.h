// Who answers for a role: where nobody holds it, the one that its network names in its stead (E20). And whose signature
// a charter still lacks (E4).
#pragma once

#include <string>
#include <vector>

#include "rules/registration/case.h"

namespace cenacle::rules {

/// Whether somebody holds the role: in what is joined, in the body, or for the whole network (the role has a mailbox or
/// a body of its own). `joined`, `body` may be null.
bool is_held(const Setting& setting, const model::Role& role, const Joined* joined, const model::Body* body);

/// The role itself, or, while it is vacant, the first of its fallbacks that is not; the role when none is.
const model::Role& answering(const Setting& setting, const model::Role& role, const Joined* joined,
                             const model::Body* body);

/// Ids of the roles whose signature is missing, of those that the path asks for.
std::vector<std::string> unsigned_roles(const Case& it);

/// The version from which a signature still holds: the newest that asked for signature again (E15).
std::int64_t oldest_valid_version(const model::Network& network, const model::Charter& charter);

}  // namespace cenacle::rules
