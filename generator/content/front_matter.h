// Where the front matter of a file ends and its text begins, and what is wrong when there is none.
#pragma once

#include <cstdint>
#include <string_view>

#include "diag/diagnostics.h"

namespace cenacle::content {

struct FrontMatter {
  bool readable = false;         ///< false: a mistake was reported that leaves nothing to read
  std::string_view toml;         ///< between the two `+++` lines
  std::uint32_t toml_line = 2;   ///< line of the file where it begins
  std::size_t body_offset = 0;   ///< bytes of the file before the text
  std::uint32_t body_line = 1;   ///< line of the file where the text begins
};

/// Takes the bytes of a `.md` file apart: front-matter-missing, front-matter-unclosed, front-matter-yaml. `bytes` are UTF-8.
FrontMatter split_front_matter(std::string_view bytes, std::string_view path, diag::Diagnostics& diagnostics);

/// Whether `bytes` are UTF-8; not-utf8 tells where they are not, and what they seem to be.
bool is_utf8(std::string_view bytes, std::string_view path, diag::Diagnostics& diagnostics);

/// The bytes of a byte-order mark at the start: 3 or 0.
std::size_t byte_order_mark(std::string_view bytes);

}  // namespace cenacle::content
