// Fingerprints for caches (xxHash). Not for secrets.
#pragma once

#include <cstdint>
#include <string_view>

namespace cenacle::hash {

/// XXH3, 64 bits; the same on every machine.
std::uint64_t of(std::string_view bytes, std::uint64_t seed = 0);

}  // namespace cenacle::hash
