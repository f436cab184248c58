// Days on a command line.
#pragma once

#include <string_view>

#include "cli/deed.h"

namespace cenacle::cli {

/// "2026-10-06" as a day; today when nothing is given.
Or<base::Date> day_given(const Deed& deed, std::string_view text);

}  // namespace cenacle::cli
