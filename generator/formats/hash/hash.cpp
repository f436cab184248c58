// Fingerprints for caches (xxHash), and digests that stand as evidence (SHA-256, OpenSSL).
#include "formats/hash/hash.h"

#define XXH_INLINE_ALL
#include <openssl/sha.h>
#include <xxhash.h>

#include <array>

namespace cenacle::hash {

std::uint64_t of(std::string_view bytes, std::uint64_t seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : digest) text.append({digits[byte >> 4], digits[byte & 15]});
  return text;
}

}  // namespace cenacle::hash
