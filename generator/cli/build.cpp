// The verb `build`: content, themes and rules → output/, only what changed, all at once or not at all.
#include <algorithm>
#include <atomic>
#include <filesystem>
#include <future>
#include <mutex>
#include <optional>
#include <set>
#include <span>

#include <fmt/format.h>

#include "cli/build_cache.h"
#include "cli/calendar_changes.h"
#include "cli/portal.h"
#include "cli/verbs.h"
#include "diag/render.h"
#include "formats/hash/hash.h"
#include "formats/json/json.h"
#include "publish/output_tree.h"
#include "publish/replace_file.h"
#include "publish/snapshot.h"
#include "site/calendars.h"
#include "site/renderer.h"
#include "site/text_record.h"

namespace cenacle::cli {

namespace {

constexpr std::string_view output_folder = "output/";  ///< below the portal's root

/// The trees of the output, their pages and their feeds.
struct Trees {
  std::unique_ptr<const site::Audiences> restricted;  ///< pages refer to it
  std::vector<std::unique_ptr<site::PagesOfTree>> pages;
  std::vector<site::Calendars::Feed> feeds;
};

/// Keeps the first failure that any thread meets.
class FirstFailure {
 public:
  void note(const base::Outcome& outcome) {
    if (outcome) return;
    const std::scoped_lock lock(mutex_);
    if (!failure_) failure_ = outcome.failure();
    met_ = true;
  }
  bool met() const { return met_; }
  /// When no thread works any more.
  const std::optional<base::Failure>& get() const { return failure_; }

 private:
  std::mutex mutex_;
  std::atomic<bool> met_{false};
  std::optional<base::Failure> failure_;
};

Trees plan_pages(const OpenPortal& open, const site::Calendars& calendars, unsigned jobs) {
  std::vector<site::Tree> trees = site::trees_of(*open.content.portal);
  Trees planned{std::make_unique<site::Audiences>(site::audiences_of(trees)),
                std::vector<std::unique_ptr<site::PagesOfTree>>(trees.size()),
                {}};
  std::vector<std::vector<site::Calendars::Feed>> feeds(trees.size());
  const auto has = [&](std::string_view name) { return open.theme->find(name) != nullptr; };
  const auto plan = [&](std::size_t i, unsigned threads) {
    feeds[i] = calendars.feeds_of(trees[i]);
    planned.pages[i] =
        std::make_unique<site::PagesOfTree>(open.content, std::make_unique<site::Tree>(std::move(trees[i])),
                                            *planned.restricted, *open.content.language, has, threads,
                                            &open.holidays);
  };
  plan(0, jobs);  // the public tree, as large as all others together
  base::for_each_index(trees.size() - 1, jobs, 1, [&](std::size_t i, unsigned) { plan(i + 1, 1); });
  for (auto& of_tree : feeds)
    planned.feeds.insert(planned.feeds.end(), std::make_move_iterator(of_tree.begin()), std::make_move_iterator(of_tree.end()));
  return planned;
}

using Desks = std::vector<site::Renderer::Desk>;

/// What the last build left to this one.
struct Former {
  site::TextRecord record;
  std::optional<std::vector<bool>> changed_texts;  ///< nothing: any page may have changed

  Former(const publish::Snapshot& snapshot, const publish::OutputTree& output, const content::Sources& sources) {
    auto known = site::decode(snapshot.kept());
    if (!known || known->output != output.state()) return;
    record = std::move(*known);
    changed_texts = site::changed_texts(sources, record);
  }

