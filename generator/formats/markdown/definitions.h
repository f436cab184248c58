// The definitions of link targets (`[label]: target`): where each stands in the source.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "formats/markdown/source.h"

namespace cenacle::markdown {

struct Definition {
  std::size_t begin = 0, end = 0;  ///< the target, in the source
};

class Definitions {
 public:
  Definitions() = default;
  /// `taken`: for each line (index from 0), whether it is part of a block that cmark kept: the others hold the
  /// definitions.
  Definitions(const Source& source, const std::vector<bool>& taken);

  /// The first definition of a label, as CommonMark wants it; null when there is none.
  const Definition* find(std::string_view label) const;

 private:
  void read(const Source& source, std::size_t first, std::size_t last);

  std::unordered_map<std::string, Definition> by_label_;
};

}  // namespace cenacle::markdown
