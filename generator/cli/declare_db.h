// Declares the verb `db` on the command line.
#pragma once

#include <functional>
#include <string>

#include "cli/context.h"

namespace CLI {
class App;
}

namespace cenacle::cli {

/// Where its arguments are written while the command line is read, and which of its parts was asked for.
struct DbVerbs {
  std::string file;
  std::function<int(const Context&)> chosen;  ///< empty: another verb
};

void declare_db(CLI::App& app, DbVerbs& verbs);

}  // namespace cenacle::cli
