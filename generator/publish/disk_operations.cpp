// The few ways in which a build changes the disk, as a seam: tests make each of them fail, or die, at any moment.
#include "publish/disk_operations.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <vector>

#include "publish/descriptor.h"

namespace cenacle::publish {

namespace {

int result(int returned) { return returned == 0 ? 0 : errno; }

}  // namespace

int SystemDisk::create(int folder, const char* path, std::string_view bytes, Durability durability,
                       base::FileStamp* made) {
  Descriptor file(openat(folder, path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666));
  if (!file) return errno;
  while (!bytes.empty()) {
    const ssize_t count = ::write(file.get(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  if (durability == Durability::survives_the_machine && fdatasync(file.get()) != 0) return errno;
  struct stat about;
  if (fstat(file.get(), &about) != 0) return errno;
  *made = stamp_of(about);
  // After EINTR the descriptor is closed all the same (Linux), and the bytes were already accepted.
  return ::close(file.release()) == 0 || errno == EINTR ? 0 : errno;
}

int SystemDisk::make_folder(int folder, const char* path) { return result(mkdirat(folder, path, 0777)); }

int SystemDisk::move(int from_folder, const char* from, int to_folder, const char* to, Target target) {
  if (target == Target::absent) {
    if (renameat2(from_folder, from, to_folder, to, RENAME_NOREPLACE) == 0) return 0;
    // Not every file system knows the flag; there, look and rename is the best there is.
    if (errno != EINVAL && errno != ENOSYS) return errno;
    struct stat about;
    if (fstatat(to_folder, to, &about, AT_SYMLINK_NOFOLLOW) == 0) return EEXIST;
  }
  return result(renameat(from_folder, from, to_folder, to));
}

int SystemDisk::remove_file(int folder, const char* path) { return result(unlinkat(folder, path, 0)); }

int SystemDisk::remove_folder(int folder, const char* path) { return result(unlinkat(folder, path, AT_REMOVEDIR)); }

int SystemDisk::set_modified(int folder, const char* path, std::int64_t nanoseconds) {
  const timespec times[2] = {{0, UTIME_OMIT}, {nanoseconds / 1'000'000'000, nanoseconds % 1'000'000'000}};
  return result(utimensat(folder, path, times, AT_SYMLINK_NOFOLLOW));
}

int remove_tree(DiskOperations& disk, int folder, const char* path) {
  int error = disk.remove_file(folder, path);
  if (error == 0 || error == ENOENT) return 0;
  if (error != EISDIR && error != EPERM) return error;
  Descriptor here(openat(folder, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!here) return errno;
  std::vector<std::string> names;
  const Descriptor at(fcntl(here.get(), F_DUPFD_CLOEXEC, 0));
  if (!at) return errno;
  error = for_each_name(std::move(here), [&](std::string_view name, unsigned char) {
    names.emplace_back(name);
    return true;
  });
  for (const std::string& name : names)
    if (error == 0) error = remove_tree(disk, at.get(), name.c_str());
  return error != 0 ? error : disk.remove_folder(folder, path);
}

}  // namespace cenacle::publish
