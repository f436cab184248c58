// The HTML of a mail, dressed: mail clients drop style sheets, so that each element bears its own style.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace cenacle::mail {

/// CSS declarations by element ("p", "h2", "table"…), and of two arrangements of elements that Markdown has no words
/// for: "button", a link that is all that is bold; "buttons", a list of such, and "buttons li". From
/// `mails/style.toml`.
using Style = std::map<std::string, std::string, std::less<>>;

/// `html` as formats/markdown writes it, each element with its style; classes, ids and what else only a page's style
/// sheet or script would use are left out.
std::string dress(std::string_view html, const Style& style);

}  // namespace cenacle::mail
