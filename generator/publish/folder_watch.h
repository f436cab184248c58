// Tells that something below a few folders has changed, by the kernel's word (inotify), for whoever then looks itself.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "publish/descriptor.h"

namespace cenacle::publish {

/// Watches `folders`, by their names in one root folder, with all folders below them: present ones, those to come, and
/// those renamed. A folder that goes and comes back is watched again, since the root is watched too. Names that begin
/// with a dot are not heard of, and symbolic links to folders are not followed, as in `DiskFileSystem`.
///
/// It only hurries: what it cannot see (a network's disk, more folders than the kernel watches for one user) shows when
/// one looks. An overflow of the kernel's queue counts as a change, and all folders are gone through again.
class FolderWatch {
 public:
  enum class Heard { silence, change, interruption };

  static base::Result<FolderWatch> open(const std::string& root, std::vector<std::string> folders);

  /// Waits for a change, for at most `wait`. What changed while nobody waited is heard at once. Several changes that
  /// are known together are one.
  Heard wait(std::chrono::milliseconds wait);
  /// Ends the present `wait`, or else the next, from any thread.
  void interrupt();

 private:
  enum class Reach { name_only, whole };

  FolderWatch(std::string root, std::vector<std::string> folders)
      : root_(std::move(root)), folders_(std::move(folders)) {}
  void watch(const std::string& path, Reach reach);
  void watch_all();
  bool drain();
  bool concerns(int watched, std::string_view name) const;

  std::string root_;
  std::vector<std::string> folders_;
  Descriptor events_;
  Descriptor interruption_;
  std::map<int, std::string> watched_;  ///< by the kernel's number; the root itself is ""
};

}  // namespace cenacle::publish
