// Where the front matter of a file ends and its text begins, and what is wrong when there is none.
#include "content/front_matter.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "base/time.h"
#include "diag/codes.h"

namespace cenacle::content {

namespace {

constexpr std::string_view fence = "+++";

/// Lines of a text one by one, without their ends.
class Lines {
 public:
  explicit Lines(std::string_view text, std::size_t offset = 0) : text_(text), next_(offset) {}

  bool read() {
    if (next_ >= text_.size()) return false;
    offset_ = next_;
    const std::size_t end = text_.find('\n', offset_);
    next_ = end == std::string_view::npos ? text_.size() : end + 1;
    line_ = base::trim(text_.substr(offset_, next_ - offset_));
    ++number_;
    return true;
  }
  std::string_view line() const { return line_; }     ///< without white space at its ends
  std::uint32_t number() const { return number_; }    ///< from 1
  std::size_t offset() const { return offset_; }      ///< of its first byte
  std::size_t next() const { return next_; }          ///< of the first byte after it

 private:
  std::string_view text_, line_;
  std::size_t offset_ = 0, next_ = 0;
  std::uint32_t number_ = 0;
};

bool is_number_or_date(std::string_view value) {
  if (base::parse_date(value)) return true;
  return !value.empty() && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The plain `key: value` lines of a YAML front matter, in TOML.
std::string as_toml(Lines lines) {
  std::string out(fence);
  while (lines.read() && lines.line() != "---" && lines.line() != "...") {
    const std::size_t colon = lines.line().find(':');
    const std::string_view key = base::trim(lines.line().substr(0, colon));
    if (colon == std::string_view::npos || key.find_first_of(" -#\"'") != std::string_view::npos) continue;
    std::string_view value = base::trim(lines.line().substr(colon + 1));
    if (value.empty()) continue;
    const bool as_it_is = value.front() == '"' || value == "true" || value == "false" || is_number_or_date(value);
    if (!as_it_is && value.size() > 1 && value.front() == '\'' && value.back() == '\'') value = value.substr(1, value.size() - 2);
    out += as_it_is ? fmt::format("\n{} = {}", key, value) : fmt::format("\n{} = \"{}\"", key, value);
  }
  return out + "\n" + std::string(fence);
}

void report_missing(std::string_view bytes, const Lines& first, std::string_view path, diag::Diagnostics& diagnostics) {
  Lines lines = first;
  while (lines.line().empty() && lines.read()) {
  }
  const diag::Place place = diag::place_in(path, bytes, lines.offset(), std::max<std::size_t>(1, lines.line().size()));
  if (lines.line() == fence)
    return diagnostics.add(diag::code::front_matter_missing, place, "lines stand above the front matter",
                           "`+++` must be the first line of the file: take out what is above it");
  diagnostics.add(diag::code::front_matter_missing, place, "the file does not begin with front matter",
                  "put this at the very top of the file, with its own title:\n+++\ntitle = \"…\"\n+++");
}

/// `opening` is past the first `+++`.
void report_unclosed(Lines lines, std::string_view path, diag::Diagnostics& diagnostics) {
  const diag::Place place{std::string(path), 1, 1, static_cast<std::uint32_t>(fence.size())};
  bool blank = false;
  while (lines.read()) {
    const std::string_view line = lines.line();
    if (line.size() > 1 && line.find_first_not_of("+-") == std::string_view::npos)
      return diagnostics.add(diag::code::front_matter_unclosed, place, "the front matter is never closed",
                             fmt::format("line {} must be three plus signs and nothing else:\n+++", lines.number()),
                             {{fmt::format("line {} looks like its end", lines.number()),
                               {std::string(path), lines.number(), 1, static_cast<std::uint32_t>(line.size())}}});
    if (blank && !line.empty() && line.find('=') == std::string_view::npos && line.front() != '[' && line.front() != '#')
      return diagnostics.add(diag::code::front_matter_unclosed, place, "the front matter is never closed",
                             fmt::format("put this line above line {}:\n+++", lines.number()),
                             {{"the text seems to begin here",
                               {std::string(path), lines.number(), 1, static_cast<std::uint32_t>(base::code_points(line))}}});
    blank = line.empty();
  }
  diagnostics.add(diag::code::front_matter_unclosed, place, "the front matter is never closed",
                  "put this line between the keys and the text:\n+++");
}

/// A byte that stands for a letter or a typographic sign in Windows-1252.
bool is_windows_1252(std::string_view bytes, std::size_t at) {
  const auto byte = static_cast<unsigned char>(bytes[at]);
  if (byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D) return false;
  const bool tail = at + 1 < bytes.size() && (static_cast<unsigned char>(bytes[at + 1]) & 0xC0) == 0x80;
  return byte >= 0x80 && !tail;
}

}  // namespace

std::size_t byte_order_mark(std::string_view bytes) { return bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0; }

FrontMatter split_front_matter(std::string_view bytes, std::string_view path, diag::Diagnostics& diagnostics) {
  FrontMatter found;
  Lines lines(bytes, byte_order_mark(bytes));
  lines.read();
  if (lines.line() == "---") {
    diagnostics.add(diag::code::front_matter_yaml, {std::string(path), 1, 1, 3}, "front matter is TOML here, not YAML",
                    "write `=` for `:`, texts between straight quotes, and `+++` for `---`:\n" + as_toml(lines));
    return found;
  }
  if (lines.line() != fence) {
    report_missing(bytes, lines, path, diagnostics);
    return found;
  }
  const Lines opening = lines;
  while (lines.read()) {
    if (lines.line() != fence) continue;
    found.readable = true;
    found.toml = bytes.substr(opening.next(), lines.offset() - opening.next());
    found.body_offset = lines.next();
    found.body_line = lines.number() + 1;
    return found;
  }
  report_unclosed(opening, path, diagnostics);
  return found;
}

bool is_utf8(std::string_view bytes, std::string_view path, diag::Diagnostics& diagnostics) {
  const auto at = base::first_invalid_utf8(bytes);
  if (!at) return true;
  // Columns count the code points of what is sound before.
  diag::Place place = diag::place_in(path, bytes.substr(0, *at), *at, 0);
  place.length = 1;
  const std::string where = fmt::format("byte 0x{:02X}, the {}th of the file", static_cast<unsigned char>(bytes[*at]), *at + 1);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    diagnostics.add(diag::code::not_utf8, place, "the file is in UTF-16, not in UTF-8", "save it again as UTF-8");
  } else if (is_windows_1252(bytes, *at)) {
    diagnostics.add(diag::code::not_utf8, place, fmt::format("the file is not in UTF-8 ({})", where),
                    fmt::format("it looks like Windows-1252: save it again as UTF-8, or run:\n"
                                "iconv -f WINDOWS-1252 -t UTF-8 -o '{0}.new' '{0}' && mv '{0}.new' '{0}'",
                                path));
  } else {
    diagnostics.add(diag::code::not_utf8, place, fmt::format("the file is not in UTF-8 ({})", where),
                    "save it again as UTF-8; if it is not a text, it belongs in a folder `files/`");
  }
  return false;
}

}  // namespace cenacle::content
