// Finds the targets of a block's links in its text, as cmark reads it (CommonMark 0.29 §6), since cmark forgets them.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "formats/markdown/definitions.h"

namespace cenacle::markdown {

/// Bytes of a text.
struct Span {
  std::size_t begin = 0, end = 0;
};

struct FoundLink {
  std::size_t opener = 0;                  ///< of its `[`, `![` or `<`
  Span target;                             ///< in the block's text, when there is no `definition`
  const Definition* definition = nullptr;  ///< where the target stands, for a link by reference
};

/// Reads one block. What it finds is checked against cmark's tree by the caller.
class LinkScanner {
 public:
  /// `html`: the inline HTML that cmark found, in order. All must outlive the scanner's results.
  LinkScanner(std::string_view text, const std::vector<Span>& html, const Definitions& definitions);

  /// Links and images in the order of their openers.
  const std::vector<FoundLink>& links() const { return links_; }
  /// What is no running text: code, HTML, links. In order, those inside another left out.
  const std::vector<Span>& opaque() const { return opaque_; }

 private:
  struct Bracket {
    std::size_t opener = 0, text = 0;  ///< where the bracket and the text after it begin
    bool image = false, active = true, bracket_after = false;
  };

  void scan();
  void close_bracket();
  bool inline_target(const Bracket& bracket);
  std::size_t skip_title(std::size_t begin);
  bool reference(const Bracket& bracket);
  void matched(const Bracket& bracket, Span target, const Definition* definition, std::size_t end);
  void code();
  bool autolink();
  void add_opaque(Span span);

  char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }

  std::string_view text_;
  const std::vector<Span>& html_;
  const Definitions& definitions_;
  std::size_t pos_ = 0;
  std::size_t next_html_ = 0;
  std::vector<Bracket> brackets_;
  std::vector<FoundLink> links_;
  std::vector<Span> opaque_;
  static constexpr std::size_t longest_ticks = 80;  ///< cmark's limit
  std::array<std::size_t, longest_ticks + 1> last_ticks_{};
  bool all_ticks_seen_ = false;
  bool no_double_ = false, no_single_ = false;  ///< no title ends in this quotation mark any more
};

}  // namespace cenacle::markdown
