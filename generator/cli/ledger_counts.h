// What the ledger adds up to, for the pages that say how many seats are left: kept between builds, and read on from the
// last fact that was counted.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "cli/context.h"
#include "ledger/ledger.h"
#include "rules/registration/figures.h"

namespace cenacle::cli {

class LedgerCounts {
 public:
  /// Months are those of `time_zone`. Without a ledger there is nothing to count. Failures are the ledger's: numbers
  /// that may be wrong are not published.
  static base::Result<LedgerCounts> open(const Context& context, std::string time_zone);

  /// Counts the facts that are new; whether there were any.
  base::Result<bool> read_on();

  bool there_are() const { return place_.exists(); }
  /// What tells these numbers from others, for the look that spares a build; the same as long as none changes.
  std::string key() const;
  /// What pages may show of them; nothing without a ledger.
  std::optional<model::Figures> figures(const model::Portal& portal, const rules::Rulebooks& books) const;
  /// For the next time. A failure is no mistake: it takes longer, then.
  void save() const;

 private:
  LedgerCounts(ledger::Place place, std::string path, std::string time_zone)
      : place_(std::move(place)), path_(std::move(path)), tally_(std::move(time_zone)) {}

  ledger::Place place_;
  std::string path_;
  rules::Tally tally_;
  bool grown_ = false;  ///< since it was last saved
};

}  // namespace cenacle::cli
