// Tokens of answer links, and names of private feeds.
#include "mail/token.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "formats/hash/hash.h"

namespace cenacle::mail {

namespace {

constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyz234567";  // RFC 4648 §6, in lower case
constexpr std::size_t said = 7, sealed = 8;                                // octets of a token's two halves

struct Known {
  Reply reply;
  std::string_view word;
};
constexpr Known replies[] = {
#define CENACLE_DECLARE(identifier, word, number) {Reply::identifier, word},
    CENACLE_REPLIES(CENACLE_DECLARE)
#undef CENACLE_DECLARE
};

/// Octets as base32; of 5 octets each, without padding.
std::string base32(std::string_view octets) {
  std::string text;
  std::uint32_t held = 0;
  int bits = 0;
  for (const char c : octets) {
    held = (held << 8) | static_cast<unsigned char>(c);
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(held >> (bits - 5)) & 31];
  }
  return text;
}

std::optional<std::string> from_base32(std::string_view text) {
  std::string octets;
  std::uint32_t held = 0;
  int bits = 0;
  for (const char c : text) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    const std::size_t value = alphabet.find(lower);
    if (value == std::string_view::npos) return std::nullopt;
    held = (held << 5) | static_cast<std::uint32_t>(value);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    octets += static_cast<char>((held >> bits) & 0xFF);
  }
  return octets;
}

/// What it is of is part of what is sealed: a token is no feed's name, nor the other way round.
std::string seal(std::string_view what, std::string_view secret) {
  return hash::hmac_sha256(secret, "answer " + std::string(what)).substr(0, sealed);
}

/// Takes the same time wherever they differ.
bool same(std::string_view a, std::string_view b) {
  unsigned char different = a.size() == b.size() ? 0 : 1;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
    different |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
  return different == 0;
}

bool is_of_alphabet(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

}  // namespace

std::string_view word(Reply reply) {
  for (const Known& it : replies)
    if (it.reply == reply) return it.word;
  return {};
}

std::optional<Reply> reply_of(std::string_view word) {
  for (const Known& it : replies)
    if (it.word == word) return it.reply;
  return std::nullopt;
}

std::string write_token(const Token& token, std::string_view secret) {
  std::string octets;
  for (int shift = 24; shift >= 0; shift -= 8) octets += static_cast<char>((token.message >> shift) & 0xFF);
  for (const auto octet : {static_cast<std::uint8_t>(token.reply), token.first, token.second})
    octets += static_cast<char>(octet);
  return base32(octets + seal(octets, secret));
}

std::optional<Token> read_token(std::string_view text, std::string_view secret) {
  if (text.size() != token_length) return std::nullopt;
  const auto octets = from_base32(text);
  if (!octets || !same(seal(octets->substr(0, said), secret), octets->substr(said))) return std::nullopt;
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>((*octets)[i]); };
  Token token;
  for (std::size_t i = 0; i < 4; ++i) token.message = (token.message << 8) | at(i);
  token.reply = static_cast<Reply>(at(4));
  token.first = at(5), token.second = at(6);
  if (token.message == 0 || word(token.reply).empty()) return std::nullopt;
  return token;
}

std::optional<Token> find_token(std::string_view text, std::string_view secret) {
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && is_of_alphabet(text[end])) ++end;
    if (end - begin == token_length)
      if (const auto token = read_token(text.substr(begin, token_length), secret)) return token;
    begin = std::max(end, begin + 1);
  }
  return std::nullopt;
}

std::string feed_token(const model::PersonId& person, std::string_view secret) {
  return base32(hash::hmac_sha256(secret, "feed " + person).substr(0, 20));
}

}  // namespace cenacle::mail
