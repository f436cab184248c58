// What reading and writing share: descriptors that close themselves, folders read by name, failures in the system's
// words.
#include "publish/descriptor.h"

#include <unistd.h>

#include <system_error>

namespace cenacle::publish {

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

base::Failure failure(std::string_view doing, std::string_view path, int error) {
  std::string message = "cannot ";
  message.append(doing).append(" ").append(path).append(": ").append(std::generic_category().message(error));
  return {base::FailureKind::disk, std::move(message)};
}

base::FileStamp stamp_of(const struct stat& about) {
  return {static_cast<std::uint64_t>(about.st_size),
          static_cast<std::int64_t>(about.st_mtim.tv_sec) * 1'000'000'000 + about.st_mtim.tv_nsec, about.st_ino};
}

int read_all(int file, std::string* bytes) {
  struct stat about;
  if (fstat(file, &about) != 0) return errno;
  // One byte more than the file has, so that the read that fills it also sees its end.
  bytes->resize(static_cast<std::size_t>(about.st_size) + 1);
  std::size_t have = 0;
  for (;;) {
    const ssize_t count = ::read(file, bytes->data() + have, bytes->size() - have);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    have += static_cast<std::size_t>(count);
    if (count == 0) break;
    if (have == bytes->size()) bytes->resize(have + 65536);
  }
  bytes->resize(have);
  return 0;
}

int read_file(int folder, const char* path, std::string* bytes) {
  const Descriptor file(openat(folder, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  return file ? read_all(file.get(), bytes) : errno;
}

}  // namespace cenacle::publish
