// The image of what reading content/ has found, for the next run: one record a source, checked as a whole.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/sources.h"
#include "formats/markdown/markdown.h"

namespace cenacle::content {

/// A source as an earlier run left it. The views are parts of the image.
struct CachedSource {
  std::string_view path;
  base::FileStamp stamp;
  std::string_view front_image, opening, facts;
  std::uint32_t body_line = 1;
  std::size_t body_offset = 0;
  std::uint64_t body_hash = 0;
  bool body_empty = true;
};

struct Cache {
  bool french = true;
  std::vector<CachedSource> sources;  ///< by path
  /// The record of `path` when its file has not changed since. A stamp without a time tells nothing.
  const CachedSource* find(std::string_view path, const base::FileStamp& stamp) const;
};

/// An image of `cache`.
std::string encode_cache(const Cache& cache);
/// Nothing unless `image` is whole and of this version.
std::optional<Cache> decode_cache(std::string_view image);

/// What a text holds, as bytes; never empty.
std::string encode_facts(const markdown::Facts& facts);
std::optional<markdown::Facts> decode_facts(std::string_view image);

}  // namespace cenacle::content
