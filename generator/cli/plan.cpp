// The verb `plan`: what would happen up to a day, and what would not, with why. It touches nothing.
#include <fmt/format.h>

#include "cli/days.h"
#include "cli/deed.h"
#include "cli/mail_verbs.h"
#include "cli/outlook.h"
#include "cli/plan_file.h"

namespace cenacle::cli {

namespace {

constexpr auto month_ahead = std::chrono::days(30);

/// A day is meant whole.
Or<base::Instant> until_given(const Post& post, const std::string& text, base::Instant now) {
  if (text.empty()) return now + month_ahead;
  if (const auto instant = base::parse_instant(text)) return *instant;
  const auto day = base::parse_date(text);
  if (!day) return Stop{Exit::usage, "usage", post.phrases->say("plan.bad-until", {{"text", text}})};
  const base::Date after(std::chrono::sys_days(*day) + std::chrono::days(1));
  return locale::to_instant(base::LocalTime(std::chrono::local_days(after)), post.portal().time_zone) -
         std::chrono::seconds(1);
}

/// Only what is of one network.
void keep(const std::string& network, workflow::Plan* plan) {
  if (network.empty()) return;
  std::erase_if(plan->actions, [&](const workflow::Action& it) { return it.network != network; });
  std::erase_if(plan->held, [&](const workflow::Held& it) { return it.action.network != network; });
}

}  // namespace

int plan(const Context& context, const PlanArguments& arguments) {
  const auto post = Post::open_room(context);
  if (!post) return tell(context, post.stop());
  const auto until = until_given(**post, arguments.until, context.now);
  if (!until) return tell(context, until.stop());
  if (!arguments.network.empty())
    if (const auto network = find_network((*post)->open.content, arguments.network); !network)
      return tell(context, network.stop());
  const auto outlook = Outlook::open(context, **post, Outlook::For::plans);
  if (!outlook) return tell(context, outlook.stop());
  workflow::Plan plan = (*outlook)->plan(context.now, *until);
  keep(arguments.network, &plan);
  if (!arguments.save.empty()) {
    const auto saved = save_plan(arguments.save, **outlook, plan, context.now, *until);
    if (!saved) return fail(saved.failure());
  }
  if (arguments.show > 0) {
    if (static_cast<std::size_t>(arguments.show) > plan.actions.size())
      return tell(context, {Exit::mistakes, "unknown-mail",
                            (*post)->phrases->say("plan.no-such", {{"n", std::to_string(arguments.show)}})});
    const auto written = (*outlook)->write(plan.actions[static_cast<std::size_t>(arguments.show - 1)], 0, context.now);
    if (!written) return fail(written.failure());
    fmt::print("{}", as_read(*written));
    leave(Exit::done);
  }
  fmt::print("{}", context.format == Format::json ? as_json(**outlook, plan, context.now, *until)
                                                  : as_text(**outlook, plan, context.now, *until));
  leave(Exit::done);
}

}  // namespace cenacle::cli
