// One function per verb. Each returns an exit code.
#pragma once

#include <string>

#include "cli/context.h"

namespace cenacle::cli {

/// Reads everything and reports every mistake; writes nothing.
int check(const Context& context);

/// Makes the portal in `output/`.
int build(const Context& context);

/// Why: the page of a diagnostic's code, or what a template may use. `list` prints all codes, one a line.
int explain(const Context& context, const std::string& subject, bool list);

}  // namespace cenacle::cli
