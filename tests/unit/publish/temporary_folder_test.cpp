// A fresh folder of the disk for each test, and plain ways to look at it.
#include "temporary_folder.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace cenacle::publish::test {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
  // In memory where that is possible: the tests make, kill and remove thousands of sites. TMPDIR chooses a disk.
  const bool in_memory = std::getenv("TMPDIR") == nullptr && fs::is_directory("/dev/shm");
  std::string name = (in_memory ? fs::path("/dev/shm") : fs::temp_directory_path()) / "cenacle-publish-XXXXXX";
  REQUIRE(mkdtemp(name.data()) != nullptr);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void TemporaryFolder::write(std::string_view below, std::string_view bytes) const {
  fs::create_directories(fs::path(path(below)).parent_path());
  std::ofstream(path(below), std::ios::binary) << bytes;
}

void TemporaryFolder::make_folder(std::string_view below) const { fs::create_directories(path(below)); }

void TemporaryFolder::link(std::string_view target, std::string_view below) const {
  fs::create_directories(fs::path(path(below)).parent_path());
  fs::create_symlink(target, path(below));
}

void TemporaryFolder::remove(std::string_view below) const { fs::remove_all(path(below)); }

std::string TemporaryFolder::read(std::string_view below) const {
  std::ifstream file(path(below), std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

bool TemporaryFolder::exists(std::string_view below) const {
  return fs::symlink_status(path(below)).type() != fs::file_type::not_found;
}

std::uint64_t TemporaryFolder::inode(std::string_view below) const {
  struct stat about {};
  return lstat(path(below).c_str(), &about) == 0 ? about.st_ino : 0;
}

std::int64_t TemporaryFolder::modified_ns(std::string_view below) const {
  struct stat about {};
  REQUIRE(lstat(path(below).c_str(), &about) == 0);
  return about.st_mtim.tv_sec * 1'000'000'000 + about.st_mtim.tv_nsec;
}

void TemporaryFolder::set_modified_ns(std::string_view below, std::int64_t time) const {
  const timespec times[2] = {{0, UTIME_OMIT}, {time / 1'000'000'000, time % 1'000'000'000}};
  REQUIRE(utimensat(AT_FDCWD, path(below).c_str(), times, AT_SYMLINK_NOFOLLOW) == 0);
}

Files TemporaryFolder::all(std::string_view folder) const {
  Files files;
  if (!fs::is_directory(path(folder))) return files;
  for (const auto& entry : fs::recursive_directory_iterator(path(folder))) {
    const std::string name = fs::relative(entry.path().parent_path(), path(folder)) / entry.path().filename();
    const std::string below = name.starts_with("./") ? name.substr(2) : name;
    if (entry.is_symlink()) {
      files[below] = "-> " + fs::read_symlink(entry.path()).string();
    } else if (entry.is_directory()) {
      if (fs::is_empty(entry.path())) files[below + "/"] = "";
    } else if (!entry.is_regular_file()) {
      files[below] = "(neither file nor folder)";
    } else {
      files[below] = read(std::string(folder) + "/" + below);
    }
  }
  return files;
}

}  // namespace cenacle::publish::test
