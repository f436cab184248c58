// What reading and writing share: descriptors that close themselves, folders read by name, failures in the system's
// words.
#pragma once

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/file_system.h"
#include "base/result.h"

namespace cenacle::publish {

/// A file descriptor, closed with its owner.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor();
  explicit operator bool() const { return number_ >= 0; }
  int get() const { return number_; }
  int release() { return std::exchange(number_, -1); }

 private:
  int number_ = -1;
};

/// "cannot `doing` `path`: the system's words", of kind `disk`.
base::Failure failure(std::string_view doing, std::string_view path, int error);

base::FileStamp stamp_of(const struct stat& about);

/// Whether a file last changed at `changed_ns` could, after having been looked at at `looked_ns`, change again and bear
/// the same time: its clock may not have ticked between the two. The longest tick of the kernel is 10 ms (counted
/// twice); a time in whole seconds comes from a file system that counts by one or two seconds.
inline bool racy(std::int64_t changed_ns, std::int64_t looked_ns) {
  const std::int64_t grain = changed_ns % 1'000'000'000 == 0 ? 2'000'000'000 : 20'000'000;
  return changed_ns > looked_ns - grain;
}

/// All bytes of an open file, into `*bytes`. Returns 0 or the system's error number.
int read_all(int file, std::string* bytes);

/// All bytes of the file `path` of `folder`; a link is not followed. Returns 0 or the system's error number.
int read_file(int folder, const char* path, std::string* bytes);

/// A path as the system takes it, without a trip to the heap.
class SystemPath {
 public:
  static constexpr std::size_t room =
      4096;  ///< PATH_MAX; an empty path, which the system refuses, stands for a longer one

  explicit SystemPath(std::string_view path) {
    const std::size_t length = path.size() < room ? path.size() : 0;
    std::memcpy(text_, path.data(), length);
    text_[length] = '\0';
  }
  operator const char*() const { return text_; }

 private:
  char text_[room];
};

/// Calls `visit(name, type)` (type as in `dirent`, DT_UNKNOWN where the file system does not say) for what `folder`
/// holds, in no order, until it returns false. Returns 0 or the system's error number.
template <class Visit>
int for_each_name(Descriptor folder, Visit visit) {
  const std::unique_ptr<DIR, int (*)(DIR*)> names(fdopendir(folder.get()), closedir);
  if (!names) return errno;
  folder.release();  // closedir closes it
  for (;;) {
    errno = 0;
    const dirent* entry = readdir(names.get());
    if (entry == nullptr) return errno;
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    if (!visit(name, entry->d_type)) return 0;
  }
}

}  // namespace cenacle::publish
