// A copy of the ledger in one file, made while others use it (`db backup`).
#pragma once

#include <string>

#include "base/result.h"
#include "ledger/ledger.h"

namespace cenacle::ledger {

/// Writes the new file (0600): a SQLite ledger, or from PostgreSQL the JSON Lines of `db export`. It appears whole, and
/// stands for nothing that is there.
base::Outcome back_up(const Place& place, const std::string& file);

/// The JSON Lines in a new file, in the same way.
base::Outcome export_to(const Place& place, const std::string& file);

}  // namespace cenacle::ledger
