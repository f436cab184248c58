// The tables of a ledger, and their version. What each holds: FORMAT.md.
#pragma once

#include "ledger/database.h"

namespace cenacle::ledger {

/// Raised with each change of the tables, together with a step in schema.cpp.
constexpr int schema_version = 2;

/// Makes the tables in an empty database, within a transaction of the caller.
void make_tables(Database& database);

/// The version of the tables, 0 when there are none. Trouble when the database holds something else.
int version_of(Database& database);

}  // namespace cenacle::ledger
