// The verb `new`: something new in content/, or a portal, from the theme's archetypes; checked before it is written.
#include <algorithm>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/new_account.h"
#include "cli/new_proposal.h"
#include "cli/portal.h"
#include "cli/verbs.h"
#include "content/layout.h"
#include "diag/render.h"
#include "publish/new_files.h"
#include "site/new_thing.h"

namespace cenacle::cli {

namespace {

namespace fs = std::filesystem;
using site::Refusal;
using Why = site::Refusal::Why;

/// Throws a Refusal for a word that is no kind.
site::NewKind kind_of(const std::string& word) {
  const auto& words = site::new_kind_words();
  if (const auto kind = site::new_kind(word)) return *kind;
  const std::string all = "it makes a " + base::listing(words);
  if (word.empty()) throw Refusal{Why::usage, "new takes a kind and a name: cenacle new KIND \"…\"", all};
  const auto near = base::closest(word, words);
  throw Refusal{Why::usage, fmt::format("new does not make a `{}`", word),
                near ? fmt::format("did you mean `{}`?\n{}", *near, all) : all};
}

/// A title on one line: white space and control characters are spaces.
std::string title_of(const std::string& name) {
  if (base::first_invalid_utf8(name)) throw Refusal{Why::usage, "the name is not UTF-8", ""};
  std::string title;
  for (const char c : name) {
    const bool space = static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
    if (!space) title += c;
    if (space && !title.empty() && title.back() != ' ') title += ' ';
  }
  return std::string(base::trim(title));
}

/// Reads `2026-10-06`, `2026-10-06T14:00` and `2026-10-06T14:00:00`.
void read_date(const std::string& text, site::NewRequest* request) {
  if (text.empty()) return;
  request->date = base::parse_date(text.substr(0, 10));
  const std::string hour = text.size() > 10 ? text.substr(10) : "";
  const auto moment = base::parse_instant(text.substr(0, 10) + (hour.size() == 6 ? hour + ":00" : hour) + "Z");
  if (request->date && !hour.empty() && moment)
    request->hour = base::LocalTime(moment->time_since_epoch()) - base::midnight(*request->date);
  if (!request->date || (!hour.empty() && !moment))
    throw Refusal{Why::usage, fmt::format("`{}` is no date", text),
                  "write --date 2026-10-06, or with the hour --date 2026-10-06T14:00:00"};
}

site::NewRequest request_of(const NewArguments& arguments, site::NewKind kind) {
  site::NewRequest request;
  request.kind = kind;
  request.title = title_of(arguments.name);
  request.of = arguments.of, request.sort = arguments.sort, request.meeting = arguments.meeting;
  read_date(arguments.date, &request);
  if (request.title.empty() && kind != site::NewKind::minutes && arguments.from == 0)
    throw Refusal{Why::usage, fmt::format("a new {} needs a name", arguments.kind),
                  fmt::format("cenacle new {} \"…\"", arguments.kind)};
  return request;
}

/// The nearest folder from `start` upwards that holds a portal, else `start`.
fs::path portal_above(const fs::path& start) {
  std::error_code error;
  for (fs::path folder = start; !folder.empty(); folder = folder.parent_path()) {
    if (fs::exists(folder / "content/portal.toml", error)) return folder;
    if (folder == folder.parent_path()) break;
  }
  return start;
}

/// Everything that `check` would say.
std::vector<diag::Diagnostic> checked(const Context& context, const base::FileSystem& files) {
  diag::Diagnostics diagnostics;
  const OpenPortal open = open_portal(files, {context.now, context.jobs}, {}, diagnostics);
  if (open.content.portal) content::check_texts(open.content, *open.links, context.jobs, diagnostics);
  return diagnostics.sorted();
}

/// What `check` would say more once the new files are there.
std::vector<diag::Diagnostic> brought_by(const std::vector<diag::Diagnostic>& before,
                                         std::vector<diag::Diagnostic> after) {
  const auto key = [](const diag::Diagnostic& it) {
    return fmt::format("{}\n{}\n{}", it.code.name, it.place.path, it.summary);
  };
  std::set<std::string> known;
  for (const diag::Diagnostic& it : before) known.insert(key(it));
  std::erase_if(after, [&](const diag::Diagnostic& it) { return known.contains(key(it)); });
  return after;
}

std::vector<publish::BornFile> born(const std::vector<site::NewFile>& files) {
  std::vector<publish::BornFile> all;
  for (const site::NewFile& file : files) all.push_back({file.path, file.text});
  return all;
}

/// Says what `check` would, and writes the files unless that is an error. Nothing is said when all is well.
int write_checked(const Context& context, const base::FileSystem& files, const std::vector<site::NewFile>& made,
                  const std::vector<diag::Diagnostic>& before, bool dry_run) {
  base::MemoryFileSystem added;
  for (const site::NewFile& file : made) {
    if (files.stamp(file.path))
      throw Refusal{Why::refused, fmt::format("`{}` is there already", file.path),
                    "give another title, or edit that file"};
    added.write(file.path, file.text);
  }
  const base::LayeredFileSystem whole(added, files, {"content", "themes", "workflows"});
  diag::Diagnostics brought;
  brought.add_all(brought_by(before, checked(context, whole)));
  if (brought.errors() > 0) {
    report(context, brought, whole);
    fmt::print(stderr, "cenacle: nothing was written\n");
    return Exit::mistakes;
  }
  fmt::print(stderr, "{}", diag::render(brought.sorted(), whole, false));
  if (dry_run) return Exit::done;
  publish::SystemDisk disk;
  const auto written = publish::write_new_files(disk, context.folder, born(made));
  return written ? Exit::done : fail(written.failure());
}

/// What one does next with something new.
std::vector<std::string> next_command(const site::NewRequest& request, const std::vector<site::NewFile>& made) {
  if (request.kind == site::NewKind::network)
    return {fmt::format("cenacle new group \"…\" --of {}", content::place_of(made.front().path).network)};
  return {"cenacle check"};
}

int make_thing(Context context, const NewArguments& arguments, site::NewKind kind) {
  site::NewRequest request = request_of(arguments, kind);
  std::error_code error;
  const fs::path start = fs::canonical(context.folder, error);
  if (error) return fail({base::FailureKind::disk, fmt::format("cannot open {}: {}", context.folder, error.message())});
  context.folder = portal_above(start).string();
  request.here = start.lexically_relative(context.folder).generic_string();

  const auto portal_files = PortalFiles::open(context);
  if (!portal_files) return fail(portal_files.failure());
  const base::FileSystem& files = (*portal_files)->files();
  diag::Diagnostics diagnostics;
  const OpenPortal open = open_portal(files, {context.now, context.jobs}, {}, diagnostics);
  if (!open.content.portal) return report(context, diagnostics, files);
  if (arguments.from != 0)
    if (const auto taken = take_proposal(context, arguments, open, &request); !taken) return fail(taken.failure());
  content::check_texts(open.content, *open.links, context.jobs, diagnostics);
  diag::Diagnostics of_theme;
  const auto archetypes = site::Theme::load(files, open.content.portal->theme, *open.content.language, of_theme,
                                            site::ThemePart::archetypes);
  if (archetypes == nullptr) {
    report(context, of_theme, files);
    throw Refusal{Why::refused, fmt::format("the theme `{}` has no archetypes", open.content.portal->theme), ""};
  }
  const auto lock = files.read("content/calendar.lock");
  const rules::Holidays holidays = public_holidays(files);
  const site::NewAnswer answer = site::make_new(
      request, {open.content, holidays, *archetypes, lock ? std::string_view(*lock) : std::string_view(), context.now});
  if (const auto* refusal = std::get_if<Refusal>(&answer)) {
    if (of_theme.errors() > 0) report(context, of_theme, files);
    return refuse(*refusal);
  }
  const auto& made = std::get<std::vector<site::NewFile>>(answer);
  const int status = write_checked(context, files, made, diagnostics.sorted(), arguments.dry_run);
  if (status == Exit::done)
    fmt::print("{}", account_of_new(context, made, "", next_command(request, made), arguments.dry_run));
  return status;
}

int make_portal(const Context& context, const NewArguments& arguments) {
  const std::string& name = arguments.name;
  if (name.empty()) throw Refusal{Why::usage, "a new portal needs a folder", "cenacle new portal portail"};
  for (const std::string* option : {&arguments.of, &arguments.date, &arguments.sort, &arguments.meeting})
    if (!option->empty())
      throw Refusal{Why::usage, "a new portal takes its folder and nothing else", "cenacle new portal portail"};
  const fs::path path = fs::absolute(fs::path(context.folder) / name).lexically_normal();
  std::string folder = path.string();
  while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  if (!publish::is_free_for_folder(folder))
    throw Refusal{Why::refused, fmt::format("`{}` is there already, and not an empty folder", name),
                  "name another folder"};

  const std::string shared = PortalFiles::shared_folder();
  Context of_program = context;
  of_program.folder = shared.empty() ? "." : shared;
  const auto program_files = PortalFiles::open(of_program);
  if (!program_files) return fail(program_files.failure());
  const base::FileSystem& files = (*program_files)->files();
  diag::Diagnostics of_theme;
  const locale::Locale language("fr");
  const auto archetypes = site::Theme::load(files, "default", language, of_theme, site::ThemePart::archetypes);
  if (archetypes == nullptr) return report(context, of_theme, files);
  const site::NewAnswer answer =
      site::make_new_portal(fs::path(folder).filename().string(), *archetypes, public_holidays(files), context.now);
  if (const auto* refusal = std::get_if<Refusal>(&answer)) return refuse(*refusal);

  const auto& made = std::get<std::vector<site::NewFile>>(answer);
  if (!arguments.dry_run) {
    publish::SystemDisk disk;
    const auto written = publish::make_new_folder(disk, folder, born(made));
    if (!written) return fail(written.failure());
  }
  std::vector<std::string> next{"cenacle check", "cenacle build"};
  if (name != ".") next.insert(next.begin(), "cd " + name);
  fmt::print("{}", account_of_new(context, made, name, next, arguments.dry_run));
  return Exit::done;
}

}  // namespace

int make_new(const Context& context, const NewArguments& arguments) {
  try {
    const site::NewKind kind = kind_of(arguments.kind);
    return kind == site::NewKind::portal ? make_portal(context, arguments) : make_thing(context, arguments, kind);
  } catch (const Refusal& refusal) {
    return refuse(refusal);
  }
}

}  // namespace cenacle::cli
