// What may stand in the fields of a header.
#include "formats/mime/fields.h"

#include <algorithm>

#include "base/text.h"
#include "formats/mime/mime.h"

namespace cenacle::mime {

namespace {

constexpr std::string_view atom_signs = "!#$%&'*+-/=?^_`{|}~";  // RFC 5322 §3.2.3, besides letters and digits

bool is_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool is_dot_atom(std::string_view text) {
  const auto pieces = base::split(text, '.');
  return std::all_of(pieces.begin(), pieces.end(), [](std::string_view piece) {
    return !piece.empty() && std::all_of(piece.begin(), piece.end(), [](char c) {
      return is_alphanumeric(c) || atom_signs.find(c) != std::string_view::npos;
    });
  });
}

/// Labels of letters, digits and inner hyphens.
bool is_host(std::string_view text) {
  const auto labels = base::split(text, '.');
  return std::all_of(labels.begin(), labels.end(), [](std::string_view label) {
    return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
           std::all_of(label.begin(), label.end(), [](char c) { return is_alphanumeric(c) || c == '-'; });
  });
}

/// Controls; what turns the direction of writing, by which a name may be made to look like another (Unicode TR 36);
/// the marks that say nothing by themselves.
enum class Sort { visible, space, hidden };
Sort sort_of(char32_t c) {
  if (c == '\t' || c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) return Sort::space;
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return Sort::hidden;
  const bool directs =
      c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  const bool says_nothing =
      c == 0x200B || c == 0x2060 || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
  return directs || says_nothing ? Sort::hidden : Sort::visible;
}

/// With "?" for each octet that is no UTF-8.
std::string well_formed(std::string_view text) {
  std::string out(text);
  for (auto broken = base::first_invalid_utf8(out); broken; broken = base::first_invalid_utf8(out)) out[*broken] = '?';
  return out;
}

std::string_view cut(std::string_view text, std::size_t octets) {
  if (text.size() <= octets) return text;
  while (octets > 0 && (static_cast<unsigned char>(text[octets]) & 0xC0) == 0x80) --octets;
  return text.substr(0, octets);
}

}  // namespace

bool is_address(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || text.size() > 254 || at > 64) return false;
  return is_dot_atom(text.substr(0, at)) && is_host(text.substr(at + 1));
}

bool is_message_id(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && text.size() <= 200 && is_dot_atom(text.substr(0, at)) &&
         is_host(text.substr(at + 1));
}

bool is_list_id(std::string_view text) { return text.size() <= 255 && is_host(text); }

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return c > 0x20 && c < 0x7F && std::string_view("()<>@,;:\\\"/[]?=").find(c) == std::string_view::npos;
  });
}

bool is_plain_url(std::string_view text) {
  return !text.empty() && text.size() <= 900 && std::all_of(text.begin(), text.end(), [](char c) {
    return c > 0x20 && c < 0x7F && std::string_view("<>,\"").find(c) == std::string_view::npos;
  });
}

std::string visible_line(std::string_view text) {
  const std::string clean = well_formed(text);
  std::string out;
  for (std::size_t at = 0; at < clean.size();) {
    const char32_t c = base::next_code_point(clean, &at);
    const Sort sort = sort_of(c);
    if (sort == Sort::visible) base::append_utf8(&out, c);
    if (sort == Sort::space && !out.empty() && out.back() != ' ') out += ' ';
  }
  return std::string(base::trim(out));
}

std::string file_name(std::string_view text) {
  std::string name = visible_line(text);
  for (char& c : name)
    if (std::string_view("/\\:*?\"<>|%").find(c) != std::string_view::npos) c = '-';
  const std::size_t first = name.find_first_not_of(". ");
  name.erase(0, std::min(first, name.size()));
  constexpr std::size_t longest = 120;
  if (name.size() > longest) {
    const std::size_t dot = name.rfind('.');
    const std::string ending = dot == std::string::npos || name.size() - dot > 10 ? "" : name.substr(dot);
    name = std::string(cut(name, longest - ending.size())) + ending;
  }
  return name.empty() ? "fichier" : name;
}

std::string text_body(std::string_view text) {
  const std::string clean = well_formed(text);
  std::string out;
  out.reserve(clean.size() + clean.size() / 32);
  for (std::size_t i = 0; i < clean.size(); ++i) {
    const char c = clean[i];
    if (c == '\r' && i + 1 < clean.size() && clean[i + 1] == '\n') continue;
    if (c == '\n' || c == '\r') {
      out += "\r\n";
    } else {
      const bool control = (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
      out += control ? '?' : c;
    }
  }
  return out;
}

}  // namespace cenacle::mime
