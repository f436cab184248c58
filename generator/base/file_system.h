// Reading files, as an interface: content, workflows and themes are read through it, from disk or from memory.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace cenacle::base {

/// What tells one state of a file from another without reading it.
struct FileStamp {
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;  ///< last modification, nanoseconds since the epoch
  std::uint64_t inode = 0;
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

struct FileEntry {
  std::string path;  ///< relative to the folder that was listed, `/` between parts
  FileStamp stamp;
};

/// Read-only, thread-safe. Paths are relative to the portal's root folder, `/` between parts.
class FileSystem {
 public:
  virtual ~FileSystem() = default;
  /// The whole file; `not_found`, or `disk` with the system's own words.
  virtual Result<std::string> read(std::string_view path) const = 0;
  /// Every regular file below `folder`, sorted by path; dot-files and dot-folders left out. A folder that is not there
  /// has no files. `not_followed`: symbolic links that are left out, relative to `folder` too; `read` says why.
  virtual Result<std::vector<FileEntry>> list(std::string_view folder,
                                              std::vector<std::string>* not_followed = nullptr) const = 0;
  virtual std::optional<FileStamp> stamp(std::string_view path) const = 0;
};

/// Files held in memory, for tests, fuzzing, and previews of unsaved content.
class MemoryFileSystem final : public FileSystem {
 public:
  MemoryFileSystem() = default;
  explicit MemoryFileSystem(std::map<std::string, std::string, std::less<>> files) : files_(std::move(files)) {}
  void write(std::string path, std::string bytes) { files_.insert_or_assign(std::move(path), std::move(bytes)); }
  void remove(std::string_view path);

  Result<std::string> read(std::string_view path) const override;
  Result<std::vector<FileEntry>> list(std::string_view folder,
                                      std::vector<std::string>* not_followed = nullptr) const override;
  std::optional<FileStamp> stamp(std::string_view path) const override;

 private:
  std::map<std::string, std::string, std::less<>> files_;
};

/// Two file systems as one: what the first does not have is looked for in the second, the `shared` files and what is
/// below the `shared` folders only.
/// Keeps references to both.
class LayeredFileSystem final : public FileSystem {
 public:
  LayeredFileSystem(const FileSystem& first, const FileSystem& second, std::vector<std::string> shared)
      : first_(first), second_(second), shared_(std::move(shared)) {}

  Result<std::string> read(std::string_view path) const override;
  Result<std::vector<FileEntry>> list(std::string_view folder,
                                      std::vector<std::string>* not_followed = nullptr) const override;
  std::optional<FileStamp> stamp(std::string_view path) const override;

 private:
  bool is_shared(std::string_view path) const;

  const FileSystem& first_;
  const FileSystem& second_;
  std::vector<std::string> shared_;  ///< "themes", "workflows/public-holidays.toml"
};

}  // namespace cenacle::base
