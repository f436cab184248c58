// The few ways in which a build changes the disk, as a seam: tests make each of them fail, or die, at any moment.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/file_system.h"

namespace cenacle::publish {

enum class Durability {
  survives_the_program,  ///< once written, it is there although the program is killed
  survives_the_machine,  ///< and although the power fails
};
enum class Target {
  absent,   ///< something that stands there is an error (EEXIST)
  replace,  ///< a file that stands there is replaced, in one step
};

/// Each operation returns 0 or the system's error number. Paths are relative to an open folder. Thread-safe.
class DiskOperations {
 public:
  virtual ~DiskOperations() = default;
  /// Makes a new file with these bytes; a lack of room is told here, whether the system notices it on write or on
  /// close.
  /// `*made` becomes its stamp. On an error, a part of the file may be left.
  virtual int create(int folder, const char* path, std::string_view bytes, Durability durability,
                     base::FileStamp* made) = 0;
  virtual int make_folder(int folder, const char* path) = 0;
  /// Moves a file or a folder within one file system, in one step.
  virtual int move(int from_folder, const char* from, int to_folder, const char* to, Target target) = 0;
  virtual int remove_file(int folder, const char* path) = 0;
  /// Removes an empty folder.
  virtual int remove_folder(int folder, const char* path) = 0;
  virtual int set_modified(int folder, const char* path, std::int64_t nanoseconds) = 0;
};

/// The operations of this machine's disk.
class SystemDisk final : public DiskOperations {
 public:
  int create(int folder, const char* path, std::string_view bytes, Durability durability,
             base::FileStamp* made) override;
  int make_folder(int folder, const char* path) override;
  int move(int from_folder, const char* from, int to_folder, const char* to, Target target) override;
  int remove_file(int folder, const char* path) override;
  int remove_folder(int folder, const char* path) override;
  int set_modified(int folder, const char* path, std::int64_t nanoseconds) override;
};

/// Removes `path` of `folder` with all that it holds; a link is removed, not followed. What is not there is removed.
int remove_tree(DiskOperations& disk, int folder, const char* path);

}  // namespace cenacle::publish
