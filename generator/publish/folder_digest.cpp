// Whether anything in whole folders has changed, from names and stamps alone: one number for ten thousand files.
#include "publish/folder_digest.h"

#include <algorithm>
#include <condition_variable>
#include <iterator>
#include <mutex>
#include <thread>

#include "formats/hash/hash.h"

namespace cenacle::publish {

namespace {

/// Files that are looked at in one go: threads share a folder of ten thousand.
constexpr std::size_t portion = 256;

/// A folder, or some of its files.
struct Task {
  std::string folder;
  std::vector<std::string> names;  ///< none: the folder itself
};

}  // namespace

Marks marks_of(const struct stat& about) {
  const base::FileStamp stamp = stamp_of(about);
  return {stamp.size, stamp.inode, about.st_mode, stamp.modified_ns,
          static_cast<std::int64_t>(about.st_ctim.tv_sec) * 1'000'000'000 + about.st_ctim.tv_nsec};
}

namespace {

class Looking {
 public:
  Looking(int root, const DigestScope& scope, std::array<std::int64_t, 2> looked_ns)
      : root_(root), reading_(scope.reading), listed_(scope.listed), known_(scope.known), apart_(scope.apart), looked_ns_(looked_ns) {
    for (const std::string& path : scope.paths) waiting_.push_back({path, {}});
  }

  std::optional<FolderLook> run(unsigned jobs) {
    {
      std::vector<std::jthread> others;
      for (unsigned i = 1; i < jobs; ++i) others.emplace_back([this] { work(); });
      work();
    }
    if (failed_) return std::nullopt;
    std::sort(total_.files.begin(), total_.files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return std::move(total_);
  }

 private:
  void work() {
    FolderLook own;
    std::unique_lock lock(mutex_);
    while (!failed_ && (!waiting_.empty() || busy_ > 0)) {
      if (waiting_.empty()) {
        changed_.wait(lock);
        continue;
      }
      const Task task = std::move(waiting_.back());
      waiting_.pop_back();
      ++busy_;
      lock.unlock();
      std::vector<Task> more;
      const bool good = task.names.empty() ? look(task.folder, &more, &own) : look_at_some(task, &own);
      lock.lock();
      --busy_;
      failed_ = failed_ || !good;
      std::move(more.begin(), more.end(), std::back_inserter(waiting_));
      changed_.notify_all();
    }
    for (std::size_t i = 0; i < own.digests.size(); ++i) {
      total_.digests[i] += own.digests[i];
      total_.beside[i] += own.beside[i];
    }
    std::move(own.files.begin(), own.files.end(), std::back_inserter(total_.files));
    total_.listed_whole = total_.listed_whole && own.listed_whole;
  }

  /// What is there and no folder is one file, be it at the top.
  bool look(const std::string& path, std::vector<Task>* more, FolderLook* out) const {
    Descriptor here(openat(root_, path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!here && errno == ENOENT) return true;
    if (!here && (errno == ENOTDIR || errno == ELOOP)) {
      if (path == listed_) out->listed_whole = false;
      return add(root_, {}, path, hash::of(""), nullptr, out);
    }
    if (!here) return false;
    const int at = here.get();
    bool good = true;
    std::vector<std::string> names;
    const int error = for_each_name(std::move(here), [&](std::string_view name, unsigned char type) {
      if (name.front() == '.' && reading_ == Reading::as_content) return true;
      if (is_apart(path, name)) return true;
      bool is_folder = type == DT_DIR;
      if (type == DT_UNKNOWN) {
        good = add(at, path, name, hash::of(path), &is_folder, out);
      } else if (!is_folder) {
        names.emplace_back(name);
      }
      if (is_folder) more->push_back({(path + "/").append(name), {}});
      return good;
    });
    for (std::size_t i = 0; i < names.size(); i += portion) {
      const auto begin = names.begin() + static_cast<std::ptrdiff_t>(i);
      const auto end = names.begin() + static_cast<std::ptrdiff_t>(std::min(i + portion, names.size()));
      more->push_back({path, {std::make_move_iterator(begin), std::make_move_iterator(end)}});
    }
    return good && error == 0;
  }

  bool look_at_some(const Task& task, FolderLook* out) const {
    const Descriptor here(openat(root_, task.folder.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!here) return errno == ENOENT;
    const std::uint64_t seed = hash::of(task.folder);
    std::string path = task.folder + "/";
    return std::all_of(task.names.begin(), task.names.end(), [&](const std::string& name) {
      path.resize(task.folder.size() + 1);
      const std::optional<Marks> marks = known_ ? known_(path += name) : std::nullopt;
      if (!marks) return add(here.get(), task.folder, name, seed, nullptr, out);
      return count(here.get(), name, *marks, hash_of(name, *marks, seed), S_ISREG(marks->mode), false, out);
    });
  }

  bool is_apart(std::string_view folder, std::string_view name) const {
    return apart_.size() == folder.size() + 1 + name.size() && apart_.starts_with(folder) && apart_.ends_with(name);
  }

  /// Adds the file `name` of the folder `at`. `*is_folder`, where asked, becomes whether it is one, and is left out.
  bool add(int at, std::string_view folder, std::string_view name, std::uint64_t seed, bool* is_folder,
           FolderLook* out) const {
    struct stat about;
    if (fstatat(at, name.data(), &about, AT_SYMLINK_NOFOLLOW) != 0) return errno == ENOENT;
    if (S_ISDIR(about.st_mode)) {
      if (is_folder != nullptr) *is_folder = true;
      return true;
    }
    const bool listed = list(folder, name, about, out);
    std::uint64_t hash = hash_of(name, marks_of(about), seed);
    // A link is itself, and what it means: its bytes are those of another file, which may lie out of all folders here.
    if (S_ISLNK(about.st_mode) && reading_ == Reading::as_content && fstatat(at, name.data(), &about, 0) == 0)
      hash = hash_of(name, marks_of(about), hash);
    return count(at, name, marks_of(about), hash, S_ISREG(about.st_mode), listed, out);
  }

  bool count(int at, std::string_view name, const Marks& marks, std::uint64_t hash, bool regular, bool listed,
             FolderLook* out) const {
    std::optional<std::uint64_t> bytes_hash;
    for (std::size_t i = 0; i < out->digests.size(); ++i) {
      const bool read = regular && racy(std::max(marks.modified_ns, marks.changed_ns), looked_ns_[i]);
      if (read && !bytes_hash) {
        std::string bytes;
        const Descriptor file(openat(at, name.data(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
        if (!file || read_all(file.get(), &bytes) != 0) return false;
        bytes_hash = hash::of(bytes, hash);
      }
      const FolderDigest one{read ? *bytes_hash : hash, 1, read ? 1u : 0u};
      out->digests[i] += one;
      if (!listed) out->beside[i] += one;
    }
    return true;
  }

  /// Whether the file is below `listed_`.
  bool list(std::string_view folder, std::string_view name, const struct stat& about, FolderLook* out) const {
    if (listed_.empty() || !folder.starts_with(listed_)) return false;
    folder.remove_prefix(listed_.size());
    if (!folder.empty() && folder.front() != '/') return false;
    if (!S_ISREG(about.st_mode)) {
      out->listed_whole = false;
      return true;
    }
    std::string path;
    if (!folder.empty()) path.append(folder.substr(1)).push_back('/');
    out->files.push_back({path.append(name), stamp_of(about)});
    return true;
  }

  static std::uint64_t hash_of(std::string_view name, const Marks& marks, std::uint64_t seed) {
    return hash::of({reinterpret_cast<const char*>(&marks), sizeof marks}, hash::of(name, seed));
  }

  int root_;
  Reading reading_;
  std::string listed_;
  std::function<std::optional<Marks>(std::string_view)> known_;
  std::string apart_;
  std::array<std::int64_t, 2> looked_ns_;

  std::mutex mutex_;  ///< guards what follows
  std::condition_variable changed_;
  std::vector<Task> waiting_;
  unsigned busy_ = 0;
  bool failed_ = false;
  FolderLook total_;
};

}  // namespace

std::optional<FolderLook> look_at_folders(int root, const DigestScope& scope, std::array<std::int64_t, 2> looked_ns,
                                          unsigned jobs) {
  return Looking(root, scope, looked_ns).run(std::max(1u, jobs));
}

}  // namespace cenacle::publish
