// Random octets of the system's, and the secret that a ledger keeps of them.
#include "ledger/chance.h"

#include <sys/random.h>

#include <cerrno>
#include <charconv>

#include <fmt/format.h>

namespace cenacle::ledger {

namespace {

constexpr std::size_t secret_octets = 32;

/// Hexadecimal, as `meta` keeps it; nothing when it is anything else.
std::string octets_of(std::string_view digits) {
  std::string octets;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    unsigned char octet = 0;
    if (std::from_chars(digits.data() + i, digits.data() + i + 2, octet, 16).ptr != digits.data() + i + 2) return "";
    octets += static_cast<char>(octet);
  }
  return octets;
}

}  // namespace

std::string chance(std::size_t octets) {
  std::string drawn(octets, '\0');
  while (getrandom(drawn.data(), octets, 0) != static_cast<ssize_t>(octets))
    if (errno != EINTR) disk_trouble("the system has no random numbers to give");
  return drawn;
}

void draw_secret(Database& database) {
  std::string digits;
  for (const char octet : chance(secret_octets)) digits += fmt::format("{:02x}", static_cast<unsigned char>(octet));
  database.run("INSERT INTO meta (name, value) VALUES ('secret', ?) ON CONFLICT (name) DO NOTHING", {digits});
}

std::string read_secret(Database& database) {
  std::string octets;
  database.each("SELECT value FROM meta WHERE name = 'secret'", "t", {},
                [&](const Row& row) { octets = octets_of(row.text(0)); });
  if (octets.size() != secret_octets) disk_trouble(fmt::format("{} has lost its secret", database.name()));
  return octets;
}

}  // namespace cenacle::ledger
