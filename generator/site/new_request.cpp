// What `new` is asked for.
#include "site/new_request.h"

#include <algorithm>

#include <fmt/format.h>

#include "formats/locale/locale.h"

namespace cenacle::site {

namespace {

constexpr std::size_t longest_stem = 60;

}  // namespace

const std::vector<std::string_view>& new_kind_words() {
  static const std::vector<std::string_view> words = {
      "portal",  "network",  "group",        "workshop", "series", "space", "charter", "meeting",
      "minutes", "document", "contribution", "sheet",    "news",   "page",  "faq"};
  return words;
}

std::optional<NewKind> new_kind(std::string_view word) {
  const auto& words = new_kind_words();
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<NewKind>(found - words.begin());
}

std::string_view word_of(NewKind kind) { return new_kind_words()[static_cast<std::size_t>(kind)]; }

std::string file_stem(std::string_view title) {
  std::string stem = locale::slug(title);
  if (stem.empty())
    throw Refusal{Refusal::Why::usage,
                  fmt::format("`{}` has neither a letter nor a digit, of which the file's name could be made", title),
                  "give a title in words"};
  if (stem.size() > longest_stem) {
    const std::size_t word = stem.rfind('-', longest_stem);
    stem.resize(word == std::string::npos || word == 0 ? longest_stem : word);
  }
  return stem;
}

}  // namespace cenacle::site
