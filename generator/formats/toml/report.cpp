// What is said where the reading of TOML stopped, and which line is to be left out for the rest to be read.
#include "formats/toml/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "base/text.h"
#include "diag/codes.h"
#include "formats/toml/moments.h"
#include "formats/toml/traps.h"
#include "formats/toml/value_traps.h"

namespace cenacle::toml {

namespace {

/// Whether a line can be taken out alone without upsetting the ones after it.
bool stands_alone(std::string_view line) {
  const std::string_view trimmed = base::trim(line);
  if (trimmed.empty() || trimmed.front() == '[' || trimmed.find("\"\"\"") != std::string_view::npos) return false;
  return std::count(trimmed.begin(), trimmed.end(), '[') == std::count(trimmed.begin(), trimmed.end(), ']') &&
         std::count(trimmed.begin(), trimmed.end(), '{') == std::count(trimmed.begin(), trimmed.end(), '}');
}

/// What toml++ says, in the voice of the house: its "Error while parsing X: " is cut, the first letter lowered.
std::string plain_words(std::string_view description) {
  if (const auto colon = description.find(": ");
      description.starts_with("Error while parsing") && colon != std::string_view::npos)
    description.remove_prefix(colon + 2);
  std::string out(description);
  if (!out.empty() && out.back() == '.') out.pop_back();
  if (!out.empty() && out[0] >= 'A' && out[0] <= 'Z') out[0] = static_cast<char>(out[0] - 'A' + 'a');
  return out;
}

/// Says what is wrong where toml++ stopped.
class Report {
 public:
  Report(const Reported& text, diag::Diagnostics& diagnostics) : text_(text), diagnostics_(diagnostics) {}

  Wrong at(const Stop& stop) {
    const std::uint32_t line = std::clamp<std::uint32_t>(stop.line, 1, text_.lines.count());
    const std::string words = plain_words(stop.words);
    Trap trap = find_trap(text_.lines[line], expected_at(line));
    if (trap.code.name.empty()) trap = find_item_trap(line);
    if (!trap.code.name.empty()) {
      diagnostics_.add(trap.code, place(line, trap.column, trap.length), trap.summary, trap.help);
      return {line, stands_alone(text_.lines[line])};
    }
    if (words.starts_with("cannot redefine")) return report_twice(line), Wrong{line, stands_alone(text_.lines[line])};
    if (const auto open = open_list_above(line)) return report_open_list(*open), Wrong{*open, true};
    const auto width = static_cast<std::uint32_t>(base::code_points(text_.lines[line]));
    const std::uint32_t column = std::clamp<std::uint32_t>(stop.column, 1, width + 1);
    diagnostics_.add(diag::code::toml_syntax, place(line, column, 1), "the line cannot be read from here on",
                     "see `cenacle explain toml-syntax` for how values are written", {{"TOML says: " + words, {}}});
    return {line, stands_alone(text_.lines[line])};
  }

 private:
  diag::Place place(std::uint32_t line, std::uint32_t column, std::uint32_t length) const {
    return {std::string(text_.path), line + text_.first_line - 1, column, length};
  }
  bool is_moment(std::string_view key) const {
    return std::find(text_.moment_keys.begin(), text_.moment_keys.end(), key) != text_.moment_keys.end();
  }

  /// A moment is likely of the same day as the text's other moments.
  Expected expected_at(std::uint32_t line) const {
    Expected expected;
    expected.moment = is_moment(key_and_value(text_.lines[line]).key);
    for (std::uint32_t i = 1; expected.moment && i <= text_.lines.count(); ++i) {
      const KeyAndValue other = key_and_value(text_.lines[i]);
      if (i == line || !is_moment(other.key)) continue;
      auto day = date_meant(other.value);
      if (const auto moment = moment_meant(other.value)) day = base::date_of(*moment);
      if (!day) continue;
      expected.day = base::iso(*day);
      break;
    }
    return expected;
  }

  /// The last line above that is not blank, or 0.
  std::uint32_t above(std::uint32_t line) const {
    while (--line > 0 && base::trim(text_.lines[line]).empty()) {
    }
    return line;
  }

