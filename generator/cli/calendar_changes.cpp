// What a build changes in calendar.lock, as it is said to people and to programs.
#include "cli/calendar_changes.h"

#include <array>

#include <fmt/format.h>

#include "cli/context.h"
#include "diag/visible.h"

namespace cenacle::cli {

namespace {

constexpr std::array<std::string_view, 5> kinds = {"added", "restored", "changed", "reworded", "deleted"};

std::string_view word(calendar::Change::Kind kind) { return kinds.at(static_cast<std::size_t>(kind)); }

}  // namespace

std::string lines_of(std::span<const calendar::Change> changes) {
  std::string out;
  for (const calendar::Change& change : changes) {
    out += fmt::format("  {}: “{}” ({})", word(change.kind), diag::visible(change.title), change.id);
    for (const std::string_view property : change.properties)
      out += fmt::format("{}{}", property.data() == change.properties.front().data() ? ": " : ", ", property);
    out += '\n';
  }
  return out;
}

std::string counts_of(std::span<const calendar::Change> changes) {
  std::array<std::size_t, kinds.size()> counts{};
  for (const calendar::Change& change : changes) ++counts[static_cast<std::size_t>(change.kind)];
  std::string out;
  for (std::size_t i = 0; i < kinds.size(); ++i)
    if (counts[i] > 0) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", counts[i], kinds[i]);
  return out;
}

void write_changes(json::Writer& out, std::span<const calendar::Change> changes) {
  out.begin_array();
  for (const calendar::Change& change : changes) {
    out.begin_object().key("id").text(change.id).key("title").text(change.title);
    out.key("change").text(word(change.kind)).key("properties").begin_array();
    for (const std::string_view property : change.properties) out.text(property);
    out.end_array().end_object();
  }
  out.end_array();
}

int refuse_locked(bool as_json, std::span<const calendar::Change> changes) {
  if (as_json) {
    json::Writer out;
    out.begin_object().key("locked").boolean(true).key("calendar_lock");
    write_changes(out, changes);
    fmt::print("{}", out.end_object().take());
  }
  fmt::print(stderr, "{} would change:\n{}Build without --locked, and commit it.\n", calendar::lock_path,
             lines_of(changes));
  return Exit::mistakes;
}

}  // namespace cenacle::cli
