// How a rule's article, a meeting and a day are named in what is reported, and where they stand.
#include "rules/citation.h"

#include <array>

#include <fmt/format.h>

#include "base/text.h"

namespace cenacle::rules {

std::string Clause::cited() const { return fmt::format("article {} of “{}”", rule.article, charter.page.title); }

diag::Place Clause::place() const { return place_of(charter.page, rule.at); }

diag::Note Clause::note() const { return {fmt::format("{} sets this rule", cited()), place()}; }

diag::Place place_of(const model::Page& page, const model::Spot& at) {
  return {page.path, at.line, at.column, at.length};
}

diag::Place place_of(const model::Meeting& meeting) { return place_of(meeting.page, meeting.start_at); }

std::string named(const model::Meeting& meeting) {
  return fmt::format("“{}”, {}", meeting.page.title, named(base::date_of(meeting.start)));
}

diag::Note note_of(const model::Meeting& meeting, std::string_view what) {
  return {fmt::format("{} {}", what, named(meeting)), place_of(meeting)};
}

std::string named(std::span<const model::MeetingKind* const> kinds) {
  std::vector<std::string> quoted;
  for (const model::MeetingKind* kind : kinds)
    if (kind != nullptr) quoted.push_back(fmt::format("“{}”", kind->title));
  const std::vector<std::string_view> views(quoted.begin(), quoted.end());
  return base::listing(views);
}

std::string_view weekday_name(int iso_weekday) {
  constexpr std::array<std::string_view, 7> names = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                     "Friday", "Saturday", "Sunday"};
  return names.at(static_cast<std::size_t>((iso_weekday + 6) % 7));
}

std::string named(base::Date date) { return fmt::format("{} {}", weekday_name(base::weekday(date)), base::iso(date)); }

std::string named(std::chrono::month_day day) {
  constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};
  return fmt::format("{} {}", static_cast<unsigned>(day.day()),
                     months.at((static_cast<unsigned>(day.month()) + 11) % 12));
}

std::string counted(std::int64_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

}  // namespace cenacle::rules
