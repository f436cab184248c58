// The portal as it was read at one moment, whose pages are made when they are asked for.
#include "web/edition.h"

#include <algorithm>
#include <utility>

#include "base/worker_pool.h"

namespace cenacle::web {

Edition::Edition(Parts parts, unsigned jobs)
    : parts_(std::move(parts)),
      renderer_(parts_.content, *parts_.links, *parts_.theme, 0),
      calendars_(parts_.content, site::calendar_words(*parts_.theme), 0) {
  calendars_.hold(
      calendar::advance(parts_.lock, calendars_.present(), calendar::host_of(portal().base_url), parts_.now).lock);
  std::vector<site::Tree> trees = site::trees_of(*parts_.content.portal);
  restricted_ = site::audiences_of(trees);
  trees_.resize(trees.size());
  const auto has_template = [&](std::string_view name) { return parts_.theme->find(name) != nullptr; };
  const auto plan = [&](std::size_t i, unsigned threads) {
    trees_[i] = std::make_unique<TreeOfFiles>();
    trees_[i]->pages =
        std::make_unique<site::PagesOfTree>(parts_.content, std::make_unique<site::Tree>(std::move(trees[i])),
                                            restricted_, *parts_.content.language, has_template, threads,
                                            &parts_.holidays, site::PagesOfTree::Stands{},
                                            site::Registrations{&parts_.rulebooks, parts_.figures ? &*parts_.figures : nullptr});
    index(*trees_[i]);
  };
  plan(0, jobs);  // the public tree, as large as all others together
  base::for_each_index(trees.size() - 1, jobs, 1, [&](std::size_t i, unsigned) { plan(i + 1, 1); });
}

void Edition::index(TreeOfFiles& tree) const {
  const std::size_t folder = tree.pages->tree().folder().size() + 1;
  for (const site::PageJob& job : tree.pages->jobs()) tree.jobs.emplace(job.path.substr(folder), &job);
  for (const auto& [path, bytes] : tree.pages->data()) tree.data.emplace(path.substr(folder), bytes);
  for (site::Calendars::Feed& feed : calendars_.feeds_of(tree.pages->tree())) {
    std::string path = feed.path.substr(folder);
    tree.feeds.emplace(std::move(path), std::move(feed));
  }
  for (const site::StaticFile& file : parts_.theme->static_files()) tree.static_files.emplace(file.address, file.path);
  for (const std::string& path : renderer_.files_of(*tree.pages, {})) tree.linked.insert(site::address_of_file(path));
}

Edition::File Edition::make(const TreeOfFiles& tree, const site::PageJob& job) const {
  File file;
  site::Renderer::Desk desk;
  diag::Diagnostics diagnostics;
  const auto keep = [](std::string_view, std::uint64_t) { return false; };
  const auto put = [&](std::string_view, std::uint64_t, const std::vector<std::string_view>& pieces) {
    for (const std::string_view piece : pieces) file.bytes += piece;
  };
  renderer_.make(tree.pages->tree(), job, desk, keep, put, diagnostics);
  file.mistakes = diagnostics.sorted();
  const std::scoped_lock lock(tree.mutex);
  for (const site::TextFile& linked : desk.files) tree.linked.insert(site::address_of_file(linked.path));
  return file;
}

Edition::File Edition::make(const site::Calendars::Feed& feed) const {
  File file;
  calendars_.make(
      feed, [](std::string_view, std::uint64_t) { return false; },
      [&](std::string_view, std::uint64_t, const std::vector<std::string_view>& pieces) {
        for (const std::string_view piece : pieces) file.bytes += piece;
      });
  return file;
}

/// Whether a page of the tree refers to the file, as an image or attachment: `build` copies no other.
bool Edition::links_to(const TreeOfFiles& tree, std::string_view path) const {
  {
    const std::scoped_lock lock(tree.mutex);
    if (tree.linked.contains(path)) return true;
    if (tree.all_linked) return false;
  }
  if (!parts_.content.sources->has_file("content/" + std::string(path))) return false;
  for (const site::PageJob& job : tree.pages->jobs()) make(tree, job);
  const std::scoped_lock lock(tree.mutex);
  tree.all_linked = true;
  return tree.linked.contains(path);
}

bool Edition::has(std::size_t index, std::string_view path) const {
  const TreeOfFiles& tree = *trees_[index];
  return tree.jobs.contains(path) || tree.data.contains(path) || tree.feeds.contains(path) ||
         tree.static_files.contains(path) || links_to(tree, path);
}

std::optional<Edition::File> Edition::read(std::string_view path) const {
  auto bytes = parts_.files->read(path);
  if (!bytes) return std::nullopt;
  return File{std::move(*bytes), {}};
}

std::optional<Edition::File> Edition::file(std::size_t index, std::string_view path) const {
  const TreeOfFiles& tree = *trees_[index];
  if (const auto it = tree.jobs.find(path); it != tree.jobs.end()) return make(tree, *it->second);
  if (const auto it = tree.data.find(path); it != tree.data.end()) return File{std::string(it->second), {}};
  if (const auto it = tree.feeds.find(path); it != tree.feeds.end()) return make(it->second);
  if (const auto it = tree.static_files.find(path); it != tree.static_files.end()) return read(it->second);
  if (links_to(tree, path)) return read("content/" + std::string(path));
  return std::nullopt;
}

std::optional<Edition::File> Edition::not_found(std::size_t index, std::string_view up) const {
  const TreeOfFiles& tree = *trees_[index];
  const auto it = tree.jobs.find("404.html");
  if (it == tree.jobs.end()) return std::nullopt;
  site::PageJob job = *it->second;
  job.up = up;
  return make(tree, job);
}

std::optional<std::string> Edition::left_out_text(std::string_view path) const {
  const auto& left_out = portal().left_out;
  if (std::none_of(left_out.begin(), left_out.end(), [&](const model::LeftOut& it) { return it.path == path; }))
    return std::nullopt;
  auto file = read(path);
  return file ? std::optional(std::move(file->bytes)) : std::nullopt;
}

std::vector<std::string> Edition::files_ending(std::size_t index, std::string_view ending) const {
  const TreeOfFiles& tree = *trees_[index];
  std::set<std::string> paths;
  const auto take = [&](const std::string& path) {
    if (path.ends_with(ending)) paths.insert(path);
  };
  for (const auto& [path, job] : tree.jobs) take(path);
  for (const auto& [path, bytes] : tree.data) take(path);
  for (const auto& [path, feed] : tree.feeds) take(path);
  const std::scoped_lock lock(tree.mutex);
  for (const std::string& path : tree.linked) take(path);
  return {paths.begin(), paths.end()};
}

}  // namespace cenacle::web
