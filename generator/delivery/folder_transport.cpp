// Mails as files of a folder.
#include "delivery/folder_transport.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <thread>

#include <fmt/format.h>

namespace cenacle::delivery {

namespace fs = std::filesystem;

namespace {

/// How many are written between two syncs of the folder.
constexpr std::size_t batch = 32;

using Outcome = Receipt::Outcome;

Receipt failed(const Parcel& parcel, const std::string& path) {
  return {parcel.message, Outcome::unreachable, 0,
          one_line(fmt::format("cannot write {}: {}", path, std::strerror(errno)))};
}

bool write_whole(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// Until the file and its bytes are on the disk; its name is, once the folder is synced.
Receipt put(const Parcel& parcel, const fs::path& folder) {
  const std::string name = fmt::format("{:06}.eml", parcel.message);
  const std::string path = (folder / name).string(), staged = (folder / ("." + name + ".new")).string();
  const int file = open(staged.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (file < 0) return failed(parcel, staged);
  const bool whole = write_whole(file, parcel.bytes) && fsync(file) == 0;
  const int error = errno;
  close(file);
  errno = error;
  if (whole && rename(staged.c_str(), path.c_str()) == 0) return {parcel.message, Outcome::accepted, 0, path};
  Receipt receipt = failed(parcel, path);
  unlink(staged.c_str());
  return receipt;
}

bool sync_folder(const fs::path& folder) {
  const int opened = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (opened < 0) return false;
  const bool synced = fsync(opened) == 0;
  close(opened);
  return synced;
}

/// The folder and those above it; the mails name people, so it is for its owner only.
bool make_folder(const fs::path& folder) {
  std::error_code error;
  if (fs::is_directory(folder, error)) return true;
  if (folder.has_parent_path()) fs::create_directories(folder.parent_path(), error);
  return mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST;
}

}  // namespace

void FolderTransport::send(const Exchange& exchange) {
  bool works = true;
  for (std::vector<Receipt> ended;;) {
    const Next next = exchange(std::move(ended), works ? batch : 0);
    ended.clear();
    if (next.parcels.empty()) {
      if (!next.later) return;
      std::this_thread::sleep_for(*next.later);
      continue;
    }
    if (!make_folder(folder_)) {
      for (const Parcel& it : next.parcels) ended.push_back(failed(it, folder_));
      works = false;
      continue;
    }
    for (const Parcel& it : next.parcels) ended.push_back(put(it, folder_));
    const bool synced = sync_folder(folder_);
    for (Receipt& it : ended) {
      if (!synced && it.outcome == Outcome::accepted) it.outcome = Outcome::uncertain;
      works = works && it.outcome == Outcome::accepted;
    }
  }
}

}  // namespace cenacle::delivery
