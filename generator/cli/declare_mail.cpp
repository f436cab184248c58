// Declares the verbs of workflows and mails on the command line.
#include "cli/declare_mail.h"

#include <CLI/CLI.hpp>

namespace cenacle::cli {

namespace {

template <class Arguments>
CLI::App& verb(CLI::App& parent, MailVerbs& verbs, const char* name, const char* what,
               int (*run)(const Context&, const Arguments&), Arguments& arguments) {
  CLI::App* const made = parent.add_subcommand(name, what);
  made->callback([&verbs, run, &arguments] {
    verbs.chosen = [run, &arguments](const Context& context) { return run(context, arguments); };
  });
  return *made;
}

}  // namespace

void declare_mail(CLI::App& app, MailVerbs& verbs) {
  PlanArguments& planned = verbs.planning;
  CLI::App& planning = verb(app, verbs, "plan", "each mail that would leave, to whom, why and when", plan, planned);
  planning.add_option("--until", planned.until, "2026-12-31 (default: thirty days from now)")->type_name("DATE");
  planning.add_option("--network", planned.network, "only this one")->type_name("ID");
  planning.add_option("-o", planned.save, "keep it in a file that `apply` takes")->type_name("FILE");
  planning.add_option("--show", planned.show, "the mail of this number, whole")
      ->type_name("N")
      ->check(CLI::PositiveNumber);

  ApplyArguments& applied = verbs.applying;
  CLI::App& applying =
      verb(app, verbs, "apply", "do what has fallen due, and send the mails that are owed", apply, applied);
  applying.add_option("PLAN", applied.file, "a file of `plan -o`: exactly that plan, or nothing")->type_name("FILE");
  applying.add_flag("--dry-run", applied.rehearsal, "say what would follow, and write nothing");
  applying.add_flag("--yes", applied.yes, "however many mails there are");
  applying.add_option("--max-mails", applied.max_mails, "instead of portal.toml's max_mails")
      ->type_name("N")
      ->check(CLI::NonNegativeNumber);

  OutboxArguments& into = verbs.outbox;
  CLI::App& outbox = *app.add_subcommand("outbox", "what was sent, is in doubt, or failed");
  outbox.require_subcommand(1);
  CLI::App& listing = verb(outbox, verbs, "list", "what has not arrived at the relay", outbox_list, into);
  listing.add_flag("--all", into.all, "what has, too");
  listing.add_option("--fate", into.fate, "queued, deferred, in-doubt, accepted, refused, expired, dropped")
      ->check(
          CLI::IsMember({"queued", "offered", "deferred", "in-doubt", "accepted", "refused", "expired", "dropped"}));
  listing.add_option("--network", into.network, "only this one")->type_name("ID");
  listing.add_option("--to", into.who, "a person's id, address or name")->type_name("WHO");
  const auto numbered = [&](const char* name, const char* what,
                            int (*run)(const Context&, const OutboxArguments&)) -> CLI::Option& {
    return *verb(outbox, verbs, name, what, run, into)
                .add_option("N", into.numbers, "its number")
                ->required()
                ->check(CLI::PositiveNumber);
  };
  numbered("show", "one mail, whole, and what became of it", outbox_show).expected(1);
  numbered("retry", "offer it again at once", outbox_retry);
  numbered("drop", "take it out: it is not sent", outbox_drop);
}

}  // namespace cenacle::cli
