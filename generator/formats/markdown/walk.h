// Goes through cmark's tree without recursion, however deep it is.
#pragma once

struct cmark_node;

namespace cenacle::markdown {

/// Each node is met twice, before and after what is in it; a leaf too.
class Walk {
 public:
  explicit Walk(cmark_node* root) : root_(root) {}
  bool next();
  cmark_node* node() const { return node_; }
  bool entering() const { return entering_; }

 private:
  cmark_node* root_;
  cmark_node* node_ = nullptr;
  bool entering_ = false;
};

/// What a node is of a table: the types of an extension's nodes are given out when it is registered.
enum class TablePart { none, table, row, cell };
TablePart table_part(const cmark_node* node);

}  // namespace cenacle::markdown
