// A time zone that nobody knows: which one was meant.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/text.h"
#include "content/kinds.h"
#include "formats/locale/locale.h"

namespace cenacle::content {

namespace {

/// Those that are proposed: of France and of the country next door that speaks French too.
constexpr std::array<std::string_view, 14> zones = {
    "Europe/Paris",      "America/Guadeloupe", "America/Martinique", "America/Cayenne", "America/Miquelon",
    "Indian/Reunion",    "Indian/Mayotte",     "Pacific/Noumea",     "Pacific/Tahiti",  "Pacific/Wallis",
    "Pacific/Marquesas", "Pacific/Gambier",    "Indian/Kerguelen",   "Europe/Brussels"};

/// Seconds east of Greenwich of "GMT+4", "UTC-03:00", "+4".
std::optional<int> offset_written(std::string_view text) {
  for (const std::string_view prefix : {"GMT", "UTC", "Etc/GMT"})
    if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  std::string digits;
  for (const char c : text.substr(1)) {
    if (c >= '0' && c <= '9') digits += c;
    if ((c < '0' || c > '9') && c != ':') return std::nullopt;
  }
  if (digits.empty() || digits.size() > 4) return std::nullopt;
  const int number = std::stoi(digits);
  const int minutes = digits.size() > 2 ? number / 100 * 60 + number % 100 : number * 60;
  return (text[0] == '-' ? -minutes : minutes) * 60;
}

/// Zones that have this offset, in winter or in summer.
std::vector<std::string_view> zones_at(int offset) {
  using namespace std::chrono_literals;
  std::vector<std::string_view> found;
  for (const std::string_view zone : zones)
    for (const base::Date day : {2026y / 1 / 15, 2026y / 7 / 15})
      if (locale::offset_seconds(base::midnight(day), zone) == offset &&
          std::find(found.begin(), found.end(), zone) == found.end())
        found.push_back(zone);
  return found;
}

}  // namespace

void unknown_time_zone(Keys& keys, std::string_view key) {
  const toml::Node& value = keys.find(key)->value;
  std::vector<diag::Note> notes = {{"a zone is named as IANA does: a continent or an ocean, `/`, a city", {}}};
  std::string_view meant = base::closest(value.text, zones).value_or("");
  for (const std::string_view zone : zones)  // "Paris", "Réunion"
    if (meant.empty() && locale::slug(zone.substr(zone.find('/') + 1)) == locale::slug(value.text)) meant = zone;
  if (const auto offset = offset_written(value.text)) {
    if (const auto fitting = zones_at(*offset); !fitting.empty()) {
      meant = fitting.front();
      std::string listed;
      for (const std::string_view zone : fitting) listed += fmt::format("{}`{}`", listed.empty() ? "" : ", ", zone);
      notes.push_back({"zones with that offset: " + listed, {}});
    }
  }
  keys.report(diag::code::unknown_time_zone, value.at, fmt::format("there is no time zone {}", quoted(value.text)),
              paste(key, quoted(meant.empty() ? "Europe/Paris" : meant)), std::move(notes));
}

}  // namespace cenacle::content
