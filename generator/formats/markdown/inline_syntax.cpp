// The small pieces of Markdown's inline syntax: white space, labels, targets and titles of links.
#include "formats/markdown/inline_syntax.h"

namespace cenacle::markdown {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

constexpr std::size_t longest_label = 1000;  // CommonMark §6.6: "at most 999 characters"; cmark counts so

std::optional<Piece> read_pointed_target(std::string_view text, std::size_t at) {
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '>') return i + 1 < text.size() ? std::optional(Piece{at + 1, i, i + 1}) : std::nullopt;
    if (text[i] == '\n' || text[i] == '<') return std::nullopt;
    if (text[i] == '\\') ++i;
  }
  return std::nullopt;
}

std::optional<Piece> read_uri(std::string_view text, std::size_t at) {
  std::size_t i = at + 1;
  if (i >= text.size() || !is_letter(text[i])) return std::nullopt;
  while (i < text.size() &&
         (is_letter(text[i]) || is_digit(text[i]) || text[i] == '.' || text[i] == '+' || text[i] == '-'))
    ++i;
  const std::size_t scheme = i - at - 1;
  if (scheme < 2 || scheme > 32 || i >= text.size() || text[i] != ':') return std::nullopt;
  while (i < text.size() && static_cast<unsigned char>(text[i]) > ' ' && text[i] != '<' && text[i] != '>') ++i;
  if (i >= text.size() || text[i] != '>') return std::nullopt;
  return Piece{at + 1, i, i + 1};
}

std::optional<Piece> read_mailbox(std::string_view text, std::size_t at) {
  constexpr std::string_view others = ".!#$%&'*+/=?^_`{|}~-";
  std::size_t i = at + 1;
  while (i < text.size() && (is_letter(text[i]) || is_digit(text[i]) || others.find(text[i]) != std::string_view::npos))
    ++i;
  if (i == at + 1 || i >= text.size() || text[i] != '@') return std::nullopt;
  for (std::size_t label = ++i; i < text.size(); ++i) {
    if (is_letter(text[i]) || is_digit(text[i]) || (text[i] == '-' && i > label)) continue;
    if (i == label || i - label > 63 || text[i - 1] == '-') return std::nullopt;
    if (text[i] == '>') return Piece{at + 1, i, i + 1};
    if (text[i] != '.') return std::nullopt;
    label = i + 1;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Piece> read_label(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '[') return std::nullopt;
  std::size_t i = at + 1;
  for (; i < text.size() && text[i] != '[' && text[i] != ']'; ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && is_ascii_punctuation(text[i + 1])) ++i;
    if (i - at > longest_label) return std::nullopt;
  }
  if (i >= text.size() || text[i] != ']') return std::nullopt;
  return Piece{at + 1, i, i + 1};
}

std::optional<Piece> read_target(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '<') return read_pointed_target(text, at);
  std::size_t depth = 0, i = at;
  for (; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && is_ascii_punctuation(text[i + 1])) {
      ++i;
    } else if (text[i] == '(') {
      if (++depth > 32) return std::nullopt;
    } else if (text[i] == ')') {
      if (depth == 0) break;
      --depth;
    } else if (is_ascii_space(text[i])) {
      if (i == at) return std::nullopt;
      break;
    }
  }
  if (i >= text.size()) return std::nullopt;
  return Piece{at, i, i};
}

std::optional<Piece> read_title(std::string_view text, std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  const char close = text[at] == '"' ? '"' : text[at] == '\'' ? '\'' : text[at] == '(' ? ')' : '\0';
  if (close == '\0') return std::nullopt;
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == close) return Piece{at + 1, i, i + 1};
    if (close == ')' && text[i] == '(') return std::nullopt;
    if (text[i] == '\\' && i + 1 < text.size() && is_ascii_punctuation(text[i + 1])) ++i;
  }
  return std::nullopt;
}

std::optional<Piece> read_autolink(std::string_view text, std::size_t at) {
  if (const auto uri = read_uri(text, at)) return uri;
  return read_mailbox(text, at);
}

}  // namespace cenacle::markdown
