// Time zones: wall-clock times to instants and back, by ICU's copy of the IANA database.
#include <fmt/format.h>
#include <unicode/basictz.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>

#include "formats/locale/locale.h"

namespace cenacle::locale {

namespace {

/// Abbreviations of old Java that ICU keeps and IANA never had.
constexpr std::string_view not_iana[] = {"ACT", "AET", "AGT", "ART", "AST", "BET", "BST", "CAT", "CNT",
                                         "CST", "CTT", "EAT", "ECT", "IET", "IST", "JST", "MIT", "NET",
                                         "NST", "PLT", "PNT", "PRT", "PST", "SST", "VST"};

std::unique_ptr<const icu::BasicTimeZone> load(std::string_view name) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/_+-";
  if (name.find_first_not_of(letters) != std::string_view::npos) return nullptr;
  if (std::find(std::begin(not_iana), std::end(not_iana), name) != std::end(not_iana)) return nullptr;
  if (name.empty() || name.size() > 64 || name.starts_with("SystemV/") || name == "Etc/Unknown") return nullptr;
  const icu::UnicodeString id = icu::UnicodeString::fromUTF8(name);
  icu::UnicodeString canonical;
  UBool is_system = false;
  UErrorCode status = U_ZERO_ERROR;
  icu::TimeZone::getCanonicalID(id, canonical, is_system, status);
  if (U_FAILURE(status) || !is_system) return nullptr;
  std::unique_ptr<icu::TimeZone> made(icu::TimeZone::createTimeZone(id));
  if (dynamic_cast<icu::BasicTimeZone*>(made.get()) == nullptr) return nullptr;
  return std::unique_ptr<const icu::BasicTimeZone>(static_cast<icu::BasicTimeZone*>(made.release()));
}

/// The zones that were asked for, each loaded once for the whole program: making one costs more than all its uses.
/// They are immutable, so this cache cannot be seen from outside.
class Zones {
 public:
  const icu::BasicTimeZone* find(std::string_view name) {
    {
      const std::shared_lock lock(mutex_);
      if (const auto found = known_.find(name); found != known_.end()) return found->second.get();
    }
    auto zone = load(name);
    if (!zone) return nullptr;
    const std::unique_lock lock(mutex_);
    return known_.try_emplace(std::string(name), std::move(zone)).first->second.get();
  }

 private:
  std::shared_mutex mutex_;
  std::map<std::string, std::unique_ptr<const icu::BasicTimeZone>, std::less<>> known_;
};

const icu::BasicTimeZone* find(std::string_view name) {
  static Zones zones;
  return zones.find(name);
}

UDate milliseconds(std::chrono::seconds since_epoch) { return static_cast<UDate>(since_epoch.count()) * 1000.0; }

/// Seconds east of UTC; 0 for an unknown zone.
std::chrono::seconds offset_at(base::Instant instant, std::string_view zone) {
  const icu::BasicTimeZone* found = find(zone);
  int32_t raw = 0, saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  if (found != nullptr) found->getOffset(milliseconds(instant.time_since_epoch()), false, raw, saving, status);
  return std::chrono::seconds(U_SUCCESS(status) ? (raw + saving) / 1000 : 0);
}

/// The offset before the change, in a gap and in an overlap: RFC 5545 §3.3.5.
std::chrono::seconds offset_at(base::LocalTime time, std::string_view zone) {
  const icu::BasicTimeZone* found = find(zone);
  int32_t raw = 0, saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  if (found != nullptr) {
    found->getOffsetFromLocal(milliseconds(time.time_since_epoch()), UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER, raw,
                              saving, status);
  }
  return std::chrono::seconds(U_SUCCESS(status) ? (raw + saving) / 1000 : 0);
}

}  // namespace

bool is_time_zone(std::string_view zone) { return find(zone) != nullptr; }

base::Instant to_instant(base::LocalTime time, std::string_view zone) {
  return base::Instant(time.time_since_epoch() - offset_at(time, zone));
}

base::LocalTime to_local(base::Instant instant, std::string_view zone) {
  return base::LocalTime(instant.time_since_epoch() + offset_at(instant, zone));
}

bool is_in_gap(base::LocalTime time, std::string_view zone) { return to_local(to_instant(time, zone), zone) != time; }

int offset_seconds(base::LocalTime time, std::string_view zone) {
  return static_cast<int>(offset_at(time, zone).count());
}

std::string iso_with_offset(base::LocalTime time, std::string_view zone) {
  const int offset = offset_seconds(time, zone);
  if (offset % 60 != 0)
    return base::iso(to_instant(time, zone));  // mean solar time of long ago: RFC 3339 §5.8 has no seconds
  const int minutes = std::abs(offset) / 60;
  return fmt::format("{}{}{:02}:{:02}", base::iso(time), offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

}  // namespace cenacle::locale
