// What the passes over one parsed text share: cmark's tree, and what was found out about it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "formats/markdown/arena.h"
#include "formats/markdown/markdown.h"

struct cmark_node;

namespace cenacle::markdown {

/// A bare address in a text node; those of one node follow each other.
struct BareAddress {
  const cmark_node* text = nullptr;
  std::size_t begin = 0, end = 0;  ///< bytes of the node's text
  std::size_t link = 0;            ///< index in Facts::links
};

/// The tree is read-only after `gather`, save for what `render` notes in its root. Nodes refer to `facts` and `bare` by
/// number, see note.h.
struct Tree {
  Options options;
  ArenaLease arena;
  std::string cleaned;  ///< the text, when it had to be made well-formed
  std::string_view source;
  cmark_node* root = nullptr;  ///< null: the text was too much, see ProblemKind::unreadable
  Facts facts;
  std::vector<BareAddress> bare;
  const cmark_node* lead = nullptr;  ///< the paragraph that sums the text up
};

/// Whether the places in the source are wanted: finding them again costs a tenth of the parsing.
enum class Places { found, left_out };

/// Parses `source` into `tree->root`.
void parse(std::string_view source, Tree* tree);
/// Fills in `facts`, `bare` and `lead`, and sets the text in French typography where that is wanted.
void gather(Places places, Tree* tree);
/// Appends the HTML. `inline_only`: a single paragraph is written without its element.
void write_html(Tree* tree, const Resolve& resolve, bool inline_only, std::string* out);
/// The whole as plain text, links with where they lead.
std::string whole_text(const Tree& tree, const Resolve& resolve);
/// The plain text of a node's inlines.
std::string plain_text(const cmark_node* node);

}  // namespace cenacle::markdown
