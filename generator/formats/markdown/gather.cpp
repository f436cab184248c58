// The one pass over cmark's tree: what the text holds, French typography, and notes for the writing of HTML.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>

#include <cstring>
#include <optional>

#include "base/text.h"
#include "formats/locale/locale.h"
#include "formats/markdown/addresses.h"
#include "formats/markdown/french.h"
#include "formats/markdown/headings.h"
#include "formats/markdown/kept_lines.h"
#include "formats/markdown/note.h"
#include "formats/markdown/placer.h"
#include "formats/markdown/tree.h"
#include "formats/markdown/walk.h"

namespace cenacle::markdown {

namespace {

std::string_view view(const cmark_chunk& chunk) {
  return {reinterpret_cast<const char*>(chunk.data), static_cast<std::size_t>(chunk.len)};
}

std::string_view view(const cmark_strbuf& buffer) {
  return {reinterpret_cast<const char*>(buffer.ptr), static_cast<std::size_t>(buffer.size)};
}

bool is_comment(std::string_view html) {
  html = base::trim(html);
  return html.starts_with("<!--") && html.find("-->") + 3 == html.size();
}

/// `<https://…>`: its text is its target, and stays as it is.
bool is_autolink(const cmark_node* link) {
  const cmark_node* only = link->first_child;
  if (only == nullptr || only->next != nullptr || only->type != CMARK_NODE_TEXT) return false;
  const std::string_view target = view(link->as.link.url), text = view(only->as.literal);
  return target == text || (target.starts_with("mailto:") && target.substr(7) == text);
}

class Gatherer {
 public:
  Gatherer(Places places, Tree* tree) : tree_(*tree), facts_(tree->facts) {
    if (places == Places::left_out) return;
    placer_.emplace(tree_.source);
    if (tree_.source.find("]:") != std::string_view::npos) {
      placer_->set_definitions(Definitions(placer_->source(), kept_lines(placer_->source(), tree_.root)));
    }
  }

  void run() {
    for (Walk walk(tree_.root); walk.next();) {
      if (walk.entering()) {
        enter(walk.node());
      } else {
        leave(walk.node());
      }
    }
    settle_levels(tree_.options.min_heading_level, &facts_);
    if (tree_.lead == nullptr) tree_.lead = other_lead_;
  }

 private:
  void enter(cmark_node* node);
  void leave(cmark_node* node);

  void enter_block(cmark_node* node);
  void leave_block(cmark_node* node);
  void enter_heading(cmark_node* node);
  void leave_heading(const cmark_node* node);
  void enter_table_part(cmark_node* node);
  void enter_link(cmark_node* node);
  void leave_link();
  void html_block(cmark_node* node);
  void inline_html(cmark_node* node);
  void text(cmark_node* node);
  void typeset(cmark_node* node, std::vector<Address>* addresses);
  void link_addresses(cmark_node* node, const std::vector<Address>& addresses);
  std::string block_text(cmark_node* block) const;
  void word(std::string_view text);

  Tree& tree_;
  Facts& facts_;
  std::optional<Placer> placer_;
  Anchors anchors_;
  const cmark_node* other_lead_ = nullptr;

  // Of the block of inlines that the walk is in
  InlineBlock block_;
  std::optional<French> french_;
  bool has_addresses_ = false, has_words_ = false;
  std::vector<std::size_t> open_links_;  ///< indices in facts_.links, the outermost first
  bool in_autolink_ = false;

