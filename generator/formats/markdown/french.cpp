// French typography of running text: apostrophes, guillemets, no-break spaces.
#include "formats/markdown/french.h"

#include "formats/markdown/inline_syntax.h"

namespace cenacle::markdown {

namespace {

constexpr std::string_view narrow = "\u202F", wide = "\u00A0", apostrophe = "’", opening = "«", closing = "»";

/// Bytes that may have to change, or the first byte of what may.
constexpr ByteSet special("'\";:!?\xC2");

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether the character that ends at `end` is a letter: ASCII, or U+00C0 to U+07FF less × and ÷.
bool letter_before(std::string_view text, std::size_t end) {
  if (end == 0) return false;
  if (is_ascii_letter(text[end - 1])) return true;
  if (end < 2) return false;
  const auto first = static_cast<unsigned char>(text[end - 2]), second = static_cast<unsigned char>(text[end - 1]);
  if ((second & 0xC0) != 0x80 || first < 0xC3 || first > 0xDF) return false;
  return !(first == 0xC3 && (second == 0x97 || second == 0xB7));
}

bool letter_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  if (is_ascii_letter(text[at])) return true;
  return at + 2 <= text.size() && letter_before(text, at + 2) && static_cast<unsigned char>(text[at]) >= 0xC3;
}

/// Bytes of the space that begins at `at`, or 0.
std::size_t space_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == ' ' || text[at] == '\n' || text[at] == '\t') return 1;
  const std::string_view rest = text.substr(at, 3);
  return rest == narrow ? 3 : rest.starts_with(wide) ? 2 : 0;
}

/// Bytes of the space that ends at `end`, or 0.
std::size_t space_before(std::string_view text, std::size_t end) {
  const std::string_view head = text.substr(0, end);
  if (head.ends_with(' ') || head.ends_with('\n') || head.ends_with('\t')) return 1;
  return head.ends_with(narrow) ? narrow.size() : head.ends_with(wide) ? wide.size() : 0;
}

/// Replaces the space at the end of what was written since `begin`, if there is one, by `space`.
bool replace_last_space(std::string* out, std::size_t begin, std::string_view space) {
  const std::size_t length = space_before(std::string_view(*out).substr(begin), out->size() - begin);
  if (length == 0) return false;
  out->replace(out->size() - length, length, space);
  return true;
}

}  // namespace

bool concerns_french(std::string_view text) { return special.find_in(text, 0) < text.size(); }

std::vector<French::Quote> French::pair(std::string_view block) {
  std::vector<Quote> quotes;
  std::size_t open = std::string_view::npos;  // index of the one that waits for its pair
  for (std::size_t i = block.find('"'); i != std::string_view::npos; i = block.find('"', i + 1)) {
    quotes.push_back(Quote::straight);
    const bool space_after = i + 1 >= block.size() || space_at(block, i + 1) > 0;
    const bool word_before = letter_before(block, i) || (i > 0 && block[i - 1] >= '0' && block[i - 1] <= '9');
    if (open == std::string_view::npos) {
      if (!space_after && !word_before) open = quotes.size() - 1;
    } else if (space_before(block, i) == 0) {
      quotes[open] = Quote::opening;
      quotes.back() = Quote::closing;
      open = std::string_view::npos;
    }
  }
  return quotes;
}

French::French(std::string_view block) : quotes_(pair(block)) {}

void French::write_quote(Quote quote, bool at_end, std::string_view rest, std::string* out, std::size_t begin) {
  if (quote == Quote::opening) {
    out->append(opening);
    if (at_end || space_at(rest, 0) == 0) out->append(narrow);
    return;
  }
  const bool spaced = replace_last_space(out, begin, narrow) || (out->size() == begin && after_space_);
  if (!spaced) out->append(narrow);
  out->append(closing);
}

void French::write(std::string_view piece, std::string* out) {
  const std::size_t begin = out->size();
  for (std::size_t i = 0; i < piece.size();) {
    const std::size_t run = special.find_in(piece, i);
    out->append(piece.substr(i, run - i));
    if (run == piece.size()) break;
    i = run + 1;
    const char c = piece[run];
    const std::string_view rest = piece.substr(i);
    if (c == '\'') {
      const bool before = run > 0 ? letter_before(piece, run) : after_letter_, after = letter_at(piece, i);
      const bool closes = open_single_ && !after && i < piece.size();
      if (!before && after) open_single_ = true;
      if (closes) open_single_ = false;
      out->append(before && !closes ? apostrophe : "'");
    } else if (c == '"') {
      const Quote quote = next_quote_ < quotes_.size() ? quotes_[next_quote_] : Quote::straight;
      ++next_quote_;
      if (quote == Quote::straight) {
        *out += c;
      } else {
        write_quote(quote, rest.empty(), rest, out, begin);
      }
    } else if (c == '\xC2') {
      const std::string_view character = piece.substr(run, 2);
      i = run + character.size();
      if (character == closing) {
        write_quote(Quote::closing, false, {}, out, begin);
      } else if (character == opening) {
        out->append(opening).append(narrow);
        i += space_at(piece, i);
      } else {
        out->append(character);
      }
    } else {
      if (!rest.starts_with('=')) replace_last_space(out, begin, c == ':' ? wide : narrow);
      *out += c;
    }
  }
  if (!piece.empty()) pass(std::string_view(*out).substr(begin));
}

void French::pass(std::string_view written) {
  after_letter_ = letter_before(written, written.size());
  after_space_ = written.empty() || space_before(written, written.size()) > 0;
}

}  // namespace cenacle::markdown
