// How the last build left each file of its manifest, so that the next one need not read it again.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cenacle::publish {

/// A file as it was left, and what it was made from. Its size is in the manifest.
struct LeftFile {
  /// Says nothing about the file: its contents have to be compared.
  static constexpr std::int64_t unknown = std::numeric_limits<std::int64_t>::min();

  std::int64_t modified_ns = unknown;
  std::uint64_t inode = 0;
  std::uint64_t fingerprint = 0;
  friend bool operator==(const LeftFile&, const LeftFile&) = default;
};

/// `files` in the order of the manifest whose text has the hash `manifest`.
std::string write_stamp_cache(std::span<const LeftFile> files, std::uint64_t manifest);

/// Nothing unless `bytes` are whole, and those of the cache that goes with this manifest of `count` files.
std::optional<std::vector<LeftFile>> read_stamp_cache(std::string_view bytes, std::uint64_t manifest,
                                                      std::size_t count);

}  // namespace cenacle::publish
