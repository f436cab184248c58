// The name under which a process claims messages, and the lock that holds it.
#include "delivery/sender.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"

namespace cenacle::delivery {

namespace fs = std::filesystem;

namespace {

constexpr int most = 64;

base::Failure failed(const std::string& path) {
  return {base::FailureKind::disk, fmt::format("cannot write {}: {}", path, std::strerror(errno))};
}

/// What the file holds: the name, and which file it was written for. A folder that was copied to another machine has
/// the name too, but may not speak under it.
std::string mark_of(int file) {
  struct stat about;
  if (fstat(file, &about) != 0) return "";
  return fmt::format("{:x}:{:x}", about.st_dev, about.st_ino);
}

std::string read_name(int file) {
  std::array<char, 200> read{};
  const ssize_t size = pread(file, read.data(), read.size(), 0);
  const auto words =
      base::split(base::trim(std::string_view(read.data(), size > 0 ? static_cast<std::size_t>(size) : 0)), ' ');
  return words.size() == 2 && words[1] == mark_of(file) ? std::string(words[0]) : "";
}

std::string new_name() {
  std::uint64_t drawn = 0;
  while (getrandom(&drawn, sizeof drawn, 0) != sizeof drawn && errno == EINTR) {
  }
  return fmt::format("s-{:016x}", drawn);
}

bool write_name(int file, const std::string& name) {
  const std::string line = fmt::format("{} {}\n", name, mark_of(file));
  return ftruncate(file, 0) == 0 && pwrite(file, line.data(), line.size(), 0) == static_cast<ssize_t>(line.size()) &&
         fsync(file) == 0;
}

}  // namespace

base::Result<Sender> Sender::take(const std::string& portal) {
  const fs::path folder = fs::path(portal) / ".cenacle/senders";
  std::error_code error;
  fs::create_directories(folder, error);
  fs::permissions(folder.parent_path(), fs::perms::owner_all, error);
  for (int number = 1; number <= most; ++number) {
    const std::string path = (folder / std::to_string(number)).string();
    const int file = open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0) return failed(path);
    if (flock(file, LOCK_EX | LOCK_NB) != 0) {
      close(file);
      continue;
    }
    Sender taken(read_name(file), file);
    if (!taken.name_.empty()) return taken;
    taken.name_ = new_name();
    if (!write_name(file, taken.name_)) return failed(path);
    return taken;
  }
  return base::Failure{base::FailureKind::busy, fmt::format("{} processes send mails of this portal already", most)};
}

Sender::Sender(Sender&& other) noexcept : name_(std::move(other.name_)), file_(std::exchange(other.file_, -1)) {}

Sender::~Sender() {
  if (file_ >= 0) close(file_);
}

}  // namespace cenacle::delivery
