// Where a new thing goes: the network, and the group, workshop or space that `--of` names.
#pragma once

#include <string>

#include "model/portal.h"
#include "site/new_request.h"

namespace cenacle::site {

struct Destination {
  const model::Network* network = nullptr;  ///< null: the portal itself
  model::Owner owner;                       ///< the network, or one of its groups, workshops and spaces
  std::string of = "network";               ///< as the key `of` writes the owner
  const model::Contribution* answered = nullptr;
};

/// Throws a Refusal: what `--of` may be, with the nearest name there is.
Destination destination_of(const NewRequest& request, const model::Portal& portal);

}  // namespace cenacle::site
