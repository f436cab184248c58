// What a registration joins, found by its reference.
#include "rules/registration/joined.h"

#include <algorithm>

namespace cenacle::rules {

namespace {

template <class Thing>
const Thing* held(const model::Owner& owner) {
  const auto* it = std::get_if<const Thing*>(&owner);
  return it == nullptr ? nullptr : *it;
}

template <class Things>
const typename Things::value_type* with_id(const Things& things, std::string_view id) {
  const auto it = std::find_if(things.begin(), things.end(), [&](const auto& thing) { return thing.page.id == id; });
  return it == things.end() ? nullptr : &*it;
}

Joins kind_of(const model::Workshop& it) {
  return it.kind == model::Workshop::Kind::series ? Joins::series : Joins::workshop;
}

std::optional<base::Date> day_held(const model::Meeting& meeting) {
  if (meeting.status == model::MeetingStatus::cancelled) return std::nullopt;
  for (const model::Occurrence& it : meeting.occurrences)
    if (it.status != model::MeetingStatus::cancelled) return base::date_of(it.start);
  return meeting.occurrences.empty() ? std::optional(base::date_of(meeting.start)) : std::nullopt;
}

/// What stands after `scheme`, and after "NETWORK/" where there is one.
std::optional<std::string_view> after(std::string_view scheme, std::string_view network, std::string_view reference) {
  if (!reference.starts_with(scheme)) return std::nullopt;
  reference.remove_prefix(scheme.size());
  if (const std::size_t slash = reference.find('/'); slash != std::string_view::npos) {
    if (reference.substr(0, slash) != network) return std::nullopt;
    reference.remove_prefix(slash + 1);
  }
  return reference;
}

}  // namespace

const model::Page& Joined::page() const { return meeting == nullptr ? model::page_of(owner) : meeting->page; }
const model::Group* Joined::group() const { return held<model::Group>(owner); }
const model::Workshop* Joined::workshop() const { return held<model::Workshop>(owner); }
const model::Space* Joined::space() const { return held<model::Space>(owner); }
const model::Body* Joined::body() const { return space() == nullptr ? nullptr : space()->body; }

const std::vector<model::Holder>* Joined::holders() const {
  if (group() != nullptr) return &group()->holders;
  if (workshop() != nullptr) return &workshop()->holders;
  return space() == nullptr ? nullptr : &space()->holders;
}

std::optional<Joined> find_joined(const model::Network& network, std::string_view reference) {
  const std::string_view here = network.page.id;
  Joined found;
  if (const auto id = after("network:", here, reference)) {
    if (*id != here) return std::nullopt;
    found.owner = &network;
  } else if (const auto space = after("space:", here, reference)) {
    const model::Space* it = with_id(network.spaces, *space);
    if (it == nullptr) return std::nullopt;
    found.owner = it, found.kind = Joins::space;
  } else if (const auto group = after("group:", here, reference)) {
    const model::Group* it = with_id(network.groups, *group);
    if (it == nullptr) return std::nullopt;
    found.owner = it, found.kind = Joins::group;
  } else if (const auto workshop = after("workshop:", here, reference)) {
    const model::Workshop* it = with_id(network.workshops, *workshop);
    if (it == nullptr) return std::nullopt;
    found.owner = it, found.kind = kind_of(*it);
  } else if (reference.starts_with("meeting:")) {
    const std::string_view uid = reference.substr(std::string_view("meeting:").size());
    for (const model::Meeting& it : network.meetings)
      if (it.uid == uid) found.meeting = &it;
    if (found.meeting == nullptr) return std::nullopt;
    found.owner = found.meeting->owner, found.kind = Joins::meeting;
    found.reference = reference;
    return found;
  } else {
    return std::nullopt;
  }
  found.reference = reference_of(network, found.owner);
  return found;
}

std::string reference_of(const model::Network& network, const model::Owner& owner) {
  const model::Page& page = model::page_of(owner);
  if (held<model::Space>(owner) != nullptr) return "space:" + page.id;
  if (held<model::Network>(owner) != nullptr) return "network:" + page.id;
  return (held<model::Group>(owner) != nullptr ? "group:" : "workshop:") + network.page.id + "/" + page.id;
}

std::vector<std::string> meetings_of(const model::Network& network, const model::Owner& owner) {
  std::vector<std::string> references;
  for (const model::Meeting& it : network.meetings)
    if (it.owner == owner) references.push_back("meeting:" + it.uid);
  return references;
}

std::optional<base::Date> first_day(const model::Network& network, const Joined& joined) {
  if (joined.meeting != nullptr) return day_held(*joined.meeting);
  std::optional<base::Date> first;
  for (const model::Meeting& it : network.meetings) {
    if (it.owner != joined.owner) continue;
    const std::optional<base::Date> day = day_held(it);
    if (day && (!first || *day < *first)) first = day;
  }
  return first;
}

std::optional<base::Date> last_day(const Joined& joined) {
  if (joined.meeting != nullptr) {
    base::LocalTime end = joined.meeting->end;
    for (const model::Occurrence& it : joined.meeting->occurrences) end = std::max(end, it.end);
    return base::date_of(end);
  }
  if (const model::Group* const group = joined.group()) {
    if (group->season && (!group->ended || group->season->to < *group->ended)) return group->season->to;
    return group->ended;
  }
  if (joined.workshop() == nullptr) return std::nullopt;
  std::optional<base::Date> last;
  for (const model::Meeting& it : joined.workshop()->page.network->meetings) {
    const auto* const owner = std::get_if<const model::Workshop*>(&it.owner);
    if (owner == nullptr || *owner != joined.workshop() || it.status == model::MeetingStatus::cancelled) continue;
    for (const model::Occurrence& time : it.occurrences)
      last = std::max(last.value_or(base::Date{}), base::date_of(time.end));
  }
  return last;
}

bool is_cancelled(const Joined& joined) {
  return joined.meeting != nullptr && joined.meeting->status == model::MeetingStatus::cancelled;
}

const model::Body* find_body(const model::Network& network, std::string_view id) {
  if (id.empty()) return nullptr;
  const auto it = std::find_if(network.bodies.begin(), network.bodies.end(),
                               [&](const model::Body& body) { return body.id == id; });
  return it == network.bodies.end() ? nullptr : &*it;
}

}  // namespace cenacle::rules
