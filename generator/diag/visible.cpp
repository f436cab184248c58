// Text from anywhere, made harmless to a terminal: what is invisible or would act on it is shown in its place.
#include "diag/visible.h"

#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "base/text.h"

namespace cenacle::diag {

namespace {

struct Range {
  char32_t first, last;
};

// Ranges in order. Unicode Standard Annexes 11 (East Asian Width: W, F) and 44 (General_Category Mn, Me), to the block.
constexpr Range combining[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A},   {0x064B, 0x065F},   {0x06D6, 0x06DC},
    {0x0900, 0x0902}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200C, 0x200D},   {0x20D0, 0x20FF},   {0x302A, 0x302D},
    {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0x1F3FB, 0x1F3FF}, {0xE0100, 0xE01EF},
};
constexpr Range wide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x26A1, 0x26A1},   {0x2705, 0x2705},
    {0x274C, 0x274C},   {0x2E80, 0x303E},   {0x3041, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
};
// C1 controls, soft hyphen, zero width space, directions, separators of lines and paragraphs, tags: they act unseen.
constexpr Range hidden[] = {
    {0x0080, 0x009F}, {0x00AD, 0x00AD}, {0x061C, 0x061C}, {0x180E, 0x180E}, {0x200B, 0x200B},   {0x200E, 0x200F},
    {0x2028, 0x202E}, {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F},
};

bool is_in(std::span<const Range> ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const Range& r) { return r.first <= c && c <= r.last; });
}

Glyph picture(char32_t code) {
  std::string shown;
  base::append_utf8(&shown, code);
  return {shown, 1, false};
}

/// The number of bytes of the well-formed character at the start of `text`, or 0.
std::size_t well_formed(std::string_view text) {
  for (std::size_t length = 1; length <= std::min<std::size_t>(4, text.size()); ++length)
    if (!base::first_invalid_utf8(text.substr(0, length))) return length;
  return 0;
}

}  // namespace

Glyph next_glyph(std::string_view text, std::size_t* offset) {
  const auto byte = static_cast<unsigned char>(text[*offset]);
  if (byte < 0x80) {
    ++*offset;
    if (byte == '\t') return {"\t", 1, true};
    if (byte < 0x20) return picture(0x2400 + byte);
    if (byte == 0x7F) return picture(0x2421);
    return {std::string(1, static_cast<char>(byte)), 1, false};
  }
  const std::size_t length = well_formed(text.substr(*offset, 4));
  if (length == 0) {
    ++*offset;
    return {fmt::format("<{:02X}>", byte), 4, false};
  }
  const std::string_view bytes = text.substr(*offset, length);
  const char32_t c = base::next_code_point(text, offset);
  if (is_in(hidden, c)) {
    std::string shown = fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(c));
    const int width = static_cast<int>(shown.size());
    return {std::move(shown), width, false};
  }
  return {std::string(bytes), is_in(combining, c) ? 0 : is_in(wide, c) ? 2 : 1, false};
}

std::string visible(std::string_view text) {
  std::string out;
  for (std::size_t offset = 0; offset < text.size();) {
    const Glyph glyph = next_glyph(text, &offset);
    out += glyph.is_tab ? " " : glyph.shown;
  }
  return out;
}

}  // namespace cenacle::diag
