// Days and hours as people write them, in French above all: what they mean.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace cenacle::toml {

/// "2026-10-06", "12/03/2026", "12.3.26", "6 octobre 2026", "le mardi 1er mars 2026". It may be a day that the calendar
/// does not have (`ok()` tells); nothing for what is no day at all.
std::optional<base::Date> day_written(std::string_view text);
/// The same, of days that there are.
std::optional<base::Date> date_meant(std::string_view text);
/// The day that there is nearest to one that there is not: 30 February is the last of February.
base::Date nearest_day(base::Date date);

/// "14h30", "9 h", "9:30", "09:30:00" as "09:30:00".
std::optional<std::string> time_meant(std::string_view text);
/// A day and an hour, however they are joined: "2026-10-06 09:30", "12/03/2026 14h30", "6 octobre 2026 à 9 h".
std::optional<base::LocalTime> moment_meant(std::string_view text);

}  // namespace cenacle::toml