  // Of the table
  std::size_t last_heading_ = TableNote::none;
  std::optional<std::size_t> last_table_heading_;  ///< none: there was no table yet
  std::size_t row_line_ = 0, cell_ = 0;
};

void Gatherer::enter(cmark_node* node) {
  switch (node->type) {
    case CMARK_NODE_DOCUMENT:
      return claim(node);
    case CMARK_NODE_PARAGRAPH:
      return enter_block(node);
    case CMARK_NODE_HEADING:
      return enter_heading(node);
    case CMARK_NODE_ITEM:
      if (node->extension == nullptr) return;
      set_note(node, cmark_gfm_extensions_get_tasklist_item_checked(node) ? 1 : 0);
      return claim(node);
    case CMARK_NODE_HTML_BLOCK:
      return html_block(node);
    case CMARK_NODE_HTML_INLINE:
      return inline_html(node);
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
      return enter_link(node);
    case CMARK_NODE_TEXT:
      return text(node);
    case CMARK_NODE_CODE:
      if (french_) french_->pass("x");
      return word(view(node->as.literal));
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      if (french_) french_->pass(" ");
      return;
    default:
      return enter_table_part(node);
  }
}

void Gatherer::leave(cmark_node* node) {
  if (node->type == CMARK_NODE_PARAGRAPH || table_part(node) == TablePart::cell) return leave_block(node);
  if (node->type == CMARK_NODE_HEADING) return leave_heading(node);
  if (node->type == CMARK_NODE_LINK || node->type == CMARK_NODE_IMAGE) leave_link();
}

void Gatherer::enter_block(cmark_node* node) {
  const std::string_view text = view(node->content);
  block_.text = text;
  block_.first_line = static_cast<std::size_t>(node->start_line);
  block_.last_line = static_cast<std::size_t>(node->end_line);
  if (node->type == CMARK_NODE_PARAGRAPH && node->start_line == 0 && node->next != nullptr) {
    // Lines above a table that belonged to its paragraph: cmark gives them no place.
    block_.first_line = static_cast<std::size_t>(node->next->start_line);
    block_.last_line = header_line(node->next) - 1;
  }
  block_.shape = InlineBlock::Shape::lines;
  block_.heading = InlineBlock::none;
  block_.first_link = facts_.links.size();
  block_.html.clear();
  has_words_ = false;
  has_addresses_ = text.find('@') != std::string_view::npos || text.find("://") != std::string_view::npos;
  french_.reset();
  if (tree_.options.french && concerns_french(text)) french_.emplace(block_text(node));
}

void Gatherer::leave_block(cmark_node* node) {
  const bool has_places = facts_.links.size() > block_.first_link || !block_.html.empty();
  if (placer_ && (has_places || block_.heading != InlineBlock::none)) placer_->place(block_, &facts_);
  if (node->type != CMARK_NODE_PARAGRAPH || !has_words_) return;
  if (tree_.lead == nullptr && node->parent == tree_.root) tree_.lead = node;
  if (other_lead_ == nullptr) other_lead_ = node;
}

void Gatherer::enter_heading(cmark_node* node) {
  claim(node);
  set_note(node, facts_.headings.size());
  enter_block(node);
  if (!node->as.heading.setext) block_.shape = InlineBlock::Shape::heading;
  block_.heading = facts_.headings.size();
  Heading heading;
  heading.level = node->as.heading.level;
  facts_.headings.push_back(std::move(heading));
}

void Gatherer::leave_heading(const cmark_node* node) {
  last_heading_ = block_.heading;
  Heading& heading = facts_.headings[last_heading_];
  heading.text = plain_text(node);
  if (tree_.options.articles) heading.article = article_number(heading.text);
  std::string anchor =
      heading.article.empty() ? locale::slug(heading.text) : "article-" + locale::slug(heading.article);
  heading.anchor = anchors_.unique(anchor.empty() ? "section" : std::move(anchor));
  if (placer_) placer_->place(block_, &facts_);
}

void Gatherer::enter_table_part(cmark_node* node) {
  const TablePart part = table_part(node);
  if (part == TablePart::table) {
    claim(node);
    set_note(node, TableNote{last_heading_, last_heading_ != last_table_heading_}.packed());
    last_table_heading_ = last_heading_;
  } else if (part == TablePart::row) {
    claim(node);
    const bool header = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
    row_line_ = header ? header_line(node->parent) : static_cast<std::size_t>(node->start_line);
    cell_ = 0;
  } else if (part == TablePart::cell) {
    claim(node);
    enter_block(node);
    block_.first_line = row_line_;
    block_.shape = InlineBlock::Shape::cell;
    block_.cell = cell_++;
  }
}

void Gatherer::enter_link(cmark_node* node) {
  claim(node);
  set_note(node, facts_.links.size());
  in_autolink_ = node->type == CMARK_NODE_LINK && is_autolink(node);
  open_links_.push_back(facts_.links.size());
  Link link;
  link.target = view(node->as.link.url);
  link.image = node->type == CMARK_NODE_IMAGE;
  link.has_text = false;
  facts_.links.push_back(std::move(link));
}

void Gatherer::leave_link() {
  const bool has_text = facts_.links[open_links_.back()].has_text;
  open_links_.pop_back();
  if (has_text && !open_links_.empty()) facts_.links[open_links_.back()].has_text = true;
  in_autolink_ = false;
}

void Gatherer::html_block(cmark_node* node) {
  claim(node);
  if (is_comment(view(node->as.literal))) return;
  Problem problem{ProblemKind::raw_html, {}};
  if (placer_) {
    const auto number = static_cast<std::size_t>(node->start_line);
    const std::string_view line = placer_->source().line(number);
    const std::size_t begin = placer_->source().line_start(number);
    problem.at =
        placer_->source().stretch(begin + static_cast<std::size_t>(node->start_column) - 1, begin + line.size());
  }
  facts_.problems.push_back(problem);
}

void Gatherer::inline_html(cmark_node* node) {
  claim(node);
  const std::string_view html = view(node->as.literal);
  InlineBlock::Html found;
  if (html.data() >= block_.text.data() && html.data() + html.size() <= block_.text.data() + block_.text.size()) {
    found.span.begin = static_cast<std::size_t>(html.data() - block_.text.data());
    found.span.end = found.span.begin + html.size();
  }
  if (!is_comment(html)) {
    found.problem = facts_.problems.size();
    facts_.problems.push_back({ProblemKind::raw_html, {}});
  }
  block_.html.push_back(found);
}

void Gatherer::text(cmark_node* node) {
  const std::string_view literal = view(node->as.literal);
  word(literal);
  if (in_autolink_) {
    if (french_) french_->pass(literal);
    return;
  }
  std::vector<Address> addresses;
  if (has_addresses_) addresses = find_addresses(literal);
  if (french_) typeset(node, &addresses);
  if (!addresses.empty() && open_links_.empty()) link_addresses(node, addresses);
}

void Gatherer::typeset(cmark_node* node, std::vector<Address>* addresses) {
  const std::string_view before = view(node->as.literal);
  std::string after;
  std::size_t from = 0;
  for (Address& address : *addresses) {
    french_->write(before.substr(from, address.begin - from), &after);
    const std::string_view kept = before.substr(address.begin, address.end - address.begin);
    from = address.end;
    address.begin = after.size();
    after.append(kept);
    address.end = after.size();
    french_->pass(kept);
  }
  french_->write(before.substr(from), &after);
  if (after == before) return;
  auto* bytes = static_cast<unsigned char*>((*tree_.arena).allocate(after.size()));
  std::memcpy(bytes, after.data(), after.size());
  node->as.literal = {bytes, static_cast<bufsize_t>(after.size()), 0};
}

void Gatherer::link_addresses(cmark_node* node, const std::vector<Address>& addresses) {
  claim(node);
  set_note(node, tree_.bare.size());
  const std::string_view text = view(node->as.literal);
  for (const Address& address : addresses) {
    tree_.bare.push_back({node, address.begin, address.end, facts_.links.size()});
    Link link;
    link.target = address.mail ? "mailto:" : "";
    link.target += text.substr(address.begin, address.end - address.begin);
    link.bare = true;
    facts_.links.push_back(std::move(link));
  }
}

/// What French wants to see of a block: only when there are quotation marks to pair.
std::string Gatherer::block_text(cmark_node* block) const {
  std::string out;
  if (view(block->content).find('"') == std::string_view::npos) return out;
  bool skipping = false;
  for (Walk walk(block); walk.next();) {
    const cmark_node* node = walk.node();
    if (node->type == CMARK_NODE_LINK) skipping = walk.entering() && is_autolink(node);
    if (!walk.entering()) continue;
    if (node->type == CMARK_NODE_CODE) out += 'x';
    if (node->type == CMARK_NODE_SOFTBREAK || node->type == CMARK_NODE_LINEBREAK) out += ' ';
    if (node->type == CMARK_NODE_TEXT) out += skipping ? std::string_view("x") : view(node->as.literal);
  }
  return out;
}

void Gatherer::word(std::string_view text) {
  if (has_words_ && open_links_.empty()) return;
  if (base::trim(text).empty()) return;
  has_words_ = true;
  if (!open_links_.empty()) facts_.links[open_links_.back()].has_text = true;
}

}  // namespace

void gather(Places places, Tree* tree) {
  if (tree->root == nullptr) {
    tree->facts.problems.push_back({ProblemKind::unreadable, {1, 1, 0}});
    return;
  }
  Gatherer gatherer(places, tree);
  gatherer.run();
}

}  // namespace cenacle::markdown
