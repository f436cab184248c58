// What texts of front matter say when they are amounts, addresses, days of the year, and what was meant when they are not.
#include "content/values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "formats/hash/hash.h"
#include "formats/locale/locale.h"

namespace cenacle::content {

namespace {

constexpr std::array<std::string_view, 3> spaces = {" ", "\u00A0", "\u202F"};

std::string without_spaces(std::string_view text) {
  std::string out(text);
  for (const std::string_view space : spaces)
    for (std::size_t at; (at = out.find(space)) != std::string::npos;) out.erase(at, space.size());
  return out;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::int64_t> whole(std::string_view digits) {
  if (!all_digits(digits) || digits.size() > 15) return std::nullopt;
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool is_host(std::string_view host) {
  if (host.empty() || host.size() > 253 || host.front() == '.' || host.back() == '.' || host.find("..") != std::string_view::npos)
    return false;
  return std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
}

}  // namespace

std::optional<std::int64_t> parse_cents(std::string_view text) {
  const std::string plain = without_spaces(text);
  std::string_view rest = plain;
  constexpr std::string_view euro = "€";
  if (!rest.ends_with(euro)) return std::nullopt;
  rest.remove_suffix(euro.size());
  const std::size_t comma = rest.find(',');
  const auto euros = whole(rest.substr(0, comma));
  if (!euros) return std::nullopt;
  if (comma == std::string_view::npos) return *euros * 100;
  const std::string_view decimals = rest.substr(comma + 1);
  const auto cents = whole(decimals);
  return cents && decimals.size() == 2 ? std::optional(*euros * 100 + *cents) : std::nullopt;
}

std::optional<std::string> amount_meant(std::string_view text) {
  std::string plain = without_spaces(text);
  for (const std::string_view unit : {"euros", "Euros", "EUROS", "euro", "EUR", "eur", "€"})
    if (plain.ends_with(unit)) plain.resize(plain.size() - unit.size());
  std::replace(plain.begin(), plain.end(), '.', ',');
  const std::size_t comma = plain.find(',');
  const auto euros = whole(std::string_view(plain).substr(0, comma));
  std::string decimals = comma == std::string::npos ? "00" : plain.substr(comma + 1);
  if (decimals.size() == 1) decimals += '0';
  if (!euros || !all_digits(decimals) || decimals.size() != 2) return std::nullopt;
  return fmt::format("{},{} €", *euros, decimals);
}

std::optional<std::chrono::month_day> parse_month_day(std::string_view text) {
  if (text.size() != 5 || text[2] != '-' || !all_digits(text.substr(0, 2)) || !all_digits(text.substr(3))) return std::nullopt;
  const auto two = [&](std::size_t at) { return static_cast<unsigned>((text[at] - '0') * 10 + (text[at + 1] - '0')); };
  const std::chrono::month_day day{std::chrono::month(two(0)), std::chrono::day(two(3))};
  return day.ok() ? std::optional(day) : std::nullopt;
}

std::optional<int> parse_weekday(std::string_view text) {
  constexpr std::array<std::string_view, 7> days = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  const auto* const found = std::find(days.begin(), days.end(), text);
  return found == days.end() ? std::nullopt : std::optional(static_cast<int>(found - days.begin()) + 1);
}

bool is_mail(std::string_view text) {
  constexpr std::string_view marks = "!#$%&'*+-/=?^_`{|}~.";  // RFC 5321, atoms
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || at == 0 || at > 64) return false;
  const std::string_view local = text.substr(0, at), domain = text.substr(at + 1);
  const bool sound = std::all_of(local.begin(), local.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || marks.find(c) != std::string_view::npos;
  });
  return sound && local.front() != '.' && local.back() != '.' && local.find("..") == std::string_view::npos && is_host(domain) &&
         domain.find('.') != std::string_view::npos;
}

bool is_web_address(std::string_view text, bool plain) {
  const std::string_view scheme = text.starts_with("https://") ? "https://" : plain && text.starts_with("http://") ? "http://" : "";
  if (scheme.empty()) return false;
  for (const char c : text)
    if (static_cast<unsigned char>(c) <= ' ' || static_cast<unsigned char>(c) >= 0x7F || c == '"' || c == '<' || c == '>' ||
        c == '\\' || c == '`' || c == '{' || c == '}' || c == '|' || c == '^')
      return false;
  std::string_view host = text.substr(scheme.size());
  host = host.substr(0, host.find_first_of("/?#"));
  if (const std::size_t colon = host.find(':'); colon != std::string_view::npos) {
    const std::string_view port = host.substr(colon + 1);
    if (!all_digits(port) || port.size() > 5) return false;
    host = host.substr(0, colon);
  }
  return is_host(host);
}

std::string_view key_meant(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 29> words = {{
      {"adresse", "address"},      {"auteur", "author"},       {"brouillon", "draft"},   {"charte", "charter"},
      {"compte-rendu", "minutes"}, {"courriel", "mail"},       {"date-debut", "start"},  {"date-fin", "end"},
      {"debut", "start"},          {"domaines", "topics"},     {"duree", "duration"},    {"fichiers", "files"},
      {"fin", "end"},              {"fonction", "function"},   {"genre", "kind"},        {"groupe", "of"},
      {"lieu", "place"},           {"nom", "name"},            {"ordre", "order"},       {"places", "seats"},
      {"publie", "published"},     {"question", "question"},   {"resume", "summary"},    {"reunion", "meeting"},
      {"statut", "status"},        {"tags", "topics"},         {"telephone", "phone"},   {"themes", "topics"},
      {"titre", "title"},
  }};
  const std::string plain = locale::slug(word);
  const auto* const found = std::find_if(words.begin(), words.end(), [&](const auto& it) { return it.first == plain; });
  return found == words.end() ? std::string_view() : found->second;
}

std::string hashed_id(std::string_view text, std::uint64_t seed, std::size_t size) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  std::string id;
  std::uint64_t number = hash::of(text, seed);
  for (std::size_t i = 0; i < size; ++i, number /= letters.size()) id += letters[number % letters.size()];
  return id;
}

std::optional<std::int64_t> parse_spaced_number(std::string_view text) { return whole(without_spaces(text)); }

}  // namespace cenacle::content
