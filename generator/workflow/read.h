// Reads the workflows of all networks: each `workflows/*.toml` but the rules of registration and the public holidays.
// Their format: FORMAT.md beside.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "base/file_system.h"
#include "content/load.h"
#include "diag/diagnostics.h"
#include "rules/registration/read.h"
#include "workflow/workflow.h"

namespace cenacle::workflow {

/// The mails of the theme, which stand below this folder (mail/mails.h).
struct KnownMails {
  std::vector<std::string_view> names;
  /// What a mail is about, "meeting", or "any"; nothing: there is no such mail.
  std::function<std::optional<std::string_view>(std::string_view name)> about;
};

/// Every mistake of every file is reported, and, of a file that can be read whole, what can be proven (prove.h).
/// `mails` null: their names are taken as they are.
Workflows read_workflows(const base::FileSystem& files, const content::Content& content,
                         const rules::Rulebooks& rulebooks, const KnownMails* mails, diag::Diagnostics& diagnostics);

}  // namespace cenacle::workflow
