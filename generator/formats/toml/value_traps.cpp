// What is wrong with a value of TOML, whatever its key, and how it must be written.
#include "formats/toml/value_traps.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "diag/codes.h"
#include "formats/toml/moments.h"

namespace cenacle::toml {

namespace {

constexpr std::string_view between_quotes = "a text is between straight quotes";

std::string quoted(std::string_view text) { return fmt::format("\"{}\"", text); }

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
  return quoted(trimmed);
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_word(std::string_view value) {
  const char c = value.front();
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::optional<ValueTrap> quotes_trap(std::string_view value) {
  if (is_curly(value))
    return ValueTrap{diag::code::curly_quotes, std::string(between_quotes) + ": \"…\"", straightened(value)};
  if (value.starts_with("\"") && (value.ends_with("”") || value.ends_with("“") || value.ends_with("»")))
    return ValueTrap{diag::code::curly_quotes, "a text ends with the straight quote it began with",
                     straightened(value)};
  return std::nullopt;
}

std::optional<ValueTrap> boolean_trap(std::string_view value) {
  constexpr std::array<std::string_view, 10> yes = {"Vrai", "vrai", "VRAI", "True", "TRUE",
                                                    "oui",  "Oui",  "OUI",  "yes",  "Yes"};
  constexpr std::array<std::string_view, 10> no = {"Faux", "faux", "FAUX", "False", "FALSE",
                                                   "non",  "Non",  "NON",  "no",    "No"};
  const bool is_yes = std::find(yes.begin(), yes.end(), value) != yes.end();
  if (!is_yes && std::find(no.begin(), no.end(), value) == no.end()) return std::nullopt;
  return ValueTrap{diag::code::french_boolean,
                   fmt::format("`{}` is not a value of TOML: it writes `true` and `false`", value),
                   is_yes ? "true" : "false"};
}

std::optional<ValueTrap> moment_trap(std::string_view value, const Expected& expected) {
  if (const auto day = day_written(value)) {
    const base::Date nearest = nearest_day(*day);
    const std::string instead = base::iso(nearest) + (expected.moment ? "T09:30:00" : "");
    if (!day->ok())
      return ValueTrap{diag::code::no_such_day, fmt::format("the calendar has no day {}", value), instead};
    if (base::iso(nearest) == value) return std::nullopt;
    return ValueTrap{diag::code::french_date, "a date is written year-month-day", instead};
  }
  if (const auto moment = moment_meant(value)) {
    std::string written = base::iso(*moment);
    if (value == written || value == written.replace(10, 1, " ")) return std::nullopt;
    return ValueTrap{diag::code::french_time, "a moment is written year-month-dayThour:minute:second",
                     base::iso(*moment)};
  }
  if (const auto time = time_meant(value); time && *time != value)
    return ValueTrap{diag::code::french_time, "an hour is written with colons, beside its date",
                     fmt::format("{}T{}", expected.day, *time)};
  return std::nullopt;
}

/// `2026-02-30T09:30:00`, `2026-10-06T24:00:00`: well written, and not to be had.
std::optional<ValueTrap> no_such_moment(std::string_view value) {
  constexpr std::string_view shape = "dddd-dd-ddTdd:dd:dd";
  if (value.size() != shape.size()) return std::nullopt;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool digit = value[i] >= '0' && value[i] <= '9';
    const bool fits = shape[i] == 'd' ? digit : value[i] == shape[i] || (shape[i] == 'T' && value[i] == ' ');
    if (!fits) return std::nullopt;
  }
  const auto day = day_written(value.substr(0, 10));
  const auto time = time_meant(value.substr(11));
  if (!day || (day->ok() && time)) return std::nullopt;
  return ValueTrap{diag::code::no_such_day,
                   day->ok() ? fmt::format("the day has no hour {}: the last minute is 23:59", value.substr(11))
                             : fmt::format("the calendar has no day {}", value.substr(0, 10)),
                   base::iso(nearest_day(*day)) + "T" + time.value_or("23:59:00")};
}

std::optional<ValueTrap> number_trap(std::string_view value) {
  std::string digits(value);
  for (const std::string_view drop : {"\u00A0", "\u202F", "€", " "})
    for (std::size_t at; (at = digits.find(drop)) != std::string::npos;) digits.erase(at, drop.size());
  const auto comma = digits.find(',');
  const bool has_comma = comma != std::string::npos;
  std::string plain = digits;
  if (has_comma) plain.erase(comma, 1);
  if (!all_digits(plain) || (!has_comma && digits == value)) return std::nullopt;
  const bool amount = has_comma || value.find("€") != std::string_view::npos;
  return ValueTrap{diag::code::french_number, "a number is written with digits only; an amount of money is a text",
                   amount ? quoted(value) : digits};
}

/// Of `[archives, “accueil”]`: words without quotes, or between others.
std::optional<ValueTrap> list_trap(std::string_view value) {
  if (!value.starts_with("[") || !value.ends_with("]")) return std::nullopt;
  std::optional<ValueTrap> trap;
  std::string list = "[";
  bool in_quotes = false;
  for (std::size_t begin = 1, i = 1; i < value.size(); ++i) {
    if (value[i] == '"') in_quotes = !in_quotes;
    if ((value[i] != ',' || in_quotes) && i + 1 != value.size()) continue;
    const std::string_view item = base::trim(value.substr(begin, i - begin));
    begin = i + 1;
    if (item.empty()) continue;
    std::string written(item);
    auto wrong = quotes_trap(item);
    if (!wrong && is_word(item) && item != "true" && item != "false")
      wrong = ValueTrap{diag::code::unquoted_text, std::string(between_quotes), quoted(item)};
    if (wrong) {
      written = wrong->instead;
      wrong->at = static_cast<std::size_t>(item.data() - value.data());
      wrong->size = item.size();
      if (!trap) trap = std::move(wrong);
    }
    list += (list.size() > 1 ? ", " : "") + written;
  }
  if (trap) trap->instead = list + "]";
  return trap;
}

/// A backslash that no special character follows, as in `C:\Accueil`.
std::optional<ValueTrap> backslash_trap(std::string_view value) {
  constexpr std::string_view special = "btnfr\"\\uU";
  std::string doubled;
  std::optional<std::size_t> first;
  for (std::size_t i = 0; i < value.size(); ++i) {
    doubled += value[i];
    if (value[i] != '\\') continue;
    if (i + 1 < value.size() && special.find(value[i + 1]) != std::string_view::npos) {
      doubled += value[++i];
    } else {
      doubled += '\\';
      if (!first) first = i;
    }
  }
  if (!first) return std::nullopt;
  return ValueTrap{diag::code::toml_syntax,
                   "a `\\` in a text begins a special character; one that is meant is written twice", doubled, *first,
                   1};
}

/// Of a value that begins with a straight quote.
std::optional<ValueTrap> text_trap(std::string_view value) {
  if (value.starts_with("\"\"\"")) return std::nullopt;
  if (auto found = backslash_trap(value)) return found;
  const auto quotes = std::count(value.begin(), value.end(), '"');
  if (quotes == 1)
    return ValueTrap{diag::code::toml_syntax, "the text is left open: it ends with a straight quote",
                     std::string(value) + "\""};
  if (quotes > 2) return ValueTrap{diag::code::quote_in_text, "a straight quote inside a text ends it", ""};
  return std::nullopt;
}

}  // namespace

std::optional<ValueTrap> find_value_trap(std::string_view value, const Expected& expected) {
  if (auto found = quotes_trap(value)) return found;
  if (value.front() == '"') return text_trap(value);
  if (auto found = boolean_trap(value)) return found;
  if (auto found = moment_trap(value, expected)) return found;
  if (auto found = no_such_moment(value)) return found;
  if (auto found = number_trap(value)) return found;
  if (auto found = list_trap(value)) return found;
  if (is_word(value) && value.find('"') == std::string_view::npos && value != "true" && value != "false")
    return ValueTrap{diag::code::unquoted_text, std::string(between_quotes), quoted(value)};
  return std::nullopt;
}

}  // namespace cenacle::toml
