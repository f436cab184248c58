// What one may register for, and by which paths.
#include "site/joinable.h"

#include <algorithm>
#include <map>

#include "rules/registration/joined.h"

namespace cenacle::site {

namespace {

using rules::Joins;

bool is_of(const model::Meeting& meeting, const model::Group& group) {
  const auto* const* owner = std::get_if<const model::Group*>(&meeting.owner);
  return owner != nullptr && *owner == &group;
}

/// The last day on which each workshop meets, of those that do.
std::map<const model::Workshop*, base::Date> last_days(const model::Network& network) {
  std::map<const model::Workshop*, base::Date> last;
  for (const model::Meeting& meeting : network.meetings) {
    const auto* const* workshop = std::get_if<const model::Workshop*>(&meeting.owner);
    if (workshop == nullptr) continue;
    for (const model::Occurrence& once : meeting.occurrences) {
      base::Date& day = last.try_emplace(*workshop, base::date_of(once.end)).first->second;
      day = std::max(day, base::date_of(once.end));
    }
  }
  return last;
}

/// Whether the path leads to meetings of the kinds that the group has.
bool meets_by(const rules::Path& path, const Joinable& it) {
  const auto& kinds = path.open_to.meeting_kinds;
  return std::any_of(it.network->meetings.begin(), it.network->meetings.end(), [&](const model::Meeting& meeting) {
    return (kinds.empty() || std::find(kinds.begin(), kinds.end(), meeting.kind) != kinds.end()) &&
           is_of(meeting, *it.group);
  });
}

}  // namespace

std::string Joinable::reference() const {
  const std::string& id = network->page.id;
  if (group != nullptr) return "group:" + id + "/" + group->page.id;
  if (workshop != nullptr) return "workshop:" + id + "/" + workshop->page.id;
  if (space != nullptr) return "space:" + space->page.id;
  return meetings != nullptr ? "meeting-kind:" + id + "/" + meetings->id : "network:" + id;
}

Joinable joinable(const model::Network& network, const model::Group& group) {
  return {Joins::group, &network, &group.page, &group, nullptr, nullptr, nullptr};
}
Joinable joinable(const model::Network& network, const model::Workshop& workshop) {
  const bool series = workshop.kind == model::Workshop::Kind::series;
  return {series ? Joins::series : Joins::workshop, &network, &workshop.page, nullptr, &workshop, nullptr, nullptr};
}
Joinable joinable(const model::Network& network, const model::Space& space) {
  return {Joins::space, &network, &space.page, nullptr, nullptr, &space, nullptr};
}
Joinable joinable(const model::Network& network) {
  return {Joins::network, &network, &network.page, nullptr, nullptr, nullptr, nullptr};
}
Joinable joinable(const model::Network& network, const model::MeetingKind& meetings) {
  return {Joins::meeting, &network, &network.page, nullptr, nullptr, nullptr, &meetings};
}

std::vector<Joinable> joinables_in(const model::Network& network, base::Date today) {
  std::vector<Joinable> all{joinable(network)};
  for (const model::Group& it : network.groups)
    if (!it.ended || *it.ended > today) all.push_back(joinable(network, it));
  const auto last = last_days(network);
  for (const model::Workshop& it : network.workshops)
    if (const auto day = last.find(&it); day == last.end() || day->second >= today)
      all.push_back(joinable(network, it));
  for (const model::Space& it : network.spaces) all.push_back(joinable(network, it));
  for (const model::MeetingKind& it : network.meeting_kinds)
    if (it.registration != model::OpenTo::none) all.push_back(joinable(network, it));
  return all;
}

bool can_hold(const rules::Condition& condition, const Joinable& it) {
  const auto& kinds = condition.meeting_kinds;
  if (it.meetings != nullptr && !kinds.empty() && std::find(kinds.begin(), kinds.end(), it.meetings) == kinds.end())
    return false;
  const auto& spaces = condition.space_kinds;
  return it.space == nullptr || spaces.empty() ||
         std::find(spaces.begin(), spaces.end(), it.space->kind) != spaces.end();
}

namespace {

/// Whether there is no place of this kind that the path, or a rule about all of it, leaves out.
bool can_lead(const rules::Path& path, const Joinable& it) {
  return can_hold(path.open_to, it) && std::all_of(path.rules.begin(), path.rules.end(), [&](const rules::Rule* rule) {
           return !rule->must || !rule->when.empty || can_hold(*rule->must, it);
         });
}

}  // namespace

std::vector<const rules::Path*> paths_to(const rules::Rulebook& book, const Joinable& it) {
  std::vector<const rules::Path*> found;
  for (const rules::Path& path : book.paths)
    if (path.joins_a(it.kind) && can_lead(path, it)) found.push_back(&path);
  if (it.group == nullptr) return found;
  for (const rules::Path& path : book.paths)
    if (path.joins_a(Joins::meeting) && !path.joins_a(Joins::group) && meets_by(path, it)) found.push_back(&path);
  return found;
}

std::string join_address(const model::Portal& portal, const Joinable& it) {
  const std::string& id = it.network->page.id;
  const std::string folder = id + "/" + std::string(portal.word("join")) + "/";
  if (it.meetings != nullptr) return folder + std::string(portal.word("kind")) + "-" + it.meetings->id + ".html";
  return it.kind == Joins::network ? folder + "index.html" : folder + it.page->address.substr(id.size() + 1);
}

std::optional<std::int64_t> seats_of(const rules::Rulebook* book, const Joinable& it) {
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

std::optional<base::Date> closing_day(const rules::Rulebook& book, const Joinable& it) {
  std::optional<std::int64_t> days;  // one path that is still open is enough
  for (const rules::Path* path : paths_to(book, it)) {
    std::optional<std::int64_t> closes = path->open_to.closes_days;
    for (const rules::Rule* rule : path->rules)
      if (rule->must && rule->must->closes_days && rule->when.empty) closes = *rule->must->closes_days;
    if (!closes) return std::nullopt;
    days = std::min(days.value_or(*closes), *closes);
  }
  const auto object = days ? rules::find_joined(*it.network, it.reference()) : std::nullopt;
  const auto first = object ? rules::first_day(*it.network, *object) : std::nullopt;
  if (!first) return std::nullopt;
  return base::add_days(*first, -static_cast<int>(*days));
}

}  // namespace cenacle::site
