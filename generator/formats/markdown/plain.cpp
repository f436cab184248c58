// A whole text as plain text, for calendars and mails.
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>

#include <vector>

#include "base/text.h"
#include "formats/markdown/note.h"
#include "formats/markdown/tree.h"
#include "formats/markdown/walk.h"

namespace cenacle::markdown {

namespace {

std::string_view view(const cmark_chunk& chunk) {
  return {reinterpret_cast<const char*>(chunk.data), static_cast<std::size_t>(chunk.len)};
}

class PlainWriter {
 public:
  /// `tree` and `resolve`: every link is followed by where it leads; else those of the web, in brackets.
  PlainWriter() = default;
  PlainWriter(const Tree& tree, const Resolve& resolve) : tree_(&tree), resolve_(&resolve) {}

  void enter(const cmark_node& node) {
    const TablePart part = table_part(&node);
    if (part == TablePart::row) line();
    if (part == TablePart::cell && node.prev != nullptr) out_ += " | ";
    if (part == TablePart::table) block();
    if (part != TablePart::none) return;
    switch (node.type) {
      case CMARK_NODE_LIST:
        if (numbers_.empty()) block();
        numbers_.push_back(node.as.list.list_type == CMARK_ORDERED_LIST ? node.as.list.start : bullet);
        return;
      case CMARK_NODE_ITEM:
        return item();
      case CMARK_NODE_PARAGRAPH:
      case CMARK_NODE_HEADING:
        return block();
      case CMARK_NODE_CODE_BLOCK:
        block();
        out_ += base::trim(view(node.as.code.literal));
        return;
      case CMARK_NODE_TEXT:
      case CMARK_NODE_CODE:
        out_ += view(node.as.literal);
        return;
      case CMARK_NODE_SOFTBREAK:
        out_ += ' ';
        return;
      case CMARK_NODE_LINEBREAK:
        return line();
      case CMARK_NODE_LINK:
        link_begins_ = out_.size();
        return;
      default:
        return;
    }
  }

  void leave(const cmark_node& node) {
    if (node.type == CMARK_NODE_LIST) numbers_.pop_back();
    if (node.type != CMARK_NODE_LINK) return;
    if (tree_ != nullptr) return lead_to(node);
    const std::string_view target = view(node.as.link.url);
    const bool of_the_web = target.starts_with("https://") || target.starts_with("http://");
    if (of_the_web && std::string_view(out_).substr(link_begins_) != target)
      out_.append(" (").append(target).append(")");
  }

  std::string take() && { return std::string(base::trim(out_)); }

 private:
  static constexpr int bullet = -1;

  void lead_to(const cmark_node& node) {
    const std::size_t link = note_of(&node);
    std::string_view target = *resolve_ ? (*resolve_)(link) : std::string_view();
    if (target.empty()) target = tree_->facts.links[link].target;
    const std::string_view words = std::string_view(out_).substr(link_begins_);
    const bool said = words == target || (target.starts_with("mailto:") && words == target.substr(7));
    if (!said && target.find(':') != std::string_view::npos) out_.append(" <").append(target).append(">");
  }
  void indent() { out_.append(2 * (numbers_.empty() ? 0 : numbers_.size() - 1), ' '); }
  void line() {
    if (!out_.empty() && !after_marker_) out_ += '\n';
    after_marker_ = false;
  }
  /// Text that stands for itself; the first one of an item stands on the item's line.
  void block() {
    if (!out_.empty() && !after_marker_) out_ += numbers_.empty() ? "\n\n" : "\n";
    after_marker_ = false;
  }
  void item() {
    after_marker_ = false;
    if (!out_.empty() && out_.back() != '\n') out_ += '\n';
    indent();
    int& number = numbers_.back();
    out_ += number == bullet ? "- " : std::to_string(number++) + ". ";
    after_marker_ = true;
  }

  const Tree* tree_ = nullptr;
  const Resolve* resolve_ = nullptr;
  std::string out_;
  std::vector<int> numbers_;  ///< of the lists that are open: the next item's, or `bullet`
  bool after_marker_ = false;
  std::size_t link_begins_ = 0;
};

std::string written(cmark_node* root, PlainWriter writer) {
  for (Walk walk(root); walk.next();) {
    if (walk.entering()) {
      writer.enter(*walk.node());
    } else {
      writer.leave(*walk.node());
    }
  }
  return std::move(writer).take();
}

}  // namespace

std::string whole_text(const Tree& tree, const Resolve& resolve) {
  if (tree.root == nullptr) return std::string(base::trim(tree.source));
  return written(tree.root, PlainWriter(tree, resolve));
}

std::string to_text(std::string_view source, const Options& options) {
  Tree tree;
  tree.options = options;
  parse(source, &tree);
  if (tree.root == nullptr) return std::string(base::trim(tree.source));
  gather(Places::left_out, &tree);
  return written(tree.root, PlainWriter());
}

}  // namespace cenacle::markdown
