// Days and instants as the tables hold them: "2026-09-15", and seconds since 1970 in UTC.
#pragma once

#include <fmt/format.h>

#include "ledger/database.h"

namespace cenacle::ledger {

inline std::int64_t seconds_of(base::Instant instant) { return instant.time_since_epoch().count(); }
inline base::Instant instant_of(std::int64_t seconds) { return base::Instant(std::chrono::seconds(seconds)); }

inline base::Date day_of(std::string_view text) {
  const auto day = base::parse_date(text);
  if (!day) disk_trouble(fmt::format("the ledger holds a day that does not exist: {}", text));
  return *day;
}

}  // namespace cenacle::ledger
