// The command line: options and verbs, by CLI11.
#include "cli/command_line.h"

#include <map>
#include <optional>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/text.h"
#include "cli/verbs.h"
#include "publish/system_clock.h"

namespace cenacle::cli {

namespace {

struct Arguments {
  Context context;
  std::optional<std::string> now;
  std::string subject;
  bool list = false;
};

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
  for (auto* verb : {check, build})
    verb->add_option("--jobs", arguments.context.jobs, "how many threads")->check(CLI::Range(1, 256))->type_name("N");
  build->add_flag("--locked", arguments.context.locked, "refuse to change content/calendar.lock, and say what would");
  auto* explain = app.add_subcommand("explain", "why: a code of check, or what a template may use");
  explain->add_option("subject", arguments.subject, "a code (unknown-key) or a template (group.html)");
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
  if (chosen("check")) return check(context);
  if (chosen("build")) return build(context);
  if (arguments.subject.empty() && !arguments.list)
    return usage_error("explain takes a code or a template; --list names the codes");
  return explain(context, arguments.subject, arguments.list);
}

}  // namespace cenacle::cli
