// What Latin letters beyond ASCII become in a slug: ICU's own transliteration, written down, because asking ICU for it
// costs more than all slugs of a portal. tests/unit/formats/locale compares the two.
#pragma once

#include <array>
#include <string_view>

namespace cenacle::locale {

/// U+0080 to U+024F, sixteen a line; `-` is no letter, `.` is nothing at all (the soft hyphen).
constexpr std::string_view latin_spelling_rows =
    "- - - - - - - - - - - - - - - - "
    "- - - - - - - - - - - - - - - - "
    "- - - - - - - - - -c- a - - . -r- - "
    "- - 2 3 - m - - - 1 o - 1-4 1-2 3-4 - "
    "a a a a a a ae c e e e e i i i i "
    "d n o o o o o - o u u u u y th ss "
    "a a a a a a ae c e e e e i i i i "
    "d n o o o o o - o u u u u y th y "
    "a a a a a a c c c c c c c c d d "
    "d d e e e e e e e e e e g g g g "
    "g g g g h h h h i i i i i i i i "
    "i i ij ij j j k k q l l l l l l l- "
    "l- l l n n n n n n n n n o o o o "
    "o o oe oe r r r r r r s s s s s s "
    "s s t t t t t t u u u u u u u u "
    "u u u u w w y y y z z z z z z s "
    "b b b b - - - c c d d d d - - - "
    "e f f g - hv i i k k l - - n n - "
    "o o oi oi p p - - - - - t t t t u "
    "u - v y y z z - - - - - - - - - "
    "- - - - dz dz dz lj lj lj nj nj nj a a i "
    "i o o u u u u u u u u u u - a a "
    "a a ae ae g g g g k k o o o o - - "
    "j dz dz dz g g - - n n a a ae ae o o "
    "a a a a e e e e i i i i o o o o "
    "r r r r u u u u s s t t - - h h "
    "- d - - z z a a e e o o o o o o "
    "o o y y l n t j db qp a c c l t s "
    "z - - b u - e e j j - - r r y y ";

constexpr char32_t latin_spelling_begin = 0x80, latin_spelling_end = 0x250;

constexpr auto latin_spelling = [] {
  std::array<std::string_view, latin_spelling_end - latin_spelling_begin> table;
  std::string_view rest = latin_spelling_rows;
  for (std::string_view& it : table) {
    const std::size_t end = rest.find(' ');
    it = rest.substr(0, end);
    if (it == ".") it = {};
    rest.remove_prefix(end + 1);
  }
  return table;
}();

}  // namespace cenacle::locale
