// The verb `build`: content, themes and rules → output/, only what changed, all at once or not at all.
#include <filesystem>
#include <future>
#include <set>
#include <span>

#include <fmt/format.h>

#include "cli/build_cache.h"
#include "cli/build_files.h"
#include "cli/calendar_changes.h"
#include "cli/ledger_counts.h"
#include "cli/verbs.h"
#include "content/peek.h"
#include "diag/render.h"
#include "formats/hash/hash.h"
#include "formats/json/json.h"
#include "publish/replace_file.h"

namespace cenacle::cli {

namespace {

constexpr std::string_view output_folder = "output/";  ///< below the portal's root

std::string reason(const model::LeftOut& it) {
  if (it.reason == model::LeftOut::Reason::draft) return "draft";
  return it.from ? "published from " + base::iso(*it.from) + " on" : "not yet published";
}

/// What a build says of itself on standard output.
std::string account(const Context& context, const publish::Summary& summary, std::size_t trees,
                    std::span<const calendar::Change> changes, const std::vector<model::LeftOut>& left_out) {
  if (context.format == Format::json) {
    json::Writer writer;
    writer.begin_object().key("written").integer(static_cast<std::int64_t>(summary.written));
    writer.key("unchanged").integer(static_cast<std::int64_t>(summary.unchanged));
    writer.key("removed").begin_array();
    for (const std::string& path : summary.paths_removed) writer.text(path);
    write_changes(writer.end_array().key("calendar_lock"), changes);
    writer.key("left_out").begin_array();
    for (const model::LeftOut& it : left_out)
      writer.begin_object().key("path").text(it.path).key("why").text(reason(it)).end_object();
    return writer.end_array().end_object().take();
  }
  std::string text = fmt::format(
      "output/: {} written, {} unchanged, {} removed; the public site and {} restricted {}\n", summary.written,
      summary.unchanged, summary.paths_removed.size(), trees - 1, trees == 2 ? "tree" : "trees");
  if (!changes.empty()) text += fmt::format("{}: {}; commit it\n", calendar::lock_path, counts_of(changes));
  if (!left_out.empty()) text += "left out:\n";
  for (const model::LeftOut& it : left_out) text += fmt::format("  {}: {}\n", it.path, reason(it));
  return text;
}

/// The summary of the same build done again.
publish::Summary again(const publish::Summary& summary) { return {0, summary.written + summary.unchanged, {}, {}}; }

/// What a build depends on beside the files that it looks at.
std::string key_of(const Context& context, const base::FileSystem& files, const LedgerCounts& counts,
                   std::string_view lock_text) {
  return fmt::format("{:016x} {} {} {} {} {:016x}", program_identity(), base::iso(content::today(files, context.now)),
                     static_cast<int>(context.format), counts.key(), PortalFiles::shared_folder(), hash::of(lock_text));
}

/// The look that spares a build with nothing to do.
publish::Snapshot look(const Context& context, const base::FileSystem& files, const LedgerCounts& counts) {
  std::vector<std::string> inputs{"content", "themes", "workflows"};
  const std::string shared = PortalFiles::shared_folder();
  std::error_code ignored;
  const bool apart = !shared.empty() && !std::filesystem::equivalent(shared, context.folder, ignored);
  if (apart)
    for (const char* folder : {"themes", "workflows"})
      inputs.push_back(std::filesystem::absolute(shared).string() + "/" + folder);
  const auto lock_text = files.read(calendar::lock_path);
  return publish::Snapshot::look({context.folder,
                                  std::move(inputs),
                                  {"output"},
                                  "content",
                                  key_of(context, files, counts, lock_text ? *lock_text : std::string()),
                                  std::string(calendar::lock_path)},
                                 context.jobs);
}

/// Says what is remembered of a build: warnings, a zero byte, its account.
void say_again(const std::string& remembered) {
  const auto middle = remembered.find('\0');
  fmt::print(stderr, "{}", remembered.substr(0, middle));
  fmt::print("{}", middle == std::string::npos ? "" : remembered.substr(middle + 1));
}

}  // namespace

int build(const Context& context) {
  const auto portal_files = PortalFiles::open(context);
  if (!portal_files) return fail(portal_files.failure());
  const base::FileSystem& files = (*portal_files)->files();
  auto counts = LedgerCounts::open(context, content::peek(files).time_zone);
  if (!counts) return fail(counts.failure());
  publish::Snapshot snapshot = look(context, files, *counts);
  if (snapshot.unchanged()) {
    counts->save();
    say_again(snapshot.remembered());
    return Exit::done;
  }
  auto reading = std::async(std::launch::async, [&] { return BuildCache(context); });
  auto output = publish::OutputTree::open(context.folder + "/output", context.folder + "/.cenacle");
  if (!output) return fail(output.failure());
  BuildCache cache = reading.get();

  diag::Diagnostics diagnostics;
  const OpenPortal open =
      open_portal(files, {context.now, context.jobs, snapshot.take_listing()}, cache.content(), diagnostics);
  if (!open.content.portal || !open.theme || diagnostics.errors() > 0) {
    if (open.content.portal) content::check_texts(open.content, *open.links, context.jobs, diagnostics);
    return report(context, diagnostics, files);
  }
  site::Calendars calendars(open.content, site::calendar_words(*open.theme), program_identity());
  const calendar::Advance advance =
      calendar::advance(open.lock, calendars.present(), calendar::host_of(open.content.portal->base_url), context.now);
  if (context.locked && !advance.changes.empty()) return refuse_locked(context.format == Format::json, advance.changes);
  calendars.hold(advance.lock);
  const Former former(snapshot, **output, *open.content.sources);
  const auto figures = counts->figures(*open.content.portal, open.rulebooks);
  const Trees trees =
      plan_pages(open, calendars, figures ? &*figures : nullptr, former, **output, context.jobs);
  FirstFailure failure;
  Desks desks(context.jobs);
  make_pages(open, calendars, trees, desks, **output, failure, diagnostics);
  const auto earlier = former.check();
  content::TextFindings found =
      content::check_texts(open.content, *open.links, context.jobs, diagnostics, earlier ? &*earlier : nullptr);
  if (diagnostics.errors() > 0) return report(context, diagnostics, files);
  const std::set<site::TextFile> files_by_texts = files_of_texts(former, desks);
  make_files(files, open, trees, files_by_texts, **output, failure);
  if (failure.get()) return fail(*failure.get());
  std::future<void> cached;
  if (content::cache_is_behind(open.content))
    cached = std::async(std::launch::async, [&] { cache.save(content::save_cache(open.content)); });
  // The lock before the output: killed between the two, a build leaves feeds that are older than the lock, and the next
  // one, which finds nothing to change in it, makes those that this one would have made. The other way round, a
  // SEQUENCE that clients have seen would be forgotten, and might be given again to something else.
  std::string lock_text = open.lock_text;
  if (!advance.changes.empty()) {
    lock_text = calendar::write_lock(advance.lock);
    const auto written = publish::replace_file(context.folder, calendar::lock_path, lock_text);
    if (!written) return fail(written.failure());
  }
  const auto summary = (*output)->commit();
  if (!summary) return fail(summary.failure());

  const auto& left_out = open.content.portal->left_out;
  const std::string warnings = diag::render(diagnostics.sorted(), files, false);
  const auto ignored =
      snapshot.save(warnings + '\0' + account(context, again(*summary), trees.pages.size(), {}, left_out),
                    {key_of(context, files, *counts, lock_text),
                     site::encode(record_of(*open.content.sources, former.model, **output, files_by_texts, std::move(found))),
                     [&](std::string_view path) { return (*output)->kept(path.substr(output_folder.size())); }});
  static_cast<void>(ignored);  // the next build looks at everything, no more
  fmt::print(stderr, "{}", warnings);
  fmt::print("{}", account(context, *summary, trees.pages.size(), advance.changes, left_out));
  counts->save();
  if (cached.valid()) cached.wait();
  output->reset();
  leave(Exit::done);  // the model and the views go with the process: freeing them one by one takes a tenth of a build
}

}  // namespace cenacle::cli
