// Declares the verbs of registration on the command line.
#pragma once

#include <functional>

#include "cli/context.h"
#include "cli/registration_verbs.h"

namespace CLI {
class App;
}

namespace cenacle::cli {

/// Where the verbs' arguments are written while the command line is read, and which of them was asked for.
struct RegistrationVerbs {
  RegisterArguments registering;
  StepArguments step;
  StandingArguments standing;
  MeetingArguments meeting;
  RequestArguments request;
  ListArguments list;
  std::function<int(const Context&)> chosen;  ///< empty: another verb
};

void declare_registration(CLI::App& app, RegistrationVerbs& verbs);

}  // namespace cenacle::cli
