// The verb `build`: content, themes and rules → output/, only what changed, all at once or not at all.
#include <atomic>
#include <filesystem>
#include <mutex>
#include <optional>

#include <fmt/format.h>

#include "cli/build_cache.h"
#include "cli/portal.h"
#include "cli/verbs.h"
#include "diag/render.h"
#include "formats/hash/hash.h"
#include "formats/json/json.h"
#include "publish/output_tree.h"
#include "publish/snapshot.h"
#include "site/renderer.h"

namespace cenacle::cli {

namespace {

/// The trees of the output and their pages.
struct Trees {
  std::unique_ptr<const site::Audiences> restricted;  ///< pages refer to it
  std::vector<std::unique_ptr<site::PagesOfTree>> pages;
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

Trees plan_pages(const OpenPortal& open, unsigned jobs) {
  std::vector<site::Tree> trees = site::trees_of(*open.content.portal);
  Trees planned{std::make_unique<site::Audiences>(site::audiences_of(trees)),
                std::vector<std::unique_ptr<site::PagesOfTree>>(trees.size())};
  const auto has = [&](std::string_view name) { return open.theme->find(name) != nullptr; };
  const auto plan = [&](std::size_t i, unsigned threads) {
    planned.pages[i] =
        std::make_unique<site::PagesOfTree>(open.content, std::make_unique<site::Tree>(std::move(trees[i])),
                                            *planned.restricted, *open.content.language, has, threads);
  };
  plan(0, jobs);  // the public tree, as large as all others together
  base::for_each_index(trees.size() - 1, jobs, 1, [&](std::size_t i, unsigned) { plan(i + 1, 1); });
  return planned;
}

using Desks = std::vector<site::Renderer::Desk>;

/// Makes what changed, on as many threads as there are desks.
void make_pages(const OpenPortal& open, const Trees& trees, Desks& desks, publish::OutputTree& output,
                FirstFailure& failure, diag::Diagnostics& diagnostics) {
  const site::Renderer renderer(open.content, *open.links, *open.theme, program_identity());
  std::vector<std::pair<const site::Tree*, const site::PageJob*>> work;
  for (const auto& tree : trees.pages)
    for (const site::PageJob& job : tree->jobs()) work.emplace_back(&tree->tree(), &job);
  const auto keep = [&](std::string_view path, std::uint64_t fingerprint) { return output.keep(path, fingerprint); };
  const auto put = [&](std::string_view path, std::uint64_t fingerprint, const std::vector<std::string_view>& pieces) {
    failure.note(output.put(path, fingerprint, pieces));
  };
  base::for_each_index(work.size(), static_cast<unsigned>(desks.size()), 16, [&](std::size_t i, unsigned worker) {
    if (!failure.met()) renderer.make(*work[i].first, *work[i].second, desks[worker], keep, put, diagnostics);
  });
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
void make_files(const base::FileSystem& files, const OpenPortal& open, const Trees& trees, const Desks& desks,
                publish::OutputTree& output, FirstFailure& failure) {
  const site::Renderer renderer(open.content, *open.links, *open.theme, 0);
  for (const auto& tree : trees.pages) {
    const std::string folder = tree->tree().folder() + "/";
    for (const site::StaticFile& file : open.theme->static_files())
      copy(files, file.path, folder + file.address, output, failure);
    for (const std::string& path : renderer.files_of(*tree, desks))
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
                    const std::vector<model::LeftOut>& left_out) {
  if (context.format == Format::json) {
    json::Writer writer;
    writer.begin_object().key("written").integer(static_cast<std::int64_t>(summary.written));
    writer.key("unchanged").integer(static_cast<std::int64_t>(summary.unchanged));
    writer.key("removed").begin_array();
    for (const std::string& path : summary.paths_removed) writer.text(path);
    writer.end_array().key("left_out").begin_array();
    for (const model::LeftOut& it : left_out)
      writer.begin_object().key("path").text(it.path).key("why").text(reason(it)).end_object();
    return writer.end_array().end_object().take();
  }
  std::string text = fmt::format(
      "output/: {} written, {} unchanged, {} removed; the public site and {} restricted {}\n", summary.written,
      summary.unchanged, summary.paths_removed.size(), trees - 1, trees == 2 ? "tree" : "trees");
  if (!left_out.empty()) text += "left out:\n";
  for (const model::LeftOut& it : left_out) text += fmt::format("  {}: {}\n", it.path, reason(it));
  return text;
}

/// The summary of the same build done again.
publish::Summary again(const publish::Summary& summary) { return {0, summary.written + summary.unchanged, {}, {}}; }

/// What a build depends on, for the look that spares one with nothing to do.
publish::Snapshot look(const Context& context, const base::FileSystem& files) {
  std::vector<std::string> inputs{"content"};
  const std::string shared = PortalFiles::shared_folder();
  std::error_code ignored;
  const bool apart = !shared.empty() && !std::filesystem::equivalent(shared, context.folder, ignored);
  for (const std::string& folder : PortalFiles::shared_parts()) {
    inputs.push_back(folder);
    if (apart) inputs.push_back(std::filesystem::absolute(shared).string() + "/" + folder);
  }
  return publish::Snapshot::look(
      {context.folder,
       std::move(inputs),
       {"output"},
       "content",
       fmt::format("{:016x} {} {} {}", program_identity(), base::iso(content::today(files, context.now)),
                   static_cast<int>(context.format), shared)},
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
  auto output = publish::OutputTree::open(context.folder + "/output", context.folder + "/.cenacle");
  if (!output) return fail(output.failure());
  BuildCache cache(context);

  diag::Diagnostics diagnostics;
  const OpenPortal open = open_portal(files, {context.now, context.jobs, snapshot.take_listing()}, cache.content(), diagnostics);
  if (!open.content.portal || !open.theme || diagnostics.errors() > 0) {
    if (open.content.portal) content::check_texts(open.content, *open.links, context.jobs, diagnostics);
    return report(context, diagnostics, files);
  }
  const Trees trees = plan_pages(open, context.jobs);
  FirstFailure failure;
  Desks desks(context.jobs);
  make_pages(open, trees, desks, **output, failure, diagnostics);
  content::check_texts(open.content, *open.links, context.jobs, diagnostics);
  if (diagnostics.errors() > 0) return report(context, diagnostics, files);
  make_files(files, open, trees, desks, **output, failure);
  if (failure.get()) return fail(*failure.get());
  const auto summary = (*output)->commit();
  if (!summary) return fail(summary.failure());

  const auto& left_out = open.content.portal->left_out;
  const std::string warnings = diag::render(diagnostics.sorted(), files, false);
  if (content::cache_is_behind(open.content)) cache.save(content::save_cache(open.content));
  const auto ignored = snapshot.save(warnings + '\0' + account(context, again(*summary), trees.pages.size(), left_out));
  static_cast<void>(ignored);  // the next build looks at everything, no more
  fmt::print(stderr, "{}", warnings);
  fmt::print("{}", account(context, *summary, trees.pages.size(), left_out));
  output->reset();
  leave(Exit::done);  // the model and the views go with the process: freeing them one by one takes a tenth of a build
}

}  // namespace cenacle::cli
