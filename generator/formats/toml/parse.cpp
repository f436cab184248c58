// Text to tree, through toml++; a line that stops it is reported, blanked, and the rest is read again.
#include <algorithm>
#include <string>

#include <toml++/toml.h>

#include "base/text.h"
#include "diag/codes.h"
#include "formats/toml/toml.h"
#include "formats/toml/traps.h"

namespace cenacle::toml {

namespace {

constexpr int max_mistakes = 20;  // of syntax, in one file

/// Carries what stays the same while one text is turned into a tree.
struct Reading {
  std::string_view text;
  std::uint32_t first_line;
  std::vector<std::size_t> line_starts;

  explicit Reading(std::string_view t, std::uint32_t first) : text(t), first_line(first), line_starts{0} {
    for (std::size_t i = 0; i < t.size(); ++i)
      if (t[i] == '\n') line_starts.push_back(i + 1);
  }

  std::string_view line(std::uint32_t number) const {
    if (number == 0 || number > line_starts.size()) return {};
    const std::string_view rest = text.substr(line_starts[number - 1]);
    return rest.substr(0, rest.find_first_of("\r\n"));
  }

  /// toml++ counts columns in code points, from 1; the end is exclusive.
  Spot spot(const ::toml::source_region& region) const {
    const std::uint32_t line_number = region.begin.line;
    std::uint32_t length = 0;
    if (region.end.line == line_number && region.end.column > region.begin.column) {
      length = region.end.column - region.begin.column;
    } else {
      const auto width = static_cast<std::uint32_t>(base::code_points(line(line_number)));
      length = width + 1 > region.begin.column ? width + 1 - region.begin.column : 1;
    }
    return {line_number + first_line - 1, region.begin.column, length};
  }

  /// What stands at a spot, as written.
  std::string written(const Spot& at) const {
    const std::string_view whole = line(at.line - first_line + 1);
    std::size_t begin = 0;
    for (std::uint32_t i = 1; i < at.column && begin < whole.size(); ++i) base::next_code_point(whole, &begin);
    std::size_t end = begin;
    for (std::uint32_t i = 0; i < at.length && end < whole.size(); ++i) base::next_code_point(whole, &end);
    return std::string(whole.substr(begin, end - begin));
  }

  Node node(const ::toml::node& from) const;
};

base::Date date_of(const ::toml::date& d) {
  return {std::chrono::year(d.year), std::chrono::month(d.month), std::chrono::day(d.day)};
}

Node Reading::node(const ::toml::node& from) const {
  Node to;
  to.at = spot(from.source());
  switch (from.type()) {
    case ::toml::node_type::string:
      to.kind = Kind::text;
      to.text = from.as_string()->get();
      break;
    case ::toml::node_type::integer:
      to.kind = Kind::integer;
      to.integer = from.as_integer()->get();
      break;
    case ::toml::node_type::boolean:
      to.kind = Kind::boolean;
      to.integer = from.as_boolean()->get() ? 1 : 0;
      break;
    case ::toml::node_type::date:
      to.kind = Kind::date;
      to.when = base::midnight(date_of(from.as_date()->get()));
      break;
    case ::toml::node_type::date_time: {
      const ::toml::date_time& value = from.as_date_time()->get();
      to.kind = value.offset ? Kind::offset_date_time : Kind::date_time;
      to.when = base::midnight(date_of(value.date)) + std::chrono::hours(value.time.hour) +
                std::chrono::minutes(value.time.minute) + std::chrono::seconds(value.time.second);
      to.text = written(to.at);
      break;
    }
    case ::toml::node_type::array:
      to.kind = Kind::array;
      for (const ::toml::node& item : *from.as_array()) to.items.push_back(node(item));
      break;
    case ::toml::node_type::table:
      to.kind = Kind::table;
      for (const auto& [key, value] : *from.as_table())
        to.entries.push_back({std::string(key.str()), spot(key.source()), node(value)});
      std::stable_sort(to.entries.begin(), to.entries.end(), [](const Entry& a, const Entry& b) {
        return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
      });
      break;
    default:
      to.kind = from.type() == ::toml::node_type::time ? Kind::time : Kind::real;
      to.text = written(to.at);
      break;
  }
  return to;
}

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

}  // namespace

Node parse(std::string_view text, std::string_view path, std::uint32_t first_line, diag::Diagnostics& diagnostics) {
  std::string rest(text);
  std::uint32_t last_line = 0;
  for (int mistakes = 0; mistakes < max_mistakes; ++mistakes) {
    try {
      const ::toml::table table = ::toml::parse(rest);
      return Reading(text, first_line).node(table);
    } catch (const ::toml::parse_error& error) {
      const Reading reading(text, first_line);
      std::uint32_t line = std::clamp<std::uint32_t>(error.source().begin.line, 1,
                                                     static_cast<std::uint32_t>(reading.line_starts.size()));
      const std::uint32_t column = std::max<std::uint32_t>(1, error.source().begin.column);
      // An error seen at the start of a line often belongs to the one before (a string left open).
      Trap trap = find_trap(reading.line(line));
      if (!trap.code.name.empty()) {
        diagnostics.add(trap.code, {std::string(path), line + first_line - 1, trap.column, trap.length}, trap.summary,
                        trap.help);
      } else {
        const auto width = static_cast<std::uint32_t>(base::code_points(reading.line(line)));
        diagnostics.add(
            diag::code::toml_syntax, {std::string(path), line + first_line - 1, std::min(column, width + 1), 1},
            plain_words(error.description()), "see `cenacle explain toml-syntax` for how values are written");
      }
      if (line == last_line || !stands_alone(reading.line(line))) return {};
      last_line = line;
      const std::size_t begin = reading.line_starts[line - 1];
      for (std::size_t i = begin; i < rest.size() && rest[i] != '\n'; ++i) rest[i] = ' ';
    }
  }
  return {};
}

}  // namespace cenacle::toml
