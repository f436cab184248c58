// A meeting as calendar events.
#include "calendar/entry.h"

#include <type_traits>

#include "formats/hash/hash.h"

namespace cenacle::calendar {

namespace {

/// "Annulé : Conseil", unless the title says so itself.
std::string titled(std::string_view title, ical::Status status, const Words& words) {
  const std::string& prefix = status == ical::Status::cancelled   ? words.cancelled
                              : status == ical::Status::tentative ? words.tentative
                                                                  : std::string();
  return title.starts_with(prefix) ? std::string(title) : prefix + std::string(title);
}

void add_paragraph(std::string& text, std::string_view paragraph) {
  if (paragraph.empty()) return;
  if (!text.empty()) text += "\n\n";
  text += paragraph;
}

/// Clients show DESCRIPTION and seldom anything else: all that is needed on the day stands there.
std::string description(const model::Meeting& meeting, const model::Occurrence& once, Face face,
                        const Surroundings& around, std::string_view agenda, const Words& words) {
  std::string text;
  if (once.status == model::MeetingStatus::moved && once.status_note.empty()) add_paragraph(text, words.moved);
  add_paragraph(text, once.status_note);
  if (meeting.lunch) add_paragraph(text, words.lunch);
  add_paragraph(text, agenda);
  if (face == Face::members && !once.online.empty()) add_paragraph(text, words.conference + " " + once.online);
  if (!around.page_url.empty()) add_paragraph(text, words.page + " " + around.page_url);
  return text;
}

model::Occurrence whole(const model::Meeting& meeting) {
  return {meeting.start,
          meeting.start,
          meeting.end,
          meeting.page.title,
          meeting.place,
          meeting.address,
          meeting.online,
          meeting.status,
          meeting.status_note,
          false,
          {}};
}

}  // namespace

Whereabouts whereabouts_of(const model::Meeting& meeting) {
  static constexpr std::string_view kinds[] = {"", "group:", "workshop:", "space:"};
  const bool of_network = std::holds_alternative<const model::Network*>(meeting.owner);
  return {meeting.page.network->page.id,
          of_network ? "network" : std::string(kinds[meeting.owner.index()]) + model::page_of(meeting.owner).id,
          meeting.kind == nullptr ? "" : meeting.kind->id, meeting.page.audience.id, meeting.members.id};
}

std::vector<ical::Event> events_of(const model::Meeting& meeting, Face face, const Surroundings& around,
                                   std::string_view agenda, const Words& words, const Stamps& stamps) {
  const State state = state_of(meeting);
  const auto event = [&](const model::Occurrence& once) {
    ical::Event it;
    it.uid = stamps.uid;
    it.sequence = stamps.sequence;
    it.stamp = it.last_modified = stamps.changed;
    it.start = moment(state, once.start);
    it.end = end_moment(state, once.end);
    it.status = status_of(once.status);
    it.summary = titled(once.title, it.status, words);
    it.description = description(meeting, once, face, around, agenda, words);
    it.html_description = html_of(it.description);
    it.location = place_of(once);
    if (it.location.empty() && !once.online.empty()) it.location = words.online;
    it.url = around.page_url;
    if (face == Face::members && !once.online.empty()) it.url = it.conference = once.online;
    if (meeting.organiser != nullptr && !meeting.organiser->mail.empty()) {
      it.organizer = ical::Participant();
      it.organizer->mail = meeting.organiser->mail;
      it.organizer->name = meeting.organiser->title;
    }
    if (meeting.kind != nullptr) it.categories.push_back(meeting.kind->title);
    const model::Network& network = *meeting.page.network;
    it.categories.push_back(network.short_title.empty() ? network.page.title : network.short_title);
    it.attachments = around.attachments;
    return it;
  };
  std::vector<ical::Event> events{event(whole(meeting))};
  if (!meeting.recurrence) return events;
  events.front().recurrence = meeting.recurrence->rule;
  const auto hour = meeting.start - base::midnight(base::date_of(meeting.start));
  for (const base::Date day : meeting.recurrence->except)
    events.front().exceptions.push_back(moment(state, base::midnight(day) + hour));
  for (const model::Occurrence& it : meeting.occurrences) {
    if (!it.changed) continue;
    events.push_back(event(it));
    events.back().recurrence_id = moment(state, it.planned);
  }
  return events;
}

std::vector<ical::Event> tombstone(const State& state, std::string_view title, const Words& words,
                                   const Stamps& stamps) {
  ical::Event master;
  master.uid = stamps.uid;
  master.sequence = stamps.sequence;
  master.stamp = master.last_modified = stamps.changed;
  master.start = moment(state, state.start);
  master.end = end_moment(state, state.end);
  master.status = ical::Status::cancelled;
  master.summary = titled(title, master.status, words);
  master.location = state.place;
  std::vector<ical::Event> events{master};
  if (!state.recurrence) return events;
  events.front().recurrence = state.recurrence->rule;
  const auto hour = state.start - base::midnight(base::date_of(state.start));
  for (const base::Date day : state.recurrence->except)
    events.front().exceptions.push_back(moment(state, base::midnight(day) + hour));
  for (const Override& it : state.overrides) {
    ical::Event once = master;
    once.recurrence_id = moment(state, it.planned);
    once.start = moment(state, it.start);
    once.end = end_moment(state, it.end);
    once.location = it.place;
    events.push_back(std::move(once));
  }
  return events;
}

std::uint64_t digest_of(const std::vector<ical::Event>& events, std::uint64_t agenda) {
  std::string all;
  const auto number = [&](auto value) {
    const auto wide = static_cast<std::int64_t>(value);
    all.append(reinterpret_cast<const char*>(&wide), sizeof wide);
  };
  const auto text = [&](std::string_view value) {
    number(value.size());
    all += value;
  };
  const auto when = [&](const ical::Moment& it) {
    number(it.time.time_since_epoch().count());
    text(it.zone);
  };
  number(agenda);
  for (const ical::Event& it : events) {
    for (const std::string* each : {&it.summary, &it.description, &it.location, &it.url, &it.conference}) text(*each);
    when(it.start);
    when(it.end);
    when(it.recurrence_id.value_or(ical::Moment{}));
    number(it.status);
    if (it.recurrence) {
      number(it.recurrence->frequency);
      number(it.recurrence->interval);
      number(it.recurrence->count.value_or(0));
      number(it.recurrence->until.value_or(base::LocalTime{}).time_since_epoch().count());
      for (const ical::ByDay& day : it.recurrence->by_day) number(day.weekday * 100 + day.nth);
    }
    for (const ical::Moment& exception : it.exceptions) when(exception);
    if (it.organizer) text(it.organizer->mail), text(it.organizer->name);
    for (const std::string& category : it.categories) text(category);
    for (const ical::Attachment& attachment : it.attachments) text(attachment.url), text(attachment.title);
  }
  return hash::of(all);
}

}  // namespace cenacle::calendar
