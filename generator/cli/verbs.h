// One function per verb. Each returns an exit code.
#pragma once

#include <cstdint>
#include <string>

#include "cli/context.h"

namespace cenacle::cli {

/// Reads everything and reports every mistake; writes nothing.
int check(const Context& context);

/// Makes the portal in `output/`.
int build(const Context& context);

struct ServeOptions {
  int port = 4600;            ///< 0: any that is free
  bool all = false;           ///< restricted trees too
  std::string tree;           ///< or this one
  bool clock_stands = false;  ///< at the context's `now`, as --now asks
};
/// Shows the portal on loopback until a signal ends it; writes nothing.
int serve(const Context& context, const ServeOptions& options);

/// Why: the page of a diagnostic's code, or what a template may use. `list` prints all codes, one a line.
int explain(const Context& context, const std::string& subject, bool list);

struct NewArguments {
  std::string kind, name, of, date, sort, meeting;
  std::int64_t from = 0;  ///< number of the request that proposes it; 0: none
  bool dry_run = false;
};

/// Makes something new in content/, or a portal, from the theme's archetypes. Nothing that is there is ever changed.
int make_new(const Context& context, const NewArguments& arguments);

}  // namespace cenacle::cli
