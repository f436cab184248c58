// The filter `strip`: what a reader of some markup sees.
#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.h"
#include "template/escape.h"

namespace cenacle::tmpl {

namespace {

constexpr std::size_t npos = std::string_view::npos;

/// Elements that do not part words: `<b>a</b>b` is read as "ab", `<p>a</p><p>b</p>` as "a b".
constexpr std::string_view inline_elements[] = {"a",     "abbr", "b",      "bdi", "bdo", "cite", "code", "data", "del",
                                                "dfn",   "em",   "i",      "ins", "kbd", "mark", "q",    "s",    "samp",
                                                "small", "span", "strong", "sub", "sup", "time", "u",    "var",  "wbr"};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

/// The length of the tag, comment or declaration at the front; 0 for a `<` that begins none.
std::size_t tag_length(std::string_view html) {
  if (html.starts_with("<!--")) return std::min(html.find("-->", 4), html.size() - 3) + 3;
  if (html.size() < 2 || std::string_view(" \t\n<>=0123456789").find(html[1]) != npos) return 0;
  char quote = 0;
  for (std::size_t i = 1; i < html.size(); ++i) {
    if (quote) {
      if (html[i] == quote) quote = 0;
    } else if (html[i] == '"' || html[i] == '\'') {
      quote = html[i];
    } else if (html[i] == '>') {
      return i + 1;
    }
  }
  return html.size();
}

std::string element_of(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  return lower(tag.substr(0, tag.find_first_of(" \t\r\n/>")));
}

std::optional<char32_t> numbered(std::string_view name) {
  const bool hexadecimal = name.starts_with("#x") || name.starts_with("#X");
  name.remove_prefix(hexadecimal ? 2 : 1);
  std::uint32_t code = 0;
  const char* const end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data(), end, code, hexadecimal ? 16 : 10);
  if (error != std::errc{} || stop != end) return std::nullopt;
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return 0xFFFD;
  return code;
}

/// The character that a reference at the front stands for, and its length.
std::optional<std::pair<char32_t, std::size_t>> reference(std::string_view html) {
  static constexpr std::pair<std::string_view, char32_t> named[] = {{"amp", '&'},  {"lt", '<'},    {"gt", '>'},
                                                                    {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0}};
  const std::size_t end = html.substr(0, 12).find(';');
  if (end == npos || end < 2) return std::nullopt;
  const std::string_view name = html.substr(1, end - 1);
  for (const auto& [known, code] : named)
    if (known == name) return std::pair{code, end + 1};
  if (name[0] != '#' || name.size() < 2) return std::nullopt;
  const auto code = numbered(name);
  if (!code) return std::nullopt;
  return std::pair{*code, end + 1};
}

/// Appends with runs of white space as one space, and none at the front.
class Collapsed {
 public:
  void space() { pending_ = !out.empty(); }
  void add(std::string_view character) {
    if (pending_) out += ' ';
    pending_ = false;
    out += character;
  }
  std::string out;

 private:
  bool pending_ = false;
};

}  // namespace

std::string without_markup(std::string_view html) {
  Collapsed text;
  for (std::size_t i = 0; i < html.size();) {
    const char c = html[i];
    const std::size_t tag = c == '<' ? tag_length(html.substr(i)) : 0;
    if (tag > 0) {
      const std::string element = element_of(html.substr(i, tag));
      const bool opens = html[i + 1] != '/';
      i += tag;
      if (opens && (element == "script" || element == "style")) i = std::min(html.find("</" + element, i), html.size());
      if (std::find(std::begin(inline_elements), std::end(inline_elements), element) == std::end(inline_elements))
        text.space();
    } else if (const auto found = c == '&' ? reference(html.substr(i)) : std::nullopt) {
      std::string character;
      base::append_utf8(&character, found->first);
      text.add(character);
      i += found->second;
    } else {
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        text.space();
      } else {
        text.add(html.substr(i, 1));
      }
      ++i;
    }
  }
  return std::move(text.out);
}

}  // namespace cenacle::tmpl
