// From a block's text back to the source, line by line.
#include "formats/markdown/source.h"

#include <algorithm>

#include "base/text.h"

namespace cenacle::markdown {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_punctuation(char c) {
  return (c > ' ' && c < '0') || (c > '9' && c < 'A') || (c > 'Z' && c < 'a') || (c > 'z' && c < '\x7F');
}

std::string_view trim_right(std::string_view text) {
  while (!text.empty() && (is_blank(text.back()) || text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

}  // namespace

Source::Source(std::string_view text) : text_(text) {
  starts_.reserve(64);
  starts_.push_back(0);
  const bool has_cr = text.find('\r') != std::string_view::npos;
  std::size_t at = 0;
  while ((at = has_cr ? text.find_first_of("\r\n", at) : text.find('\n', at)) != std::string_view::npos) {
    const bool pair = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    lone_cr_ = lone_cr_ || (text[at] == '\r' && !pair);
    at += pair ? 2 : 1;
    starts_.push_back(at);
  }
}

std::string_view Source::line(std::size_t number) const {
  if (number == 0 || number > starts_.size()) return {};
  const std::size_t begin = starts_[number - 1], end = number < starts_.size() ? starts_[number] : text_.size();
  std::string_view line = text_.substr(begin, end - begin);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

std::size_t Source::number_at(std::size_t offset) const {
  return static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end(), offset) - starts_.begin());
}

Stretch Source::stretch(std::size_t begin, std::size_t end) const {
  begin = std::min(begin, text_.size());
  end = std::clamp(end, begin, text_.size());
  std::size_t start, number;
  if (lone_cr_) {  // an editor, and diag, count by LF only
    const std::string_view before = text_.substr(0, begin);
    number = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    start = before.rfind('\n') + 1;  // npos + 1 is 0
  } else {
    number = number_at(begin);
    start = line_start(number);
  }
  const std::string_view marked = text_.substr(begin, end - begin);
  return {static_cast<std::uint32_t>(number),
          static_cast<std::uint32_t>(base::code_points(text_.substr(start, begin - start)) + 1),
          static_cast<std::uint32_t>(base::code_points(trim_right(marked.substr(0, marked.find('\n')))))};
}

std::size_t container_prefix(std::string_view line) {
  std::size_t at = line.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (;;) {
    while (at < line.size() && (is_blank(line[at]) || line[at] == '>')) ++at;
    std::size_t marker = at;
    if (marker < line.size() && (line[marker] == '-' || line[marker] == '+' || line[marker] == '*')) {
      ++marker;
    } else {
      while (marker < line.size() && is_digit(line[marker]) && marker - at < 9) ++marker;
      if (marker == at || marker >= line.size() || (line[marker] != '.' && line[marker] != ')')) return at;
      ++marker;
    }
    if (marker >= line.size() || !is_blank(line[marker])) return at;
    at = marker;
  }
}

bool BlockMap::match_lines(const Source& source, std::string_view content, std::size_t first) {
  parts_.clear();
  std::size_t number = first;
  for (std::size_t at = 0; at < content.size(); ++number) {
    const std::size_t end = std::min(content.find('\n', at), content.size());
    const std::string_view text = trim_right(content.substr(at, end - at)), line = trim_right(source.line(number));
    // A heading's last # signs are not in its text.
    const std::size_t found = line.ends_with(text)               ? line.size() - text.size()
                              : at == 0 && end == content.size() ? line.find(text)
                                                                 : std::string_view::npos;
    if (found == std::string_view::npos || number > source.lines()) return false;
    parts_.push_back({at, source.line_start(number) + found});
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

bool BlockMap::match_cell(std::string_view content, std::string_view raw, std::size_t source_offset) {
  parts_ = {{0, source_offset}};
  std::size_t at = 0, read = 0;
  while (at < content.size() && read < raw.size()) {
    if (raw[read] == '\\' && read + 1 < raw.size() && raw[read + 1] == '|') {  // cmark takes the backslash away
      ++read;
      parts_.push_back({at, source_offset + read});
    }
    if (raw[read] != content[at]) return false;
    ++read, ++at;
  }
  return at == content.size();
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
      end += row[end] == '\\' && end + 1 < row.size() && is_punctuation(row[end + 1]) ? 2 : 1;
    }
    end = std::min(end, row.size());
    if (cursor->cell == index) {
      while (begin < end && is_blank(row[begin])) ++begin;
      BlockMap map;
      if (!map.match_cell(content, row.substr(begin, end - begin), source.line_start(line) + begin)) map.parts_.clear();
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
