// From a block's text back to the source: cmark tells in which lines a block is, and keeps its text without the marks
// of the containers around it; where that text stands in each line is found again here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "formats/markdown/markdown.h"

namespace cenacle::markdown {

/// The lines of the text that was parsed; numbers from 1, as cmark counts them (a lone CR ends a line too).
class Source {
 public:
  explicit Source(std::string_view text);

  std::string_view text() const { return text_; }
  std::size_t lines() const { return starts_.size(); }
  /// Without its end; empty for a number that there is not.
  std::string_view line(std::size_t number) const;
  /// Past the byte-order mark, in the first line.
  std::size_t line_start(std::size_t number) const { return number == 1 ? mark_ : starts_[number - 1]; }
  /// The number of the line that a byte is in.
  std::size_t number_at(std::size_t offset) const;
  /// The place of `[begin, end)`, cut at the end of its line. Columns are counted from the place asked for before, when
  /// it is in the same line: a line may hold a thousand links.
  Stretch stretch(std::size_t begin, std::size_t end);

 private:
  void add_lone_cr();

  std::string_view text_;
  std::vector<std::size_t> starts_;
  std::size_t mark_ = 0;  ///< bytes of the byte-order mark
  std::size_t counted_start_ = static_cast<std::size_t>(-1), counted_ = 0, column_ = 0;  ///< of the last `stretch`
  std::vector<std::size_t> lf_starts_;  ///< by LF only, as an editor and diag count; empty: the same
};

/// Bytes of `line` before its text: quotation marks, list markers and indentation.
std::size_t container_prefix(std::string_view line);

/// How far the cells of a row have been looked at, so that a row is read once whatever the number of its cells.
struct RowCursor {
  std::size_t line = 0, cell = 0, offset = 0;
};

/// Where each part of a block's text stands in the source.
class BlockMap {
 public:
  /// A heading with # signs in line `line`.
  static BlockMap of_heading(const Source& source, std::string_view content, std::size_t line);
  /// A block of whole lines (paragraph, underlined heading): the last of the lines `first` to `last` that have its
  /// text, since the definitions of links that stood before it have left its text, but not its lines. Empty when it is
  /// not there.
  static BlockMap of_lines(const Source& source, std::string_view content, std::size_t first, std::size_t last);
  /// The cell number `index` (from 0) of the table's row that is line `line`.
  static BlockMap of_cell(const Source& source, std::string_view content, std::size_t line, std::size_t index,
                          RowCursor* cursor);

  bool empty() const { return parts_.empty(); }
  /// The source's offset of a byte of the block's text. Not for an empty map.
  std::size_t offset(std::size_t content_offset) const;

 private:
  struct Part {
    std::size_t content = 0, source = 0;  ///< where the part begins in both
  };
  bool match_lines(const Source& source, std::string_view content, std::size_t first);
  bool match_unescaped(std::string_view text, std::size_t content_offset, std::string_view raw,
                       std::size_t source_offset);

  std::vector<Part> parts_;
};

}  // namespace cenacle::markdown
