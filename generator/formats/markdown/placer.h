// Gives the links, headings and raw HTML of a block their places in the source.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "formats/markdown/definitions.h"
#include "formats/markdown/link_scanner.h"
#include "formats/markdown/markdown.h"
#include "formats/markdown/source.h"

namespace cenacle::markdown {

/// A paragraph, a heading or a cell, as cmark kept it.
struct InlineBlock {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  struct Html {
    Span span;                   ///< in `text`
    std::size_t problem = none;  ///< its index in Facts::problems
  };

  enum class Shape { lines, heading, cell };

  Shape shape = Shape::lines;  ///< `heading`: one with # signs
  std::string_view text;       ///< its source without the marks of what it is in
  std::size_t first_line = 0, last_line = 0;
  std::size_t cell = 0;        ///< its index in the row that is `first_line`
  std::size_t heading = none;  ///< its index in Facts::headings
  std::size_t first_link = 0;  ///< the links from here on are in it
  std::vector<Html> html;
};

class Placer {
 public:
  explicit Placer(std::string_view text) : source_(text) {}

  Source& source() { return source_; }
  void set_definitions(Definitions definitions) { definitions_ = std::move(definitions); }
  void place(const InlineBlock& block, Facts* facts);

 private:
  void place_links(const InlineBlock& block, const BlockMap& map, Facts* facts);
  bool place_link(const InlineBlock& block, const BlockMap& map, const FoundLink& found, Link* link);
  BlockMap map_of(const InlineBlock& block);
  Stretch first_line(const InlineBlock& block, const BlockMap& map);
  Stretch stretch(const BlockMap& map, Span span);

  Source source_;
  Definitions definitions_;
  RowCursor row_;
};

}  // namespace cenacle::markdown
