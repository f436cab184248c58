// Which lines of the source are in a block that cmark kept: the definitions of links are in the others.
#pragma once

#include <cstddef>
#include <vector>

#include "formats/markdown/source.h"

struct cmark_node;

namespace cenacle::markdown {

/// By line, index from 0.
std::vector<bool> kept_lines(const Source& source, cmark_node* root);

/// The line of a table's header: cmark has the table begin with the paragraph that it was before.
std::size_t header_line(const cmark_node* table);

}  // namespace cenacle::markdown
