// How the last build left each file of its manifest, so that the next one need not read it again.
#include "publish/stamp_cache.h"

#include <cstring>
#include <type_traits>

#include "formats/hash/hash.h"

namespace cenacle::publish {

namespace {

constexpr std::string_view head = "cenacle-output 1";

// Read and written as it lies in memory: the cache never leaves its machine, and its end is a hash of all before it.
static_assert(std::is_trivially_copyable_v<LeftFile> && sizeof(LeftFile) == 24);

void append(std::string* out, std::uint64_t number) {
  out->append(reinterpret_cast<const char*>(&number), sizeof number);
}

}  // namespace

std::string write_stamp_cache(std::span<const LeftFile> files, std::uint64_t manifest) {
  std::string bytes(head);
  bytes.reserve(head.size() + 16 + files.size_bytes());
  append(&bytes, manifest);
  bytes.append(reinterpret_cast<const char*>(files.data()), files.size_bytes());
  append(&bytes, hash::of(bytes));
  return bytes;
}

std::optional<std::vector<LeftFile>> read_stamp_cache(std::string_view bytes, std::uint64_t manifest,
                                                      std::size_t count) {
  if (!bytes.starts_with(head) || bytes.size() != head.size() + 16 + count * sizeof(LeftFile)) return std::nullopt;
  std::uint64_t with = 0, end = 0;
  std::memcpy(&with, bytes.data() + head.size(), sizeof with);
  std::memcpy(&end, bytes.data() + bytes.size() - sizeof end, sizeof end);
  if (with != manifest || end != hash::of(bytes.substr(0, bytes.size() - sizeof end))) return std::nullopt;
  std::vector<LeftFile> files(count);
  if (count > 0) std::memcpy(files.data(), bytes.data() + head.size() + 8, count * sizeof(LeftFile));
  return files;
}

}  // namespace cenacle::publish
