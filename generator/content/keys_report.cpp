// What is said of keys and values that are wrong, and what to write instead.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "content/keys.h"
#include "content/values.h"
#include "formats/toml/moments.h"

namespace cenacle::content {

using toml::Kind;

namespace {

constexpr int no_deeper = 4;  ///< levels of a value that are written out in a help

/// A value as it could be written again.
std::string written(const toml::Node& value, int depth = 0) {
  switch (value.kind) {
    case Kind::text: return quoted(value.text);
    case Kind::integer: return std::to_string(value.integer);
    case Kind::boolean: return value.integer != 0 ? "true" : "false";
    case Kind::date: return base::iso(base::date_of(value.when));
    case Kind::date_time: return base::iso(value.when);
    case Kind::array: {
      std::string out = "[";
      for (const toml::Node& item : value.items) {
        if (item.kind == Kind::table || depth == no_deeper) return "[…]";
        out += (out.size() > 1 ? ", " : "") + written(item, depth + 1);
      }
      return out + "]";
    }
    case Kind::table: return "{ … }";
    default: return value.text;
  }
}

/// What a text, a number… seems to mean as a `wanted`; empty when it cannot be told. `day`: that of an hour without one.
std::string as_kind(const toml::Node& value, Kind wanted, std::string_view day = {}) {
  const std::string_view text = base::trim(value.text);
  switch (wanted) {
    case Kind::text:
      if (value.kind == Kind::array || value.kind == Kind::table) return {};
      return quoted(value.kind == Kind::text ? value.text : written(value));
    case Kind::integer: {
      const auto number = parse_spaced_number(text.substr(0, value.kind == Kind::real ? text.find('.') : std::string_view::npos));
      return number ? std::to_string(*number) : std::string();
    }
    case Kind::boolean: {
      for (const std::string_view yes : {"true", "vrai", "oui", "yes", "True", "Vrai", "Oui", "1"})
        if (text == yes || (value.kind == Kind::integer && value.integer == 1)) return "true";
      for (const std::string_view no : {"false", "faux", "non", "no", "False", "Faux", "Non", "0"})
        if (text == no || (value.kind == Kind::integer && value.integer == 0)) return "false";
      return {};
    }
    case Kind::date: {
      if (value.kind == Kind::date_time || value.kind == Kind::offset_date_time) return base::iso(base::date_of(value.when));
      const auto date = toml::date_meant(text);
      return date ? base::iso(*date) : std::string();
    }
    case Kind::date_time: {
      if (value.kind == Kind::date) return base::iso(base::date_of(value.when)) + "T09:30:00";
      if (value.kind == Kind::offset_date_time) return base::iso(value.when);
      if (const auto time = toml::time_meant(text)) return fmt::format("{}T{}", day, *time);
      if (const auto moment = toml::moment_meant(text)) return base::iso(*moment);
      const auto date = toml::date_meant(text);
      return date ? base::iso(*date) + "T09:30:00" : std::string();
    }
    case Kind::array: return value.kind == Kind::text ? "[" + quoted(value.text) + "]" : std::string();
    default: return {};
  }
}

std::string example_of(Kind kind) {
  switch (kind) {
    case Kind::text: return "\"…\"";
    case Kind::integer: return "1";
    case Kind::boolean: return "true";
    case Kind::date: return "2026-10-06";
    case Kind::offset_date_time: return "2026-10-06T07:30:00Z";
    case Kind::array: return "[\"…\"]";
    default: return "{ … }";
  }
}

/// How a value of this kind is written, in words.
std::string_view advice(Kind wanted, Kind found) {
  if (found == Kind::offset_date_time && wanted == Kind::date_time) return "times are those of the portal's zone, without offset";
  if (found == Kind::text && (wanted == Kind::date || wanted == Kind::date_time)) return "year-month-day, without quotes";
  if (found == Kind::text && (wanted == Kind::integer || wanted == Kind::boolean)) return "without quotes";
  if (found == Kind::time && wanted == Kind::date_time) return "with its day";
  if (wanted == Kind::text) return "between quotes";
  if (wanted == Kind::array) return "between square brackets";
  if (wanted == Kind::date_time) return "with the hour";
  return "write";
}

std::string listed(std::span<const std::string_view> names) {
  std::string out;
  for (const std::string_view name : names) out += fmt::format("{}`{}`", out.empty() ? "" : ", ", name);
  return out;
}

std::vector<std::string_view> in_order_of_letters(std::vector<std::string_view> names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace

std::string paste(std::string_view key, std::string_view value) { return fmt::format("write:\n{} = {}", key, value); }

std::string Keys::line(std::string_view key, std::string_view value) const {
  const toml::Node* const whole = table_.find(key);
  return whole != nullptr && whole->kind == Kind::array ? std::string(value) : fmt::format("{} = {}", key, value);
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n' || c == '\t') {
      out += c == '\n' ? "\\n" : "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      out += fmt::format("\\u{:04X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      out += c;
    }
  }
  return out + "\"";
}

diag::Place Keys::place(const toml::Spot& at) const { return {std::string(file_.path), at.line, at.column, at.length}; }

void Keys::report(diag::Code code, const toml::Spot& at, std::string summary, std::string help, std::vector<diag::Note> notes) const {
  file_.context.diagnostics.add(code, place(at), std::move(summary), std::move(help), std::move(notes));
}

void Keys::missing(std::string_view key, std::string_view value) const {
  if (!file_.whole) return;
  // The caret of a file's own keys stands under the line that opens its front matter.
  const bool opening = outermost_ == nullptr && file_.path.ends_with(".md");
  std::string line = value.starts_with("[") && value.find('\n') != std::string_view::npos ? fmt::format("add:\n{}", value)
                     : value.empty()                                                     ? fmt::format("add:\n[{}]", key)
                                                                                         : fmt::format("add:\n{} = {}", key, value);
  report(diag::code::missing_key, opening ? toml::Spot{1, 1, 3} : table_.at, fmt::format("{} needs `{}`", what_, key), std::move(line));
}

void Keys::wrong_type(std::string_view key, const toml::Node& value, Kind wanted, Items items) const {
  const bool list_of_tables = wanted == Kind::array && items == Items::tables;
  std::string summary = fmt::format("`{}` is {}, not {}", key, list_of_tables ? "a list of tables" : toml::name_of(wanted),
                                    toml::name_of(value.kind));
  if (wanted == Kind::table || list_of_tables) {
    const bool header = list_of_tables ? value.kind == Kind::table && value.at.column == 1 : true;
    return report(diag::code::wrong_type, value.at, std::move(summary),
                  list_of_tables && header   ? fmt::format("each one opens with two brackets:\n[[{}]]", key)
                  : list_of_tables           ? fmt::format("each one opens with a line of its own, its keys below:\n[[{}]]", key)
                                             : fmt::format("it opens with a line of its own, its keys below:\n[{}]", key));
  }
  std::string meant = as_kind(value, wanted, day_beside(key));
  if (meant.empty()) meant = wanted == Kind::date_time ? moment_beside(key) : example_of(wanted);
  report(diag::code::wrong_type, value.at, std::move(summary), fmt::format("{}:\n{} = {}", advice(wanted, value.kind), key, meant));
}

std::string Keys::day_beside(std::string_view key) const {
  const toml::Node* const other = table_.find(key == "end" ? "start" : "end");
  const bool known = other != nullptr && (other->kind == Kind::date || other->kind == Kind::date_time);
  return known ? base::iso(base::date_of(other->when)) : "2026-10-06";
}

std::string Keys::moment_beside(std::string_view key) const {
  const std::string day = day_beside(key);
  if (key != "end") return day + "T09:30:00";
  const toml::Node* const start = table_.find("start");
  if (start != nullptr && start->kind == Kind::date) return day;
  const std::string noon = day + "T12:00:00";
  if (start == nullptr || start->kind != Kind::date_time || base::iso(start->when) < noon) return noon;
  const std::string later = base::iso(start->when + std::chrono::hours(2));
  return later.starts_with(day) ? later : day + "T23:59:00";
}

const toml::Node* Keys::word(std::string_view key, std::span<const std::string_view> words) {
  const toml::Entry* const entry = find(key);
  if (entry == nullptr || entry->value.kind == Kind::text) return entry == nullptr ? nullptr : &entry->value;
  report(diag::code::wrong_type, entry->value.at, fmt::format("`{}` is a text, not {}", key, toml::name_of(entry->value.kind)),
         fmt::format("between quotes:\n{} = {}", key, quoted(words.front())), {{"it is one of " + listed(words), {}}});
  return nullptr;
}

void Keys::wrong_item(std::string_view key, const toml::Node& item, Kind wanted) const {
  const std::string meant = wanted == Kind::table ? std::string() : as_kind(item, wanted);
  report(diag::code::wrong_type, item.at, fmt::format("`{}` is a list of {}, and this is {}", key,
                                                     wanted == Kind::text   ? "texts"
                                                     : wanted == Kind::date ? "dates"
                                                                            : "tables",
                                                     toml::name_of(item.kind)),
         meant.empty() ? std::string() : fmt::format("{}:\n{}", advice(wanted, item.kind), meant));
}

void Keys::not_of_list(std::string_view key, const toml::Node& value, std::span<const std::string_view> words) const {
  const auto near = base::closest(value.text, words);
  report(diag::code::bad_value, value.at, fmt::format("`{}` cannot be {}", key, quoted(value.text)),
         "write:\n" + line(key, quoted(near.value_or(words.front()))), {{"it is one of " + listed(words), {}}});
}

void Keys::out_of_order(std::string_view start_key, const std::string& start, std::string_view end_key, bool strict) const {
  const toml::Node* const end = table_.find(end_key);
  const toml::Node* const from = table_.find(start_key);
  if (end == nullptr || from == nullptr) return;
  report(diag::code::ends_before_start, end->at, fmt::format("`{}` is {} `{}`", end_key, strict ? "not after" : "before", start_key),
         "put the later one in `" + std::string(end_key) + "`", {{fmt::format("`{}` is {}", start_key, start), place(from->at)}});
}

void Keys::in_order(std::string_view least_key, std::optional<std::int64_t> least, std::string_view most_key,
                    std::optional<std::int64_t> most) const {
  if (!least || !most || *least <= *most) return;
  report(diag::code::bad_value, table_.find(most_key)->at, fmt::format("`{}` is below `{}`", most_key, least_key),
         fmt::format("write:\n{} = {}\n{} = {}", least_key, *most, most_key, *least));
}

void Keys::report_unknown(const Unknown& unknown) const {
  const std::string& key = unknown.entry->key;
  const std::vector<std::string_view> known = in_order_of_letters(unknown.known);
  auto near = base::closest(key, known);
  if (const std::string_view meant = key_meant(key); std::find(known.begin(), known.end(), meant) != known.end()) near = meant;
  std::string help = "take it out";
  if (unknown.what != what_ && std::find(known_.begin(), known_.end(), key) != known_.end()) {
    help = fmt::format("it belongs to {}: move it above the first line in brackets:\n{} = {}", what_, key,
                       written(unknown.entry->value));
  } else if (near && unknown.entry->value.kind == Kind::table) {
    help = fmt::format("did you mean:\n[{}]", *near);
  } else if (near) {
    help = fmt::format("did you mean:\n{} = {}", *near, written(unknown.entry->value));
  }
  report(diag::code::unknown_key, unknown.entry->at, fmt::format("{} has no key `{}`", unknown.what, key), std::move(help),
         {{known.empty() ? "it has none" : "its keys are " + listed(known), {}}});
}

}  // namespace cenacle::content
