// Dates, plurals, sorting and slugs as a language writes them, and time zones (ICU).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace cenacle::locale {

/// One language's way of writing: "fr", "en" (as written in Europe: day before month), or any BCP 47 tag. Thread-safe;
/// every method is a pure function of its arguments. All texts are UTF-8. Making one takes some milliseconds: do it
/// once.
class Locale {
 public:
  explicit Locale(std::string_view language);
  ~Locale();
  Locale(const Locale&) = delete;
  Locale& operator=(const Locale&) = delete;

  std::string_view language() const;

  /// "long" mardi 6 octobre 2026 · "medium" 6 octobre 2026 · "short" 06/10/2026 · "day" mardi 6 octobre · "month"
  /// octobre 2026 · "weekday" mardi · "iso" 2026-10-06 · else an ICU skeleton. The first of a month is "1er" in French.
  /// What `is_date_style` refuses is written as "long"; a day that does not exist, as "iso".
  std::string date(base::Date date, std::string_view style = "long") const;
  /// Whether `style` is one of the names above or a skeleton of letters that ICU knows for days.
  static bool is_date_style(std::string_view style);
  /// "9 h 30" in French ("14 h" on the hour), "9:30 am" in English; the spaces are U+00A0.
  std::string time(base::LocalTime time) const;
  /// The zone's name as people say it: "heure de Paris". A zone that has no city, or is not known: its name.
  std::string zone_name(std::string_view zone) const;

  /// Whether the language's plural rule takes `one` (CLDR category "one") for this number: in French 0 and 1, in
  /// English 1.
  bool is_singular(std::int64_t number) const;
  std::string number(std::int64_t number) const;  ///< 1 234, grouped with the language's spaces (French: U+202F)
  std::string money(std::int64_t cents) const;    ///< 280,00 € (U+00A0 before the sign)

  /// <0, 0, >0 in the language's order of a directory: word by word (hyphens and apostrophes are spaces), numbers by
  /// value, accents and case last. 0 only for the same bytes.
  int compare(std::string_view a, std::string_view b) const;
  /// Bytes whose plain order is `compare`'s.
  std::string sort_key(std::string_view text) const;

  std::string upper(std::string_view text) const;
  std::string lower(std::string_view text) const;
  /// The first letter only, after quotation marks; "1er" stays as it is.
  std::string capitalize(std::string_view text) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// `a-z0-9-` for addresses and anchors: accents dropped, œ → oe, everything else a single "-"; "" when nothing is left.
std::string slug(std::string_view text);

/// For comparing without regard to case: Unicode's full case folding, the same in every language.
std::string fold(std::string_view text);

/// Whether `zone` is an IANA zone that ICU knows (canonical or link; Windows names are not).
bool is_time_zone(std::string_view zone);
/// The instant of a wall-clock time. In a gap (spring) the time is moved forward by its length; in an overlap
/// (autumn) the first is meant. RFC 5545 §3.3.5. An unknown zone is read as UTC: ask `is_time_zone`.
base::Instant to_instant(base::LocalTime time, std::string_view zone);
base::LocalTime to_local(base::Instant instant, std::string_view zone);
/// Whether the wall-clock time does not exist in the zone (spring gap).
bool is_in_gap(base::LocalTime time, std::string_view zone);
/// Seconds east of UTC at that wall-clock time.
int offset_seconds(base::LocalTime time, std::string_view zone);
/// "2026-10-06T09:30:00+02:00", RFC 3339.
std::string iso_with_offset(base::LocalTime time, std::string_view zone);

}  // namespace cenacle::locale
