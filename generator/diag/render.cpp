// Diagnostics as people read them on a terminal: where, what, the line with a caret under the words, notes, help.
#include "diag/render.h"

#include <algorithm>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "diag/visible.h"

namespace cenacle::diag {

namespace {

constexpr std::size_t indent = 4;
constexpr std::size_t tab_stop = 8;
constexpr std::size_t most_around = 300;  // characters of a long line that are looked at on each side of the caret

struct Style {
  Colours colours;
  std::string operator()(std::string_view sequence, std::string_view text) const {
    return colours == Colours::ansi ? fmt::format("\x1b[{}m{}\x1b[0m", sequence, text) : std::string(text);
  }
};
constexpr std::string_view bold = "1", red = "1;31", yellow = "1;33", cyan = "1;36", green = "1;32";

/// The characters of a line around its caret.
struct Excerpt {
  std::vector<Glyph> glyphs;
  std::size_t caret = 0;   ///< index of the first marked one; may be one past the end
  std::size_t marked = 1;  ///< at least 1
  bool cut_before = false, cut_after = false;
};

Excerpt around_caret(std::string_view line, std::size_t column, std::uint32_t length) {
  const std::size_t first = column > most_around ? column - most_around : 0;
  Excerpt out;
  std::size_t index = 0, offset = 0;
  for (; offset < line.size() && index < first + 2 * most_around; ++index) {
    Glyph glyph = next_glyph(line, &offset);
    if (index >= first) out.glyphs.push_back(std::move(glyph));
  }
  if (column > index) return around_caret(line, index, length);  // past the end of the line
  out.cut_before = first > 0;
  out.cut_after = offset < line.size();
  out.caret = column - first;
  out.marked = std::clamp<std::size_t>(length, 1, std::max<std::size_t>(1, out.glyphs.size() - out.caret));
  return out;
}

std::size_t width_of(const Excerpt& excerpt, std::size_t from, std::size_t to) {
  std::size_t column = indent;
  for (std::size_t i = from; i < to; ++i)
    column = excerpt.glyphs[i].is_tab ? (column / tab_stop + 1) * tab_stop
                                      : column + static_cast<std::size_t>(excerpt.glyphs[i].width);
  return column - indent;
}

/// Cuts the excerpt to `columns`, the caret a third from the left, with … where something is left out.
void clip(Excerpt* excerpt, std::size_t columns) {
  const std::size_t all = excerpt->glyphs.size();
  if (!excerpt->cut_before && !excerpt->cut_after && width_of(*excerpt, 0, all) <= columns) return;
  for (Glyph& glyph : excerpt->glyphs)
    if (glyph.is_tab) glyph = {" ", 1, false};  // its stop would depend on what is left out
  const std::size_t room = columns > 2 ? columns - 2 : 1;
  std::size_t from = excerpt->caret, to = excerpt->caret;
  while (from > 0 && width_of(*excerpt, from - 1, to) <= room / 3) --from;
  while (to < all && width_of(*excerpt, from, to + 1) <= room) ++to;
  while (from > 0 && width_of(*excerpt, from - 1, to) <= room) --from;
  excerpt->cut_before = excerpt->cut_before || from > 0;
  excerpt->cut_after = excerpt->cut_after || to < all;
  excerpt->glyphs = {excerpt->glyphs.begin() + static_cast<std::ptrdiff_t>(from),
                     excerpt->glyphs.begin() + static_cast<std::ptrdiff_t>(to)};
  excerpt->caret -= from;
  excerpt->marked = std::min(excerpt->marked, std::max<std::size_t>(1, excerpt->glyphs.size() - excerpt->caret));
  if (excerpt->cut_before) {
    excerpt->glyphs.insert(excerpt->glyphs.begin(), {"…", 1, false});
    ++excerpt->caret;
  }
  if (excerpt->cut_after) excerpt->glyphs.push_back({"…", 1, false});
}

/// What stands below the line: the same tabs up to the caret, then `^~~~` as wide as the marked words.
std::string caret_line(const Excerpt& excerpt) {
  std::string before;
  for (std::size_t i = 0; i < excerpt.caret; ++i)
    before += excerpt.glyphs[i].is_tab ? "\t" : std::string(static_cast<std::size_t>(excerpt.glyphs[i].width), ' ');
  const std::size_t end = std::min(excerpt.caret + excerpt.marked, excerpt.glyphs.size());
  const std::size_t width = end > excerpt.caret ? width_of(excerpt, 0, end) - width_of(excerpt, 0, excerpt.caret) : 1;
  return before + "^" + std::string(std::max<std::size_t>(1, width) - 1, '~');
}

std::string source_lines(const Place& place, const SourceLine& source, const RenderOptions& options,
                         std::string_view colour) {
  if (place.line == 0 || !source) return {};
  std::optional<std::string> line = source(place.path, place.line);
  if (!line) return {};
  while (line->ends_with('\n') || line->ends_with('\r')) line->pop_back();
  Excerpt excerpt = around_caret(*line, std::max<std::uint32_t>(1, place.column) - 1, place.length);
  clip(&excerpt, options.columns > indent ? options.columns - indent : 1);
  std::string shown;
  for (const Glyph& glyph : excerpt.glyphs) shown += glyph.shown;
  const std::string margin(indent, ' ');
  std::string out = shown.empty() ? "\n" : margin + shown + "\n";
  if (place.column == 0) return out;
  const std::string caret = caret_line(excerpt);
  const std::size_t at = caret.find('^');
  return out + margin + caret.substr(0, at) + Style{options.colours}(colour, caret.substr(at)) + "\n";
}

/// "path:line:column", as much of it as there is.
std::string where(const Place& place) {
  std::string out = visible(place.path);
  if (place.line != 0) out += fmt::format(":{}", place.line);
  if (place.line != 0 && place.column != 0) out += fmt::format(":{}", place.column);
  return out;
}

/// Text of one or more lines after a label, the further ones indented.
std::string labelled(std::string_view label, std::string_view text) {
  std::string out(label);
  std::string separator = ": ";
  for (const std::string_view line : base::split(text, '\n')) {
    out += separator + visible(line) + "\n";
    separator = std::string(indent, ' ');
  }
  return out;
}

std::optional<std::string> line_of(std::string_view text, std::uint32_t number) {
  for (std::uint32_t i = 1; i < number; ++i) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    text.remove_prefix(end + 1);
  }
  return std::string(text.substr(0, text.find('\n')));
}

}  // namespace

