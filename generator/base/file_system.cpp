// Reading files, as an interface: content, workflows and themes are read through it, from disk or from memory.
#include "base/file_system.h"

namespace cenacle::base {

void MemoryFileSystem::remove(std::string_view path) {
  if (const auto it = files_.find(path); it != files_.end()) files_.erase(it);
}

Result<std::string> MemoryFileSystem::read(std::string_view path) const {
  if (const auto it = files_.find(path); it != files_.end()) return it->second;
  return Failure{FailureKind::not_found, "there is no file " + std::string(path)};
}

Result<std::vector<FileEntry>> MemoryFileSystem::list(std::string_view folder) const {
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

}  // namespace cenacle::base
