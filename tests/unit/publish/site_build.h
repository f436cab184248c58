// A whole build of a site that is a map in memory, with disks that fail, and programs that are killed.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <functional>
#include <optional>
#include <string>

#include "formats/hash/hash.h"
#include "publish/output_tree.h"
#include "temporary_folder.h"

namespace cenacle::publish::test {

/// What a build did: its summary, or the words of its failure.
struct Built {
  std::optional<Summary> summary;
  base::Failure failure;
  explicit operator bool() const { return summary.has_value(); }
};

enum class Way { keep_then_put, put_only };

/// Builds `site` into `output/` of the folder; a page's fingerprint is the hash of its bytes.
inline Built build(const TemporaryFolder& folder, const Files& site, OutputOptions options = {},
                   Way way = Way::keep_then_put) {
  auto tree = OutputTree::open(folder.path("output"), folder.path(".cenacle"), options);
  if (!tree) return {std::nullopt, tree.failure()};
  for (const auto& [path, bytes] : site) {
    const std::uint64_t fingerprint = hash::of(bytes, 7);
    if (way == Way::keep_then_put && (*tree)->keep(path, fingerprint)) continue;
    const std::string_view whole = bytes, half = whole.substr(0, whole.size() / 2);
    const std::string_view pieces[] = {half, whole.substr(half.size())};
    if (auto put = (*tree)->put(path, fingerprint, pieces); !put) return {std::nullopt, put.failure()};
  }
  auto summary = (*tree)->commit();
  if (!summary) return {std::nullopt, summary.failure()};
  return {std::move(*summary), {}};
}

/// All that is in `output/`, without what the build keeps for itself.
inline Files pages(const TemporaryFolder& folder) {
  Files files = folder.all("output");
  for (const char* own : {".manifest", ".journal", ".staging/"}) files.erase(own);
  std::erase_if(files, [](const auto& file) { return file.first.starts_with(".staging/"); });
  return files;
}

/// A disk on which one operation goes wrong.
class FaultyDisk final : public DiskOperations {
 public:
  enum class Fault {
    fails,           ///< once
    fails_from_now,  ///< as a disk that is full, and stays so
    // The program is killed. What that leaves on the disk is what a disk leaves that does nothing any more from then
    // on; that a real program is not needed makes it possible to try each moment. Real kills are in the crash tests.
    dies_before,  ///< the operation is not done
    dies_midway,  ///< … or done with half the bytes
    dies_after,   ///< … or done
  };

  FaultyDisk(int at, Fault fault, int error = EIO) : at_(at), fault_(fault), error_(error) {}
  int operations() const { return count_; }

  int create(int folder, const char* path, std::string_view bytes, Durability durability,
             base::FileStamp* made) override {
    const auto real = [&](std::string_view some) { return disk_.create(folder, path, some, durability, made); };
    return run([&] { return real(bytes); }, [&] { return real(bytes.substr(0, bytes.size() / 2)); });
  }
  int make_folder(int folder, const char* path) override {
    return run([&] { return disk_.make_folder(folder, path); });
  }
  int move(int from_folder, const char* from, int to_folder, const char* to, Target target) override {
    return run([&] { return disk_.move(from_folder, from, to_folder, to, target); });
  }
  int remove_file(int folder, const char* path) override {
    return run([&] { return disk_.remove_file(folder, path); });
  }
  int remove_folder(int folder, const char* path) override {
    return run([&] { return disk_.remove_folder(folder, path); });
  }
  int set_modified(int folder, const char* path, std::int64_t nanoseconds) override {
    return run([&] { return disk_.set_modified(folder, path, nanoseconds); });
  }

 private:
  int run(
      const std::function<int()>& whole, const std::function<int()>& half = [] { return 0; }) {
    const int now = ++count_;
    if (now < at_ || (now > at_ && fault_ == Fault::fails)) return whole();
    if (now > at_) return error_;
    if (fault_ == Fault::dies_midway || fault_ == Fault::fails) half();
    if (fault_ == Fault::dies_after) whole();
    return error_;
  }

  SystemDisk disk_;
  int at_;
  Fault fault_;
  int error_;
  std::atomic<int> count_ = 0;
};

/// A program of its own that runs `work`, which returns its exit code.
class Child {
 public:
  explicit Child(const std::function<int()>& work) : id_((std::fflush(nullptr), fork())) {
    if (id_ == 0) _exit(work());
  }
  void kill() const { ::kill(id_, SIGKILL); }
  /// The exit code, or minus the signal that ended it.
  int wait() const {
    int status = 0;
    waitpid(id_, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }

 private:
  pid_t id_;
};

}  // namespace cenacle::publish::test
