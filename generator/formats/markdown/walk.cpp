// Goes through cmark's tree without recursion, however deep it is.
#include "formats/markdown/walk.h"

#include <cmark-gfm/node.h>

// Exported by libcmark-gfm-extensions, whose own header for them is not installed.
extern "C" {
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL;
}

namespace cenacle::markdown {

TablePart table_part(const cmark_node* node) {
  if (node->type == CMARK_NODE_TABLE_CELL) return TablePart::cell;
  if (node->type == CMARK_NODE_TABLE_ROW) return TablePart::row;
  return node->type == CMARK_NODE_TABLE ? TablePart::table : TablePart::none;
}

bool Walk::next() {
  if (node_ == nullptr) {
    node_ = root_;
    entering_ = true;
  } else if (entering_) {
    if (node_->first_child != nullptr) {
      node_ = node_->first_child;
    } else {
      entering_ = false;
    }
  } else if (node_ == root_) {
    return false;
  } else if (node_->next != nullptr) {
    node_ = node_->next;
    entering_ = true;
  } else {
    node_ = node_->parent;
  }
  return true;
}

}  // namespace cenacle::markdown
