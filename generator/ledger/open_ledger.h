// A ledger that is open: its database, made or migrated on the way, and its transactions.
#pragma once

#include <memory>

#include "ledger/transaction.h"

namespace cenacle::ledger {

class OpenLedger final : public Ledger {
 public:
  /// Throws Trouble; `not_found` when it is to be read and there is none.
  static std::unique_ptr<OpenLedger> open(const Place& place, Access access,
                                          std::chrono::milliseconds patience = Ledger::patience);

  /// An empty one that is gone with this process. Throws Trouble.
  static std::unique_ptr<OpenLedger> in_memory(const Place& place);

  base::Result<std::unique_ptr<Transaction>> read() override;
  base::Result<std::unique_ptr<Transaction>> write() override;
  base::Result<std::string> secret() override;
  bool erasure_pending() override;

  std::unique_ptr<OpenTransaction> begin(Access access);
  Database& database() { return *database_; }
  const Place& place() const { return place_; }

 private:
  OpenLedger(Place place, std::unique_ptr<Database> database, Access access)
      : place_(std::move(place)), database_(std::move(database)), access_(access) {}
  bool erase_again();
  void finish() noexcept;

  Place place_;
  std::unique_ptr<Database> database_;
  Access access_;
  bool busy_ = false;  ///< a transaction is open
};

}  // namespace cenacle::ledger
