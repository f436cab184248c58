// Reads the registration rules of all networks: `workflows/registration-*.toml`, one file a network.
#pragma once

#include <deque>

#include "base/file_system.h"
#include "content/load.h"
#include "diag/diagnostics.h"
#include "rules/registration/rulebook.h"

namespace cenacle::rules {

struct Rulebooks {
  std::deque<Rulebook> books;
  const Rulebook* of(std::string_view network) const;  ///< null: the network takes no registrations
};

/// Every mistake of every file is reported: unknown words with the closed list they come from, articles and numbers
/// that no charter has, and what can be proven (prove.h).
Rulebooks read_rulebooks(const base::FileSystem& files, const content::Content& content,
                         diag::Diagnostics& diagnostics);

/// Reports what cannot be meant: a state that nothing leads to, one without a way out, an offer or a quote that never
/// expires, a rule that never passes or can never speak, a limit without a queue that waits.
void prove(const Rulebook& book, diag::Diagnostics& diagnostics);

}  // namespace cenacle::rules
