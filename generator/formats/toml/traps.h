// The mistakes that people who do not write code make in TOML, recognised by name on a line that could not be read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diag/diagnostics.h"

namespace cenacle::toml {

struct Trap {
  diag::Code code{"", diag::Severity::error};  ///< no name: no trap recognised
  std::uint32_t column = 0, length = 0;        ///< code points, from 1
  std::string summary, help;
};

/// What is known of a line's value beside the line.
struct Expected {
  bool moment = false;             ///< a day with its hour
  std::string day = "2026-10-06";  ///< for an hour that is written without its day
};

/// What went wrong on `line`, which TOML refuses: curly quotes, `Vrai`, `12/03/2026`, `14h30`, `:` for `=`, a decimal
/// comma, an accented key, text without quotes, a no-break space, a day that does not exist, a text that is left open.
Trap find_trap(std::string_view line, const Expected& expected = {});

/// The key of `key = value` or `key : value`, and what stands after the sign, without the remark at its end; empty for
/// another line.
struct KeyAndValue {
  std::string_view key, value;
};
KeyAndValue key_and_value(std::string_view line);

}  // namespace cenacle::toml
