// From a block's text back to the source, line by line.
#include "formats/markdown/source.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/text.h"

namespace cenacle::markdown {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// As base::code_points, eight bytes at a time: each link's column is counted.
std::size_t code_points(std::string_view text) {
  std::size_t continuations = 0, at = 0;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + at, sizeof word);
    continuations += static_cast<std::size_t>(std::popcount((word >> 7) & ~(word >> 6) & 0x0101010101010101));
  }
  return at - continuations + base::code_points(text.substr(at));
}

std::string_view trim_right(std::string_view text) {
  while (!text.empty() && (is_blank(text.back()) || text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

}  // namespace

Source::Source(std::string_view text) : text_(text) {
  starts_.reserve(64);
  starts_.push_back(0);
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) mark_ = byte_order_mark.size();
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at))
    starts_.push_back(++at);
  if (text.find('\r') != std::string_view::npos) add_lone_cr();
}

void Source::add_lone_cr() {
  std::vector<std::size_t> starts{0};
  bool lone = false;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    const bool is_lone = text_[i] == '\r' && !(i + 1 < text_.size() && text_[i + 1] == '\n');
    if (is_lone || text_[i] == '\n') starts.push_back(i + 1);
    lone = lone || is_lone;
  }
  if (!lone) return;
  starts_.swap(starts);
  lf_starts_.swap(starts);
}

std::string_view Source::line(std::size_t number) const {
  if (number == 0 || number > starts_.size()) return {};
  const std::size_t begin = line_start(number), end = number < starts_.size() ? starts_[number] : text_.size();
  std::string_view line = text_.substr(begin, end - begin);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

std::size_t Source::number_at(std::size_t offset) const {
  return static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end(), offset) - starts_.begin());
}

Stretch Source::stretch(std::size_t begin, std::size_t end) {
  begin = std::min(begin, text_.size());
  end = std::clamp(end, begin, text_.size());
  const std::vector<std::size_t>& starts = lf_starts_.empty() ? starts_ : lf_starts_;
  const auto next = std::upper_bound(starts.begin(), starts.end(), begin);
  const auto number = static_cast<std::size_t>(next - starts.begin());
  const std::size_t start = *(next - 1);
  if (start != counted_start_) {
    counted_start_ = counted_ = start;
    column_ = 1;
  }
  if (begin >= counted_) {
    column_ += code_points(text_.substr(counted_, begin - counted_));
  } else {
    column_ -= code_points(text_.substr(begin, counted_ - begin));
  }
  counted_ = begin;
  const std::string_view marked = text_.substr(begin, end - begin);
  return {static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(column_),
          static_cast<std::uint32_t>(code_points(trim_right(marked.substr(0, marked.find('\n')))))};
}

std::size_t container_prefix(std::string_view line) {
  std::size_t at = 0;
  bool in_item = false;
  for (;;) {
    while (at < line.size() && (is_blank(line[at]) || line[at] == '>')) ++at;
    std::size_t marker = at;
    if (marker < line.size() && (line[marker] == '-' || line[marker] == '+' || line[marker] == '*')) {
      ++marker;
    } else {
      while (marker < line.size() && is_digit(line[marker]) && marker - at < 9) ++marker;
      if (marker == at || marker >= line.size() || (line[marker] != '.' && line[marker] != ')')) break;
      ++marker;
    }
    if (marker >= line.size() || !is_blank(line[marker])) break;
    at = marker;
    in_item = true;
  }
  const std::string_view box = line.substr(at, 4);
  if (in_item && (box == "[ ] " || box == "[x] " || box == "[X] ")) {
    for (at += box.size(); at < line.size() && is_blank(line[at]);) ++at;
  }
  return at;
}

