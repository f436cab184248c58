// The hours or days of a meeting, or of one of its occurrences: `start` and `end`.
#include "content/meeting_times.h"

#include <fmt/format.h>

#include "content/values.h"
#include "formats/locale/locale.h"

namespace cenacle::content {

namespace {

/// When something begins or ends: a moment, or a day for what lasts all day.
struct When {
  const toml::Node* value = nullptr;  ///< a date or a date-time
  bool is_day() const { return value->kind == toml::Kind::date; }
};

When when(Keys& keys, std::string_view key, Need needed) {
  const toml::Entry* const entry = keys.find(key);
  if (entry != nullptr && entry->value.kind == toml::Kind::date) return {&entry->value};
  return {keys.find(key, toml::Kind::date_time, needed)};
}

void check_gap(const Keys& keys, std::string_view key, const When& it, const std::string& zone) {
  if (it.value == nullptr || it.is_day() || !locale::is_in_gap(it.value->when, zone)) return;
  const base::LocalTime later = locale::to_local(locale::to_instant(it.value->when, zone), zone);
  keys.report(diag::code::time_in_gap, it.value->at,
              fmt::format("that hour does not exist in {}: clocks go forward over it", zone),
              paste(key, base::iso(later)));
}

}  // namespace

std::optional<Stretch> load_stretch(Keys& keys, const std::string& zone, Need needed) {
  const When start = when(keys, "start", needed), end = when(keys, "end", needed);
  check_gap(keys, "start", start, zone);
  check_gap(keys, "end", end, zone);
  if (start.value == nullptr) return std::nullopt;
  Stretch it{start.value->when, start.value->when, start.is_day()};
  if (end.value == nullptr) return it;
  it.end = end.value->when;
  if (start.is_day() != end.is_day()) {
    const base::Date day = base::date_of(end.value->when);
    keys.report(diag::code::wrong_type, end.value->at, "`start` and `end` are two days, or two moments",
                paste("end", start.is_day() ? base::iso(day) : base::iso(day) + "T12:00:00"));
  } else if (it.all_day) {
    keys.in_order("start", std::optional(base::date_of(it.start)), "end", std::optional(base::date_of(it.end)));
  } else {
    keys.in_order("start", std::optional(it.start), "end", std::optional(it.end), true);
  }
  return it;
}

}  // namespace cenacle::content
