// Views → the pages of one tree that show meetings by time: agenda, months, programmes; and what one subscribes to.
#include <algorithm>
#include <iterator>
#include <map>

#include "site/pages_builder.h"

namespace cenacle::site {

namespace {

base::Date month_of(base::Date day) { return {day.year(), day.month(), std::chrono::day(1)}; }

/// A meeting that lasts longer, by a year mistyped say, is not shown in the months after.
constexpr int longest = 366;  // days

/// The first and the last day that a meeting is shown on.
std::pair<base::Date, base::Date> days_of(const MeetingView& it) {
  return {it.first_day, std::min(it.last_day, base::add_days(it.first_day, longest))};
}

/// Meetings in months, in the order given.
List<MonthView> by_month(const ListOf<MeetingView>& meetings) {
  List<MonthView> months;
  for (const MeetingView* it : meetings) {
    const base::Date month(it->first_day.year(), it->first_day.month(), std::chrono::day(1));
    if (months.empty() || months.back().month != month) months.push_back({month, {}});
    months.back().meetings.push_back(it);
  }
  return months;
}

/// Every month that has a meeting on one of its days, with its meetings, soonest first.
List<MonthView> months_of(const NetworkView& view) {
  std::map<base::Date, ListOf<MeetingView>> months;
  for (const ListOf<MeetingView>* part : {&view.past, &view.upcoming})
    for (const MeetingView* it : *part) {
      const auto [first, last] = days_of(*it);
      for (base::Date month = month_of(first); month <= last; month = base::add_months(month, 1))
        months[month].push_back(it);
    }
  List<MonthView> out;
  for (auto& [month, meetings] : months) {
    std::stable_sort(meetings.begin(), meetings.end(),
                     [](const MeetingView* a, const MeetingView* b) { return a->start.local < b->start.local; });
    out.push_back({month, std::move(meetings)});
  }
  return out;
}

/// What stands on each day of some months' weeks.
std::map<base::Date, List<DayMeetingView>> by_day(const NetworkView& view) {
  std::map<base::Date, List<DayMeetingView>> days;
  ListOf<MeetingView> all(view.past.rbegin(), view.past.rend());
  all.insert(all.end(), view.upcoming.begin(), view.upcoming.end());
  for (const MeetingView* it : all) {
    if (it->planned) days[*it->planned].push_back({*it, false, true});
    const auto [first, last] = days_of(*it);
    for (base::Date day = first; day <= last; day = base::add_days(day, 1))
      days[day].push_back({*it, day != first, false});
  }
  return days;
}

}  // namespace

/// The agenda, and the same for each kind of meeting: plain pages, as filters need no script.
void PagesBuilder::add_agenda(const model::Network& network, const NetworkView& view) {
  const Lists lists(portal_, network);
  struct Filtered {
    Text title, description;
    std::string calendar;
    ListOf<MeetingView> upcoming, past;
  };
  const bool whole = std::any_of(view.subscriptions.begin(), view.subscriptions.end(),
                                 [](const SubscriptionView& it) { return it.of == "network"; });
  List<FilterView> filters{{{}, "all", lists.agenda(), static_cast<std::int64_t>(view.upcoming.size()), false}};
  List<Filtered> filtered{{{}, {}, whole ? lists.agenda_calendar() : "", view.upcoming, view.past}};
  for (const model::MeetingKind& kind : network.meeting_kinds) {
    Filtered of_kind{kind.plural, kind.description, whole ? lists.kind_calendar(kind.id) : "", {}, {}};
    const auto take = [&](const ListOf<MeetingView>& from, ListOf<MeetingView>& to) {
      std::copy_if(from.begin(), from.end(), std::back_inserter(to),
                   [&](const MeetingView* it) { return it->kind_id == kind.id; });
    };
    take(view.upcoming, of_kind.upcoming);
    take(view.past, of_kind.past);
    if (of_kind.upcoming.empty() && of_kind.past.empty()) continue;
    filters.push_back({kind.plural, "kind", lists.agenda_of_kind(kind.id),
                       static_cast<std::int64_t>(of_kind.upcoming.size()), false});
    filtered.push_back(std::move(of_kind));
  }
  const List<MonthView> months = months_of(view);
  List<MonthLinkView> links;
  if (has_template_("month.html"))
    for (const MonthView& it : months)
      links.push_back({it.month, lists.agenda_of_month(it.month), static_cast<std::int64_t>(it.meetings.size())});
  for (std::size_t i = 0; i < filtered.size(); ++i) {
    const Filtered& it = filtered[i];
    List<FilterView> shown = filters;
    shown[i].current = true;
    list<AgendaPage>("agenda.html", filters[i].url, view, by_month(it.upcoming), by_month(it.past), std::move(shown),
                     links, it.title, it.description, it.calendar);
  }
  add_months(network, view, months);
}

/// A page for each month that has something: the list first, then the same as a grid of weeks.
void PagesBuilder::add_months(const model::Network& network, const NetworkView& view, const List<MonthView>& months) {
  const Lists lists(portal_, network);
  const std::map<base::Date, List<DayMeetingView>> days = by_day(view);
  const auto link = [&](std::size_t i) -> std::optional<MonthLinkView> {
    if (i >= months.size()) return std::nullopt;
    return MonthLinkView{months[i].month, lists.agenda_of_month(months[i].month),
                         static_cast<std::int64_t>(months[i].meetings.size())};
  };
  for (std::size_t i = 0; i < months.size(); ++i) {
    const base::Date month = months[i].month, after = base::add_months(month, 1);
    List<WeekView> weeks;
    for (base::Date day = base::add_days(month, 1 - base::weekday(month)); day < after;) {
      WeekView& week = weeks.emplace_back();
      for (int column = 0; column < 7; ++column, day = base::add_days(day, 1)) {
        const auto found = days.find(day);
        const rules::Holiday* const holiday = holidays_ == nullptr ? nullptr : holidays_->on(day, network.holidays);
        week.days.push_back({day, month_of(day) != month,
                             holiday == nullptr ? Text() : Text(holiday->title),
                             found == days.end() ? List<DayMeetingView>{} : found->second});
      }
    }
    list<MonthPage>("month.html", lists.agenda_of_month(month), view, month, months[i].meetings, std::move(weeks),
                    i == 0 ? std::nullopt : link(i - 1), link(i + 1));
  }
}

/// One page for each year that has meetings (C2).
void PagesBuilder::add_programmes(const model::Network& network, const NetworkView& view) {
  std::map<std::int64_t, ListOf<MeetingView>> years;
  for (const ListOf<MeetingView>* part : {&view.past, &view.upcoming})
    for (const MeetingView* it : *part) years[static_cast<int>(it->first_day.year())].push_back(it);
  const Lists lists(portal_, network);
  List<LinkView> links;
  for (auto& [year, meetings] : years) {
    std::stable_sort(meetings.begin(), meetings.end(),
                     [](const MeetingView* a, const MeetingView* b) { return a->start.local < b->start.local; });
    links.push_back({part_.texts.emplace_back(std::to_string(year)), lists.programme(year)});
  }
  for (const auto& [year, meetings] : years)
    list<ProgrammePage>("programme.html", lists.programme(year), view, year, by_month(meetings), links);
}

/// The calendar of everything, and the first of each network.
void PagesBuilder::add_subscriptions() {
  auto job = job_for("subscriptions.html", views_.site().subscribe_url, {});
  if (!job) return;
  const std::string path = portal_calendar(portal_);
  List<SubscriptionView> subscriptions{
      ViewsOfTree::subscription(tree_, "portal", "", portal_.title, portal_.description, path, "index.html")};
  for (const NetworkView* network : views_.site().networks)
    for (const SubscriptionView& it : network->subscriptions)
      if (it.of == "network") subscriptions.push_back(it);
  add<SubscriptionsPage>(std::move(*job), page_view(*job, {}, {}, trail(nullptr, nullptr)), std::move(subscriptions));
}

}  // namespace cenacle::site
