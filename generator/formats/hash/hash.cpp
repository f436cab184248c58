// Fingerprints for caches (xxHash). Not for secrets.
#include "formats/hash/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace cenacle::hash {

std::uint64_t of(std::string_view bytes, std::uint64_t seed) { return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed); }

}  // namespace cenacle::hash
