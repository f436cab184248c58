// Reads content, themes and workflows from a folder of the disk.
#pragma once

#include <memory>
#include <string>

#include "base/file_system.h"
#include "publish/descriptor.h"

namespace cenacle::publish {

/// The files below one root folder. Thread-safe; nothing is kept between calls.
///
/// What a path may lead to: a regular file below the root. A symbolic link to a *file* is followed when the file lies
/// below the root and no part of its real path begins with a dot (what Git or Cénacle keep for themselves stays
/// theirs); a symbolic link to a *folder* never is (no loops, no file twice). A link that is not followed is left out
/// of listings (which may name it apart) and is `not_found` to `read`, with the reason. Absolute paths and `..` are
/// `not_found`. Pipes, sockets and devices are as if they were not there.
class DiskFileSystem final : public base::FileSystem {
 public:
  static base::Result<std::unique_ptr<DiskFileSystem>> open(const std::string& root);

  base::Result<std::string> read(std::string_view path) const override;
  /// `disk` also when `folder` itself is a symbolic link: an empty portal would hide the cause.
  base::Result<std::vector<base::FileEntry>> list(std::string_view folder,
                                                  std::vector<std::string>* not_followed = nullptr) const override;
  std::optional<base::FileStamp> stamp(std::string_view path) const override;

 private:
  /// A file open for reading, or why not.
  struct Opened {
    Descriptor file;
    base::FileStamp stamp;
    base::Failure why;
  };

  struct Listing {
    std::vector<base::FileEntry> entries;
    std::vector<std::string> waiting;  ///< folders still to be listed, relative to the first, each ending with `/`
    std::vector<std::string>* not_followed = nullptr;  ///< links, relative to the first folder; null: not wanted
  };

  DiskFileSystem(std::string root, std::string real_root, Descriptor folder);
  Opened open_file(std::string_view path) const;
  Opened follow(std::string_view path) const;
  std::optional<base::Failure> list_one(const std::string& where, const std::string& below, Listing* out) const;

  std::string root_;       ///< as it was given
  std::string real_root_;  ///< absolute, without links, ends with `/`
  Descriptor folder_;
};

}  // namespace cenacle::publish
