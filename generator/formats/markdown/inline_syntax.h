// The small pieces of Markdown's inline syntax: white space, labels, targets and titles of links.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace cenacle::markdown {

inline bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

inline bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

inline std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_ascii_space(text[at])) ++at;
  return at;
}

/// Looks for the first of some bytes: the standard's find_first_of asks memchr about each byte of the text.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) has_[static_cast<unsigned char>(c)] = true;
  }
  constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }
  /// From `at` on; the text's size when there is none.
  std::size_t find_in(std::string_view text, std::size_t at) const {
    while (at < text.size() && !has(text[at])) ++at;
    return at;
  }

 private:
  std::array<bool, 256> has_{};
};

/// Something that was read: its own bytes and where reading goes on.
struct Piece {
  std::size_t begin = 0, end = 0;
  std::size_t next = 0;
};

/// `[label]` at `at`: the label without its brackets.
std::optional<Piece> read_label(std::string_view text, std::size_t at);
/// A target at `at`, in `<…>` or bare; the bytes are those between the angle brackets.
std::optional<Piece> read_target(std::string_view text, std::size_t at);
/// A title at `at`, in quotes or parentheses.
std::optional<Piece> read_title(std::string_view text, std::size_t at);
/// The inside of `<scheme:…>` or `<mailbox>` at `at`, which is the `<`.
std::optional<Piece> read_autolink(std::string_view text, std::size_t at);

}  // namespace cenacle::markdown
