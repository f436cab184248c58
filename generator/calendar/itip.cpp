// Invitations, updates and cancellations for one person, and what people answer (RFC 5546).
#include "calendar/itip.h"

#include <algorithm>

#include "formats/locale/locale.h"

namespace cenacle::calendar {

namespace {

ical::Calendar for_one(std::string_view method, std::vector<ical::Event> events, std::string_view organizer_mail,
                       std::string_view attendee_mail, std::string_view attendee_name) {
  const bool asks = method == "REQUEST";
  ical::Calendar calendar;
  calendar.method = method;
  for (ical::Event& event : events) {
    if (!event.organizer) event.organizer.emplace();
    event.organizer->mail = organizer_mail;
    ical::Participant attendee;
    attendee.mail = attendee_mail;
    attendee.name = attendee_name;
    attendee.rsvp = asks && event.status != ical::Status::cancelled;
    event.attendees = {attendee};
    if (!asks) event.status = ical::Status::cancelled;
  }
  calendar.events = std::move(events);
  return calendar;
}

bool same(const ical::Moment& a, const ical::Moment& b) { return a.time == b.time && a.zone == b.zone; }

/// The occurrence's own event, or the master's at its time.
ical::Event occurrence(const std::vector<ical::Event>& events, const ical::Moment& planned) {
  for (const ical::Event& event : events)
    if (event.recurrence_id && same(*event.recurrence_id, planned)) return event;
  ical::Event once = events.front();
  const auto length = once.end.time - once.start.time;
  once.recurrence.reset();
  once.exceptions.clear();
  once.recurrence_id = once.start = once.end = planned;
  once.end.time += length;
  return once;
}

/// RFC 5321 leaves the case of the local part to its host; no host that people use tells them apart.
std::string folded(std::string_view mail) { return locale::fold(mail); }

bool answers(const ical::Participant& attendee) { return attendee.answer != ical::Participant::Answer::needs_action; }

}  // namespace

ical::Calendar request(std::vector<ical::Event> events, std::string_view organizer_mail, std::string_view attendee_mail,
                       std::string_view attendee_name) {
  return for_one("REQUEST", std::move(events), organizer_mail, attendee_mail, attendee_name);
}

std::optional<ical::Calendar> request_of_occurrence(const model::Meeting& meeting,
                                                    const std::vector<ical::Event>& events, base::LocalTime planned,
                                                    std::string_view organizer_mail, std::string_view attendee_mail,
                                                    std::string_view attendee_name) {
  const bool given = std::any_of(meeting.occurrences.begin(), meeting.occurrences.end(),
                                 [&](const model::Occurrence& it) { return it.planned == planned; });
  if (!given || events.empty()) return std::nullopt;
  return for_one("REQUEST", {occurrence(events, moment(state_of(meeting), planned))}, organizer_mail, attendee_mail,
                 attendee_name);
}

ical::Calendar cancel(const std::vector<ical::Event>& events, std::string_view organizer_mail,
                      std::string_view attendee_mail, std::string_view attendee_name) {
  std::vector<ical::Event> master(events.begin(), events.begin() + (events.empty() ? 0 : 1));
  return for_one("CANCEL", std::move(master), organizer_mail, attendee_mail, attendee_name);
}

ical::Calendar cancel_occurrence(const std::vector<ical::Event>& events, const State& state, base::LocalTime planned,
                                 std::string_view organizer_mail, std::string_view attendee_mail,
                                 std::string_view attendee_name) {
  return for_one("CANCEL", {occurrence(events, moment(state, planned))}, organizer_mail, attendee_mail, attendee_name);
}

std::vector<Reply> read_reply(const ical::Reading& reading) {
  std::vector<Reply> replies;
  const std::string& method = reading.calendar.method;
  const bool counter = method == "COUNTER";
  if (!reading.is_calendar || (!counter && method != "REPLY" && !method.empty())) return replies;
  for (const ical::Event& event : reading.calendar.events) {
    if (event.uid.empty()) continue;
    for (const ical::Participant& attendee : event.attendees) {
      // A COUNTER may list everybody: who speaks is the one who answered, or who stands there alone.
      if (attendee.mail.empty() || (!answers(attendee) && event.attendees.size() > 1)) continue;
      if (!counter && !answers(attendee)) continue;
      Reply reply{event.uid,
                  event.sequence,
                  event.recurrence_id,
                  folded(attendee.mail),
                  attendee.name,
                  attendee.answer,
                  folded(attendee.delegated_to),
                  event.comment,
                  std::nullopt,
                  std::nullopt,
                  event.stamp};
      if (counter && event.start != ical::Moment{}) reply.proposed_start = event.start;
      if (counter && event.end != ical::Moment{}) reply.proposed_end = event.end;
      replies.push_back(std::move(reply));
    }
  }
  return replies;
}

}  // namespace cenacle::calendar
