// Whether folders are still what they were at the last look, with nothing written down anywhere.
#include "publish/folder_changes.h"

#include <time.h>

namespace cenacle::publish {

std::int64_t file_clock_ns() {
  timespec time{};
  clock_gettime(CLOCK_REALTIME_COARSE, &time);
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

base::Result<FolderChanges> FolderChanges::open(const std::string& root, std::vector<std::string> folders,
                                                unsigned jobs) {
  Descriptor folder(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder) return failure("open the folder", root, errno);
  return FolderChanges(std::move(folder), std::move(folders), jobs);
}

bool FolderChanges::changed() {
  const std::int64_t now = file_clock_ns();
  const auto seen = look_at_folders(root_.get(), scope_, {digest_ ? looked_ns_ : now, now}, jobs_);
  const bool same = seen && digest_ && seen->digests[0] == *digest_;
  looked_ns_ = now;
  digest_ = seen ? std::optional(seen->digests[1]) : std::nullopt;
  return !same;
}

}  // namespace cenacle::publish
