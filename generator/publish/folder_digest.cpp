// Whether anything in whole folders has changed, from names and stamps alone: one number for ten thousand files.
#include "publish/folder_digest.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "formats/hash/hash.h"

namespace cenacle::publish {

namespace {

using Digests = std::array<FolderDigest, 2>;

/// What is hashed of a file, beside its path.
struct Marks {
  std::uint64_t size, inode, mode;
  std::int64_t modified_ns, changed_ns;
};

Marks marks_of(const struct stat& about) {
  const base::FileStamp stamp = stamp_of(about);
  return {stamp.size, stamp.inode, about.st_mode, stamp.modified_ns,
          static_cast<std::int64_t>(about.st_ctim.tv_sec) * 1'000'000'000 + about.st_ctim.tv_nsec};
}

class Digesting {
 public:
  Digesting(int root, const DigestScope& scope, std::array<std::int64_t, 2> looked_ns)
      : root_(root), reading_(scope.reading), apart_(scope.apart), looked_ns_(looked_ns), waiting_(scope.paths) {}

  std::optional<Digests> run(unsigned jobs) {
    {
      std::vector<std::jthread> others;
      for (unsigned i = 1; i < jobs; ++i) others.emplace_back([this] { work(); });
      work();
    }
    return failed_ ? std::nullopt : std::optional(total_);
  }

 private:
  void work() {
    Digests own{};
    std::unique_lock lock(mutex_);
    while (!failed_ && (!waiting_.empty() || busy_ > 0)) {
      if (waiting_.empty()) {
        changed_.wait(lock);
        continue;
      }
      const std::string folder = std::move(waiting_.back());
      waiting_.pop_back();
      ++busy_;
      lock.unlock();
      std::vector<std::string> below;
      const bool good = look(folder, &below, &own);
      lock.lock();
      --busy_;
      failed_ = failed_ || !good;
      for (std::string& path : below) waiting_.push_back(std::move(path));
      changed_.notify_all();
    }
    for (std::size_t i = 0; i < own.size(); ++i) {
      total_[i].sum += own[i].sum;
      total_[i].files += own[i].files;
      total_[i].read += own[i].read;
    }
  }

  /// What is there and no folder is one file, be it at the top.
  bool look(const std::string& path, std::vector<std::string>* below, Digests* out) const {
    Descriptor here(openat(root_, path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!here && errno == ENOENT) return true;
    if (!here && (errno == ENOTDIR || errno == ELOOP)) return add(root_, path, hash::of(""), nullptr, out);
    if (!here) return false;
    const int at = here.get();
    const std::uint64_t seed = hash::of(path);
    bool good = true;
    const int error = for_each_name(std::move(here), [&](std::string_view name, unsigned char type) {
      if (name.front() == '.' && reading_ == Reading::as_content) return true;
      if (is_apart(path, name)) return true;
      bool is_folder = type == DT_DIR;
      if (!is_folder) good = add(at, name, seed, &is_folder, out);
      if (is_folder) below->push_back((path + "/").append(name));
      return good;
    });
    return good && error == 0;
  }

  bool is_apart(std::string_view folder, std::string_view name) const {
    return apart_.size() == folder.size() + 1 + name.size() && apart_.starts_with(folder) && apart_.ends_with(name);
  }

  /// Adds the file `name` of the folder `at`. `*is_folder`, where asked, becomes whether it is one, and is left out.
  bool add(int at, std::string_view name, std::uint64_t seed, bool* is_folder, Digests* out) const {
    struct stat about;
    if (fstatat(at, name.data(), &about, AT_SYMLINK_NOFOLLOW) != 0) return errno == ENOENT;
    if (S_ISDIR(about.st_mode)) {
      if (is_folder != nullptr) *is_folder = true;
      return true;
    }
    std::uint64_t hash = hash_of(name, marks_of(about), seed);
    // A link is itself, and what it means: its bytes are those of another file, which may lie out of all folders here.
    if (S_ISLNK(about.st_mode) && reading_ == Reading::as_content && fstatat(at, name.data(), &about, 0) == 0)
      hash = hash_of(name, marks_of(about), hash);
    const Marks marks = marks_of(about);
    std::optional<std::uint64_t> bytes_hash;
    for (std::size_t i = 0; i < out->size(); ++i) {
      FolderDigest& digest = (*out)[i];
      ++digest.files;
      const bool read = S_ISREG(about.st_mode) && racy(std::max(marks.modified_ns, marks.changed_ns), looked_ns_[i]);
      if (read && !bytes_hash) {
        std::string bytes;
        const Descriptor file(openat(at, name.data(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
        if (!file || read_all(file.get(), &bytes) != 0) return false;
        bytes_hash = hash::of(bytes, hash);
      }
      digest.sum += read ? *bytes_hash : hash;
      digest.read += read ? 1 : 0;
    }
    return true;
  }

  static std::uint64_t hash_of(std::string_view name, const Marks& marks, std::uint64_t seed) {
    return hash::of({reinterpret_cast<const char*>(&marks), sizeof marks}, hash::of(name, seed));
  }

  int root_;
  Reading reading_;
  std::string apart_;
  std::array<std::int64_t, 2> looked_ns_;

  std::mutex mutex_;  ///< guards what follows
  std::condition_variable changed_;
  std::vector<std::string> waiting_;
  unsigned busy_ = 0;
  bool failed_ = false;
  Digests total_{};
};

}  // namespace

std::optional<Digests> digest_folders(int root, const DigestScope& scope, std::array<std::int64_t, 2> looked_ns,
                                      unsigned jobs) {
  return Digesting(root, scope, looked_ns).run(std::max(1u, jobs));
}

}  // namespace cenacle::publish
