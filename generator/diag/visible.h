// Text from anywhere, made harmless to a terminal: what is invisible or would act on it is shown in its place.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cenacle::diag {

/// One character of a text, or one byte of it that is not UTF-8.
struct Glyph {
  std::string shown;  ///< what to print: the character, a picture of a control character (␛), `<U+202E>`, `<E9>`
  int width = 1;      ///< columns that it takes; 0 for a combining character, 2 for a wide one; a tab has 1
  bool is_tab = false;
};

/// Reads the character at `*offset`, which is below the text's size, and moves `*offset` past it.
Glyph next_glyph(std::string_view text, std::size_t* offset);

/// The whole of `text` as it may be printed on one line.
std::string visible(std::string_view text);

}  // namespace cenacle::diag
