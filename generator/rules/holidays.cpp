// Which day is a public holiday where; reading the file that says so is holidays_file.cpp.
#include "rules/holidays.h"

#include <algorithm>

namespace cenacle::rules {

base::Date easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
  return {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(n / 31)),
          std::chrono::day(static_cast<unsigned>(n % 31 + 1))};
}

bool Holiday::falls_on(base::Date date) const {
  const int year = static_cast<int>(date.year());
  if (year < since || year > until) return false;
  if (after_easter) return base::days_between(easter(year), date) == days;
  return fixed == date.month() / date.day();
}

const Holiday* Holidays::on(base::Date date, std::string_view zone) const {
  const auto found = zones.find(zone);
  if (found == zones.end()) return nullptr;
  const auto it =
      std::find_if(found->second.begin(), found->second.end(), [&](const Holiday& h) { return h.falls_on(date); });
  return it == found->second.end() ? nullptr : &*it;
}

}  // namespace cenacle::rules
