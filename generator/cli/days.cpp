// Days on a command line.
#include "cli/days.h"

#include <fmt/format.h>

namespace cenacle::cli {

Or<base::Date> day_given(const Deed& deed, std::string_view text) {
  if (text.empty()) return deed.today();
  const auto day = base::parse_date(text);
  if (!day) return Stop{Exit::usage, "usage", fmt::format("a day is written 2026-10-06, not `{}`", text)};
  return *day;
}

}  // namespace cenacle::cli
