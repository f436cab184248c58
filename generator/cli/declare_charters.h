// Declares the verbs of charters, conventions and payments on the command line.
#pragma once

#include <functional>

#include "cli/charter_verbs.h"

namespace CLI {
class App;
}

namespace cenacle::cli {

/// Where the verbs' arguments are written while the command line is read, and which of them was asked for.
struct CharterVerbs {
  SignArguments sign;
  ChartersArguments charters;
  QuoteArguments quote;
  PayArguments pay;
  FeesArguments fees;
  ConventionsArguments conventions;
  std::function<int(const Context&)> chosen;  ///< empty: another verb
};

void declare_charters(CLI::App& app, CharterVerbs& verbs);

}  // namespace cenacle::cli
