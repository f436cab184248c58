// What a check of all texts found, so far as the next check can go by it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace cenacle::content {

/// Texts are meant by the index of their source. All three are sorted.
struct TextFindings {
  std::vector<std::uint32_t> told;  ///< texts that something was said of
  /// A text, and another one whose headings its links name.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> headings;
  /// A text, and a file that it uses, by its path below the portal's root.
  std::vector<std::pair<std::uint32_t, std::string>> files;

  friend bool operator==(const TextFindings&, const TextFindings&) = default;
};

/// A check of content that differed in texts alone.
struct EarlierCheck {
  const TextFindings& findings;
  const std::vector<bool>& changed;  ///< whether a text has changed since
};

}  // namespace cenacle::content
