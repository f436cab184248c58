// Escaping: a text becomes what the file's language reads as that text and nothing else.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cenacle::tmpl {

enum class Escape : std::uint8_t { html, markdown, toml, none };

/// By the end of a file's name: `.txt`, `.md`, `.toml`, and HTML for `.html`, `.xml` and all else.
Escape escape_of(std::string_view file_name);

/// `& < > " '` as references; control characters that neither HTML nor XML may hold become U+FFFD.
void append_html(std::string* out, std::string_view text);

/// Backslashes before what Markdown (CommonMark, with tables) would read as markup, wherever the text may land in a
/// line. A bare address stays as it is, so that it still becomes a link.
void append_markdown(std::string* out, std::string_view text);

/// As it stands between the quotes of a TOML text (TOML 1.0, basic strings): quotes, backslashes, control characters.
void append_toml(std::string* out, std::string_view text);

void append_escaped(std::string* out, std::string_view text, Escape escape);

/// Where front matter stands in a Markdown template: the offsets of the lines `+++` around it; empty when there is
/// none. Only tags and comments may stand above it.
struct FrontMatter {
  std::size_t begin = 0, end = 0;
};
FrontMatter front_matter_of(std::string_view text);

/// Percent-encoding of everything but the unreserved characters (RFC 3986 §2.3).
std::string percent_encoded(std::string_view text);

/// The text that a reader of the markup sees: tags and comments left out, references resolved, white space collapsed.
std::string without_markup(std::string_view html);

}  // namespace cenacle::tmpl
