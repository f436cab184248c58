// The verbs of workflows and mails: one function each, and what the command line gives them. Each returns an exit code.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/context.h"

namespace cenacle::cli {

struct PlanArguments {
  std::string until;      ///< a day, or an instant; empty: thirty days from now
  std::string network;    ///< only this one; empty: all
  std::string save;       ///< -o: the plan as a file that `apply` takes
  std::int64_t show = 0;  ///< the mail of this number in the listing, whole; 0: none
};
/// What would happen: each mail, to whom, why, when; each thing done. Touches nothing.
int plan(const Context& context, const PlanArguments& arguments);

struct ApplyArguments {
  std::string file;             ///< a saved plan: exactly that, or nothing
  bool rehearsal = false;       ///< --dry-run
  bool yes = false;             ///< however many mails there are
  std::int64_t max_mails = -1;  ///< instead of the portal's; -1: the portal's
};
/// Makes it happen, once: what has fallen due, then the mails that are owed, then those of the outbox.
int apply(const Context& context, const ApplyArguments& arguments);

struct OutboxArguments {
  std::vector<std::int64_t> numbers;
  std::string fate, network, who;
  bool all = false;
};
int outbox_list(const Context& context, const OutboxArguments& arguments);
int outbox_show(const Context& context, const OutboxArguments& arguments);
int outbox_retry(const Context& context, const OutboxArguments& arguments);
int outbox_drop(const Context& context, const OutboxArguments& arguments);

}  // namespace cenacle::cli
