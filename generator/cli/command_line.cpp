// The command line: options and verbs, by CLI11.
#include "cli/command_line.h"

#include <map>
#include <optional>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/text.h"
#include "cli/declare_db.h"
#include "cli/declare_charters.h"
#include "cli/declare_mail.h"
#include "cli/declare_registration.h"
#include "cli/people.h"
#include "cli/verbs.h"
#include "publish/system_clock.h"

namespace cenacle::cli {

namespace {

struct Arguments {
  Context context;
  std::optional<std::string> now;
  std::string subject;
  bool list = false;
  ServeOptions serve;
  NewArguments made;
  DbVerbs db;
  RegistrationVerbs registration;
  CharterVerbs charters;
  MailVerbs mail;
  PeopleVerbs people;
};

void declare_new(CLI::App& verb, NewArguments& made) {
  verb.add_option("kind", made.kind, "portal, network, group, workshop, series, space, charter, meeting, minutes, …")
      ->type_name("KIND");
  verb.add_option("name", made.name, "its title, between quotes; of a portal: its folder")->type_name("NAME");
  verb.add_option("--of", made.of, "what it belongs to: a network, group:ID, workshop:ID, space:ID")
      ->type_name("REFERENCE");
  verb.add_option("--date", made.date, "its day, and of a meeting the hour: 2026-10-06T14:00:00")->type_name("DATE");
  verb.add_option("--kind", made.sort, "of a meeting, a document, a contribution: which kind of it")->type_name("ID");
  verb.add_option("--meeting", made.meeting, "of minutes: their meeting")->type_name("ID");
  verb.add_option("--from", made.from, "of a group, a contribution, a survey: the request of a member who proposes it")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  verb.add_flag("--dry-run", made.dry_run, "show what would be written, and write nothing");
}

/// Declares verbs and options on `app`; they write into `arguments`.
void declare(CLI::App& app, Arguments& arguments) {
  app.require_subcommand(1);
  app.fallthrough();
  app.set_version_flag("--version", "cenacle " CENACLE_VERSION);
  app.add_option("-C", arguments.context.folder, "the portal's folder (default: the current one)")->type_name("DIR");
  app.add_option("--now", arguments.now, "the instant taken for now, as 2026-09-15T09:00:00+02:00")
      ->type_name("INSTANT");
  const std::map<std::string, Format> formats{
      {"text", Format::text}, {"json", Format::json}, {"gitlab", Format::gitlab}, {"github", Format::github}};
  app.add_option("--format", arguments.context.format, "text, json; for check also gitlab, github")
      ->transform(CLI::CheckedTransformer(formats))
      ->type_name("FORMAT");

  auto* check = app.add_subcommand("check", "read everything and report every mistake");
  auto* build = app.add_subcommand("build", "make the portal in output/");
  auto* serve = app.add_subcommand("serve", "show the portal on this machine, as it changes");
  serve->add_option("--port", arguments.serve.port, "of 127.0.0.1 (default: 4600; 0: any)")
      ->check(CLI::Range(0, 65535))
      ->type_name("N");
  auto* all = serve->add_flag("--all", arguments.serve.all, "the restricted trees too");
  serve->add_option("--tree", arguments.serve.tree, "this restricted tree too")->type_name("ID")->excludes(all);
  for (auto* verb : {check, build, serve})
    verb->add_option("--jobs", arguments.context.jobs, "how many threads")->check(CLI::Range(1, 256))->type_name("N");
  declare_new(*app.add_subcommand("new", "make a portal, a network, a group, a meeting… from the theme's archetypes"),
              arguments.made);
  build->add_flag("--locked", arguments.context.locked, "refuse to change content/calendar.lock, and say what would");
  declare_db(app, arguments.db);
  declare_people(app, arguments.people);
  declare_registration(app, arguments.registration);
  declare_charters(app, arguments.charters);
  declare_mail(app, arguments.mail);
  auto* explain = app.add_subcommand("explain", "why: a code of check, what a template may use, the story of a person");
  explain->add_option("subject", arguments.subject, "a code (unknown-key), a template (group.html), a person");
  explain->add_flag("--list", arguments.list, "all codes, one a line");
}

int usage_error(const std::string& what) {
  fmt::print(stderr, "cenacle: {}\nRun `cenacle --help` for what it can do.\n", what);
  return Exit::usage;
}

std::string unknown_verb(const CLI::App& app, const std::string& word) {
  std::vector<std::string> names;
  for (const CLI::App* verb : app.get_subcommands({})) names.push_back(verb->get_name());
  const std::vector<std::string_view> known(names.begin(), names.end());
  const auto near = base::closest(word, known);
  return fmt::format("there is no verb `{}`; {}", word,
                     near ? fmt::format("did you mean `{}`?", *near) : "it knows " + base::listing(known));
}

}  // namespace

int run(int argc, char** argv) {
  CLI::App app("Turns a Git folder of Markdown and TOML into a portal, calendars and mails for professional networks.",
               "cenacle");
  Arguments arguments;
  declare(app, arguments);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {  // --help, --version
    return app.exit(success);
  } catch (const CLI::RequiredError& error) {  // no verb that it knows
    const auto words = app.remaining(true);
    return words.empty() ? usage_error(error.what()) : usage_error(unknown_verb(app, words.front()));
  } catch (const CLI::ParseError& error) {
    return usage_error(error.what());
  }
  Context& context = arguments.context;
  context.now = publish::SystemClock().now();
  if (arguments.now) {
    const auto instant = base::parse_instant(*arguments.now);
    if (!instant) return usage_error("--now takes an instant such as 2026-09-15T09:00:00+02:00, not " + *arguments.now);
    context.now = *instant;
  }
  const auto chosen = [&](const char* verb) { return app.got_subcommand(verb); };
  if (context.format != Format::text && context.format != Format::json && !chosen("check"))
    return usage_error("--format gitlab and github are for check");
  if (arguments.db.chosen) return arguments.db.chosen(context);
  if (arguments.registration.chosen) return arguments.registration.chosen(context);
  if (arguments.charters.chosen) return arguments.charters.chosen(context);
  if (arguments.mail.chosen) return arguments.mail.chosen(context);
  if (arguments.people.chosen) return arguments.people.chosen(context);
  if (chosen("check")) return check(context);
  if (chosen("build")) return build(context);
  if (chosen("serve")) {
    arguments.serve.clock_stands = arguments.now.has_value();
    return serve(context, arguments.serve);
  }
  if (chosen("new")) return make_new(context, arguments.made);
  if (arguments.subject.empty() && !arguments.list)
    return usage_error("explain takes a code or a template; --list names the codes");
  return explain(context, arguments.subject, arguments.list);
}

}  // namespace cenacle::cli
