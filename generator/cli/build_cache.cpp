// What a build leaves in .cenacle/cache for the next: parsed content. It may be deleted at any time.
#include "cli/build_cache.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include <fmt/format.h>

#include "publish/descriptor.h"

namespace cenacle::cli {

BuildCache::BuildCache(const Context& context)
    : path_(context.folder + "/.cenacle/cache/content"),
      identity_(fmt::format("cenacle content {:016x}\n", program_identity())) {
  if (publish::read_file(AT_FDCWD, path_.c_str(), &bytes_) != 0) bytes_.clear();
}

std::string_view BuildCache::content() const {
  return bytes_.starts_with(identity_) ? std::string_view(bytes_).substr(identity_.size()) : std::string_view();
}

void BuildCache::save(const std::string& content) {
  if (content == this->content()) return;
  std::error_code ignored;
  std::filesystem::create_directories(std::filesystem::path(path_).parent_path(), ignored);
  const std::string staged = fmt::format("{}.{}", path_, getpid());
  {
    std::ofstream out(staged, std::ios::binary);
    out << identity_ << content;
    if (!out.flush()) {
      std::remove(staged.c_str());
      return;
    }
  }
  std::filesystem::rename(staged, path_, ignored);
}

}  // namespace cenacle::cli
