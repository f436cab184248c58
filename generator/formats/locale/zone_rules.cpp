// Yearly rules of time zones, guessed by ICU from the changes around one date and held against its table here: for
// zones whose rules are not yearly ICU answers too, and wrongly.
#include "formats/locale/zone_rules.h"

#include <fmt/format.h>
#include <unicode/basictz.h>
#include <unicode/locid.h>
#include <unicode/tzrule.h>
#include <unicode/tztrans.h>

#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>

#include "base/time.h"
#include "formats/locale/locale.h"

namespace cenacle::locale {

namespace {

using std::chrono::year;

// Fixed, so that the same zone is written the same way whatever the day.
constexpr year first_year{2020}, near_year{2026}, last_year{2040};

UDate milliseconds(base::Instant instant) { return static_cast<UDate>(instant.time_since_epoch().count()) * 1000.0; }
base::Instant new_year(year which) { return std::chrono::sys_days(which / 1 / 1); }

/// "CET", or the offset as IANA writes it where no abbreviation is usual.
std::string abbreviation(const icu::TimeZone& zone, bool saving, int offset) {
  icu::UnicodeString text;
  zone.getDisplayName(saving, icu::TimeZone::SHORT, icu::Locale("en", "150"), text);
  std::string name;
  text.toUTF8String(name);
  if (!name.starts_with("GMT") || name == "GMT") return name;
  const int minutes = std::abs(offset) / 60;
  name = fmt::format("{}{:02}", offset < 0 ? '-' : '+', minutes / 60);
  return minutes % 60 == 0 ? name : name + fmt::format("{:02}", minutes % 60);
}

YearlyChange change(const icu::DateTimeRule& rule) {
  const int weekday = rule.getRuleDayOfWeek() == UCAL_SUNDAY ? 7 : rule.getRuleDayOfWeek() - UCAL_SUNDAY;
  return {static_cast<unsigned>(rule.getRuleMonth()) + 1, rule.getRuleWeekInMonth(), weekday,
          rule.getRuleMillisInDay() / 1000};
}

base::Instant when(const YearlyChange& change, year in, int offset_before) {
  const std::chrono::weekday weekday(static_cast<unsigned>(change.weekday));
  const auto month = in / std::chrono::month(change.month);
  const std::chrono::sys_days day = change.nth < 0
                                        ? std::chrono::sys_days(month / weekday[std::chrono::last])
                                        : std::chrono::sys_days(month / weekday[static_cast<unsigned>(change.nth)]);
  return day + std::chrono::seconds(change.second_of_day - offset_before);
}

/// Whether the zone changes when `rules` say so, and at no other time.
bool hold(const YearlyRules& rules, const icu::BasicTimeZone& zone) {
  icu::TimeZoneTransition transition;
  base::Instant at = new_year(first_year);
  const base::Instant end = new_year(last_year);
  int changes = 0;
  while (zone.getNextTransition(milliseconds(at), false, transition) && transition.getTime() < milliseconds(end)) {
    at = base::Instant(std::chrono::seconds(static_cast<std::int64_t>(transition.getTime() / 1000)));
    const icu::TimeZoneRule &from = *transition.getFrom(), &to = *transition.getTo();
    const int before = (from.getRawOffset() + from.getDSTSavings()) / 1000;
    const int after = (to.getRawOffset() + to.getDSTSavings()) / 1000;
    if (before == after) continue;
    if (!rules.saving) return false;
    const year in = base::date_of(base::LocalTime(at.time_since_epoch())).year();
    const bool begins = after == rules.saving->offset;
    if (before != (begins ? rules.offset : rules.saving->offset)) return false;
    if (after != (begins ? rules.saving->offset : rules.offset)) return false;
    if (at != when(begins ? rules.saving->begins : rules.saving->ends, in, before)) return false;
    ++changes;
  }
  return changes == (rules.saving ? 2 * (last_year - first_year).count() : 0);
}

bool is_whole(const icu::DateTimeRule& rule) {
  const int week = rule.getRuleWeekInMonth();
  return rule.getDateRuleType() == icu::DateTimeRule::DOW && rule.getTimeRuleType() == icu::DateTimeRule::WALL_TIME &&
         (week == -1 || (week >= 1 && week <= 4)) && rule.getRuleMillisInDay() < 24 * 3600 * 1000;
}

std::optional<YearlyRules> derive(std::string_view name) {
  if (!is_time_zone(name)) return std::nullopt;
  const std::unique_ptr<icu::TimeZone> made(icu::TimeZone::createTimeZone(
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int>(name.size())))));
  const auto* zone = dynamic_cast<const icu::BasicTimeZone*>(made.get());
  if (zone == nullptr) return std::nullopt;

  icu::InitialTimeZoneRule* initial = nullptr;
  icu::AnnualTimeZoneRule *standard = nullptr, *saving = nullptr;
  UErrorCode status = U_ZERO_ERROR;
  zone->getSimpleRulesNear(milliseconds(new_year(near_year)), initial, standard, saving, status);
  const std::unique_ptr<icu::InitialTimeZoneRule> own_initial(initial);
  const std::unique_ptr<icu::AnnualTimeZoneRule> own_standard(standard), own_saving(saving);
  if (U_FAILURE(status) || initial == nullptr) return std::nullopt;

  YearlyRules rules;
  if (standard != nullptr && saving != nullptr) {
    if (!is_whole(*standard->getRule()) || !is_whole(*saving->getRule())) return std::nullopt;
    rules.offset = (standard->getRawOffset() + standard->getDSTSavings()) / 1000;
    rules.saving.emplace();
    rules.saving->offset = (saving->getRawOffset() + saving->getDSTSavings()) / 1000;
    rules.saving->name = abbreviation(*zone, true, rules.saving->offset);
    rules.saving->begins = change(*saving->getRule());
    rules.saving->ends = change(*standard->getRule());
  } else {
    rules.offset = (initial->getRawOffset() + initial->getDSTSavings()) / 1000;
  }
  rules.name = abbreviation(*zone, false, rules.offset);
  if (!hold(rules, *zone)) return std::nullopt;
  return rules;
}

/// What was derived, once for the whole program: it costs a walk over twenty years. Immutable, so that this memory
/// cannot be seen from outside.
class Known {
 public:
  const YearlyRules* find(std::string_view name) {
    {
      const std::shared_lock lock(mutex_);
      if (const auto found = rules_.find(name); found != rules_.end()) return address(found->second);
    }
    if (!is_time_zone(name)) return nullptr;  // not kept: their number has no bound
    auto derived = derive(name);
    const std::unique_lock lock(mutex_);
    return address(rules_.try_emplace(std::string(name), std::move(derived)).first->second);
  }

 private:
  static const YearlyRules* address(const std::optional<YearlyRules>& rules) { return rules ? &*rules : nullptr; }

  std::shared_mutex mutex_;
  std::map<std::string, std::optional<YearlyRules>, std::less<>> rules_;
};

}  // namespace

const YearlyRules* yearly_rules(std::string_view zone) {
  static Known known;
  return known.find(zone);
}

std::string zone_of_windows(std::string_view name) {
  if (name.empty() || name.size() > 64 || name.find_first_of(std::string_view("\0", 1)) != name.npos) return "";
  icu::UnicodeString id;
  UErrorCode status = U_ZERO_ERROR;
  icu::TimeZone::getIDForWindowsID(
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int>(name.size()))), nullptr, id, status);
  std::string zone;
  if (U_SUCCESS(status)) id.toUTF8String(zone);
  return is_time_zone(zone) ? zone : "";
}

}  // namespace cenacle::locale
