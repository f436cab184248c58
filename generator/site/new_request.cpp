// What `new` is asked for.
#include "site/new_request.h"

#include <algorithm>

namespace cenacle::site {

const std::vector<std::string_view>& new_kind_words() {
  static const std::vector<std::string_view> words = {"portal",       "network", "group",   "workshop", "series",
                                                      "space",        "charter", "meeting", "minutes",  "document",
                                                      "contribution", "sheet",   "news",    "page",     "faq",
                                                      "survey"};
  return words;
}

std::optional<NewKind> new_kind(std::string_view word) {
  const auto& words = new_kind_words();
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<NewKind>(found - words.begin());
}

std::string_view word_of(NewKind kind) { return new_kind_words()[static_cast<std::size_t>(kind)]; }

}  // namespace cenacle::site
