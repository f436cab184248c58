// What one build knows of the output folder: the files of former builds, its own, and the folders on its way.
#pragma once

#include <atomic>
#include <deque>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <unordered_map>

#include "publish/build_lock.h"
#include "publish/folder_digest.h"
#include "publish/manifest.h"
#include "publish/output_tree.h"
#include "publish/stamp_cache.h"

namespace cenacle::publish {

/// What this build did about a path.
enum class Fate : std::uint8_t { none, claimed, unchanged, staged };

/// What stood at a path when it was looked at, links not followed.
enum class Standing : std::uint8_t { nothing, file, folder, other };

struct OutputFile {
  std::string_view path;   ///< in `manifest_text_` or `own_paths_`
  std::uint64_t size = 0;  ///< of the bytes that the former build made; then of this one's
  std::uint64_t hash = 0;
  LeftFile left;
  bool former = false;  ///< a former build's, by the manifest; else a person's, if anything stands there at all
  Standing standing = Standing::nothing;
  std::atomic<Fate> fate = Fate::none;
  std::optional<Marks> kept;  ///< as it stood when it was kept
  OutputFile* alias = nullptr;  ///< a former file that is this very file, on a disk that does not tell `A` from `a`
};

/// What stands at the path of a folder.
struct Ground {
  enum Kind : std::uint8_t { folder, absent, file, link, unknown } kind = unknown;
  int error = 0;  ///< why it is unknown
};

class OutputState {
 public:
  OutputState(std::string shown, std::string state_shown, DiskOperations* disk);
  ~OutputState();

  std::optional<base::Failure> open(std::chrono::milliseconds lock_wait);
  bool keep(std::string_view path, std::optional<std::uint64_t> fingerprint);
  std::uint64_t manifest_hash() const { return manifest_hash_; }
  std::optional<Marks> kept(std::string_view path) const;
  base::Outcome put(std::string_view path, std::uint64_t fingerprint, std::string_view bytes);
  base::Result<Summary> commit();

  /// Remembers the first failure, since nothing may be committed after one.
  base::Outcome note(base::Outcome outcome);

 private:
  friend class Commit;

  std::optional<base::Failure> read_list(const char* name, std::string* text) const;
  std::optional<base::Failure> complete_manifest();
  void read_former();

  OutputFile* find(std::string_view path);
  OutputFile* claim(std::string_view path);
  Ground ground(std::string_view folder);
  std::optional<base::Failure> look(OutputFile* file, std::string_view bytes, std::uint64_t hash, bool* same);
  std::optional<base::Failure> look_at_foreign(OutputFile* file, std::uint64_t inode, std::string_view bytes,
                                               bool* same);
  OutputFile* former_with(std::uint64_t inode);
  bool has_hash(std::string_view path, std::uint64_t size, std::uint64_t hash) const;
  std::optional<base::Failure> stage(OutputFile* file, std::string_view bytes);
  int make_staged_folder(std::string_view folder);

  std::string show(std::string_view path) const { return shown_ + "/" + std::string(path); }
  base::Failure refuse(std::string_view path, std::string reason) const;
  base::Failure foreign(std::string_view path, std::string_view in_the_way) const;
  /// `stamp` if a later change of the file cannot bear the same time, else one that says nothing.
  LeftFile trusted(const base::FileStamp& stamp) const;

  std::string shown_, state_shown_;  ///< the folders as messages name them
  SystemDisk system_disk_;
  DiskOperations* disk_;
  Descriptor output_, state_, staging_;
  BuildLock lock_;

  std::string manifest_text_;
  std::uint64_t manifest_hash_ = 0;
  bool manifest_damaged_ = false;
  std::string cache_bytes_;

  std::deque<OutputFile> files_;                                    ///< former ones, then new ones
  std::unordered_map<std::string_view, OutputFile*> former_, new_;  ///< `former_` stays as `open` made it
  std::unordered_map<std::uint64_t, OutputFile*> inodes_;           ///< of former files, once `former_with` was asked
  std::once_flag inodes_once_;
  std::deque<std::string> own_paths_;
  std::mutex new_mutex_;  ///< guards `new_`, `own_paths_`, and `files_` as it grows

  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  struct Folder {
    Ground ground;
    bool staged = false;
  };
  std::unordered_map<std::string, Folder, TextHash, std::equal_to<>> folders_;
  std::shared_mutex folders_mutex_;

  std::optional<base::Failure> first_failure_;
  std::mutex failure_mutex_;
};

/// The folder that holds `path`; empty for one at the top.
inline std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == path.npos ? std::string_view() : path.substr(0, slash);
}

}  // namespace cenacle::publish
