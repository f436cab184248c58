// A network's meetings as the rules look at them: those that take place, by start, and by whose they are.
#include "rules/agenda.h"

#include <algorithm>
#include <tuple>

#include "formats/locale/locale.h"

namespace cenacle::rules {

namespace {

bool by_start(const model::Meeting* a, const model::Meeting* b) {
  return std::tie(a->start, a->page.path) < std::tie(b->start, b->page.path);
}

bool has_owner(const model::Owner& owner) {
  return std::visit([](const auto* thing) { return thing != nullptr; }, owner);
}

/// The troubled files of the network's meetings.
Troubled meetings_of(const model::Network& network, const Troubled& troubled) {
  const std::string& path = network.page.path;
  const std::string folder = path.substr(0, path.rfind('/') + 1) + "meetings/";
  Troubled out;
  for (auto it = troubled.lower_bound(folder); it != troubled.end() && it->starts_with(folder); ++it) out.insert(*it);
  return out;
}

}  // namespace

Agenda::Agenda(const model::Portal& portal, const model::Network& network, const Troubled& troubled) : portal_(portal) {
  Troubled unread = meetings_of(network, troubled);
  for (const model::Meeting& meeting : network.meetings) {
    if (meeting.start != base::LocalTime{}) add(meeting);
    if (unread.erase(meeting.page.path) == 0) continue;
    // One whose owner could not be read has become the network's.
    const bool of_network = !has_owner(meeting.owner) || std::holds_alternative<const model::Network*>(meeting.owner);
    troubled_owners_.insert(of_network ? nullptr : &model::page_of(meeting.owner));
    troubled_kinds_.insert(meeting.kind);
  }
  if (!unread.empty()) {
    troubled_owners_.insert(nullptr);
    troubled_kinds_.insert(nullptr);
  }
  std::sort(all_.begin(), all_.end(), by_start);
  std::sort(cancelled_.begin(), cancelled_.end(), by_start);
  for (const model::Meeting* meeting : all_)
    if (has_owner(meeting->owner)) by_owner_[&model::page_of(meeting->owner)].push_back(meeting);
}

void Agenda::add(const model::Meeting& meeting) {
  const auto place = [&](const model::Meeting& it) {
    (it.status == model::MeetingStatus::cancelled ? cancelled_ : all_).push_back(&it);
  };
  if (!meeting.recurrence) return place(meeting);
  for (const model::Occurrence& occurrence : meeting.occurrences) {
    model::Meeting& once = each_time_.emplace_back(meeting);
    once.occurrences = {occurrence};
    once.page.title = occurrence.title;
    once.start = occurrence.start;
    once.end = occurrence.end;
    once.status = occurrence.status;
    if (occurrence.at.line != 0) once.start_at = occurrence.at;
    place(once);
  }
}

std::span<const model::Meeting* const> Agenda::of(const model::Page& owner) const {
  const auto found = by_owner_.find(&owner);
  return found == by_owner_.end() ? std::span<const model::Meeting* const>() : found->second;
}

std::vector<const model::Meeting*> Agenda::of(std::span<const model::MeetingKind* const> kinds) const {
  std::vector<const model::Meeting*> out;
  std::copy_if(all_.begin(), all_.end(), std::back_inserter(out),
               [&](const model::Meeting* meeting) { return is_of(*meeting, kinds); });
  return out;
}

bool Agenda::is_complete(const model::Page& owner) const {
  return !troubled_owners_.contains(nullptr) && !troubled_owners_.contains(&owner);
}

bool Agenda::is_complete(std::span<const model::MeetingKind* const> kinds) const {
  return !troubled_kinds_.contains(nullptr) &&
         std::none_of(kinds.begin(), kinds.end(), [&](const auto* kind) { return troubled_kinds_.contains(kind); });
}

std::string_view Agenda::zone(const model::Meeting& meeting) const {
  return meeting.time_zone.empty() ? std::string_view(portal_.time_zone) : meeting.time_zone;
}

base::Instant Agenda::begins(const model::Meeting& meeting) const {
  return locale::to_instant(meeting.start, zone(meeting));
}

base::Instant Agenda::ends(const model::Meeting& meeting) const {
  const auto end = meeting.all_day ? base::midnight(base::add_days(base::date_of(meeting.end), 1)) : meeting.end;
  return locale::to_instant(end, zone(meeting));
}

bool is_of(const model::Meeting& meeting, std::span<const model::MeetingKind* const> kinds) {
  return meeting.kind != nullptr && std::find(kinds.begin(), kinds.end(), meeting.kind) != kinds.end();
}

base::Date first_day(const model::Meeting& meeting) { return base::date_of(meeting.start); }

base::Date last_day(const model::Meeting& meeting) {
  if (meeting.all_day || meeting.end <= meeting.start) return base::date_of(std::max(meeting.start, meeting.end));
  return base::date_of(meeting.end - std::chrono::seconds(1));
}

}  // namespace cenacle::rules
