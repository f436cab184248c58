// What is said where the reading of TOML stopped, and which line is to be left out for the rest to be read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "diag/diagnostics.h"

namespace cenacle::toml {

/// A text by its lines, from 1.
class Lines {
 public:
  explicit Lines(std::string_view text);

  std::uint32_t count() const { return static_cast<std::uint32_t>(starts_.size()); }
  /// Bytes of the text before the line.
  std::size_t start(std::uint32_t number) const { return starts_[number - 1]; }
  /// Without its end; empty for a line that there is not.
  std::string_view operator[](std::uint32_t number) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

/// Where toml++ stopped, in its own words.
struct Stop {
  std::uint32_t line = 1, column = 1;
  std::string_view words;
};

struct Wrong {
  std::uint32_t line;
  bool alone;  ///< without it, the lines after it can be read
};

/// The text that is read, and what is known of it.
struct Reported {
  const Lines& lines;
  std::string_view path;
  std::uint32_t first_line;                       ///< of the file, where the text begins
  std::span<const std::string_view> moment_keys;  ///< see `parse`
};

Wrong report(const Reported& text, const Stop& stop, diag::Diagnostics& diagnostics);

}  // namespace cenacle::toml
