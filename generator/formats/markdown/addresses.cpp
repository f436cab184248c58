// Bare addresses in plain text: what a reader would want to click.
#include "formats/markdown/addresses.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "formats/markdown/inline_syntax.h"

namespace cenacle::markdown {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings, std::size_t* length) {
  for (const std::string_view ending : endings) {
    if (text.ends_with(ending)) return *length = ending.size(), true;
  }
  return false;
}

/// Where the address that begins at `begin` stops at the latest: white space, brackets, quotation marks.
std::size_t stop(std::string_view text, std::size_t begin) {
  constexpr ByteSet ends("\t\n\r\v\f <>\"`\x7F"), first_bytes("\t\n\r\v\f <>\"`\x7F\xC2\xE2");
  for (std::size_t i = first_bytes.find_in(text, begin); i < text.size(); i = first_bytes.find_in(text, i + 1)) {
    if (ends.has(text[i])) return i;
    const std::string_view rest = text.substr(i, 3);
    if (rest.starts_with("\u00A0") || rest.starts_with("«") || rest.starts_with("»")) return i;
    if (rest == "\u202F" || rest == "“" || rest == "”") return i;
  }
  return text.size();
}

/// Without the punctuation of the sentence around it; a closing bracket stays when the address has its opening one.
std::size_t without_trailing_punctuation(std::string_view text, std::size_t begin, std::size_t end) {
  const auto balance = [&](char open, char close) {
    const auto first = text.begin() + static_cast<std::ptrdiff_t>(begin),
               last = text.begin() + static_cast<std::ptrdiff_t>(end);
    return std::count(first, last, close) - std::count(first, last, open);
  };
  std::ptrdiff_t round = balance('(', ')'), square = balance('[', ']'), curly = balance('{', '}');
  while (end > begin) {
    const std::string_view address = text.substr(begin, end - begin);
    std::size_t length = 0;
    if (ends_with_any(address, {".", ",", ";", ":", "!", "?", "*", "_", "~", "'", "|", "\\", "…", "’"}, &length)) {
      end -= length;
    } else if ((address.back() == ')' && round-- > 0) || (address.back() == ']' && square-- > 0) ||
               (address.back() == '}' && curly-- > 0)) {
      --end;
    } else {
      break;
    }
  }
  return end;
}

bool same_letters(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() && std::equal(text.begin(), text.end(), lower.begin(),
                                                   [](char a, char b) { return (is_letter(a) ? a | 0x20 : a) == b; });
}

/// The address around the ":" at `colon`; what is before `from` is taken already.
std::optional<Address> web_address(std::string_view text, std::size_t colon, std::size_t from) {
  if (text.substr(colon, 3) != "://") return std::nullopt;
  std::size_t begin = colon;
  for (const std::string_view scheme : {std::string_view("https"), std::string_view("http")}) {
    if (colon - from >= scheme.size() && same_letters(text.substr(colon - scheme.size(), scheme.size()), scheme)) {
      begin = colon - scheme.size();
      break;
    }
  }
  if (begin == colon) return std::nullopt;
  if (begin > from && (is_letter(text[begin - 1]) || is_digit(text[begin - 1]))) return std::nullopt;
  const std::size_t host = colon + 3;
  if (host >= text.size() || !(is_letter(text[host]) || is_digit(text[host]) || is_high(text[host])))
    return std::nullopt;
  const std::size_t limit = stop(text, host);
  const std::size_t end = without_trailing_punctuation(text, host, limit);
  if (end == host) return std::nullopt;
  return Address{begin, end, false};
}

bool is_local_part(char c) {
  return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '_' || c == '+' || c == '%';
}

/// The mailbox around the "@" at `at`; what is before `from` is taken already.
std::optional<Address> mailbox(std::string_view text, std::size_t at, std::size_t from) {
  std::size_t begin = at;
  while (begin > from && is_local_part(text[begin - 1])) --begin;
  while (begin < at && !is_letter(text[begin]) && !is_digit(text[begin])) ++begin;
  if (begin == at || text[at - 1] == '.') return std::nullopt;
  if (begin > from && is_high(text[begin - 1]) && !text.substr(0, begin).ends_with("\u00A0") &&
      !text.substr(0, begin).ends_with("\u202F") && !text.substr(0, begin).ends_with("’") &&
      !text.substr(0, begin).ends_with("«")) {
    return std::nullopt;  // the end of a word with an accent is not a mailbox
  }
  std::size_t end = at + 1, label = end, dots = 0;
  for (; end < text.size(); ++end) {
    if (text[end] == '.' && end > label && text[end - 1] != '-') {
      ++dots;
      label = end + 1;
    } else if (!is_letter(text[end]) && !is_digit(text[end]) && !(text[end] == '-' && end > label)) {
      break;
    }
  }
  while (end > at + 1 && (text[end - 1] == '.' || text[end - 1] == '-')) {
    if (text[--end] == '.') --dots;
  }
  if (dots == 0) return std::nullopt;
  const std::size_t last = text.rfind('.', end - 1);
  if (end - last < 3) return std::nullopt;
  if (!std::all_of(text.begin() + static_cast<std::ptrdiff_t>(last) + 1,
                   text.begin() + static_cast<std::ptrdiff_t>(end), is_letter)) {
    return std::nullopt;
  }
  return Address{begin, end, true};
}

}  // namespace

std::vector<Address> find_addresses(std::string_view text) {
  std::vector<Address> found;
  std::size_t from = 0;
  constexpr ByteSet marks(":@");
  for (std::size_t i = marks.find_in(text, 0); i < text.size(); i = marks.find_in(text, i + 1)) {
    const auto address = text[i] == ':' ? web_address(text, i, from) : mailbox(text, i, from);
    if (!address) continue;
    found.push_back(*address);
    from = address->end;
    if (from > i) i = from - 1;
  }
  return found;
}

}  // namespace cenacle::markdown
