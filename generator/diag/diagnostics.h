// Diagnostics as data: where in which file, what is wrong, what to do. Showing them is diag/render.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace cenacle::diag {

enum class Severity { error, warning };

/// A kind of mistake: its stable name (`unknown-key`) and how bad it is. All are listed in diag/codes.h.
struct Code {
  std::string_view name;
  Severity severity = Severity::error;
};

/// A stretch of one line of a file. Lines and columns count from 1, columns and length in code points; line 0 means the
/// file as a whole.
struct Place {
  std::string path;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};

/// The place of `length` bytes at `offset` of `text`, cut at the end of its line. `first_line` is the number of the
/// text's first line in the file.
Place place_in(std::string_view path, std::string_view text, std::size_t offset, std::size_t length,
               std::uint32_t first_line = 1);

struct Note {
  std::string text;
  Place place;  ///< shown with its line when `place.line` is not 0
  friend auto operator<=>(const Note&, const Note&) = default;
};

struct Diagnostic {
  Code code;
  Place place;
  std::string summary;      ///< one sentence, lower case, no full stop
  std::vector<Note> notes;  ///< facts that help
  std::string help;         ///< what to do; when it can be pasted, the very line after a colon and a newline
};

/// Collects mistakes from any thread; work goes on after each.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void add(Code code, Place place, std::string summary, std::string help = {}, std::vector<Note> notes = {});
  void add_all(std::vector<Diagnostic> diagnostics);

  /// By path, line, column, code, summary: the same for any number of threads. Exact repeats are dropped.
  std::vector<Diagnostic> sorted() const;
  std::size_t errors() const;
  std::size_t warnings() const;

 private:
  std::size_t count(Severity severity) const;

  mutable std::mutex mutex_;
  std::vector<Diagnostic> all_;
};

}  // namespace cenacle::diag
