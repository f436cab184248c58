// The files of content/, read once: front matter as a tree, text as bytes, and what the text holds. A file whose stamp has
// not changed since the last run is taken from the cache, and its bytes are read only when asked for.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"
#include "diag/diagnostics.h"
#include "formats/markdown/markdown.h"
#include "formats/toml/toml.h"

namespace cenacle::content {

struct Cache;
struct CachedSource;

/// One `.md` or `.toml` file of content/.
struct Source {
  std::string path;  ///< below the portal's root: "content/finances/groups/fiscalite.md"
  base::FileStamp stamp;
  std::string_view front_image;  ///< of a `.md`: its front matter; of a `.toml`: all of it (toml::encode)
  std::string_view opening;      ///< plain text of the text's first paragraph, where no `summary` is given
  std::string own;               ///< what the two are parts of, when they do not come from the cache
  bool readable = false;        ///< false: a mistake was reported that leaves nothing to load
  bool clean = false;           ///< reading it reported nothing: it may be cached
  std::uint32_t body_line = 1;  ///< line of the file where the text begins
  std::size_t body_offset = 0;  ///< bytes
  std::uint64_t body_hash = 0;
  bool body_empty = true;
};

/// unreadable-file: `why` the file at `path` cannot be had.
void report_unreadable(std::string path, const base::Failure& why, diag::Diagnostics& diagnostics);

/// Every file of content/, sorted by path. Once `read` has returned, everything is thread-safe; a source's index never
/// changes. No file's bytes are kept.
class Sources {
 public:
  /// `files` must live as long as this; `entries` are those of the folder content/, sorted. Texts are read as French ones,
  /// or not.
  Sources(const base::FileSystem& files, std::vector<base::FileEntry> entries, bool french);
  ~Sources();

  /// Reads every source, or takes it from `cache`, whose image lives as long as this, when its stamp is the same.
  void read(const Cache& cache, unsigned jobs, diag::Diagnostics& diagnostics);
  /// What a later `read` may take: sources that had no mistakes, and what their texts hold as far as it was asked for.
  std::string cache_image() const;
  /// How many sources the last `read` had to read, for want of a cached one.
  std::size_t read_anew() const { return read_anew_; }

  std::size_t size() const { return sources_.size(); }
  const Source& operator[](std::size_t index) const { return sources_[index]; }
  std::optional<std::size_t> find(std::string_view path) const;
  /// The front matter of a source, or the whole of a `.toml`.
  toml::Node front(std::size_t index) const;
  /// All files below content/ that are not sources (attachments, images), sorted by path.
  const std::vector<base::FileEntry>& others() const { return others_; }
  /// Whether there is such a file; its size in bytes.
  bool has_file(std::string_view path, std::uint64_t* bytes = nullptr) const;
  const base::FileSystem& files() const { return files_; }
  /// Whether the portal's language is French, which decides how texts are read.
  bool french() const { return french_; }

  /// The Markdown text of a source. Empty when the file cannot be read any more.
  std::string body(std::size_t index) const;
  /// What the text holds: from the cache, or parsed now (and then remembered). `options` are those of `reading_options`.
  std::shared_ptr<const markdown::Facts> facts(std::size_t index, const markdown::Options& options) const;
  /// Remembers facts that a rendering has found on its way, with the same options.
  void remember(std::size_t index, const markdown::Facts& facts) const;
  bool has_facts(std::size_t index) const;

 private:
  void read_one(std::size_t index, const Cache& cache, diag::Diagnostics& diagnostics);
  void take(std::size_t index, const CachedSource& cached);
  std::string_view known_facts(std::size_t index) const;
  void read_file(Source& source, std::string_view bytes, diag::Diagnostics& diagnostics) const;
  std::mutex& lock_of(std::size_t index) const { return locks_[index % locks_.size()]; }

  const base::FileSystem& files_;
  std::vector<Source> sources_;
  std::vector<base::FileEntry> others_;
  bool french_;
  std::atomic<std::size_t> read_anew_{0};
  std::vector<std::string_view> cached_facts_;  ///< images, by index; empty: not known
  mutable std::vector<std::string> facts_;      ///< of those that were found since
  mutable std::array<std::mutex, 16> locks_;
};

}  // namespace cenacle::content
