// The files of content/, read once: front matter as a tree, text as bytes, and what the text holds. A file whose stamp has
// not changed since the last run is taken from the cache, and its bytes are read only when asked for.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"
#include "diag/diagnostics.h"
#include "formats/markdown/markdown.h"
#include "formats/toml/toml.h"

namespace cenacle::content {

/// One `.md` or `.toml` file of content/.
struct Source {
  std::string path;             ///< below the portal's root: "content/finances/groups/fiscalite.md"
  base::FileStamp stamp;
  toml::Node front;             ///< of a `.md`: its front matter; of a `.toml`: all of it
  bool readable = true;         ///< false: a mistake was reported that leaves nothing to load
  std::uint32_t body_line = 1;  ///< line of the file where the text begins
  std::size_t body_offset = 0;  ///< bytes
  std::uint64_t body_hash = 0;
  bool body_empty = true;
};

/// Every file of content/, sorted by path. Reading is thread-safe; a source's index never changes.
class Sources {
 public:
  Sources(const base::FileSystem& files, std::vector<base::FileEntry> entries);

  std::size_t size() const;
  const Source& operator[](std::size_t index) const;
  /// All files below content/ that are not sources (attachments, images): path → size in bytes.
  bool has_file(std::string_view path, std::uint64_t* bytes = nullptr) const;
  const base::FileSystem& files() const;

  /// The Markdown text of a source. Empty when the file cannot be read any more.
  std::string body(std::size_t index) const;
  /// What the text holds: from the cache, or parsed now (and then remembered).
  std::shared_ptr<const markdown::Facts> facts(std::size_t index, const markdown::Options& options) const;
  /// Remembers facts that a rendering has found on its way.
  void remember(std::size_t index, markdown::Facts facts) const;
  bool has_facts(std::size_t index) const;
  // …
};

}  // namespace cenacle::content
