// Texts as content lines can carry them: what must not leave is left out here, the same way when writing and reading.
#pragma once

#include <string>
#include <string_view>

namespace cenacle::ical {

/// A TEXT: well-formed UTF-8 (U+FFFD for what is not), no control characters but tab and line feed. Unicode's other
/// line ends become line feeds: some readers cut content lines at them. Blanks at both ends go, as readers drop them
/// anyway.
std::string clean_text(std::string_view text);
/// One line of it, trimmed: names, categories, file names.
std::string clean_line(std::string_view text);
/// An address: no control characters, spaces as %20.
std::string clean_uri(std::string_view text);
/// A media type, or "" when it is none.
std::string clean_media_type(std::string_view text);

/// TEXT as a content line writes it, and back. RFC 5545 §3.3.11. libical does this for the properties it knows; X-
/// properties and lists of categories it leaves alone.
std::string escape(std::string_view text);
std::string unescape(std::string_view text);

/// Appends `line`, CRLF-ended and folded at 75 octets between UTF-8 sequences. RFC 5545 §3.1.
void fold(std::string_view line, std::string* out);

/// Whether two ASCII texts are the same but for case.
bool same(std::string_view a, std::string_view b);
/// `text` with ASCII letters in capitals.
std::string upper(std::string_view text);

}  // namespace cenacle::ical
