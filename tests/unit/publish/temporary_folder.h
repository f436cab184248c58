// A fresh folder of the disk for each test, and plain ways to look at it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace cenacle::publish::test {

using Files = std::map<std::string, std::string, std::less<>>;  ///< path, bytes

/// Removed with all that it holds at the end of the test.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }
  std::string path(std::string_view below) const { return path_ + "/" + std::string(below); }

  /// Writes a file in place, making the folders on its way.
  void write(std::string_view path, std::string_view bytes) const;
  void make_folder(std::string_view path) const;
  void link(std::string_view target, std::string_view path) const;
  void remove(std::string_view path) const;
  std::string read(std::string_view path) const;
  bool exists(std::string_view path) const;  ///< anything, a link that leads nowhere included
  std::uint64_t inode(std::string_view path) const;
  std::int64_t modified_ns(std::string_view path) const;
  void set_modified_ns(std::string_view path, std::int64_t time) const;

  /// All that is below `folder`: files with their bytes, empty folders as "path/", links as "-> target". A pipe is not
  /// waited for.
  Files all(std::string_view folder) const;

 private:
  std::string path_;
};

}  // namespace cenacle::publish::test
