// What one may register for, and by which paths.
#include "site/joined.h"

#include <algorithm>

namespace cenacle::site {

namespace {

using rules::Joins;

bool is_of(const model::Meeting& meeting, const Joined& it) {
  if (it.group != nullptr) {
    const auto* const* owner = std::get_if<const model::Group*>(&meeting.owner);
    return owner != nullptr && *owner == it.group;
  }
  const auto* const* owner = std::get_if<const model::Workshop*>(&meeting.owner);
  return owner != nullptr && *owner == it.workshop;
}

/// The day of the first time that it meets.
std::optional<base::Date> first_day(const Joined& it) {
  std::optional<base::Date> first;
  if (it.workshop == nullptr) return first;
  for (const model::Meeting& meeting : it.network->meetings) {
    if (!is_of(meeting, it)) continue;
    for (const model::Occurrence& once : meeting.occurrences)
      if (once.status != model::MeetingStatus::cancelled && (!first || base::date_of(once.start) < *first))
        first = base::date_of(once.start);
  }
  return first;
}

bool is_over(const model::Network& network, const model::Workshop& workshop, base::Date today) {
  const Joined it = joined(network, workshop);
  bool met = false;
  for (const model::Meeting& meeting : network.meetings) {
    if (!is_of(meeting, it)) continue;
    met = true;
    for (const model::Occurrence& once : meeting.occurrences)
      if (base::date_of(once.end) >= today) return false;
  }
  return met;
}

bool meets_by(const rules::Path& path, const Joined& it) {
  const auto& kinds = path.open_to.meeting_kinds;
  return std::any_of(it.network->meetings.begin(), it.network->meetings.end(), [&](const model::Meeting& meeting) {
    return is_of(meeting, it) && (kinds.empty() || std::find(kinds.begin(), kinds.end(), meeting.kind) != kinds.end());
  });
}

}  // namespace

std::string Joined::reference() const {
  const std::string& id = network->page.id;
  if (group != nullptr) return "group:" + id + "/" + group->page.id;
  if (workshop != nullptr) return "workshop:" + id + "/" + workshop->page.id;
  if (space != nullptr) return "space:" + space->page.id;
  return meetings != nullptr ? "meeting-kind:" + id + "/" + meetings->id : "network:" + id;
}

Joined joined(const model::Network& network, const model::Group& group) {
  return {Joins::group, &network, &group.page, &group, nullptr, nullptr, nullptr};
}
Joined joined(const model::Network& network, const model::Workshop& workshop) {
  const bool series = workshop.kind == model::Workshop::Kind::series;
  return {series ? Joins::series : Joins::workshop, &network, &workshop.page, nullptr, &workshop, nullptr, nullptr};
}
Joined joined(const model::Network& network, const model::Space& space) {
  return {Joins::space, &network, &space.page, nullptr, nullptr, &space, nullptr};
}
Joined joined(const model::Network& network) {
  return {Joins::network, &network, &network.page, nullptr, nullptr, nullptr, nullptr};
}
Joined joined(const model::Network& network, const model::MeetingKind& meetings) {
  return {Joins::meeting, &network, &network.page, nullptr, nullptr, nullptr, &meetings};
}

std::vector<Joined> joined_in(const model::Network& network, base::Date today) {
  std::vector<Joined> all{joined(network)};
  for (const model::Group& it : network.groups)
    if (!it.ended || *it.ended > today) all.push_back(joined(network, it));
  for (const model::Workshop& it : network.workshops)
    if (!is_over(network, it, today)) all.push_back(joined(network, it));
  for (const model::Space& it : network.spaces) all.push_back(joined(network, it));
  for (const model::MeetingKind& it : network.meeting_kinds)
    if (it.registration != model::OpenTo::none) all.push_back(joined(network, it));
  return all;
}

bool can_hold(const rules::Condition& condition, const Joined& it) {
  const auto& kinds = condition.meeting_kinds;
  if (it.meetings != nullptr && !kinds.empty() && std::find(kinds.begin(), kinds.end(), it.meetings) == kinds.end())
    return false;
  const auto& spaces = condition.space_kinds;
  return it.space == nullptr || spaces.empty() || std::find(spaces.begin(), spaces.end(), it.space->kind) != spaces.end();
}

std::vector<const rules::Path*> paths_to(const rules::Rulebook& book, const Joined& it) {
  std::vector<const rules::Path*> found;
  for (const rules::Path& path : book.paths)
    if (path.joins_a(it.kind) && can_hold(path.open_to, it)) found.push_back(&path);
  if (it.group == nullptr) return found;
  for (const rules::Path& path : book.paths)
    if (path.joins_a(Joins::meeting) && !path.joins_a(Joins::group) && meets_by(path, it)) found.push_back(&path);
  return found;
}

std::string join_address(const model::Portal& portal, const Joined& it) {
  const std::string& id = it.network->page.id;
  const std::string folder = id + "/" + std::string(portal.word("join")) + "/";
  if (it.meetings != nullptr) return folder + std::string(portal.word("kind")) + "-" + it.meetings->id + ".html";
  return it.kind == Joins::network ? folder + "index.html" : folder + it.page->address.substr(id.size() + 1);
}

std::optional<std::int64_t> seats_of(const rules::Rulebook* book, const Joined& it) {
  if (it.workshop != nullptr) return it.workshop->seats;
  if (book == nullptr) return std::nullopt;
  using rules::Each;
  for (const rules::Rule& rule : book->rules) {
    if (!rule.limit || !rule.when.empty || rule.limit->max != rules::Max::number) continue;
    if (rule.limit->count != rules::Count::registrations || rule.limit->each != std::vector{Each::object}) continue;
    const bool leads_there = std::any_of(book->paths.begin(), book->paths.end(), [&](const rules::Path& path) {
      return path.joins_a(it.kind) && std::find(path.rules.begin(), path.rules.end(), &rule) != path.rules.end();
    });
    if (leads_there) return rule.limit->number * rule.limit->percent / 100;
  }
  return std::nullopt;
}

std::optional<base::Date> closing_day(const rules::Rulebook& book, const Joined& it) {
  const auto first = first_day(it);
  if (!first) return std::nullopt;
  std::optional<base::Date> last;
  for (const rules::Path* path : paths_to(book, it)) {
    std::optional<std::int64_t> days = path->open_to.closes_days;
    for (const rules::Rule* rule : path->rules)
      if (rule->must && rule->must->closes_days && rule->when.empty)
        days = std::max(days.value_or(0), *rule->must->closes_days);
    const base::Date closes = base::add_days(*first, -static_cast<int>(days.value_or(0)));
    last = last ? std::max(*last, closes) : closes;  // one path that is open is enough
  }
  return last;
}

}  // namespace cenacle::site
