// Content lines out of bytes: CRLF or LF, folded anywhere, even inside a UTF-8 sequence. RFC 5545 §3.1.
#include <algorithm>

#include "base/text.h"
#include "formats/ical/guard.h"
#include "formats/ical/text.h"

namespace cenacle::ical {

namespace {

constexpr std::size_t most_parameters = 64, longest_parameters = 16u << 10;

bool is_forbidden(char byte) {
  return (static_cast<unsigned char>(byte) < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == '\x7F';
}

bool needs_no_cleaning(std::string_view bytes) {
  bool forbidden = false;
  for (const char byte : bytes) forbidden |= is_forbidden(byte);
  return !forbidden && !base::first_invalid_utf8(bytes);
}

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char letter) {
    return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
           letter == '-';
  });
}

/// Splits at the first colon outside quotes. False when it is no content line, or one that would cost too much.
bool split(std::string_view text, ContentLine* line) {
  line->text = text;
  const std::size_t name_end = text.find_first_of(";:");
  if (name_end == text.npos || !is_name(text.substr(0, name_end))) return false;
  line->name = text.substr(0, name_end);
  std::size_t parameters = 0, at = name_end;
  for (bool quoted = false; at < text.size() && (quoted || text[at] != ':'); ++at) {
    quoted ^= text[at] == '"';
    parameters += !quoted && text[at] == ';';
  }
  if (at == text.size() || parameters > most_parameters || at > longest_parameters) return false;
  line->parameters = text.substr(name_end, at - name_end);
  line->value = text.substr(at + 1);
  return true;
}

}  // namespace

std::string_view ContentLine::parameter(std::string_view wanted) const {
  for (std::size_t at = 0; at < parameters.size();) {
    bool quoted = false;
    std::size_t end = at + 1;
    for (; end < parameters.size() && (quoted || parameters[end] != ';'); ++end) quoted ^= parameters[end] == '"';
    const std::string_view one = parameters.substr(at + 1, end - at - 1);
    const std::size_t equals = one.find('=');
    if (equals != one.npos && same(one.substr(0, equals), wanted)) {
      std::string_view found = one.substr(equals + 1);
      if (found.size() >= 2 && found.front() == '"' && found.back() == '"') found = found.substr(1, found.size() - 2);
      return found;
    }
    at = end;
  }
  return "";
}

LineReader::LineReader(std::string_view bytes, std::size_t longest, Problems* problems)
    : bytes_(bytes), longest_(longest), problems_(problems), is_clean_(needs_no_cleaning(bytes)) {}

bool LineReader::unfold() {
  begin_ = at_;
  bool is_folded = false, is_too_long = false;
  raw_ = {};
  for (;;) {
    const std::size_t line_end = std::min(bytes_.find('\n', at_), bytes_.size());
    std::string_view piece = bytes_.substr(at_, line_end - at_);
    while (piece.ends_with('\r')) piece.remove_suffix(1);
    at_ = std::min(line_end + 1, bytes_.size());
    is_too_long |= raw_.size() + piece.size() > longest_;
    if (is_too_long) {
      raw_ = {};
    } else if (is_folded) {
      if (raw_.data() != unfolded_.data()) unfolded_.assign(raw_);
      raw_ = unfolded_.append(piece);
    } else {
      raw_ = piece;
    }
    if (at_ >= bytes_.size() || (bytes_[at_] != ' ' && bytes_[at_] != '\t')) break;
    ++at_;
    is_folded = true;
  }
  if (is_too_long) problems_->add("a line that is too long is left out");
  return !is_too_long;
}

bool LineReader::next(ContentLine* line) {
  while (at_ < bytes_.size()) {
    if (!unfold() || raw_.empty()) continue;
    if (!is_clean_ || raw_.find('\r') != raw_.npos) {
      cleaned_ = clean_text(raw_);
      std::erase(cleaned_, '\n');
      raw_ = cleaned_;
    }
    if (split(raw_, line)) return true;
    problems_->add("a line that is no content line is left out");
  }
  return false;
}

}  // namespace cenacle::ical
