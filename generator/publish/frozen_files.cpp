// The portal's texts as they were at one moment, in memory: what is made from them later is of that moment, whatever
// happens to the disk.
#include "publish/frozen_files.h"

#include <algorithm>
#include <array>

#include "publish/descriptor.h"
#include "publish/folder_changes.h"

namespace cenacle::publish {

namespace {

bool is_text(std::string_view path) {
  constexpr std::array<std::string_view, 7> endings = {".md", ".toml", ".csv", ".html", ".xml", ".txt", ".lock"};
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return path.ends_with(ending); });
}

}  // namespace

FrozenFiles::FrozenFiles(const base::FileSystem& disk, std::vector<std::string> folders, const FrozenFiles* former)
    : disk_(disk) {
  for (const std::string& folder : folders) {
    auto entries = disk.list(folder, &not_followed_[folder]);
    if (!entries) {
      not_listed_.emplace(folder, entries.failure());
      continue;
    }
    for (const base::FileEntry& entry : *entries) {
      std::string path = folder + "/" + entry.path;
      Kept kept{entry.stamp, nullptr};
      if (is_text(path)) {
        const Kept* before = former == nullptr ? nullptr : former->find(path);
        if (before != nullptr && before->stamp == kept.stamp) {
          kept.text = before->text;
        } else {
          if (racy(kept.stamp.modified_ns, file_clock_ns())) kept.stamp.modified_ns = 0;
          if (auto text = disk.read(path)) kept.text = std::make_shared<const std::string>(std::move(*text));
        }
      }
      files_.emplace(std::move(path), std::move(kept));
    }
  }
}

const FrozenFiles::Kept* FrozenFiles::find(std::string_view path) const {
  const auto it = files_.find(path);
  return it == files_.end() ? nullptr : &it->second;
}

base::Result<std::string> FrozenFiles::read(std::string_view path) const {
  const Kept* kept = find(path);
  if (kept == nullptr || kept->text == nullptr) return disk_.read(path);
  return *kept->text;
}

base::Result<std::vector<base::FileEntry>> FrozenFiles::list(std::string_view folder,
                                                             std::vector<std::string>* not_followed) const {
  if (const auto failed = not_listed_.find(folder); failed != not_listed_.end()) return failed->second;
  if (const auto links = not_followed_.find(folder); links != not_followed_.end() && not_followed != nullptr)
    *not_followed = links->second;
  std::vector<base::FileEntry> entries;
  const std::string prefix = std::string(folder) + "/";
  for (auto it = files_.lower_bound(prefix); it != files_.end() && it->first.starts_with(prefix); ++it)
    entries.push_back({it->first.substr(prefix.size()), it->second.stamp});
  return entries;
}

std::optional<base::FileStamp> FrozenFiles::stamp(std::string_view path) const {
  const Kept* kept = find(path);
  return kept == nullptr ? std::nullopt : std::optional(kept->stamp);
}

}  // namespace cenacle::publish
