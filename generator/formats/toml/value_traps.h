// What is wrong with a value of TOML, whatever its key, and how it must be written.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "diag/diagnostics.h"
#include "formats/toml/traps.h"

namespace cenacle::toml {

struct ValueTrap {
  diag::Code code;
  std::string summary;
  std::string instead;           ///< the value as it must be written; empty: no one can tell
  std::size_t at = 0, size = 0;  ///< the bytes that are wrong; none: all
};

/// The first thing that is wrong with `value`, which is not empty and has no white space at its ends.
std::optional<ValueTrap> find_value_trap(std::string_view value, const Expected& expected);

}  // namespace cenacle::toml
