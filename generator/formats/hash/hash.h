// Fingerprints for caches (xxHash, not for secrets), and digests that stand as evidence (SHA-256, OpenSSL).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cenacle::hash {

/// XXH3, 64 bits; the same on every machine.
std::uint64_t of(std::string_view bytes, std::uint64_t seed = 0);

/// SHA-256 (FIPS 180-4), 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

/// HMAC-SHA256 (RFC 2104), 32 octets.
std::string hmac_sha256(std::string_view key, std::string_view bytes);

}  // namespace cenacle::hash
