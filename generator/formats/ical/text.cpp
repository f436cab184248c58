// Cleaning, escaping and folding of texts.
#include "formats/ical/text.h"

#include <algorithm>

#include "base/text.h"

namespace cenacle::ical {

namespace {

constexpr std::string_view replacement = "\uFFFD";

bool is_control(unsigned char byte) { return (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F; }
bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// Whether cleaning has nothing to do, as nearly always.
bool is_plain(std::string_view text) {
  unsigned char high = 0;
  for (const char byte : text) {
    if (is_control(static_cast<unsigned char>(byte))) return false;
    high |= static_cast<unsigned char>(byte);
  }
  if (high < 0x80) return true;
  // The first bytes of U+0085 and of U+2028, U+2029.
  return text.find("\xC2\x85") == text.npos && text.find("\xE2\x80\xA8") == text.npos &&
         text.find("\xE2\x80\xA9") == text.npos && !base::first_invalid_utf8(text);
}

std::string_view without_outer_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t"), last = text.find_last_not_of(" \t");
  return first == text.npos ? std::string_view() : text.substr(first, last - first + 1);
}

void replace_all(std::string* text, std::string_view what, std::string_view with) {
  for (std::size_t at = text->find(what); at != text->npos; at = text->find(what, at + with.size()))
    text->replace(at, what.size(), with);
}

/// Well-formed, a replacement character for each byte that is not part of a sequence.
std::string well_formed(std::string_view text) {
  std::string out;
  while (const auto bad = base::first_invalid_utf8(text)) {
    out.append(text.substr(0, *bad));
    out += replacement;
    text.remove_prefix(*bad + 1);
    while (!text.empty() && is_continuation(text.front())) text.remove_prefix(1);
  }
  return out.append(text);
}

}  // namespace

std::string clean_text(std::string_view text) {
  if (is_plain(text)) return std::string(without_outer_blanks(text));
  std::string out = well_formed(text);
  replace_all(&out, "\u0085", "\n");
  replace_all(&out, "\u2028", "\n");
  replace_all(&out, "\u2029", "\n");
  std::erase_if(out, [](char byte) { return is_control(static_cast<unsigned char>(byte)); });
  return std::string(without_outer_blanks(out));
}

std::string clean_line(std::string_view text) {
  std::string out = clean_text(text);
  std::replace_if(
      out.begin(), out.end(), [](char byte) { return byte == '\n' || byte == '\t'; }, ' ');
  return std::string(base::trim(out));
}

std::string clean_uri(std::string_view text) {
  std::string out = clean_text(base::trim(text));
  std::erase_if(out, [](char byte) { return byte == '\n' || byte == '\t'; });
  replace_all(&out, " ", "%20");
  return out;
}

std::string clean_media_type(std::string_view text) {
  constexpr std::string_view letters =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$&.+-_/";  // RFC 6838 §4.2
  if (text.size() > 255 || text.find('/') == text.npos || text.find_first_not_of(letters) != text.npos) return "";
  return std::string(text);
}

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char byte : text) {
    if (byte == '\n') {
      out += "\\n";
      continue;
    }
    if (byte == ',' || byte == ';' || byte == '\\') out += '\\';
    out += byte;
  }
  return out;
}

std::string unescape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const char next = text[++i];
    out += next == 'n' || next == 'N' ? '\n' : next;
  }
  return out;
}

void fold(std::string_view line, std::string* out) {
  std::size_t room = 75;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 1 && is_continuation(line[cut])) --cut;
    out->append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    room = 74;  // the space that continues a line is part of it
  }
  out->append(line).append("\r\n");
}

bool same(std::string_view a, std::string_view b) {
  const auto small = [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char one, char other) { return small(one) == small(other); });
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& letter : out)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 32);
  return out;
}

}  // namespace cenacle::ical
