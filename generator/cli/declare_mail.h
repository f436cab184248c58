// Declares the verbs of workflows and mails on the command line.
#pragma once

#include <functional>

#include "cli/context.h"
#include "cli/mail_verbs.h"

namespace CLI {
class App;
}

namespace cenacle::cli {

/// Where the verbs' arguments are written while the command line is read, and which of them was asked for.
struct MailVerbs {
  PlanArguments planning;
  ApplyArguments applying;
  OutboxArguments outbox;
  std::function<int(const Context&)> chosen;  ///< empty: another verb
};

void declare_mail(CLI::App& app, MailVerbs& verbs);

}  // namespace cenacle::cli
