// Which lines of the source are in a block that cmark kept: the definitions of links are in the others.
#include "formats/markdown/kept_lines.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>

#include <algorithm>

#include "formats/markdown/walk.h"

namespace cenacle::markdown {

namespace {

std::string_view content(const cmark_node* node) {
  return {reinterpret_cast<const char*>(node->content.ptr), static_cast<std::size_t>(node->content.size)};
}

std::size_t count_lines(std::string_view text) {
  if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
}

/// The lines of `node` itself, last one included; `{1, 0}` when it is none of the blocks that hold lines.
std::pair<std::size_t, std::size_t> lines_of(const Source& source, const cmark_node* node) {
  const auto first = static_cast<std::size_t>(node->start_line), last = static_cast<std::size_t>(node->end_line);
  if (table_part(node) == TablePart::table) return {first, last};  // the lines above its header too
  const bool underlined = node->type == CMARK_NODE_HEADING && node->as.heading.setext;
  if (node->type == CMARK_NODE_PARAGRAPH || underlined) {
    const BlockMap map = BlockMap::of_lines(source, content(node), first, last);
    if (map.empty()) return {1, 0};
    const std::size_t begin = source.number_at(map.offset(0)), end = begin + count_lines(content(node)) - 1;
    return {begin, end + (underlined ? 1 : 0)};
  }
  if (node->type == CMARK_NODE_CODE_BLOCK && node->as.code.fenced) {
    // Not `last`: it is one too far when the fence is closed by the end of what it is in.
    const std::string_view code(reinterpret_cast<const char*>(node->as.code.literal.data),
                                static_cast<std::size_t>(node->as.code.literal.len));
    return {first, first + static_cast<std::size_t>(std::count(code.begin(), code.end(), '\n'))};
  }
  if (node->type == CMARK_NODE_CODE_BLOCK || node->type == CMARK_NODE_HTML_BLOCK) return {first, last};
  if (node->type == CMARK_NODE_THEMATIC_BREAK || node->type == CMARK_NODE_HEADING) return {first, first};
  return {1, 0};
}

}  // namespace

std::vector<bool> kept_lines(const Source& source, cmark_node* root) {
  std::vector<bool> kept(source.lines(), false);
  for (Walk walk(root); walk.next();) {
    if (!walk.entering()) continue;
    const auto [first, last] = lines_of(source, walk.node());
    for (std::size_t line = first; line <= last && line <= kept.size(); ++line) {
      if (line > 0) kept[line - 1] = true;
    }
  }
  return kept;
}

std::size_t header_line(const cmark_node* table) {
  return static_cast<std::size_t>(table->start_line) + count_lines(content(table)) - 1;
}

}  // namespace cenacle::markdown
