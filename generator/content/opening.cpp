// The start of a text, for the pages that give no summary.
#include "content/opening.h"

#include "base/text.h"

namespace cenacle::content {

namespace {

constexpr std::size_t limit = 200;

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

void skip_line(std::string_view* text) {
  const std::size_t end = text->find('\n');
  text->remove_prefix(end == std::string_view::npos ? text->size() : end + 1);
}

bool is_fence(std::string_view line) { return line.starts_with("```") || line.starts_with("~~~"); }

/// Takes the next run of lines without a blank one off `text`, headings and code left out.
std::string_view next_block(std::string_view* text) {
  while (!text->empty()) {
    const std::string_view line = base::trim(first_line(*text));
    if (is_fence(line)) {
      do skip_line(text);
      while (!text->empty() && !base::trim(first_line(*text)).starts_with(line.substr(0, 3)));
    } else if (!line.empty() && line.front() != '#') {
      break;
    }
    skip_line(text);
  }
  const std::string_view start = *text;
  while (!text->empty() && !base::trim(first_line(*text)).empty()) skip_line(text);
  return start.substr(0, start.size() - text->size());
}

}  // namespace

std::string opening_of(std::string_view body, const markdown::Options& options) {
  // An image alone, or a list of link targets, has no words: the next block may.
  for (int attempts = 0; attempts < 4 && !body.empty(); ++attempts) {
    const std::string_view block = next_block(&body);
    if (block.empty()) break;
    std::string summary = markdown::Document(block, options).summary(limit);
    if (!summary.empty()) return summary;
  }
  return {};
}

}  // namespace cenacle::content
