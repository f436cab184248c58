// Calendars as iCalendar text and back (libical): plain values in between. RFC 5545, 5546 and 7986.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace cenacle::ical {

/// A day, or a wall-clock time in a zone. RFC 5545 §3.3.4 and §3.3.5. As it is made, `Moment{}`: none.
struct Moment {
  base::LocalTime time;  ///< of a day: its midnight
  std::string zone;      ///< IANA name; "UTC"; empty: a day, or a floating time
  bool is_day = false;

  friend bool operator==(const Moment&, const Moment&) = default;
};

enum class Status : std::uint8_t { none, tentative, confirmed, cancelled };

/// One value of BYDAY: the weekday, and which one of the month or year (0: each, -1: the last).
struct ByDay {
  int weekday = 1;  ///< ISO: 1 Monday … 7 Sunday
  int nth = 0;
  friend bool operator==(const ByDay&, const ByDay&) = default;
};

/// RRULE, as much of it as a coordinator needs. RFC 5545 §3.3.10.
struct Recurrence {
  enum class Frequency : std::uint8_t { daily, weekly, monthly, yearly };
  Frequency frequency = Frequency::weekly;
  int interval = 1;
  std::vector<ByDay> by_day;
  std::optional<base::LocalTime>
      until;  ///< in the start's zone, included; written as a day or in UTC as the start asks
  std::optional<int> count;

  friend bool operator==(const Recurrence&, const Recurrence&) = default;
};

/// ORGANIZER or ATTENDEE: `mail` without "mailto:".
struct Participant {
  enum class Answer : std::uint8_t { needs_action, accepted, declined, tentative, delegated };
  std::string mail, name;
  std::string delegated_to;  ///< mail
  Answer answer = Answer::needs_action;
  bool optional = false;  ///< ROLE=OPT-PARTICIPANT
  bool rsvp = false;
  std::string delegated_from;  ///< mail

  friend bool operator==(const Participant&, const Participant&) = default;
};

struct Attachment {
  std::string url, title, media_type;
  friend bool operator==(const Attachment&, const Attachment&) = default;
};

/// A VEVENT: a single event, the master of a recurring one, or one occurrence of it (`recurrence_id`).
struct Event {
  std::string uid;
  std::int64_t sequence = 0;
  base::Instant stamp, last_modified;  ///< DTSTAMP, LAST-MODIFIED (1970: none)
  std::optional<Moment> recurrence_id;
  Moment start, end;  ///< `end` excluded, as in DTEND; of a day, the day after the last. A REPLY may have neither
  std::optional<Recurrence> recurrence;
  std::vector<Moment> exceptions;  ///< EXDATE
  std::vector<Moment> additions;   ///< RDATE
  Status status = Status::none;
  bool transparent = false;
  std::string summary, description, html_description, location, url, conference, comment;
  std::optional<Participant> organizer;
  std::vector<Participant> attendees;
  std::vector<std::string> categories;
  std::vector<Attachment> attachments;

  friend bool operator==(const Event&, const Event&) = default;
};

/// A VCALENDAR. With no event it still has a VTIMEZONE (RFC 5545 §3.6 wants one component).
struct Calendar {
  std::string method;            ///< "", "PUBLISH", "REQUEST", "CANCEL", "REPLY", "COUNTER"…
  std::string name;              ///< NAME and X-WR-CALNAME
  std::string description, url;  ///< `url`: the page; SOURCE is `source`
  std::string source;
  std::string time_zone;    ///< X-WR-TIMEZONE, and the VTIMEZONE of an empty calendar
  int refresh_minutes = 0;  ///< REFRESH-INTERVAL and X-PUBLISHED-TTL; 0: neither
  std::string product = "-//Cénacle//Cénacle//FR";
  std::vector<Event> events;

  friend bool operator==(const Calendar&, const Calendar&) = default;
};

/// CRLF, folded at 75 octets between UTF-8 sequences; a VTIMEZONE of the short form for each zone used, else UTC (zones
/// that do not fit: interop); a series of such a zone is written as its dates (RDATE, 500 of an endless one), since its
/// hour moves in UTC. Same calendar, same bytes. Control characters that the format forbids are left out.
std::string write(const Calendar& calendar);
/// The event's own lines, BEGIN:VEVENT to END:VEVENT: `write` is their sum, so that an unchanged entry keeps its bytes.
std::string write(const Event& event);

/// What was read, and what was wrong with it: nothing is guessed in silence.
struct Reading {
  Calendar calendar;
  std::vector<std::string> problems;  ///< in English, for a log; the event they are about was left out or mended
  bool is_calendar = false;           ///< false: no VCALENDAR could be made out
};

/// Bounds of what is read: mail is hostile. Beyond them the rest is left out and said.
struct Limits {
  std::size_t bytes = 64u << 20;
  std::size_t line = 1u << 20;  ///< octets of one unfolded line
  std::size_t depth = 8;        ///< components in components
  std::size_t events = 100'000;
};

/// Reads a calendar, whatever wrote it: Windows zone names are mapped (CLDR), a TZID that no table knows is read by its
/// VTIMEZONE and becomes UTC, where a VTIMEZONE contradicts the IANA zone of its name the name is believed, LF is taken
/// for CRLF, a byte order mark is skipped, several VCALENDARs are one. Exceptions and RECURRENCE-ID take the form of
/// the start that they refer to. Never throws, never reads what it should not; time and memory are linear in `bytes`.
Reading read(std::string_view bytes, const Limits& limits = {});

/// Starts of the occurrences of `recurrence` from `start` on (itself the first, as RFC 5545 §3.8.5.3), without
/// exceptions, at most `most`.
std::vector<base::LocalTime> occurrences(const Recurrence& recurrence, base::LocalTime start, std::size_t most = 1000);

/// The VTIMEZONE of the short form ("" when the zone does not fit it): one STANDARD, at most one DAYLIGHT, each with a
/// yearly RRULE.
std::string vtimezone(std::string_view zone);

}  // namespace cenacle::ical
