// Invitations, updates and cancellations for one person, and what people answer (RFC 5546): the objects that mails
// carry.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/lock.h"

namespace cenacle::calendar {

/// REQUEST: the meeting as `events` have it, for one attendee who has not answered (interop: she is the only ATTENDEE,
/// and the ORGANIZER is the mailbox that is read). The first one and every update alike: UID, SEQUENCE and times are
/// those of the feed.
ical::Calendar request(std::vector<ical::Event> events, std::string_view organizer_mail, std::string_view attendee_mail,
                       std::string_view attendee_name);

/// The same for one occurrence of a recurring meeting, for someone who is invited to that one alone; nothing when the
/// rule does not give it.
std::optional<ical::Calendar> request_of_occurrence(const model::Meeting& meeting,
                                                    const std::vector<ical::Event>& events, base::LocalTime planned,
                                                    std::string_view organizer_mail, std::string_view attendee_mail,
                                                    std::string_view attendee_name);

/// CANCEL of the whole: `events` are those of the cancelled meeting, or of a tombstone. The lock's SEQUENCE rose when
/// it was cancelled or deleted, so that it is above that of every REQUEST before.
ical::Calendar cancel(const std::vector<ical::Event>& events, std::string_view organizer_mail,
                      std::string_view attendee_mail, std::string_view attendee_name);

/// CANCEL of one occurrence: RECURRENCE-ID, or the whole series would go (interop).
ical::Calendar cancel_occurrence(const std::vector<ical::Event>& events, const State& state, base::LocalTime planned,
                                 std::string_view organizer_mail, std::string_view attendee_mail,
                                 std::string_view attendee_name);

/// What someone answered from her own calendar.
struct Reply {
  std::string uid;
  std::int64_t sequence = 0;
  std::optional<ical::Moment> recurrence;  ///< of one occurrence only
  std::string attendee;                    ///< mail, in lower case
  std::string name;
  ical::Participant::Answer answer = ical::Participant::Answer::needs_action;
  std::string delegated_to;  ///< mail
  std::string comment;
  std::optional<ical::Moment> proposed_start, proposed_end;  ///< of a COUNTER
  base::Instant stamp;                                       ///< of two replies, the later counts
};

/// The answers of a REPLY or COUNTER, one for each event and attendee in it; none when it is neither, or says too
/// little to know who answers what. ORGANIZER may be missing (Outlook), the attendee may be someone who was not
/// invited, a method may be missing when there is an answer (interop). Uninvited or stale: the caller's to judge.
std::vector<Reply> read_reply(const ical::Reading& reading);

}  // namespace cenacle::calendar
