// Diagnostics for other programs: JSON, GitLab's Code Quality report, the workflow commands of GitHub and Forgejo.
#include "cli/annotations.h"

#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "diag/visible.h"
#include "formats/hash/hash.h"
#include "formats/json/json.h"

namespace cenacle::cli {

namespace {

using diag::Diagnostic;

bool is_error(const Diagnostic& diagnostic) { return diagnostic.code.severity == diag::Severity::error; }

void write_place(json::Writer& out, const diag::Place& place) {
  out.key("path").text(place.path);
  if (place.line == 0) return;
  out.key("line").integer(place.line);
  if (place.column == 0) return;
  out.key("column").integer(place.column).key("length").integer(place.length);
}

/// The escapes of GitHub's runner: data, and in a property also what separates properties.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    out += special ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  return out;
}

/// Several lines, each made harmless to the log that shows it.
std::string visible_lines(std::string_view text) {
  std::string out;
  for (const std::string_view line : base::split(text, '\n')) out += (out.empty() ? "" : "\n") + diag::visible(line);
  return out;
}

}  // namespace

std::string json_report(std::span<const Diagnostic> diagnostics) {
  json::Writer out;
  std::int64_t errors = 0;
  out.begin_object().key("diagnostics").begin_array();
  for (const Diagnostic& diagnostic : diagnostics) {
    errors += is_error(diagnostic) ? 1 : 0;
    out.begin_object().key("code").text(diagnostic.code.name);
    out.key("severity").text(is_error(diagnostic) ? "error" : "warning");
    write_place(out, diagnostic.place);
    out.key("summary").text(diagnostic.summary).key("notes").begin_array();
    for (const diag::Note& note : diagnostic.notes) {
      out.begin_object().key("text").text(note.text);
      if (!note.place.path.empty()) write_place(out, note.place);
      out.end_object();
    }
    out.end_array();
    if (!diagnostic.help.empty()) out.key("help").text(diagnostic.help);
    out.end_object();
  }
  out.end_array().key("errors").integer(errors);
  out.key("warnings").integer(static_cast<std::int64_t>(diagnostics.size()) - errors).end_object();
  return out.take();
}

std::string gitlab_report(std::span<const Diagnostic> diagnostics) {
  json::Writer out;
  std::map<std::string, int> seen;
  out.begin_array();
  for (const Diagnostic& diagnostic : diagnostics) {
    const std::string what = fmt::format("{}\n{}\n{}", diagnostic.code.name, diagnostic.place.path, diagnostic.summary);
    const auto seed = static_cast<std::uint64_t>(seen[what]++);
    out.begin_object().key("description").text(diagnostic.summary);
    out.key("check_name").text(diagnostic.code.name);
    out.key("fingerprint").text(fmt::format("{:016x}", hash::of(what, seed)));
    out.key("severity").text(is_error(diagnostic) ? "major" : "minor");
    out.key("location").begin_object().key("path").text(diagnostic.place.path);
    out.key("lines").begin_object().key("begin").integer(diagnostic.place.line == 0 ? 1 : diagnostic.place.line);
    out.end_object().end_object().end_object();
  }
  return out.end_array().take();
}

std::string github_report(std::span<const Diagnostic> diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) {
    const diag::Place& place = diagnostic.place;
    out += is_error(diagnostic) ? "::error " : "::warning ";
    if (!place.path.empty()) out += fmt::format("file={},", escaped(diag::visible(place.path), true));
    if (place.line != 0) out += fmt::format("line={},", place.line);
    if (place.line != 0 && place.column != 0) out += fmt::format("col={},", place.column);
    std::string message = diag::visible(diagnostic.summary);
    for (const diag::Note& note : diagnostic.notes) message += "\nnote: " + visible_lines(note.text);
    if (!diagnostic.help.empty()) message += "\nhelp: " + visible_lines(diagnostic.help);
    out += fmt::format("title={}::{}\n", escaped(diagnostic.code.name, true), escaped(message, false));
  }
  return out;
}

}  // namespace cenacle::cli
