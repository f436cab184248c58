// The time zones that a calendar speaks of, and what its own VTIMEZONEs say of them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "formats/ical/guard.h"

namespace cenacle::ical {

/// The IANA name behind a TZID: itself, Windows' name for it, or the end of a vendor's path
/// ("/freeassociation.sourceforge.net/Europe/Paris"); "" when there is none.
std::string iana_name(std::string_view tzid);

class ZoneBook {
 public:
  explicit ZoneBook(Problems* problems) : problems_(problems) {}

  void add(std::string_view vtimezone, std::size_t longest_line);
  /// The wall-clock time that is `tzid`'s: in its IANA zone; in UTC where only its VTIMEZONE knows it; floating, and a
  /// problem, where nothing does.
  Moment moment(base::LocalTime time, std::string_view tzid);

 private:
  /// A change of hour: at `onset`, on the clock of before, the offset becomes `to`.
  struct Change {
    base::LocalTime onset;
    int from = 0, to = 0;
  };
  struct Entry {
    std::string iana;
    std::vector<Change> changes;     ///< in time's order; empty: no VTIMEZONE, or one that says nothing
    std::set<base::LocalTime> seen;  ///< moments at which it was held against the IANA zone
    bool was_said = false;           ///< that it lies, or is unknown

    int offset_at(base::LocalTime time) const;
  };
  struct Observance;

  void observe(const Observance& observance, std::vector<Change>* changes);
  Entry& entry(std::string_view tzid);
  void say_once(Entry* entry, std::string text);

  Problems* problems_;
  std::map<std::string, Entry, std::less<>> entries_;
  std::size_t observances_ = 0, rules_ = 0;
};

}  // namespace cenacle::ical
