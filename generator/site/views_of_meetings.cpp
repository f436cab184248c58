// Model → views, for one tree: meetings, minutes and decisions.
#include <algorithm>

#include "site/views_of_tree.h"

namespace cenacle::site {

namespace {

Text status_name(model::MeetingStatus status) {
  switch (status) {
    case model::MeetingStatus::confirmed:
      return "confirmed";
    case model::MeetingStatus::tentative:
      return "tentative";
    case model::MeetingStatus::cancelled:
      return "cancelled";
    case model::MeetingStatus::moved:
      return "moved";
  }
  return "";
}

Text mode_of(const model::Occurrence& it) {
  const bool onsite = !it.place.empty() || !it.address.empty();
  if (it.online.empty()) return "onsite";
  return onsite ? "hybrid" : "online";
}

std::string anchor_of(const model::Occurrence& it) { return "date-" + base::iso(base::date_of(it.planned)); }

/// What the meeting's page speaks of first: the next time that it takes place, else the last.
const model::Occurrence& next_of(const model::Meeting& meeting, base::Date today) {
  const auto next = std::find_if(meeting.occurrences.begin(), meeting.occurrences.end(), [&](const auto& it) {
    return base::date_of(it.end) >= today && it.status != model::MeetingStatus::cancelled;
  });
  return next == meeting.occurrences.end() ? meeting.occurrences.back() : *next;
}

bool by_start(const MeetingView* a, const MeetingView* b) { return a->start.local < b->start.local; }

}  // namespace

/// What a meeting's view says of one time.
void ViewsOfTree::hold(MeetingView& view, const model::Meeting& it, const model::Occurrence& once) const {
  view.title = once.title;
  view.start = moment(once.start, it.time_zone);
  view.end = moment(once.end, it.time_zone);
  view.first_day = base::date_of(once.start);
  view.last_day = base::date_of(once.end);
  view.several_days = view.first_day != view.last_day;
  view.past = view.last_day < portal_.today;
  view.place = once.place;
  view.address = once.address;
  view.has_online = !once.online.empty();
  if (tree_.entitles_to(it.members)) view.online = once.online;
  view.mode = mode_of(once);
  view.status = status_name(once.status);
  view.status_note = once.status_note;
  view.cancelled = once.status == model::MeetingStatus::cancelled;
  view.moved = once.status == model::MeetingStatus::moved;
  if (it.recurrence) view.url = tree_.url(it) + "#" + anchor_of(once);
  if (base::date_of(once.planned) != view.first_day) view.planned = base::date_of(once.planned);
}

OccurrenceView ViewsOfTree::occurrence(const model::Meeting& it, const model::Occurrence& from) const {
  OccurrenceView view{from.title, mode_of(from), status_name(from.status), from.status_note, from.place, from.address,
                      anchor_of(from), moment(from.start, it.time_zone), moment(from.end, it.time_zone)};
  view.planned_start = moment(from.planned, it.time_zone);
  view.planned = base::date_of(from.planned);
  view.first_day = base::date_of(from.start);
  view.last_day = base::date_of(from.end);
  view.all_day = it.all_day;
  view.several_days = view.first_day != view.last_day;
  view.past = view.last_day < portal_.today;
  view.other_zone = it.time_zone != portal_.time_zone;
  view.cancelled = from.status == model::MeetingStatus::cancelled;
  view.moved = from.status == model::MeetingStatus::moved;
  view.changed = from.changed;
  return view;
}

MeetingView& ViewsOfTree::make_meeting(const model::Meeting& it) {
  MeetingView& view = make(meeting_store_, meetings_, it);
  view.summary = it.page.summary;
  view.uid = it.uid;
  view.url = tree_.url(it);
  if (tree_.makes(it)) view.calendar_url = calendar_of(it.page);
  view.owner = owner_link(it.owner);
  if (it.kind != nullptr) {
    view.kind = it.kind->title;
    view.kind_plural = it.kind->plural;
    view.kind_id = it.kind->id;
    view.notice_days = it.kind->notice_days;
    view.short_notice = it.kind->short_notice;
    view.registration_open = it.kind->registration == model::OpenTo::open;
    view.registration_network = it.kind->registration == model::OpenTo::network;
  }
  view.all_day = it.all_day;
  view.zone = it.time_zone;
  view.other_zone = it.time_zone != portal_.time_zone;
  view.recurring = it.recurrence.has_value();
  hold(view, it, next_of(it, portal_.today));
  if (view.recurring) {
    view.title = it.page.title;
    view.planned.reset();
    view.url = tree_.url(it);
    view.past = base::date_of(it.occurrences.back().end) < portal_.today;
    view.status = status_name(it.status);
    view.status_note = it.status_note;
    view.cancelled = it.status == model::MeetingStatus::cancelled;
    view.moved = it.status == model::MeetingStatus::moved;
    for (const model::Occurrence& each : it.occurrences) view.occurrences.push_back(occurrence(it, each));
  }
  view.lunch = it.lunch;
  if (it.organiser != nullptr) view.organiser = roles_.at(it.organiser);
  for (const auto& expected : it.with) {
    if (const auto* const* role = std::get_if<const model::Role*>(&expected)) view.with.push_back((*role)->title);
    if (const auto* const* body = std::get_if<const model::Body*>(&expected)) view.with.push_back((*body)->name);
  }
  view.body = hole(it.page);
  return view;
}

void ViewsOfTree::add_meetings(const model::Network& network, NetworkView& network_view) {
  const auto place = [](const MeetingView& view, ListOf<MeetingView>& upcoming, ListOf<MeetingView>& past) {
    (view.past ? past : upcoming).push_back(&view);
  };
  for (const model::Meeting& it : network.meetings) {
    const bool own = tree_.belongs_to(it.members) && tree_.shows(it);
    if (!own && !in_scope(it.owner, it.page)) continue;
    const MeetingView& page = make_meeting(it);
    const auto list = [&](const MeetingView& view) {
      place(view, network_view.upcoming, network_view.past);
      if (const auto* const* group = std::get_if<const model::Group*>(&it.owner))
        if (GroupView* owner = find(groups_, **group)) place(view, owner->upcoming, owner->past);
      if (const auto* const* workshop = std::get_if<const model::Workshop*>(&it.owner))
        if (WorkshopView* owner = find(workshops_, **workshop)) owner->sessions.push_back(&view);
      if (const auto* const* space = std::get_if<const model::Space*>(&it.owner))
        if (SpaceView* owner = find(spaces_, **space)) place(view, owner->upcoming, owner->past);
    };
    if (!it.recurrence) {
      list(page);
      continue;
    }
    for (const model::Occurrence& once : it.occurrences) {
      MeetingView& view = meeting_store_.emplace_back(page);
      view.occurrences.clear();
      view.planned.reset();
      hold(view, it, once);
      list(view);
    }
  }
  // Times of a meeting that recurs lie between others.
  const auto sort = [](auto& owner) {
    std::stable_sort(owner.upcoming.begin(), owner.upcoming.end(), by_start);
    std::stable_sort(owner.past.begin(), owner.past.end(), by_start);
  };
  sort(network_view);
  for (GroupView& group : group_store_) sort(group);
  for (SpaceView& space : space_store_) sort(space);
  for (WorkshopView& workshop : workshop_store_)
    std::stable_sort(workshop.sessions.begin(), workshop.sessions.end(), by_start);
  // What is past reads best with the newest first.
  std::reverse(network_view.past.begin(), network_view.past.end());
  for (GroupView& group : group_store_) std::reverse(group.past.begin(), group.past.end());
  for (SpaceView& space : space_store_) std::reverse(space.past.begin(), space.past.end());
  for (WorkshopView& workshop : workshop_store_) {
    const auto next = std::find_if(workshop.sessions.begin(), workshop.sessions.end(),
                                   [](const MeetingView* session) { return !session->past && !session->cancelled; });
    if (next != workshop.sessions.end()) workshop.next = (*next)->start;
    workshop.past = !workshop.sessions.empty() && workshop.sessions.back()->past;
  }
}

DecisionView ViewsOfTree::decision(const model::Decision& from, const model::Minutes& minutes,
                                   std::size_t index) const {
  DecisionView view;
  view.text = from.text;
  view.consensus = from.outcome == model::Decision::Outcome::consensus;
  for (const std::string& position : from.positions) view.positions.push_back(position);
  if (const auto* const* role = std::get_if<const model::Role*>(&from.carried_by)) view.carried_by = (*role)->title;
  if (const auto* const* body = std::get_if<const model::Body*>(&from.carried_by)) view.carried_by = (*body)->name;
  view.by = from.by;
  view.done = from.done;
  view.late = from.by && !from.done && *from.by < portal_.today;
  if (from.article) view.article = citation(*from.article, *minutes.page.network);
  view.anchor = "decision-" + std::to_string(index + 1);
  view.url = tree_.url(minutes.page) + "#" + view.anchor;
  view.minutes_title = minutes.page.title;
  view.group = model::page_of(minutes.meeting->owner).title;
  view.taken = base::date_of(minutes.meeting->start);
  return view;
}

void ViewsOfTree::add_minutes(const model::Network& network, NetworkView&) {
  for (const model::Minutes& it : network.minutes) {
    if (!in_scope(it.meeting->owner, it.page)) continue;
    MinutesView& view = make(minutes_store_, minutes_, it);
    view.title = it.page.title;
    view.summary = it.page.summary;
    view.url = tree_.url(it.page);
    view.date = base::date_of(it.meeting->start);
    view.meeting = {it.meeting->page.title, tree_.url(*it.meeting)};
    view.owner = owner_link(it.meeting->owner);
    view.attendance = it.attendance;
    view.body = hole(it.page);
    for (std::size_t i = 0; i < it.decisions.size(); ++i) view.decisions.push_back(decision(it.decisions[i], it, i));
    if (MeetingView* meeting = find(meetings_, *it.meeting)) meeting->minutes.push_back(&view);
    if (const auto* const* group = std::get_if<const model::Group*>(&it.meeting->owner))
      if (GroupView* owner = find(groups_, **group)) {
        owner->minutes.push_back(&view);
        owner->decisions.insert(owner->decisions.end(), view.decisions.begin(), view.decisions.end());
      }
    if (const auto* const* workshop = std::get_if<const model::Workshop*>(&it.meeting->owner))
      if (WorkshopView* owner = find(workshops_, **workshop)) owner->minutes.push_back(&view);
  }
}

}  // namespace cenacle::site
