// Reading files, as an interface: content, workflows and themes are read through it, from disk or from memory.
#include "base/file_system.h"

#include <algorithm>

namespace cenacle::base {

void MemoryFileSystem::remove(std::string_view path) {
  if (const auto it = files_.find(path); it != files_.end()) files_.erase(it);
}

Result<std::string> MemoryFileSystem::read(std::string_view path) const {
  if (const auto it = files_.find(path); it != files_.end()) return it->second;
  return Failure{FailureKind::not_found, "there is no file " + std::string(path)};
}

Result<std::vector<FileEntry>> MemoryFileSystem::list(std::string_view folder, std::vector<std::string>*) const {
  std::vector<FileEntry> entries;
  const std::string prefix = folder.empty() ? "" : std::string(folder) + "/";
  for (auto it = files_.lower_bound(prefix); it != files_.end() && it->first.starts_with(prefix); ++it) {
    const std::string rest = it->first.substr(prefix.size());
    if (rest.starts_with(".") || rest.find("/.") != std::string::npos) continue;
    entries.push_back({rest, {it->second.size(), 0, 0}});
  }
  return entries;
}

std::optional<FileStamp> MemoryFileSystem::stamp(std::string_view path) const {
  if (const auto it = files_.find(path); it != files_.end()) return FileStamp{it->second.size(), 0, 0};
  return std::nullopt;
}

bool LayeredFileSystem::is_shared(std::string_view path) const {
  return std::any_of(shared_.begin(), shared_.end(), [&](const std::string& it) {
    return path.starts_with(it) && (path.size() == it.size() || path[it.size()] == '/');
  });
}

Result<std::string> LayeredFileSystem::read(std::string_view path) const {
  auto found = first_.read(path);
  if (found || found.failure().kind != FailureKind::not_found || !is_shared(path)) return found;
  return second_.read(path);
}

Result<std::vector<FileEntry>> LayeredFileSystem::list(std::string_view folder, std::vector<std::string>* not_followed) const {
  auto entries = first_.list(folder, not_followed);
  if (!entries || !is_shared(folder)) return entries;
  const auto below = second_.list(folder, not_followed);
  if (!below) return below;
  const auto by_path = [](const FileEntry& a, const FileEntry& b) { return a.path < b.path; };
  const std::size_t own = entries->size();
  for (const FileEntry& entry : *below)
    if (!std::binary_search(entries->begin(), entries->begin() + static_cast<std::ptrdiff_t>(own), entry, by_path))
      entries->push_back(entry);
  std::sort(entries->begin(), entries->end(), by_path);
  return entries;
}

std::optional<FileStamp> LayeredFileSystem::stamp(std::string_view path) const {
  const auto found = first_.stamp(path);
  return found || !is_shared(path) ? found : second_.stamp(path);
}

}  // namespace cenacle::base
