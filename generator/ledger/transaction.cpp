// The beginning and the end of a transaction.
#include "ledger/transaction.h"

#include <utility>

namespace cenacle::ledger {

OpenTransaction::OpenTransaction(Database& database, Access access, bool* open, AfterErasure after_erasure)
    : database_(database), open_(open), after_erasure_(std::move(after_erasure)), access_(access) {
  database_.begin(access);
  try {
    if (access == Access::write) last_ = database_.number("SELECT max(seq) FROM facts");
  } catch (const Trouble&) {
    database_.rollback();
    throw;
  }
  *open_ = true;
}

OpenTransaction::~OpenTransaction() {
  if (!active_) return;
  database_.rollback();
  *open_ = false;
}

base::Outcome OpenTransaction::commit() {
  base::Outcome committed = done([&] { database_.commit(); });
  if (!committed) return committed;
  active_ = *open_ = false;
  if (erased_) after_erasure_();
  return committed;
}

}  // namespace cenacle::ledger
