// Escaping: a text becomes what the file's language reads as that text and nothing else.
#include "template/escape.h"

#include <algorithm>
#include <array>

namespace cenacle::tmpl {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// What stands for a byte in HTML and XML; an empty text: the byte itself. XML 1.0 §2.2 forbids most controls.
constexpr auto references = [] {
  std::array<std::string_view, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = "\xEF\xBF\xBD";
  table['\t'] = table['\n'] = table['\r'] = {};
  table['&'] = "&amp;";
  table['<'] = "&lt;";
  table['>'] = "&gt;";
  table['"'] = "&quot;";
  table['\''] = "&#39;";
  return table;
}();

/// Whether none of `size` bytes has a reference: asked of all at once, which compilers do with one instruction for many.
template <std::size_t size>
bool is_plain(const char* bytes) {
  unsigned char found = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    found |= static_cast<unsigned char>((c < 0x20) | (c == '&') | (c == '<') | (c == '>') | (c == '"') | (c == '\''));
  }
  return found == 0;
}

/// Whether nothing in `text` has a reference: most texts. The last bytes are asked together with some before them.
bool is_plain(std::string_view text) {
  constexpr std::size_t wide = 16, narrow = 4;
  const char* const end = text.data() + text.size();
  if (text.size() >= wide) {
    for (const char* at = text.data(); at + wide <= end; at += wide)
      if (!is_plain<wide>(at)) return false;
    return is_plain<wide>(end - wide);
  }
  if (text.size() >= narrow) {
    for (const char* at = text.data(); at + narrow <= end; at += narrow)
      if (!is_plain<narrow>(at)) return false;
    return is_plain<narrow>(end - narrow);
  }
  return std::all_of(text.begin(), text.end(), [](const char& c) { return is_plain<1>(&c); });
}

/// Whether `text` begins with what Markdown reads as a character reference.
bool begins_reference(std::string_view text) {
  std::size_t i = 1;
  while (i < text.size() && (is_alphanumeric(text[i]) || (i == 1 && text[i] == '#'))) ++i;
  return i > 1 && i < text.size() && text[i] == ';';
}

/// Whether a character makes markup at the beginning of a line: headings, quotes, lists, rules, fences.
bool opens_line(std::string_view line) { return !line.empty() && std::string_view("#>+-=:.").find(line[0]) != npos; }

/// The length of "12" in "12. " and "12) ", which would begin a list.
std::size_t list_number(std::string_view line) {
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')') ? digits : 0;
}

bool is_markdown_markup(std::string_view text, std::size_t i) {
  switch (text[i]) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '(':
    case ')':
    case '<':
    case '|':
      return true;
    case '_':  // inside a word it is no emphasis, and addresses have it
      return i == 0 || i + 1 == text.size() || !is_alphanumeric(text[i - 1]) || !is_alphanumeric(text[i + 1]);
    case '~':
      return i == 0 || i + 1 == text.size() || text[i - 1] == '~' || text[i + 1] == '~';
    case '&':
      return begins_reference(text.substr(i));
    default:
      return false;
  }
}

}  // namespace

Escape escape_of(std::string_view name) {
  if (name.ends_with(".txt")) return Escape::none;
  if (name.ends_with(".toml")) return Escape::toml;
  return name.ends_with(".md") ? Escape::markdown : Escape::html;
}

void append_html(std::string* out, std::string_view text) {
  std::size_t done = 0;
  if (!is_plain(text)) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const std::string_view reference = references[static_cast<unsigned char>(text[i])];
      if (reference.empty()) continue;
      out->append(text, done, i - done);
      out->append(reference);
      done = i + 1;
    }
  }
  out->append(text, done);
}

void append_markdown(std::string* out, std::string_view text) {
  bool line_start = true;  // of the text, which may be that of a line too
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (line_start && (text[i] == ' ' || text[i] == '\t')) {  // an indentation would make code
      out->append(text[i] == ' ' ? "&#32;" : "&#9;");
      i = std::min(text.find_first_not_of(" \t", i), text.size());
      if (i == text.size()) return;
    }
    if (line_start) {
      const std::size_t digits = list_number(text.substr(i));
      out->append(text, i, digits);
      i += digits;
      if (opens_line(text.substr(i))) *out += '\\';
    }
    if (is_markdown_markup(text, i)) *out += '\\';
    *out += text[i];
    line_start = text[i] == '\n' || text[i] == '\r';
  }
}

void append_toml(std::string* out, std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      out->append("\\u00").append({hex[byte >> 4], hex[byte & 15]});
    } else {
      if (c == '"' || c == '\\') *out += '\\';
      *out += c;
    }
  }
}

FrontMatter front_matter_of(std::string_view text) {
  std::size_t begin = npos;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line == "+++" && begin != npos) return {begin, at};
    if (line == "+++") {
      begin = at;
    } else if (begin == npos && !line.empty() && !line.starts_with("{%") && !line.starts_with("{#")) {
      return {};
    }
    at = end + 1;
  }
  return {};
}

void append_escaped(std::string* out, std::string_view text, Escape escape) {
  switch (escape) {
    case Escape::html:
      append_html(out, text);
      break;
    case Escape::markdown:
      append_markdown(out, text);
      break;
    case Escape::toml:
      append_toml(out, text);
      break;
    case Escape::none:
      out->append(text);
      break;
  }
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~') {
      out += c;
    } else {
      out += {'%', hex[byte >> 4], hex[byte & 15]};
    }
  }
  return out;
}

}  // namespace cenacle::tmpl
