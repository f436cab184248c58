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

}  // namespace

Agenda::Agenda(const model::Portal& portal, const model::Network& network) : portal_(portal) {
  for (const model::Meeting& meeting : network.meetings)
    if (meeting.status != model::MeetingStatus::cancelled) all_.push_back(&meeting);
  std::sort(all_.begin(), all_.end(), by_start);
  for (const model::Meeting* meeting : all_)
    if (has_owner(meeting->owner)) by_owner_[&model::page_of(meeting->owner)].push_back(meeting);
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
