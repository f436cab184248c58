// Diagnostics as people read them on a terminal: where, what, the line with a caret under the words, notes, help.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/file_system.h"
#include "diag/diagnostics.h"

namespace cenacle::diag {

/// A line of a file, counted from 1, without its line end; nothing when there is none. The bytes may be anything.
using SourceLine = std::function<std::optional<std::string>(std::string_view path, std::uint32_t line)>;

enum class Colours : std::uint8_t { none, ansi };

struct RenderOptions {
  Colours colours = Colours::none;
  std::size_t columns = 120;  ///< longer source lines are clipped around the caret
};

/// `path:line:column: error: summary [code]`, the source line as written and its caret (indented by 4), then each note,
/// with its line when it has one, and the help, whose further lines are indented by 4. Ends with a line end. Nothing of
/// what it shows can act on a terminal.
std::string render(const Diagnostic& diagnostic, const SourceLine& source, const RenderOptions& options = {});

/// All of them in their order, a blank line after each, and the tally. Empty for none.
std::string render_all(std::span<const Diagnostic> diagnostics, const SourceLine& source,
                       const RenderOptions& options = {});

/// The same, with the lines of `files` (each read once at most).
std::string render(std::span<const Diagnostic> diagnostics, const base::FileSystem& files, bool colours);

/// "2 errors, 1 warning"; what there is none of is left out; "no mistakes" for none at all.
std::string tally(std::size_t errors, std::size_t warnings);

}  // namespace cenacle::diag
