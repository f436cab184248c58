// Headings: their anchors, unique in a document, and the numbers of articles.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "formats/markdown/markdown.h"

namespace cenacle::markdown {

/// "2.1" of "2.1. Personnes publiques", or nothing.
std::string article_number(std::string_view heading);

class Anchors {
 public:
  /// `wanted`, or `wanted-2`, `wanted-3`… when it is taken.
  std::string unique(std::string wanted);

 private:
  std::unordered_map<std::string, std::size_t> next_;  ///< for each one given out, the number to try next
};

/// Moves the levels so that the highest becomes `highest` (none goes below 6), and reports those that skip one.
void settle_levels(int highest, Facts* facts);

}  // namespace cenacle::markdown
