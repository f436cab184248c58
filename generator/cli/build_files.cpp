// What one build makes, on all threads: the pages and feeds of every tree, and the files that they need.
#include "cli/build_files.h"

#include <algorithm>
#include <iterator>

#include "base/worker_pool.h"
#include "formats/hash/hash.h"

namespace cenacle::cli {

namespace {

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

}  // namespace

Former::Former(const publish::Snapshot& snapshot, const publish::OutputTree& output, const content::Sources& sources)
    : model(site::model_digest(sources)) {
  auto known = site::decode(snapshot.kept());
  if (!known || known->output != output.state()) return;
  record = std::move(*known);
  changed_texts = site::changed_texts(sources, model, record);
}

std::optional<content::EarlierCheck> Former::check() const {
  if (!changed_texts) return std::nullopt;
  return content::EarlierCheck{record.findings, *changed_texts};
}

bool Former::shows_no_change(const std::vector<const model::Page*>& sources) const {
  return changed_texts && std::none_of(sources.begin(), sources.end(), [&](const model::Page* page) {
           return (*changed_texts)[page->text.source];
         });
}

Trees plan_pages(const OpenPortal& open, const site::Calendars& calendars, const model::Figures* figures,
                 const Former& former, publish::OutputTree& output,
                 unsigned jobs) {
  std::vector<site::Tree> trees = site::trees_of(*open.content.portal);
  Trees planned{std::make_unique<site::Audiences>(site::audiences_of(trees)),
                std::vector<std::unique_ptr<site::PagesOfTree>>(trees.size()),
                {}};
  std::vector<std::vector<site::Calendars::Feed>> feeds(trees.size());
  const auto has = [&](std::string_view name) { return open.theme->find(name) != nullptr; };
  const auto stands = [&](const std::string& path, const std::vector<const model::Page*>& sources) {
    return former.shows_no_change(sources) && output.keep(path);
  };
  const auto plan = [&](std::size_t i, unsigned threads) {
    feeds[i] = calendars.feeds_of(trees[i]);
    planned.pages[i] =
        std::make_unique<site::PagesOfTree>(open.content, std::make_unique<site::Tree>(std::move(trees[i])),
                                            *planned.restricted, *open.content.language, has, threads,
                                            &open.holidays, stands, site::Registrations{&open.rulebooks, figures});
  };
  plan(0, jobs);  // the public tree, as large as all others together
  base::for_each_index(trees.size() - 1, jobs, 1, [&](std::size_t i, unsigned) { plan(i + 1, 1); });
  for (auto& of_tree : feeds)
    planned.feeds.insert(planned.feeds.end(), std::make_move_iterator(of_tree.begin()), std::make_move_iterator(of_tree.end()));
  return planned;
}

void make_pages(const OpenPortal& open, const site::Calendars& calendars, const Trees& trees, Desks& desks, publish::OutputTree& output,
                FirstFailure& failure, diag::Diagnostics& diagnostics) {
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
    renderer.make(*tree, *job, desks[worker], keep, put, diagnostics);
  });
}

std::set<site::TextFile> files_of_texts(const Former& former, const Desks& desks) {
  std::set<site::TextFile> files;
  for (const site::Renderer::Desk& desk : desks) files.insert(desk.files.begin(), desk.files.end());
  if (former.changed_texts)
    for (const site::TextFile& file : former.record.files)
      if (!(*former.changed_texts)[file.source]) files.insert(file);
  return files;
}

site::TextRecord record_of(const content::Sources& sources, std::uint64_t model, const publish::OutputTree& output,
                           const std::set<site::TextFile>& files, content::TextFindings findings) {
  site::TextRecord record{output.state(), model, {}, {files.begin(), files.end()}, std::move(findings)};
  record.texts.reserve(sources.size());
  for (std::size_t i = 0; i < sources.size(); ++i) record.texts.push_back(sources[i].body_hash);
  return record;
}

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

}  // namespace cenacle::cli
