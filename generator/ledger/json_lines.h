// The whole ledger as JSON Lines: to be read, to be kept, and to make the same ledger again, on another database too.
// The lines are described in FORMAT.md.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/result.h"
#include "ledger/ledger.h"

namespace cenacle::ledger {

/// Takes a line, its end included; says why it cannot.
using TakeLine = std::function<base::Outcome(std::string_view)>;
/// Gives the next line, without its end; false when there is none.
using NextLine = std::function<bool(std::string*)>;

struct Counted {
  std::int64_t facts = 0, people = 0;
};

/// Every line, as of one instant. The same ledger gives the same bytes.
base::Result<Counted> export_lines(const Place& place, const TakeLine& take);

struct Import {
  Counted counted;
  std::string mistake;  ///< why nothing was imported: "line 12: …"; empty: all of it was
};

/// Into a ledger in which there is nothing, in one transaction.
base::Result<Import> import_lines(const Place& place, const NextLine& next);

}  // namespace cenacle::ledger
