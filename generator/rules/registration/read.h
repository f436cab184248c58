// Reads the registration rules of all networks: `workflows/registration-*.toml`, one file a network. Its format:
// FORMAT.md beside.
#pragma once

#include <deque>

#include "base/file_system.h"
#include "content/load.h"
#include "diag/diagnostics.h"
#include "rules/registration/rulebook.h"

namespace cenacle::rules {

/// Rulebooks point into the content they were read with, and into themselves: they may be moved, not copied.
struct Rulebooks {
  std::deque<Rulebook> books;
  const Rulebook* of(std::string_view network) const;  ///< null: the network takes no registrations
};

/// Every mistake of every file is reported: unknown words with the closed list they come from, articles and numbers
/// that no charter has, and, of a file that can be read whole, what can be proven (prove.h).
Rulebooks read_rulebooks(const base::FileSystem& files, const content::Content& content,
                         diag::Diagnostics& diagnostics);

}  // namespace cenacle::rules
