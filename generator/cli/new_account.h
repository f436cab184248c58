// What `new` says: what it made, what is left to fill in, and the command that comes next.
#pragma once

#include <string>
#include <vector>

#include "cli/context.h"
#include "site/new_request.h"

namespace cenacle::cli {

/// The lines of a file that wait for their author: those that hold “…”.
struct LineToFill {
  std::size_t number;
  std::string text;
};
std::vector<LineToFill> lines_to_fill(std::string_view text);

/// The account of what was made below `folder` (empty: the portal's root); with `dry_run`, of what would be.
std::string account_of_new(const Context& context, const std::vector<site::NewFile>& files, const std::string& folder,
                           const std::vector<std::string>& next, bool dry_run);

/// Says why not on standard error, and gives the exit code.
int refuse(const site::Refusal& refusal);

}  // namespace cenacle::cli
