// A plan kept in a file, to be read by others and then applied as it is: what each mail was, by its key and a digest of
// what its reader would have seen.
#pragma once

#include <string>
#include <vector>

#include "cli/outlook.h"

namespace cenacle::cli {

base::Outcome save_plan(const std::string& path, const Outlook& outlook, const workflow::Plan& plan, base::Instant now,
                        base::Instant until);

/// One thing in which the plan of now is not the saved one.
struct Difference {
  enum class Kind { added, removed, altered } kind;
  std::string key;  ///< workflow::Key::text
};

/// The saved plan against that of now, as far as it is due; none: it is exactly that. Stops when the file is no plan.
Or<std::vector<Difference>> differences(const Context& context, const Outlook& outlook, const std::string& path);

}  // namespace cenacle::cli
