// The definitions of link targets (`[label]: target`): where each stands in the source.
#include "formats/markdown/definitions.h"

#include "formats/locale/locale.h"
#include "formats/markdown/inline_syntax.h"

namespace cenacle::markdown {

namespace {

/// CommonMark §4.7: case folded, white space at both ends off, inside as one space.
std::string normalised(std::string_view label) {
  std::string out;
  for (const char c : label) {
    if (!is_ascii_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return locale::fold(out);
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at;
}

bool ends_line(std::string_view text, std::size_t at) {
  at = skip_blanks(text, at);
  return at >= text.size() || text[at] == '\n';
}

}  // namespace

Definitions::Definitions(const Source& source, const std::vector<bool>& taken) {
  const auto free = [&](std::size_t line) {
    return line <= source.lines() && !(line <= taken.size() && taken[line - 1]);
  };
  for (std::size_t line = 1; line <= source.lines();) {
    std::size_t last = line;
    while (free(last)) ++last;
    if (last > line) read(source, line, last - 1);
    line = last + 1;
  }
}

/// Lines of no block, without the marks of the containers around them, are definitions one after the other.
void Definitions::read(const Source& source, std::size_t first, std::size_t last) {
  std::string text;
  struct Line {
    std::size_t text = 0, source = 0;
  };
  std::vector<Line> lines;
  for (std::size_t number = first; number <= last; ++number) {
    const std::string_view line = source.line(number);
    const std::size_t prefix = container_prefix(line);
    lines.push_back({text.size(), source.line_start(number) + prefix});
    text.append(line.substr(prefix)).append("\n");
  }
  std::size_t line = 0;
  const auto source_offset = [&](std::size_t at) {  // asked in growing order
    while (line + 1 < lines.size() && lines[line + 1].text <= at) ++line;
    return lines[line].source + (at - lines[line].text);
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto label = read_label(text, at);
    const std::size_t next_line = text.find('\n', at) + 1;
    if (!label || label->next >= text.size() || text[label->next] != ':') {
      at = next_line;
      continue;
    }
    const auto target = read_target(text, skip_space(text, label->next + 1));
    if (!target) {
      at = next_line;
      continue;
    }
    const std::size_t begin = source_offset(target->begin);
    by_label_.try_emplace(normalised(std::string_view(text).substr(label->begin, label->end - label->begin)),
                          Definition{begin, begin + (target->end - target->begin)});
    const auto title = read_title(text, skip_space(text, target->next));
    at = title && ends_line(text, title->next) ? title->next : target->next;
    at = text.find('\n', at) + 1;
  }
}

const Definition* Definitions::find(std::string_view label) const {
  constexpr std::size_t longest = 1000;
  if (by_label_.empty() || label.empty() || label.size() > longest) return nullptr;
  const auto found = by_label_.find(normalised(label));
  return found == by_label_.end() ? nullptr : &found->second;
}

}  // namespace cenacle::markdown
