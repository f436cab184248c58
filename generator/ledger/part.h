// Parts of the program that stand in files of their own: what few portals need brings many libraries, and each of them
// would delay every command by half a millisecond.
#pragma once

#include <string>

#include "base/result.h"

namespace cenacle::ledger {

/// The function `symbol` of `libcenacle-NAME.so`, which stands beside the program, or in `lib/cenacle/` where it was
/// installed. A part that was loaded stays.
base::Result<void*> load_part(const std::string& name, const char* symbol);

}  // namespace cenacle::ledger
