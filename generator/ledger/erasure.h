// What an erasure takes besides the transaction that overwrites: the list of those erased, which a restored backup is
// held against; the copies that are gone over; the traces in the database's files.
#pragma once

#include <string>
#include <vector>

#include "base/time.h"
#include "ledger/database.h"

namespace cenacle::ledger {

struct Erasure {
  std::string person;
  base::Instant at;
};

/// `.cenacle/erasures` of the portal: a line for each person, with the instant. Ids only, so it may outlive them.
std::vector<Erasure> read_erasures(const std::string& portal);

/// Copies made before a migration: they hold everybody, and are removed by the next erasure.
std::vector<std::string> migration_copies(const Place& place);

/// Whether an erasure was committed whose end is still to be made.
bool erasure_is_pending(Database& database);

/// Makes that end: the list, the copies, the traces. False when another process hinders it for now; to be tried again
/// with the next opening. Does nothing when none is pending.
bool finish_erasure(Database& database, const Place& place);

}  // namespace cenacle::ledger
