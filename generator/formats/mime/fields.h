// What may stand in the fields of a header: checked and cleaned before GMime sees it.
#pragma once

#include <string>
#include <string_view>

namespace cenacle::mime {

/// "left@host" as RFC 5322 §3.6.4 has it between the brackets, in the narrow form that everybody reads: dot-atoms.
bool is_message_id(std::string_view text);
/// What a List-Id has between its brackets: labels with dots between them (RFC 2919).
bool is_list_id(std::string_view text);
/// RFC 2045 `token`: a METHOD, a half of a media type.
bool is_token(std::string_view text);
/// Printable ASCII without spaces, angle brackets and commas: an address with a scheme, as List-Unsubscribe has it.
bool is_plain_url(std::string_view text);
/// A file's name that names nothing but a file: no folder, no control character, no reserved sign, at most 120
/// octets; "fichier" when nothing is left of it.
std::string file_name(std::string_view text);
/// Text as a part of a message: every line end CRLF, no other control character than the tab; ill-formed UTF-8 and zero
/// bytes as "?".
std::string text_body(std::string_view text);

}  // namespace cenacle::mime
