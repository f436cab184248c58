// What every transport does with what others wrote.
#include "delivery/transport.h"

#include <algorithm>

#include "base/text.h"

namespace cenacle::delivery {

namespace {

constexpr std::size_t longest_answer = 500, longest_address = 320;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

}  // namespace

std::string one_line(std::string_view words) {
  std::string line(words.substr(0, longest_answer));
  for (char& c : line)
    if (is_control(c)) c = ' ';
  while (const auto at = base::first_invalid_utf8(line)) {
    if (*at + 4 > line.size() && words.size() > line.size()) {
      line.resize(*at);  // cut in the middle of a letter
    } else {
      line[*at] = '?';
    }
  }
  return std::string(base::trim(line));
}

bool is_for_envelope(std::string_view address) {
  const std::size_t at = address.rfind('@');
  return at != address.npos && at > 0 && at + 1 < address.size() && address.size() <= longest_address &&
         std::none_of(
             address.begin(), address.end(),
             [](char c) { return is_control(c) || c == ' ' || c == '<' || c == '>' || c == ',' || c == ';'; }) &&
         !base::first_invalid_utf8(address);
}

}  // namespace cenacle::delivery
