// The mistakes that people who do not write code make in TOML, recognised by name on a line that could not be read.
#include "formats/toml/traps.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "diag/codes.h"
#include "formats/toml/value_traps.h"

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

/// A value without the remark behind it, where no quote could hide a `#` of its own.
std::string_view without_remark(std::string_view value) {
  const std::size_t hash = value.starts_with("#") ? 0 : value.find(" #");
  const bool quotes = value.find_first_of("\"'") != std::string_view::npos;
  return hash == std::string_view::npos || quotes ? value : base::trim(value.substr(0, hash));
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
  parts.value = without_remark(base::trim(line.substr(parts.value_at)));
  return parts.key.empty() || parts.key.front() == '#' ? std::nullopt : std::optional(parts);
}

/// The trap of `bytes` bytes at `at`, with columns in code points.
Trap trap(diag::Code code, std::string_view line, std::size_t at, std::size_t bytes, std::string summary,
          std::string help) {
  return {code, 1 + static_cast<std::uint32_t>(base::code_points(line.substr(0, at))),
          static_cast<std::uint32_t>(base::code_points(line.substr(at, bytes))), std::move(summary), std::move(help)};
}

std::string pasted(std::string_view key, std::string_view value) { return fmt::format("write:\n{} = {}", key, value); }

bool is_control(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F; }

/// `line` without control characters, nor what a terminal would take for its colours.
std::string cleaned(std::string_view line) {
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (!is_control(line[i])) {
      out += line[i];
      continue;
    }
    if (line[i] != 0x1B || !line.substr(i + 1).starts_with("[")) continue;
    const std::size_t end = line.find_first_not_of("0123456789;", i + 2);
    if (end != std::string_view::npos && line[end] >= '@' && line[end] <= '~') i = end;
  }
  return out;
}

std::optional<Trap> control_trap(std::string_view line) {
  const auto* const found = std::find_if(line.begin(), line.end(), is_control);
  if (found == line.end()) return std::nullopt;
  return trap(diag::code::control_character, line, static_cast<std::size_t>(found - line.begin()), 1,
              fmt::format("a character that cannot be seen (U+{:04X}) stands here", static_cast<unsigned char>(*found)),
              "write:\n" + cleaned(line));
}

}  // namespace

KeyAndValue key_and_value(std::string_view line) {
  const auto parts = take_apart(line);
  return parts ? KeyAndValue{parts->key, parts->value} : KeyAndValue{};
}

Trap find_trap(std::string_view line, const Expected& expected) {
  if (const auto found = control_trap(line)) return *found;
  const auto parts = take_apart(line);
  if (!parts) return {};
  const Parts& p = *parts;
  const auto wrong = p.value.empty() ? std::nullopt : find_value_trap(p.value, expected);
  if (p.sign == ':' && p.key.find_first_of("\"' ") == std::string_view::npos) {
    const std::string_view meant = wrong ? std::string_view(wrong->instead) : p.value;
    return trap(diag::code::colon_for_equals, line, p.sign_at, 1, "a key and its value are joined by `=`, not by `:`",
                pasted(p.key, !meant.empty()    ? meant
                              : p.value.empty() ? "\"…\""
                                                : p.value));
  }
  if (std::any_of(p.key.begin(), p.key.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) &&
      p.key.front() != '"')
    return trap(diag::code::accented_key, line, p.key_at, p.key.size(),
                "a key has no accent: `a-z`, `0-9`, `_` and `-`", "keys are listed in generator/content/FORMAT.md");
  if (p.sign == '=' && p.value.empty() && p.key.front() != '[')
    return trap(diag::code::toml_syntax, line, p.key_at, p.key.size(), fmt::format("`{}` has no value", p.key),
                fmt::format("take the line out, or write:\n{} = \"…\"", p.key));
  if (wrong)
    return trap(
        wrong->code, line, p.value_at + wrong->at, wrong->size == 0 ? p.value.size() : wrong->size, wrong->summary,
        wrong->instead.empty() ? "use « » inside, or write the inner ones \\\"" : pasted(p.key, wrong->instead));
  for (const std::string_view space : {"\u00A0", "\u202F"}) {
    const std::size_t at = line.find(space);
    if (at != std::string_view::npos && at < p.value_at)
      return trap(diag::code::no_break_space, line, at, space.size(),
                  "a no-break space stands where a plain one is needed", pasted(p.key, p.value));
  }
  return {};
}

}  // namespace cenacle::toml
