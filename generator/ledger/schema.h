// The tables of a ledger, their version, and the way from an older one. What each holds: FORMAT.md.
#pragma once

#include <span>
#include <string_view>

#include "ledger/database.h"

namespace cenacle::ledger {

/// Raised with each change of the tables, together with a step below.
constexpr int schema_version = 1;

/// Makes the tables in an empty database, within a transaction of the caller.
void make_tables(Database& database);

/// The version of the tables, 0 when there are none. Trouble when the database holds something else.
int version_of(Database& database);

/// What makes version `from` + 1 out of version `from`.
struct Step {
  int from;
  std::string_view script;
};
std::span<const Step> steps();

/// Takes the tables from their version to `to`, step by step, within a transaction of the caller. Trouble for a version
/// that is newer, or that no step leaves.
void migrate(Database& database, std::span<const Step> steps, int to);

}  // namespace cenacle::ledger
