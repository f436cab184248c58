// The shortest way to the disk that POSIX has, for the floor and for the bare look. An error ends the program.
#pragma once

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace disk {

[[noreturn]] inline void fail(const std::string& path) {
  std::perror(path.c_str());
  std::exit(74);
}

/// Every file below `folder` whose name ends with `suffix`, dot-files left out.
inline void list(const std::string& folder, std::string_view suffix, std::vector<std::string>& files) {
  DIR* open = opendir(folder.c_str());
  if (open == nullptr) fail(folder);
  while (const dirent* entry = readdir(open)) {
    if (entry->d_name[0] == '.') continue;
    std::string path = folder + "/" + entry->d_name;
    if (entry->d_type == DT_DIR)
      list(path, suffix, files);
    else if (path.ends_with(suffix))
      files.push_back(std::move(path));
  }
  closedir(open);
}

inline std::vector<std::string> list(const std::string& folder, std::string_view suffix) {
  std::vector<std::string> files;
  list(folder, suffix, files);
  return files;
}

inline std::string read(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat facts;
  if (file < 0 || fstat(file, &facts) != 0) fail(path);
  std::string bytes(static_cast<std::size_t>(facts.st_size), '\0');
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t got = ::read(file, bytes.data() + at, bytes.size() - at);
    if (got <= 0) fail(path);
    at += static_cast<std::size_t>(got);
  }
  close(file);
  return bytes;
}

inline void write(const std::string& path, std::string_view bytes) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) fail(path);
  while (!bytes.empty()) {
    const ssize_t put = ::write(file, bytes.data(), bytes.size());
    if (put <= 0) fail(path);
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  close(file);
}

inline void make_folder(const std::string& path) { mkdir(path.c_str(), 0755); }

}  // namespace disk
