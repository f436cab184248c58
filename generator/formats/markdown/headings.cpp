// Headings: their anchors, unique in a document, and the numbers of articles.
#include "formats/markdown/headings.h"

#include <algorithm>

namespace cenacle::markdown {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string article_number(std::string_view heading) {
  std::size_t end = 0, at = 0;
  for (;;) {
    const std::size_t begin = at;
    while (at < heading.size() && is_digit(heading[at])) ++at;
    if (at == begin || at - begin > 3) break;  // four digits are a year
    end = at;
    if (at >= heading.size() || heading[at] != '.') break;
    ++at;
  }
  if (end == 0) return {};
  const std::string_view rest = heading.substr(end);
  // A number, not the beginning of a word or of a decimal: "2.", "2)", "2 ", or nothing more.
  std::string_view after = rest;
  if (after.starts_with('.') || after.starts_with(')')) after.remove_prefix(1);
  const bool ends = after.empty() || after.front() == ' ' || after.starts_with("\u00A0") || after.starts_with("\u202F");
  return ends ? std::string(heading.substr(0, end)) : std::string();
}

std::string Anchors::unique(std::string wanted) {
  const auto [place, is_new] = next_.try_emplace(wanted, 2);
  if (is_new) return wanted;
  for (;;) {
    // Looked up again each time: what is given out below moves the others.
    const std::string candidate = wanted + "-" + std::to_string(next_[wanted]++);
    if (next_.try_emplace(candidate, 2).second) return candidate;
  }
}

void settle_levels(int highest, Facts* facts) {
  if (facts->headings.empty()) return;
  const auto by_level = [](const Heading& a, const Heading& b) { return a.level < b.level; };
  const int top = std::min_element(facts->headings.begin(), facts->headings.end(), by_level)->level;
  int before = top - 1;
  for (Heading& heading : facts->headings) {
    if (heading.level > before + 1) facts->problems.push_back({ProblemKind::heading_level_skipped, heading.at});
    before = heading.level;
    heading.level = std::clamp(heading.level - top + highest, 1, 6);
  }
}

}  // namespace cenacle::markdown
