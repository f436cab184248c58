// The files that a ledger leaves on the disk, which nobody but their owner may read.
#include "ledger/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include <fmt/format.h>

#include "ledger/database.h"

namespace cenacle::ledger {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refused(std::string_view doing, const std::string& path) {
  disk_trouble(fmt::format("cannot {} {}: {}", doing, path, std::strerror(errno)));
}

struct File {
  int number;
  explicit File(int opened) : number(opened) {}
  ~File() {
    if (number >= 0) close(number);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
};

std::string folder_of(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

void sync(const std::string& path, int flags) {
  const File file(open(path.c_str(), flags | O_CLOEXEC));
  if (file.number < 0 || fsync(file.number) != 0) refused("write", path);
}

}  // namespace

void make_private_folder(const std::string& path) {
  struct stat about;
  if (path.empty() || stat(path.c_str(), &about) == 0) return;
  make_private_folder(folder_of(path));
  if (mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) refused("make the folder", path);
}

void make_private_file(const std::string& path) {
  const File file(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (file.number < 0 || fchmod(file.number, 0600) != 0) refused("make", path);
}

void make_private(const std::string& path) {
  struct stat about;
  if (stat(path.c_str(), &about) != 0 || (about.st_mode & 077) == 0) return;
  if (chmod(path.c_str(), about.st_mode & 0700) != 0) refused("keep others from reading", path);
}

void sync_file(const std::string& path) {
  sync(path, O_RDONLY);
  sync(folder_of(path), O_RDONLY | O_DIRECTORY);
}

bool publish_file(const std::string& from, const std::string& to) {
  if (link(from.c_str(), to.c_str()) == 0) {
    remove_file(from);
    return true;
  }
  if (errno == EEXIST) return false;
  // A file system without hard links.
  if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno == EEXIST) return false;
  refused("make", to);
}

void remove_file(const std::string& path) {
  if (unlink(path.c_str()) != 0 && errno != ENOENT) refused("remove", path);
}

StagedFile::StagedFile(const std::string& path)
    : path_(path),
      staged_((fs::path(path).parent_path() / fmt::format(".{}.{}.new", fs::path(path).filename().string(), getpid()))
                  .string()) {
  remove_file(staged_);
  make_private_file(staged_);
}

StagedFile::~StagedFile() {
  if (!published_) unlink(staged_.c_str());
}

bool StagedFile::publish() {
  sync(staged_, O_RDONLY);
  published_ = publish_file(staged_, path_);
  if (published_) sync(folder_of(path_), O_RDONLY | O_DIRECTORY);
  return published_;
}

}  // namespace cenacle::ledger
