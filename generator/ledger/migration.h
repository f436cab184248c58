// The way from an older version of the tables to today's.
#pragma once

#include <span>
#include <string_view>

#include "ledger/database.h"

namespace cenacle::ledger {

/// What makes version `from` + 1 out of version `from`: statements, each ended by `;`.
struct Step {
  int from;
  std::string_view script;
};
/// Every step there is (schema.cpp).
std::span<const Step> steps();

/// Takes the tables to version `to` in one transaction, of a file after a copy beside it (`FILE.v1-2026-09-15.bak`);
/// nothing when they are of it. Trouble for a version that is newer, or that no step leaves.
void bring_forward(Database& database, const Place& place, std::span<const Step> steps, int to);

/// Trouble when the tables are newer than `known`.
void refuse_newer(Database& database, int known);

}  // namespace cenacle::ledger
