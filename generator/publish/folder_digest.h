// Whether anything in whole folders has changed, from names and stamps alone: one number for ten thousand files.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "publish/descriptor.h"

namespace cenacle::publish {

enum class Reading {
  as_content,  ///< as `DiskFileSystem` reads: no names that begin with a dot, links to files followed
  as_it_is,    ///< every name, links as links
};

/// What is hashed of a file, beside its path.
struct Marks {
  std::uint64_t size, inode, mode;
  std::int64_t modified_ns, changed_ns;
};
Marks marks_of(const struct stat& about);

/// What is looked at: folders, or single files, by their paths below an open root.
struct DigestScope {
  std::vector<std::string> paths;
  Reading reading = Reading::as_content;
  std::string listed = {};  ///< one of `paths`, whose files are told by name and stamp besides
  /// The marks of a file that somebody else has looked at already, to spare a second look. Called from several threads.
  std::function<std::optional<Marks>(std::string_view path)> known = {};
  std::string apart = {};  ///< a file that does not count
};

/// The sum of one hash a file, over its path, size, inode, and times of last modification and change. A sum, so that no
/// order is needed: files are neither kept nor sorted, and threads share the work.
///
/// The change of a file shows in its time of change, which programs cannot set, unless the clock has not ticked since
/// (as in Git's "racy" index entries). So a digest is *of* a moment, `looked_ns`, and the hash of a file that changed
/// so shortly before it (descriptor.h, `racy`) is over its bytes too. What changes after that moment has a later time,
/// or is such a file and has other bytes. Taken again later of the same moment, the digest of unchanged files is the
/// same.
struct FolderDigest {
  std::uint64_t sum = 0;
  std::uint64_t files = 0;
  std::uint64_t read = 0;  ///< files whose bytes were needed; not part of the comparison
  friend bool operator==(const FolderDigest& a, const FolderDigest& b) { return a.sum == b.sum && a.files == b.files; }
  FolderDigest& operator+=(const FolderDigest& more) {
    sum += more.sum;
    files += more.files;
    read += more.read;
    return *this;
  }
};

/// What one pass over a scope finds.
struct FolderLook {
  std::array<FolderDigest, 2> digests{};  ///< of two moments
  std::array<FolderDigest, 2> beside{};   ///< the same of what is not below `DigestScope::listed`
  std::vector<base::FileEntry> files;     ///< below `DigestScope::listed`, sorted
  bool listed_whole = true;               ///< false: something there is neither a file nor a folder, and not in `files`
};

/// Looks at `scope` on `jobs` threads. Nothing when something could not be looked at.
std::optional<FolderLook> look_at_folders(int root, const DigestScope& scope, std::array<std::int64_t, 2> looked_ns,
                                          unsigned jobs);

}  // namespace cenacle::publish
