// Plain text out of cmark's tree.
#include <cmark-gfm/node.h>

#include "base/text.h"
#include "formats/markdown/tree.h"
#include "formats/markdown/walk.h"

namespace cenacle::markdown {

std::string plain_text(const cmark_node* node) {
  std::string out;
  for (Walk walk(const_cast<cmark_node*>(node)); walk.next();) {
    if (!walk.entering()) continue;
    const cmark_node* each = walk.node();
    if (each->type == CMARK_NODE_TEXT || each->type == CMARK_NODE_CODE) {
      out.append(reinterpret_cast<const char*>(each->as.literal.data), static_cast<std::size_t>(each->as.literal.len));
    } else if (each->type == CMARK_NODE_SOFTBREAK || each->type == CMARK_NODE_LINEBREAK) {
      out += ' ';
    }
  }
  return std::string(base::trim(out));
}

}  // namespace cenacle::markdown
