// One build's work on an output folder: only what changed is written, all of it appears at once, and nothing is removed
// that no build made.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "publish/disk_operations.h"
#include "publish/folder_digest.h"

namespace cenacle::publish {

class OutputState;

struct OutputOptions {
  std::chrono::milliseconds lock_wait{10'000};  ///< how long to wait for another build to end
  DiskOperations* disk = nullptr;               ///< not owned; nothing for the system's own
};

struct Summary {
  std::size_t written = 0;
  std::size_t unchanged = 0;               ///< kept, or made again with the same bytes
  std::vector<std::string> paths_written;  ///< sorted
  std::vector<std::string> paths_removed;  ///< sorted
};

/// What a build may rely on, and why it survives `kill -9` at any moment.
///
/// - *One at a time.* The build holds a lock from `open` to the destructor.
/// - *Nothing before commit.* New bytes go to `output/.staging/`, as does the new manifest. A failure up to there (a
/// full
///   disk, a file in the way, a folder that may not be written) leaves the former site as it was, to the byte.
/// - *A file is old or new.* Files, and folders that are wholly new, are renamed into place.
/// - *Only what builds made is theirs.* That is what `output/.manifest` names. A build overwrites and removes files of
///   these paths, whatever their bytes, and folders that it empties; anything else is a person's. Where a person's file
///   stands in the way of a page and has other bytes, the commit is refused before anything is renamed. Symbolic links
///   are never followed: one that stands in for a folder is refused.
/// - *Killed while staging*: the staged files are all that is left behind; the next `open` sweeps them.
/// - *Killed while renaming*: before the first rename the journal names every file that the commit adds, with the hash
/// of
///   its bytes. The next `open` adds to the manifest those that are there with these bytes (renames are atomic: they
///   are, or the commit never got there) before it removes the journal. So every file of the killed build is in the
///   manifest, nothing of a person's is, and the build makes all pages and removes the others as always.
/// - *Killed after the new manifest took the old one's place*: all is done. The journal names the manifest that it goes
///   with, so one left behind says nothing. The same holds for `open` killed while it did the above.
///
/// `.cenacle/cache/output` tells how files were left, to spare reading them; without it contents are compared.
class OutputTree {
 public:
  /// Takes the lock (`busy` when another build keeps it), sweeps what a killed build staged, reads what builds made.
  /// Both folders are made where they are not there.
  static base::Result<std::unique_ptr<OutputTree>> open(const std::string& output_folder,
                                                        const std::string& state_folder, OutputOptions options = {});
  /// Without a commit: what was staged is removed, and the site is as it was.
  ~OutputTree();

  /// Thread-safe. Whether `path` stands on disk as the last build left it, made from the same `fingerprint`: then it is
  /// kept as it is and counts as made by this build.
  bool keep(std::string_view path, std::uint64_t fingerprint);
  /// The same from whatever it was made: for who knows that what the last build made is right still.
  bool keep(std::string_view path);

  /// Tells one state of the output from another: as the last build left it, and after `commit` as this one does.
  std::uint64_t state() const;
  /// How a file stood when it was kept.
  std::optional<Marks> kept(std::string_view path) const;

  /// Thread-safe. Makes `path` with the bytes of all `pieces`, unless the file on disk has these bytes. Each path is
  /// made once a build. After a failure nothing can be committed.
  base::Outcome put(std::string_view path, std::uint64_t fingerprint, std::span<const std::string_view> pieces);

  /// Puts all that was made in place, removes what former builds made and this one did not, records the manifest. Once,
  /// when no other call is under way. After a failure, the next build completes what this one began.
  base::Result<Summary> commit();

 private:
  explicit OutputTree(std::unique_ptr<OutputState> state);
  std::unique_ptr<OutputState> state_;
};

}  // namespace cenacle::publish