bool BlockMap::match_lines(const Source& source, std::string_view content, std::size_t first) {
  parts_.clear();
  std::size_t number = first;
  for (std::size_t at = 0; at < content.size(); ++number) {
    const std::size_t end = std::min(content.find('\n', at), content.size());
    const std::string_view text = trim_right(content.substr(at, end - at)), line = trim_right(source.line(number));
    if (number > source.lines()) return false;
    if (line.ends_with(text)) {
      parts_.push_back({at, source.line_start(number) + line.size() - text.size()});
    } else {
      const std::size_t prefix = container_prefix(line);
      if (!match_unescaped(text, at, line.substr(prefix), source.line_start(number) + prefix)) return false;
    }
    at = end + 1;
  }
  return !parts_.empty();
}

BlockMap BlockMap::of_lines(const Source& source, std::string_view content, std::size_t first, std::size_t last) {
  content = trim_right(content);
  BlockMap map;
  const auto lines = static_cast<std::size_t>(std::count(content.begin(), content.end(), '\n')) + 1;
  first = std::max<std::size_t>(first, 1);
  last = std::min(last, source.lines());
  constexpr std::size_t attempts = 16;  // cmark's last line is one or two too far for some blocks
  for (std::size_t i = 0; i < attempts && last + 1 >= lines + first + i; ++i) {
    if (map.match_lines(source, content, last + 1 - lines - i)) return map;
  }
  map.parts_.clear();
  return map;
}

BlockMap BlockMap::of_heading(const Source& source, std::string_view content, std::size_t line) {
  const std::string_view text = source.line(line);
  std::size_t begin = container_prefix(text);
  while (begin < text.size() && text[begin] == '#') ++begin;
  while (begin < text.size() && is_blank(text[begin])) ++begin;
  BlockMap map;
  if (text.substr(begin).starts_with(trim_right(content))) map.parts_.push_back({0, source.line_start(line) + begin});
  return map;
}

/// cmark takes the backslash of \| away in cells, and in the lines above a table that were one paragraph with it.
bool BlockMap::match_unescaped(std::string_view text, std::size_t content_offset, std::string_view raw,
                               std::size_t source_offset) {
  parts_.push_back({content_offset, source_offset});
  std::size_t at = 0, read = 0;
  for (; at < text.size() && read < raw.size(); ++read, ++at) {
    if (raw[read] == '\\' && read + 1 < raw.size() && raw[read + 1] == '|') {
      ++read;
      parts_.push_back({content_offset + at, source_offset + read});
    }
    if (raw[read] != text[at]) return false;
  }
  return at == text.size() && trim_right(raw.substr(read)).empty();
}

BlockMap BlockMap::of_cell(const Source& source, std::string_view content, std::size_t line, std::size_t index,
                           RowCursor* cursor) {
  const std::string_view row = source.line(line);
  if (cursor->line != line || cursor->cell > index) {
    *cursor = {line, 0, container_prefix(row)};
    if (cursor->offset < row.size() && row[cursor->offset] == '|') ++cursor->offset;
  }
  for (; cursor->offset < row.size(); ++cursor->cell) {
    std::size_t begin = cursor->offset, end = begin;
    while (end < row.size() && row[end] != '|') {
      // cmark's scanner takes the longest match: a pipe after a backslash is never an end, even after two.
      end += row[end] == '\\' && end + 1 < row.size() && row[end + 1] == '|' ? 2 : 1;
    }
    end = std::min(end, row.size());
    if (cursor->cell == index) {
      while (begin < end && is_blank(row[begin])) ++begin;
      BlockMap map;
      if (!map.match_unescaped(content, 0, row.substr(begin, end - begin), source.line_start(line) + begin)) {
        map.parts_.clear();
      }
      return map;
    }
    cursor->offset = end + 1;
  }
  return {};
}

std::size_t BlockMap::offset(std::size_t content_offset) const {
  const auto after = std::upper_bound(parts_.begin(), parts_.end(), content_offset,
                                      [](std::size_t wanted, const Part& part) { return wanted < part.content; });
  const Part& part = after == parts_.begin() ? parts_.front() : *(after - 1);
  return part.source + (content_offset - part.content);
}

}  // namespace cenacle::markdown
