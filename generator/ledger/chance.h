// Random octets of the system's, for ids that nobody guesses and for the ledger's secret.
#pragma once

#include <string>

#include "ledger/database.h"

namespace cenacle::ledger {

/// Throws Trouble when the system has none to give.
std::string chance(std::size_t octets);

/// Draws the ledger's secret, unless it has one.
void draw_secret(Database& database);
/// Its 32 octets.
std::string read_secret(Database& database);

}  // namespace cenacle::ledger
