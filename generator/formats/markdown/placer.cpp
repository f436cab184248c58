// Gives the links, headings and raw HTML of a block their places in the source.
#include "formats/markdown/placer.h"

#include <algorithm>

#include "formats/markdown/inline_syntax.h"

namespace cenacle::markdown {

namespace {

/// Whether `written` in the source is `target` once cmark has resolved it; entities are believed.
bool is_same(std::string_view written, std::string_view target) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < written.size(); ++i, ++at) {
    if (written[i] == '&') return true;
    if (written[i] == '\\' && i + 1 < written.size() && is_ascii_punctuation(written[i + 1])) ++i;
    if (at >= target.size() || written[i] != target[at]) return false;
  }
  return at == target.size();
}

/// Finds the bare addresses of a block again in its source, one after the other.
class BareFinder {
 public:
  BareFinder(std::string_view text, const std::vector<Span>& opaque) : text_(text), opaque_(opaque) {}

  /// Where `address` stands, not in code, HTML or a link; an empty span when it is not found.
  Span find(std::string_view address) {
    // Up to the first character that may be written otherwise in Markdown.
    const std::string_view sure = address.substr(0, address.find_first_of("_*&~[]()<>!|\\#'"));
    while (!sure.empty() && misses_ < 16) {
      const std::size_t begin = text_.find(sure, from_);
      if (begin == std::string_view::npos) {
        ++misses_;  // each one is a search to the end
        break;
      }
      while (next_ < opaque_.size() && opaque_[next_].end <= begin) ++next_;
      if (next_ < opaque_.size() && opaque_[next_].begin <= begin) {
        from_ = opaque_[next_].end;
      } else if (const std::size_t end = end_of(address, begin); end > begin) {
        from_ = end;
        return {begin, end};
      } else {
        from_ = begin + 1;
      }
    }
    return {};
  }

 private:
  /// Reads `address` at `begin`, past escapes and entities; `begin` when something else stands there.
  std::size_t end_of(std::string_view address, std::size_t begin) const {
    std::size_t at = begin;
    for (std::size_t i = 0; i < address.size(); ++i, ++at) {
      const bool escaped = at + 1 < text_.size() && text_[at] == '\\' && is_ascii_punctuation(text_[at + 1]);
      if (escaped) ++at;
      if (at >= text_.size()) return begin;
      if (text_[at] == '&' && !escaped) {
        constexpr std::size_t longest_entity = 32;
        const std::size_t end = text_.substr(at, longest_entity).find(';');
        const std::string_view name = text_.substr(at + 1, end == std::string_view::npos ? 0 : end - 1);
        if (!name.empty() && name.find_first_of("=/&?") == std::string_view::npos) at += end;
      } else if (text_[at] != address[i]) {
        return begin;
      }
    }
    return at;
  }

  std::string_view text_;
  const std::vector<Span>& opaque_;
  std::size_t from_ = 0, next_ = 0, misses_ = 0;
};

}  // namespace

Stretch Placer::stretch(const BlockMap& map, Span span) {
  const std::size_t begin = map.offset(span.begin);
  // The last byte and one more: what follows it may be elsewhere.
  return source_.stretch(begin, span.end > span.begin ? map.offset(span.end - 1) + 1 : begin);
}

Stretch Placer::first_line(const InlineBlock& block, const BlockMap& map) {
  return stretch(map, {0, std::min(block.text.find('\n'), block.text.size())});
}

BlockMap Placer::map_of(const InlineBlock& block) {
  switch (block.shape) {
    case InlineBlock::Shape::heading:
      return BlockMap::of_heading(source_, block.text, block.first_line);
    case InlineBlock::Shape::cell:
      return BlockMap::of_cell(source_, block.text, block.first_line, block.cell, &row_);
    case InlineBlock::Shape::lines:
      break;
  }
  return BlockMap::of_lines(source_, block.text, block.first_line, block.last_line);
}

void Placer::place(const InlineBlock& block, Facts* facts) {
  const BlockMap map = map_of(block);
  if (map.empty()) {  // not seen to happen; the block's first line, then
    const std::string_view line = source_.line(block.first_line);
    const std::size_t begin = line.empty() ? 0 : source_.line_start(block.first_line) + container_prefix(line);
    const Stretch at = source_.stretch(begin, begin + line.size());
    if (block.heading != InlineBlock::none) facts->headings[block.heading].at = at;
    for (const InlineBlock::Html& html : block.html) {
      if (html.problem != InlineBlock::none) facts->problems[html.problem].at = at;
    }
    for (std::size_t i = block.first_link; i < facts->links.size(); ++i) facts->links[i].at = at;
    return;
  }
  if (block.heading != InlineBlock::none) {
    facts->headings[block.heading].at = first_line(block, map);
  }
  for (const InlineBlock::Html& html : block.html) {
    if (html.problem != InlineBlock::none) facts->problems[html.problem].at = stretch(map, html.span);
  }
  if (block.first_link < facts->links.size()) place_links(block, map, facts);
}

void Placer::place_links(const InlineBlock& block, const BlockMap& map, Facts* facts) {
  std::vector<Span> html;
  for (const InlineBlock::Html& each : block.html) html.push_back(each.span);
  const LinkScanner scanner(block.text, html, definitions_);
  BareFinder bare(block.text, scanner.opaque());
  constexpr std::size_t look_ahead = 8;  // should the scanner ever see a link that cmark does not
  std::size_t next = 0;
  for (std::size_t i = block.first_link; i < facts->links.size(); ++i) {
    Link& link = facts->links[i];
    if (link.bare) {
      const std::string_view target = link.target;
      const Span span = bare.find(target.starts_with("mailto:") ? target.substr(7) : target);
      if (span.end > span.begin) link.at = stretch(map, span);
    }
    for (std::size_t j = next; !link.bare && j < scanner.links().size() && j < next + look_ahead; ++j) {
      if (place_link(block, map, scanner.links()[j], &link)) {
        next = j + 1;
        break;
      }
    }
    if (link.at.line == 0) link.at = first_line(block, map);
  }
}

bool Placer::place_link(const InlineBlock& block, const BlockMap& map, const FoundLink& found, Link* link) {
  if (found.definition != nullptr) {
    const Definition& definition = *found.definition;
    const std::string_view written = source_.text().substr(definition.begin, definition.end - definition.begin);
    if (!is_same(written, link->target)) return false;
    link->at = source_.stretch(definition.begin, definition.end);
    return true;
  }
  const std::string_view written = block.text.substr(found.target.begin, found.target.end - found.target.begin);
  const std::string_view target = link->target;
  if (!is_same(written, target) && !(target.starts_with("mailto:") && is_same(written, target.substr(7)))) return false;
  link->at = stretch(map, found.target);
  return true;
}

}  // namespace cenacle::markdown
