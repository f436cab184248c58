// Whether the ledger is whole, and says today what its facts say (`db check`).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "ledger/ledger.h"

namespace cenacle::ledger {

struct Health {
  std::vector<std::string> damages;  ///< a sentence each; empty: all is well
  std::int64_t facts = 0, people = 0, registrations = 0, messages = 0;
  bool erasure_pending = false;
  std::vector<std::string> copies;  ///< made before a migration; the next erasure removes them
};

/// Reads everything, writes nothing. A failure is that it could not be read at all.
base::Result<Health> check_ledger(const Place& place);

}  // namespace cenacle::ledger
