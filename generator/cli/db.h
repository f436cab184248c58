// The verb `db`: the ledger as a whole, checked, copied, read out and read in. Each part returns an exit code.
#pragma once

#include <string>

#include "cli/context.h"

namespace cenacle::cli {

/// Whether it is whole, and says what its facts say.
int check_db(const Context& context);
/// A copy in a new file, made while others use the ledger.
int back_up_db(const Context& context, const std::string& file);
/// JSON Lines, into a new file or, without one, on standard output.
int export_db(const Context& context, const std::string& file);
/// JSON Lines into an empty ledger; `-` is standard input.
int import_db(const Context& context, const std::string& file);

}  // namespace cenacle::cli
