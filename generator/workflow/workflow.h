// What happens when, as the files in workflows/ say it: what each workflow is about, and its steps. Values only;
// reading is read.h, planning is plan.h. Keys and words: FORMAT.md beside.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/network.h"
#include "model/registration.h"
#include "rules/registration/rulebook.h"

namespace cenacle::workflow {

/// What a workflow is about: each thing of this kind goes through its steps.
enum class About : std::uint8_t {
  meeting,
  minutes,
  decision,
  survey,
  sheet,
  charter,
  contribution,
  group,
  network,
  request,
  registration,
  person,
};

/// What steps are counted from. Those before `answered` are days that the content, or a term, sets; the others happen.
enum class Event : std::uint8_t {
  start,          ///< of a meeting
  end,            ///< of a meeting; of the one that minutes are of
  due,            ///< the day by which a decision is to be carried out; on which a registration's state falls due
  announced,      ///< a survey, a contribution
  closes,         ///< a survey; the call of a group
  review,         ///< the day on which a sheet is to be read again
  in_force,       ///< a charter's version
  opens,          ///< a network
  each_year,      ///< a network: a day of every year
  notice,         ///< the last day on which a convention can be denounced
  renewal,        ///< another of its terms begins
  term_end,       ///< its last day
  fee,            ///< the day on which it owes the fee of a calendar year
  mandate,        ///< the first day of her duties
  first_meeting,  ///< of what is joined
  last_meeting,
  answered,     ///< a meeting: somebody answered
  declined,     ///< … that she does not come
  substituted,  ///< somebody comes in the place of another
  state,        ///< a registration came into a state, and is still in it
  vacated,      ///< its person left, and its body is to name another
  absences,     ///< as many meetings were missed in a row as its path tells of
  warned,        ///< a rule with `otherwise = "warn"` has spoken
  asked,        ///< a request
  routed,
  replied,
  closed,
  joined,  ///< a person takes part in the network for the first time
};
/// Whether its day is known before it comes: a step may stand before it.
inline bool is_dated(Event event) { return event < Event::answered; }

enum class Unit : std::uint8_t { days, working_days, weeks, months };

/// A moment, counted from an event.
struct Moment {
  Event event = Event::start;
  model::State state = model::State::requested;  ///< of Event::state
  std::chrono::month_day day{};                  ///< of Event::each_year
  Unit unit = Unit::days;
  std::int64_t count = 0;                  ///< negative: before
  std::optional<std::chrono::seconds> at;  ///< since midnight, in the portal's zone; none: the event's own hour
  friend bool operator==(const Moment&, const Moment&) = default;
};

/// To whom.
struct Audience {
  enum class Kind : std::uint8_t {
    members,      ///< of what the subject belongs to; of a registration's object
    guests,       ///< of the meeting
    substitutes,  ///< who come to the meeting in another's place
    partner,      ///< the other of her pair
    network,      ///< all who take part in the network as members
    organiser,    ///< of the meeting, else the contact
    contact,      ///< of the network
    with,         ///< who the meeting is `with`
    carrier,      ///< who carries out the decision
    owner,        ///< of the sheet
    experts,      ///< of the contribution's topics
    person,       ///< herself; of a registration, or pair, all of them
    decider,      ///< who decides on the registration
    approvers,    ///< whose approval is missing
    signatories,  ///< whose signature is missing
    asker,        ///< of the request
    charged,      ///< the role that the request is routed to
    role,         ///< `role:ID`: in what it is about, in the body, in the network; vacant: its fallback's
    membership,   ///< `membership:ID`: everybody with duties in a body of this membership
  } kind = Kind::members;
  const model::Role* role = nullptr;
  const model::Membership* membership = nullptr;
  friend bool operator==(const Audience&, const Audience&) = default;
};

/// Only those of the audience, or only such subjects.
enum class Filter : std::uint8_t {
  unanswered,   ///< she has not answered the meeting, the survey, the request; nobody has answered the contribution
  coming,       ///< she has not said that she does not come
  pair_absent,  ///< both of a pair have said so: of the meeting
  missing,      ///< something is: of the registration
  unsigned_,    ///< her signature of the charter is missing
  unpaid,       ///< the fee of the year is not paid
  open,         ///< the request is not closed
};

/// A step is done once for each subject and each one of its audience.
struct Step {
  std::string id;
  Moment when;
  std::vector<Audience> to;
  std::vector<Filter> only;
  std::string mail;                        ///< template; empty: no mail
  std::optional<rules::Act> act;           ///< `does`: done to the registration, when it is due
  bool invitation = false;                 ///< the mail invites: the entry follows the calendar from then on
  std::string changed, cancelled;          ///< with `invitation`: templates of what follows
  std::optional<Moment> until;             ///< of no use after; none: see FORMAT.md
  std::int64_t again_days = 0, times = 1;  ///< while the filters hold, again so many days later, so many times in all
  bool gather = false;                     ///< several at once make one mail
  std::string list;                        ///< may be opted out of
  std::string digest;  ///< SHA-256 of what it does: another one is another step, which owes nothing past
  std::uint32_t line = 0;
  model::Spot at;
};

/// Which ones a workflow is about; what is empty restricts nothing.
struct Where {
  std::vector<const model::MeetingKind*> meetings;  ///< kinds
  std::vector<std::string> kinds;                   ///< of requests and contributions
  std::vector<rules::Joins> of;       ///< what the meeting, minutes, decision… belong to; what is joined
  std::vector<std::string> paths;     ///< of registrations, ids
  std::vector<std::string> charters;  ///< ids
};

struct Workflow {
  std::string id, title;
  About about = About::meeting;
  Where where;
  std::vector<Step> steps;
  model::Spot at;
};

/// The workflows of one network: a file.
struct Book {
  const model::Network* network = nullptr;
  std::string file;
  std::deque<Workflow> workflows;
};

/// Books point into the content they were read with: they may be moved, not copied.
struct Workflows {
  std::deque<Book> books;
  const Book* of(std::string_view network) const;
};

}  // namespace cenacle::workflow
