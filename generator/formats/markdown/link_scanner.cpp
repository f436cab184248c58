// Finds the targets of a block's links in its text, as cmark reads it (CommonMark 0.29 §6), since cmark forgets them.
#include "formats/markdown/link_scanner.h"

#include <algorithm>

#include "formats/markdown/inline_syntax.h"

namespace cenacle::markdown {

LinkScanner::LinkScanner(std::string_view text, const std::vector<Span>& html, const Definitions& definitions)
    : text_(text), html_(html), definitions_(definitions) {
  while (!text_.empty() && is_ascii_space(text_.back())) text_.remove_suffix(1);
  scan();
  std::sort(links_.begin(), links_.end(), [](const FoundLink& a, const FoundLink& b) { return a.opener < b.opener; });
}

void LinkScanner::scan() {
  constexpr ByteSet marks("\\`<[!]");
  while ((pos_ = marks.find_in(text_, pos_)) < text_.size()) {
    switch (text_[pos_]) {
      case '\\':
        pos_ += is_ascii_punctuation(at(pos_ + 1)) ? 2 : 1;
        break;
      case '`':
        code();
        break;
      case '<':
        if (!autolink()) ++pos_;
        break;
      case ']':
        close_bracket();
        break;
      default: {
        const bool image = text_[pos_] == '!';
        if (image && at(pos_ + 1) != '[') {
          ++pos_;
          break;
        }
        if (!brackets_.empty()) brackets_.back().bracket_after = true;
        const std::size_t opener = pos_;
        pos_ += image ? 2 : 1;
        brackets_.push_back({opener, pos_, image});
      }
    }
  }
}

/// A run of backticks is closed by the next run of the same length; where the runs are is remembered, so that many that
/// are never closed are not looked for again and again.
void LinkScanner::code() {
  const std::size_t opener = pos_;
  while (at(pos_) == '`') ++pos_;
  const std::size_t length = pos_ - opener, after = pos_;
  if (length > longest_ticks || (all_ticks_seen_ && last_ticks_[length] <= pos_)) return;
  for (;;) {
    const std::size_t run = text_.find('`', pos_);
    if (run == std::string_view::npos) break;
    for (pos_ = run; at(pos_) == '`';) ++pos_;
    const std::size_t ticks = pos_ - run;
    if (ticks <= longest_ticks) last_ticks_[ticks] = run;
    if (ticks == length) return add_opaque({opener, pos_});
  }
  all_ticks_seen_ = true;
  pos_ = after;
}

bool LinkScanner::autolink() {
  while (next_html_ < html_.size() && html_[next_html_].begin < pos_) ++next_html_;
  if (next_html_ < html_.size() && html_[next_html_].begin == pos_) {
    add_opaque(html_[next_html_]);
    pos_ = html_[next_html_].end;
    return true;
  }
  const auto target = read_autolink(text_, pos_);
  if (!target) return false;
  links_.push_back({pos_, {target->begin, target->end}, nullptr});
  add_opaque({pos_, target->next});
  pos_ = target->next;
  return true;
}

void LinkScanner::close_bracket() {
  const std::size_t closer = pos_++;
  if (brackets_.empty()) return;
  const Bracket bracket = brackets_.back();
  brackets_.pop_back();
  if (!bracket.active) return;
  if (inline_target(bracket) || reference(bracket)) return;
  pos_ = closer + 1;
}

/// `](target "title")`
bool LinkScanner::inline_target(const Bracket& bracket) {
  if (at(pos_) != '(') return false;
  const auto target = read_target(text_, skip_space(text_, pos_ + 1));
  if (!target) return false;
  std::size_t end = skip_space(text_, target->next);
  if (end != target->next) end = skip_title(end);
  end = skip_space(text_, end);
  if (at(end) != ')') return false;
  matched(bracket, {target->begin, target->end}, nullptr, end + 1);
  return true;
}

/// A title that is never closed is looked for once, not at each of many links.
std::size_t LinkScanner::skip_title(std::size_t begin) {
  bool* none = at(begin) == '"' ? &no_double_ : at(begin) == '\'' ? &no_single_ : nullptr;
  if (none != nullptr && *none) return begin;
  if (const auto title = read_title(text_, begin)) return title->next;
  if (none != nullptr) *none = true;
  return begin;
}

/// `][label]`, `][]` or `]` alone
bool LinkScanner::reference(const Bracket& bracket) {
  const std::size_t closer = pos_ - 1;
  auto label = read_label(text_, pos_);
  const std::size_t end = label ? label->next : pos_;
  const auto blank = [&](const Piece& piece) { return skip_space(text_, piece.begin) >= piece.end; };
  if ((!label || blank(*label)) && !bracket.bracket_after) label = Piece{bracket.text, closer, end};
  if (!label) return false;
  const Definition* definition = definitions_.find(text_.substr(label->begin, label->end - label->begin));
  if (definition == nullptr) return false;
  matched(bracket, {}, definition, end);
  return true;
}

void LinkScanner::matched(const Bracket& bracket, Span target, const Definition* definition, std::size_t end) {
  links_.push_back({bracket.opener, target, definition});
  add_opaque({bracket.opener, end});
  pos_ = end;
  if (bracket.image) return;
  // No link in a link: what was opened before is no longer one.
  for (auto opener = brackets_.rbegin(); opener != brackets_.rend(); ++opener) {
    if (opener->image) continue;
    if (!opener->active) break;
    opener->active = false;
  }
}

void LinkScanner::add_opaque(Span span) {
  while (!opaque_.empty() && opaque_.back().begin > span.begin) opaque_.pop_back();
  opaque_.push_back(span);
}

}  // namespace cenacle::markdown
