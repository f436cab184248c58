// One build at a time in a portal's folder.
#include "publish/build_lock.h"

#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <thread>

namespace cenacle::publish {

namespace {

constexpr const char* name = "build.lock";

/// Whether the locked file is still the one that others would lock: somebody may have removed the folder's contents.
bool is_current(int state, int file) {
  struct stat ours, theirs;
  return fstat(file, &ours) == 0 && fstatat(state, name, &theirs, AT_SYMLINK_NOFOLLOW) == 0 &&
         ours.st_ino == theirs.st_ino && ours.st_dev == theirs.st_dev;
}

std::string holder(int file) {
  char text[16];
  const ssize_t length = pread(file, text, sizeof text, 0);
  const std::string_view number(text, static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
  if (number.empty() || number.find_first_not_of("0123456789") != number.npos) return "another build";
  return "another build (process " + std::string(number) + ")";
}

}  // namespace

base::Result<BuildLock> BuildLock::take(int state, const std::string& shown, std::chrono::milliseconds wait) {
  const std::string path = shown + "/" + name;
  const auto until = std::chrono::steady_clock::now() + wait;
  for (;;) {
    BuildLock lock;
    lock.file_ = Descriptor(openat(state, name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (!lock.file_) return failure("open", path, errno);
    const int file = lock.file_.get();
    if (flock(file, LOCK_EX | LOCK_NB) == 0) {
      if (!is_current(state, file)) continue;
      // The number is for messages only, so that a full disk is no reason to give up here.
      const std::string number = std::to_string(getpid());
      if (ftruncate(file, 0) != 0 || pwrite(file, number.data(), number.size(), 0) < 0 || futimens(file, nullptr) != 0)
        errno = 0;
      struct stat about;
      if (fstat(file, &about) != 0) return failure("look at", path, errno);
      lock.taken_ns_ = stamp_of(about).modified_ns;
      return lock;
    }
    if (errno != EWOULDBLOCK && errno != EINTR) return failure("lock", path, errno);
    if (std::chrono::steady_clock::now() >= until)
      return base::Failure{base::FailureKind::busy, holder(file) + " is at work here: it holds " + path};
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

}  // namespace cenacle::publish