std::string render(const Diagnostic& diagnostic, const SourceLine& source, const RenderOptions& options) {
  const Style style{options.colours};
  const bool is_error = diagnostic.code.severity == Severity::error;
  const std::string_view colour = is_error ? red : yellow;
  std::string out;
  if (const std::string place = where(diagnostic.place); !place.empty()) out += style(bold, place + ":") + " ";
  out += fmt::format("{} {} [{}]\n", style(colour, is_error ? "error:" : "warning:"), visible(diagnostic.summary),
                     diagnostic.code.name);
  out += source_lines(diagnostic.place, source, options, colour);
  for (const Note& note : diagnostic.notes) {
    const std::string place = where(note.place);
    out += labelled(style(cyan, "note"), place.empty() ? note.text : fmt::format("{} ({})", note.text, place));
    out += source_lines(note.place, source, options, cyan);
  }
  if (!diagnostic.help.empty()) out += labelled(style(green, "help"), diagnostic.help);
  return out;
}

std::string render_all(std::span<const Diagnostic> diagnostics, const SourceLine& source,
                       const RenderOptions& options) {
  if (diagnostics.empty()) return {};
  std::string out;
  std::size_t errors = 0;
  for (const Diagnostic& diagnostic : diagnostics) {
    errors += diagnostic.code.severity == Severity::error ? 1 : 0;
    out += render(diagnostic, source, options) + "\n";
  }
  return out + tally(errors, diagnostics.size() - errors) + "\n";
}

std::string render(std::span<const Diagnostic> diagnostics, const base::FileSystem& files, bool colours) {
  std::map<std::string, std::optional<std::string>, std::less<>> read;
  const SourceLine source = [&](std::string_view path, std::uint32_t number) -> std::optional<std::string> {
    auto found = read.find(path);
    if (found == read.end()) {
      auto text = files.read(path);
      found = read.emplace(path, text ? std::optional(std::move(*text)) : std::nullopt).first;
    }
    return found->second ? line_of(*found->second, number) : std::nullopt;
  };
  return render_all(diagnostics, source, {colours ? Colours::ansi : Colours::none});
}

std::string tally(std::size_t errors, std::size_t warnings) {
  const auto counted = [](std::size_t count, std::string_view noun) {
    return count == 0 ? std::string() : fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
  };
  const std::string some_errors = counted(errors, "error"), some_warnings = counted(warnings, "warning");
  if (errors == 0 && warnings == 0) return "no mistakes";
  return some_errors + (errors != 0 && warnings != 0 ? ", " : "") + some_warnings;
}

}  // namespace cenacle::diag
