// Whether folders are still what they were at the last look, with nothing written down anywhere.
#include "publish/folder_look.h"

#include <time.h>

namespace cenacle::publish {

std::int64_t file_clock_ns() {
  timespec time{};
  clock_gettime(CLOCK_REALTIME_COARSE, &time);
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

base::Result<FolderLook> FolderLook::open(const std::string& root, std::vector<std::string> folders, unsigned jobs) {
  Descriptor folder(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder) return failure("open the folder", root, errno);
  return FolderLook(std::move(folder), std::move(folders), jobs);
}

bool FolderLook::changed() {
  const std::int64_t now = file_clock_ns();
  const auto digests = digest_folders(root_.get(), scope_, {digest_ ? looked_ns_ : now, now}, jobs_);
  const bool same = digests && digest_ && (*digests)[0] == *digest_;
  looked_ns_ = now;
  digest_ = digests ? std::optional((*digests)[1]) : std::nullopt;
  return !same;
}

}  // namespace cenacle::publish