  bool is_right_still(const site::PageJob& job) const {
    return changed_texts && std::none_of(job.sources.begin(), job.sources.end(), [&](const model::Page* page) {
             return (*changed_texts)[page->text.source];
           });
  }
};

/// Makes the pages and feeds that changed, on as many threads as there are desks.
void make_pages(const OpenPortal& open, const site::Calendars& calendars, const Trees& trees, const Former& former, Desks& desks,
                publish::OutputTree& output, FirstFailure& failure, diag::Diagnostics& diagnostics) {
  const site::Renderer renderer(open.content, *open.links, *open.theme, program_identity());
  std::vector<std::pair<const site::Tree*, const site::PageJob*>> work;
  for (const auto& tree : trees.pages)
    for (const site::PageJob& job : tree->jobs()) work.emplace_back(&tree->tree(), &job);
  const auto keep = [&](std::string_view path, std::uint64_t fingerprint) { return output.keep(path, fingerprint); };
  const auto put = [&](std::string_view path, std::uint64_t fingerprint, const std::vector<std::string_view>& pieces) {
    failure.note(output.put(path, fingerprint, pieces));
  };
  const std::size_t all = work.size() + trees.feeds.size();
  base::for_each_index(all, static_cast<unsigned>(desks.size()), 16, [&](std::size_t i, unsigned worker) {
    if (failure.met()) return;
    if (i >= work.size()) return calendars.make(trees.feeds[i - work.size()], keep, put);
    const auto& [tree, job] = work[i];
    if (former.is_right_still(*job) && output.keep(job->path)) return;
    renderer.make(*tree, *job, desks[worker], keep, put, diagnostics);
  });
}

/// The files that all texts lead to: those of the pages made, and those that the others led to before.
std::set<site::TextFile> files_of_texts(const Former& former, const Desks& desks) {
  std::set<site::TextFile> files;
  for (const site::Renderer::Desk& desk : desks) files.insert(desk.files.begin(), desk.files.end());
  if (former.changed_texts)
    for (const site::TextFile& file : former.record.files)
      if (!(*former.changed_texts)[file.source]) files.insert(file);
  return files;
}

site::TextRecord record_of(const content::Sources& sources, const publish::OutputTree& output,
                           const std::set<site::TextFile>& files) {
  site::TextRecord record{output.state(), site::model_digest(sources), {}, {files.begin(), files.end()}};
  record.texts.reserve(sources.size());
  for (std::size_t i = 0; i < sources.size(); ++i) record.texts.push_back(sources[i].body_hash);
  return record;
}

void copy(const base::FileSystem& files, const std::string& from, const std::string& to, publish::OutputTree& output,
          FirstFailure& failure) {
  const auto stamp = files.stamp(from);
  if (!stamp) return;
  const std::uint64_t facts[] = {stamp->size, static_cast<std::uint64_t>(stamp->modified_ns), stamp->inode};
  const std::uint64_t fingerprint = hash::of({reinterpret_cast<const char*>(facts), sizeof facts});
  if (output.keep(to, fingerprint)) return;
  const auto bytes = files.read(from);
  if (!bytes) return failure.note(bytes.failure());
  const std::string_view piece = *bytes;
  failure.note(output.put(to, fingerprint, {&piece, 1}));
}

/// Attachments and images, the theme's own files, and data.
void make_files(const base::FileSystem& files, const OpenPortal& open, const Trees& trees,
                const std::set<site::TextFile>& by_texts, publish::OutputTree& output, FirstFailure& failure) {
  const site::Renderer renderer(open.content, *open.links, *open.theme, 0);
  for (const auto& tree : trees.pages) {
    const std::string folder = tree->tree().folder() + "/";
    for (const site::StaticFile& file : open.theme->static_files())
      copy(files, file.path, folder + file.address, output, failure);
    for (const std::string& path : renderer.files_of(*tree, by_texts))
      copy(files, path, folder + site::address_of_file(path), output, failure);
    for (const auto& [path, bytes] : tree->data()) {
      const std::string_view piece = bytes;
      failure.note(output.put(path, hash::of(bytes), {&piece, 1}));
    }
  }
}

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
std::string key_of(const Context& context, const base::FileSystem& files, std::string_view lock_text) {
  return fmt::format("{:016x} {} {} {} {:016x}", program_identity(), base::iso(content::today(files, context.now)),
                     static_cast<int>(context.format), PortalFiles::shared_folder(), hash::of(lock_text));
}

/// The look that spares a build with nothing to do.
publish::Snapshot look(const Context& context, const base::FileSystem& files) {
  std::vector<std::string> inputs{"content"};
  const std::string shared = PortalFiles::shared_folder();
  std::error_code ignored;
  const bool apart = !shared.empty() && !std::filesystem::equivalent(shared, context.folder, ignored);
  for (const std::string& folder : PortalFiles::shared_parts()) {
    inputs.push_back(folder);
    if (apart) inputs.push_back(std::filesystem::absolute(shared).string() + "/" + folder);
  }
  const auto lock_text = files.read(calendar::lock_path);
  return publish::Snapshot::look({context.folder,
                                  std::move(inputs),
                                  {"output"},
                                  "content",
                                  key_of(context, files, lock_text ? *lock_text : std::string()),
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
  publish::Snapshot snapshot = look(context, files);
  if (snapshot.unchanged()) {
    say_again(snapshot.remembered());
    return Exit::done;
  }
  auto reading = std::async(std::launch::async, [&] { return BuildCache(context); });
  auto output = publish::OutputTree::open(context.folder + "/output", context.folder + "/.cenacle");
  if (!output) return fail(output.failure());
  BuildCache cache = reading.get();

  diag::Diagnostics diagnostics;
  const OpenPortal open = open_portal(files, {context.now, context.jobs, snapshot.take_listing()}, cache.content(), diagnostics);
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
  const auto check_texts = [&] { content::check_texts(open.content, *open.links, context.jobs, diagnostics); };
  std::future<void> checked;  // what hardly any text has to be read for is done while pages are planned
  if (former.changed_texts) checked = std::async(std::launch::async, check_texts);
  const Trees trees = plan_pages(open, calendars, context.jobs);
  FirstFailure failure;
  Desks desks(context.jobs);
  make_pages(open, calendars, trees, former, desks, **output, failure, diagnostics);
  former.changed_texts ? checked.wait() : check_texts();
  if (diagnostics.errors() > 0) return report(context, diagnostics, files);
  const std::set<site::TextFile> files_by_texts = files_of_texts(former, desks);
  make_files(files, open, trees, files_by_texts, **output, failure);
  if (failure.get()) return fail(*failure.get());
  std::future<void> cached;
  if (content::cache_is_behind(open.content))
    cached = std::async(std::launch::async, [&] { cache.save(content::save_cache(open.content)); });
  // The lock before the output: killed between the two, a build leaves feeds that are older than the lock, and the next
  // one, which finds nothing to change in it, makes those that this one would have made. The other way round, a SEQUENCE
  // that clients have seen would be forgotten, and might be given again to something else.
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
                    {key_of(context, files, lock_text),
                     site::encode(record_of(*open.content.sources, **output, files_by_texts)),
                     [&](std::string_view path) { return (*output)->kept(path.substr(output_folder.size())); }});
  static_cast<void>(ignored);  // the next build looks at everything, no more
  fmt::print(stderr, "{}", warnings);
  fmt::print("{}", account(context, *summary, trees.pages.size(), advance.changes, left_out));
  if (cached.valid()) cached.wait();
  output->reset();
  leave(Exit::done);  // the model and the views go with the process: freeing them one by one takes a tenth of a build
}

}  // namespace cenacle::cli
