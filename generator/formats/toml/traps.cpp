// The mistakes that people who do not write code make in TOML, recognised by name on a line that could not be read.
#include "formats/toml/traps.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "base/time.h"
#include "diag/codes.h"

namespace cenacle::toml {

namespace {

/// A line taken apart as `key sign value`.
struct Parts {
  std::string_view key, value;
  std::size_t key_at = 0, sign_at = 0, value_at = 0;  // bytes
  char sign = '=';
};

std::size_t skip_blank(std::string_view line, std::size_t at) {
  while (at < line.size()) {
    if (line[at] == ' ' || line[at] == '\t')
      ++at;
    else if (line.substr(at).starts_with("\u00A0"))
      at += 2;
    else if (line.substr(at).starts_with("\u202F"))
      at += 3;
    else
      break;
  }
  return at;
}

std::optional<Parts> take_apart(std::string_view line) {
  Parts parts;
  parts.key_at = skip_blank(line, 0);
  parts.sign_at = line.find_first_of("=:", parts.key_at);
  if (parts.sign_at == std::string_view::npos) return std::nullopt;
  parts.sign = line[parts.sign_at];
  std::string_view key = line.substr(parts.key_at, parts.sign_at - parts.key_at);
  for (;;) {  // no-break spaces before the sign are not part of the key
    key = base::trim(key);
    if (key.ends_with("\u00A0"))
      key.remove_suffix(2);
    else if (key.ends_with("\u202F"))
      key.remove_suffix(3);
    else
      break;
  }
  parts.key = key;
  parts.value_at = skip_blank(line, parts.sign_at + 1);
  parts.value = base::trim(line.substr(parts.value_at));
  return parts.key.empty() ? std::nullopt : std::optional(parts);
}

/// The trap of `bytes` bytes at `at`, with columns in code points.
Trap trap(diag::Code code, std::string_view line, std::size_t at, std::size_t bytes, std::string summary,
          std::string help) {
  return {code, 1 + static_cast<std::uint32_t>(base::code_points(line.substr(0, at))),
          static_cast<std::uint32_t>(base::code_points(line.substr(at, bytes))), std::move(summary), std::move(help)};
}

std::string pasted(std::string_view key, std::string_view value) { return fmt::format("write:\n{} = {}", key, value); }

bool is_curly(std::string_view text) {
  for (const std::string_view quote : {"“", "”", "„", "«", "»", "‘", "’"})
    if (text.starts_with(quote)) return true;
  return false;
}

/// `text` without curly quotes and the spaces inside them, in straight ones.
std::string straightened(std::string_view text) {
  std::string inner(text);
  for (const std::string_view mark : {"“", "”", "„", "«", "»", "‘"}) {
    for (std::size_t at; (at = inner.find(mark)) != std::string::npos;) inner.erase(at, mark.size());
  }
  while (inner.starts_with("’")) inner.erase(0, 3);
  while (inner.ends_with("’")) inner.erase(inner.size() - 3);
  std::erase(inner, '"');
  std::string_view trimmed = base::trim(inner);
  for (const std::string_view space : {"\u00A0", "\u202F"}) {
    if (trimmed.starts_with(space)) trimmed.remove_prefix(space.size());
    if (trimmed.ends_with(space)) trimmed.remove_suffix(space.size());
  }
  return fmt::format("\"{}\"", trimmed);
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Trap> boolean_trap(std::string_view line, const Parts& p) {
  constexpr std::array<std::string_view, 10> yes = {"Vrai", "vrai", "VRAI", "True", "TRUE",
                                                    "oui",  "Oui",  "OUI",  "yes",  "Yes"};
  constexpr std::array<std::string_view, 10> no = {"Faux", "faux", "FAUX", "False", "FALSE",
                                                   "non",  "Non",  "NON",  "no",    "No"};
  const bool is_yes = std::find(yes.begin(), yes.end(), p.value) != yes.end();
  if (!is_yes && std::find(no.begin(), no.end(), p.value) == no.end()) return std::nullopt;
  return trap(diag::code::french_boolean, line, p.value_at, p.value.size(),
              fmt::format("`{}` is not a value of TOML: it writes `true` and `false`", p.value),
              pasted(p.key, is_yes ? "true" : "false"));
}

std::optional<Trap> date_trap(std::string_view line, const Parts& p) {
  const auto blank = p.value.find(' ');
  const auto date = french_date(p.value.substr(0, blank));
  if (date && blank == std::string_view::npos)
    return trap(diag::code::french_date, line, p.value_at, p.value.size(), "a date is written year-month-day",
                pasted(p.key, *date));
  std::string_view tail = blank == std::string_view::npos ? p.value : base::trim(p.value.substr(blank));
  if (tail.starts_with("à ")) tail = base::trim(tail.substr(3));
  const auto day = date ? date
                   : (blank != std::string_view::npos && base::parse_date(p.value.substr(0, blank)))
                       ? std::optional(std::string(p.value.substr(0, blank)))
                       : std::nullopt;
  if (day)
    if (const auto time = french_time(tail))
      return trap(diag::code::french_time, line, p.value_at, p.value.size(),
                  "a moment is written year-month-dayThour:minute:second", pasted(p.key, *day + "T" + *time));
  if (const auto time = french_time(p.value))
    return trap(diag::code::french_time, line, p.value_at, p.value.size(),
                "an hour is written with colons, beside its date", pasted(p.key, fmt::format("2026-10-06T{}", *time)));
  return std::nullopt;
}

std::optional<Trap> number_trap(std::string_view line, const Parts& p) {
  std::string digits(p.value);
  for (const std::string_view drop : {"\u00A0", "\u202F", "€", " "})
    for (std::size_t at; (at = digits.find(drop)) != std::string::npos;) digits.erase(at, drop.size());
  const auto comma = digits.find(',');
  const bool has_comma = comma != std::string::npos;
  std::string plain = digits;
  if (has_comma) plain.erase(comma, 1);
  if (!all_digits(plain) || (!has_comma && digits == p.value)) return std::nullopt;
  const bool amount = has_comma || p.value.find("€") != std::string_view::npos;
  return trap(diag::code::french_number, line, p.value_at, p.value.size(),
              "a number is written with digits only; an amount of money is a text",
              pasted(p.key, amount ? fmt::format("\"{}\"", p.value) : digits));
}

}  // namespace

std::optional<std::string> french_date(std::string_view text) {
  const auto separator = text.find_first_of("/.-");
  if (separator == std::string_view::npos) return std::nullopt;
  const auto parts = base::split(text, text[separator]);
  if (parts.size() != 3 || !all_digits(parts[0]) || !all_digits(parts[1]) || parts[0].size() > 2 ||
      parts[1].size() > 2 || !all_digits(parts[2]) || (parts[2].size() != 4 && parts[2].size() != 2))
    return std::nullopt;
  const auto iso = fmt::format("{}{}-{:0>2}-{:0>2}", parts[2].size() == 2 ? "20" : "", parts[2], parts[1], parts[0]);
  return base::parse_date(iso) ? std::optional(iso) : std::nullopt;
}

std::optional<std::string> french_time(std::string_view text) {
  const auto h = text.find_first_of("hH");
  if (h == std::string_view::npos) return std::nullopt;
  const std::string_view hour = base::trim(text.substr(0, h)), minute = base::trim(text.substr(h + 1));
  if (!all_digits(hour) || hour.size() > 2 || (!minute.empty() && (!all_digits(minute) || minute.size() != 2)))
    return std::nullopt;
  return fmt::format("{:0>2}:{:0>2}:00", hour, minute.empty() ? "00" : minute);
}

Trap find_trap(std::string_view line) {
  const auto parts = take_apart(line);
  if (!parts) return {};
  const Parts& p = *parts;
  if (p.sign == ':' && p.key.find_first_of("\"' ") == std::string_view::npos)
    return trap(diag::code::colon_for_equals, line, p.sign_at, 1, "a key and its value are joined by `=`, not by `:`",
                pasted(p.key, p.value.empty() || p.value.front() == '"' || all_digits(p.value)
                                  ? std::string(p.value)
                                  : fmt::format("\"{}\"", p.value)));
  if (std::any_of(p.key.begin(), p.key.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) &&
      p.key.front() != '"')
    return trap(diag::code::accented_key, line, p.key_at, p.key.size(),
                "a key has no accent: `a-z`, `0-9`, `_` and `-`", "keys are listed in generator/content/FORMAT.md");
  if (is_curly(p.value))
    return trap(diag::code::curly_quotes, line, p.value_at, p.value.size(), "a text is between straight quotes: \"…\"",
                pasted(p.key, straightened(p.value)));
  if (p.value.starts_with("\"") && (p.value.ends_with("”") || p.value.ends_with("“") || p.value.ends_with("»")))
    return trap(diag::code::curly_quotes, line, p.value_at, p.value.size(),
                "a text ends with the straight quote it began with", pasted(p.key, straightened(p.value)));
  if (const auto found = boolean_trap(line, p)) return *found;
  if (const auto found = date_trap(line, p)) return *found;
  if (const auto found = number_trap(line, p)) return *found;
  for (const std::string_view space : {"\u00A0", "\u202F"}) {
    const std::size_t at = line.find(space);
    if (at != std::string_view::npos && at < p.value_at)
      return trap(diag::code::no_break_space, line, at, space.size(),
                  "a no-break space stands where a plain one is needed", pasted(p.key, p.value));
  }
  const bool word = !p.value.empty() && (std::isalpha(static_cast<unsigned char>(p.value.front())) != 0 ||
                                         static_cast<unsigned char>(p.value.front()) >= 0x80);
  if (word && p.value.find('"') == std::string_view::npos)
    return trap(diag::code::unquoted_text, line, p.value_at, p.value.size(), "a text is between straight quotes",
                pasted(p.key, fmt::format("\"{}\"", p.value)));
  if (p.value.starts_with("\"") && std::count(p.value.begin(), p.value.end(), '"') > 2)
    return trap(diag::code::quote_in_text, line, p.value_at, p.value.size(), "a straight quote inside a text ends it",
                "use « » inside, or write the inner ones \\\"");
  return {};
}

}  // namespace cenacle::toml