  /// Of a line of its own in a list, as `archives,` is.
  Trap find_item_trap(std::uint32_t line) const {
    const std::string_view text = text_.lines[line], before = base::trim(text_.lines[above(line)]);
    std::string_view item = base::trim(text);
    const std::string_view comma = item.ends_with(",") ? "," : "";
    item = base::trim(item.substr(0, item.size() - comma.size()));
    if (!(before.ends_with("[") || before.ends_with(",")) || item.empty() ||
        item.find_first_of("[]{}=,") != std::string_view::npos)
      return {};
    const auto wrong = find_value_trap(item, {});
    if (!wrong || wrong->instead.empty()) return {};
    const auto column = static_cast<std::uint32_t>(
        base::code_points(text.substr(0, static_cast<std::size_t>(item.data() - text.data()))));
    return {wrong->code, column + 1, static_cast<std::uint32_t>(base::code_points(item)), wrong->summary,
            fmt::format("write:\n{}{}", wrong->instead, comma)};
  }

  void report_twice(std::uint32_t line) {
    const std::string_view text = text_.lines[line], key = key_and_value(text).key;
    const std::string_view trimmed = base::trim(text);
    const auto indent = static_cast<std::uint32_t>(trimmed.data() - text.data());
    std::vector<diag::Note> notes;
    for (std::uint32_t i = line; !key.empty() && notes.empty() && --i > 0;) {
      const std::string_view before = text_.lines[i];
      if (key_and_value(before).key == key)
        notes.push_back({"the first is here", place(i, 1, static_cast<std::uint32_t>(base::code_points(key)))});
      if (base::trim(before).starts_with("[")) break;  // keys above belong to another table
    }
    const std::string_view name = key.empty() ? trimmed : key;
    diagnostics_.add(diag::code::toml_syntax,
                     place(line, indent + 1, static_cast<std::uint32_t>(base::code_points(name))),
                     fmt::format("`{}` is written twice", name), "keep one of the two lines", std::move(notes));
  }

  /// The line above that opens a list and does not close it, where the one in question begins anew with a key.
  std::optional<std::uint32_t> open_list_above(std::uint32_t line) const {
    const KeyAndValue here = key_and_value(text_.lines[line]);
    if (here.key.empty() || here.value.empty() || here.key.find_first_of("\"'[{, ") != std::string_view::npos)
      return std::nullopt;
    line = above(line);
    const std::string_view value = key_and_value(text_.lines[line]).value;
    const bool open = value.starts_with("[") &&
                      std::count(value.begin(), value.end(), '[') > std::count(value.begin(), value.end(), ']');
    return open ? std::optional(line) : std::nullopt;
  }

  void report_open_list(std::uint32_t line) {
    const std::string_view text = text_.lines[line];
    const KeyAndValue open = key_and_value(text);
    std::string_view value = open.value;
    if (value.ends_with(",")) value = base::trim(value.substr(0, value.size() - 1));
    const auto column = static_cast<std::uint32_t>(
        base::code_points(text.substr(0, static_cast<std::size_t>(open.value.data() - text.data()))));
    diagnostics_.add(diag::code::toml_syntax,
                     place(line, column + 1, static_cast<std::uint32_t>(base::code_points(open.value))),
                     "the list is left open: it ends with `]`", fmt::format("write:\n{} = {}]", open.key, value));
  }

  const Reported& text_;
  diag::Diagnostics& diagnostics_;
};

}  // namespace

Lines::Lines(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n') starts_.push_back(i + 1);
}

std::string_view Lines::operator[](std::uint32_t number) const {
  if (number == 0 || number > count()) return {};
  const std::string_view rest = text_.substr(start(number));
  return rest.substr(0, rest.find_first_of("\r\n"));
}

Wrong report(const Reported& text, const Stop& stop, diag::Diagnostics& diagnostics) {
  return Report(text, diagnostics).at(stop);
}

}  // namespace cenacle::toml
