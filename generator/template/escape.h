// Escaping: a text becomes what the file's language reads as that text and nothing else.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cenacle::tmpl {

enum class Escape : std::uint8_t { html, markdown, none };

/// By the end of a file's name: `.txt`, `.md`, and HTML for `.html`, `.xml` and all else.
Escape escape_of(std::string_view file_name);

/// `& < > " '` as references; control characters that neither HTML nor XML may hold become U+FFFD.
void append_html(std::string* out, std::string_view text);

/// Backslashes before what Markdown (CommonMark, with tables) would read as markup, wherever the text may land in a
/// line. A bare address stays as it is, so that it still becomes a link.
void append_markdown(std::string* out, std::string_view text);

void append_escaped(std::string* out, std::string_view text, Escape escape);

/// Percent-encoding of everything but the unreserved characters (RFC 3986 §2.3).
std::string percent_encoded(std::string_view text);

/// The text that a reader of the markup sees: tags and comments left out, references resolved, white space collapsed.
std::string without_markup(std::string_view html);

}  // namespace cenacle::tmpl
