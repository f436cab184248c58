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

/// What went wrong on `line`, which TOML refuses: curly quotes, `Vrai`, `12/03/2026`, `14h30`, `:` for `=`, a decimal
/// comma, an accented key, text without quotes, a no-break space.
Trap find_trap(std::string_view line);

/// `12/03/2026`, `12-03-2026` or `12.03.2026` as "2026-03-12", or nothing.
std::optional<std::string> french_date(std::string_view text);
/// `14h30`, `14 h`, `9h` as "14:30:00", or nothing.
std::optional<std::string> french_time(std::string_view text);

}  // namespace cenacle::toml
