// Whether folders are still what they were at the last look, with nothing written down anywhere.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "publish/folder_digest.h"

namespace cenacle::publish {

/// `Snapshot` without its memory on the disk, for a program that goes on. Not thread-safe.
class FolderChanges {
 public:
  /// `folders` are looked at as `DiskFileSystem` reads them.
  static base::Result<FolderChanges> open(const std::string& root, std::vector<std::string> folders, unsigned jobs);

  /// Looks; whether anything is another than at the last call, or this is the first. What changes after this returns is
  /// found by the next call. When something cannot be looked at, everything has changed.
  bool changed();

 private:
  FolderChanges(Descriptor root, std::vector<std::string> folders, unsigned jobs)
      : root_(std::move(root)), scope_{std::move(folders), Reading::as_content}, jobs_(jobs) {}

  Descriptor root_;
  DigestScope scope_;
  unsigned jobs_;
  std::int64_t looked_ns_ = 0;
  std::optional<FolderDigest> digest_;
};

/// The time by the coarse clock that stamps files, nanoseconds since the epoch.
std::int64_t file_clock_ns();

}  // namespace cenacle::publish
