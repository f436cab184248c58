// Text to tree, through toml++; a line that stops it is reported, blanked, and the rest is read again.
#include <toml++/toml.h>

#include <algorithm>
#include <string>

#include "base/text.h"
#include "formats/toml/report.h"
#include "formats/toml/toml.h"

namespace cenacle::toml {

namespace {

constexpr int max_mistakes = 20;  // of syntax, in one file

/// Carries what stays the same while one text is turned into a tree.
struct Reading {
  const Lines& lines;
  std::uint32_t first_line;

  /// toml++ counts columns in code points, from 1; the end is exclusive.
  Spot spot(const ::toml::source_region& region) const {
    const std::uint32_t line_number = region.begin.line;
    std::uint32_t length = 0;
    if (region.end.line == line_number && region.end.column > region.begin.column) {
      length = region.end.column - region.begin.column;
    } else {
      const auto width = static_cast<std::uint32_t>(base::code_points(lines[line_number]));
      length = width + 1 > region.begin.column ? width + 1 - region.begin.column : 1;
    }
    return {line_number + first_line - 1, region.begin.column, length};
  }

  /// What stands at a spot, as written.
  std::string written(const Spot& at) const {
    const std::string_view whole = lines[at.line - first_line + 1];
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

}  // namespace

Node parse(std::string_view text, std::string_view path, std::uint32_t first_line, diag::Diagnostics& diagnostics,
           std::span<const std::string_view> moment_keys) {
  const Lines lines(text);
  const Reading reading{lines, first_line};
  const Reported reported{lines, path, first_line, moment_keys};
  std::string rest(text);
  std::uint32_t last_line = 0;
  for (int mistakes = 0; mistakes < max_mistakes; ++mistakes) {
    try {
      const ::toml::table table = ::toml::parse(rest);
      return reading.node(table);
    } catch (const ::toml::parse_error& error) {
      const Wrong wrong =
          report(reported, {error.source().begin.line, error.source().begin.column, error.description()}, diagnostics);
      if (wrong.line == last_line || !wrong.alone) return {};
      last_line = wrong.line;
      for (std::size_t i = lines.start(wrong.line); i < rest.size() && rest[i] != '\n'; ++i) rest[i] = ' ';
    }
  }
  return {};
}

}  // namespace cenacle::toml
