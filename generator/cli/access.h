// `.cenacle/access/<audience>`: who may read each restricted tree, as authenticating proxies read it (DESIGN §2). One
// lower-case address a line, sorted, 0600.
#pragma once

#include <string>

#include "base/result.h"
#include "base/time.h"
#include "ledger/ledger.h"
#include "rules/registration/readers.h"

namespace cenacle::cli {

enum class Extent {
  since_last,  ///< people that facts have touched since the lists were written
  whole,       ///< everybody: days have passed, content has changed
};

/// Brings the lists to what the ledger says. They follow its commits, not the command: the last fact that they have seen
/// is kept beside them (`.position`), and is written last. So a command that dies after its commit leaves lists that the
/// next one completes, and commands that commit one after the other may do this in any order.
base::Outcome write_access(const std::string& portal, const rules::Readers& readers, ledger::Ledger& ledger,
                           base::Date today, Extent extent);

}  // namespace cenacle::cli
