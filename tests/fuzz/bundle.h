// Several files in one input: each begins with a line `=== path`. What seeds writes and the targets read.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace cenacle::fuzz {

using Files = std::map<std::string, std::string, std::less<>>;

/// What stands before the first `=== path` is the file `first`.
inline Files unbundle(std::string_view input, std::string_view first) {
  Files files;
  std::string name(first);
  while (!input.empty()) {
    const auto end = std::min(input.find('\n'), input.size() - 1) + 1;
    const std::string_view line = input.substr(0, end);
    input.remove_prefix(end);
    if (line.substr(0, 4) == "=== ")
      name = line.substr(4, line.find('\n') - 4);
    else
      files[name] += line;
  }
  return files;
}

}  // namespace cenacle::fuzz
