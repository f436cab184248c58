// The registrar: takes an act ("she asks to join", "he withdraws"), looks at the rules, the content and the ledger, and
// gives the facts that follow, with what the rules said. Pure: nothing is written here, and `--dry-run` shows the very
// same ruling.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/locale/locale.h"
#include "model/portal.h"
#include "model/registration.h"
#include "rules/registration/obstacle.h"
#include "rules/registration/records.h"
#include "rules/registration/rulebook.h"

namespace cenacle::rules {

/// What a rule says of a request.
struct Verdict {
  const Rule* rule = nullptr;
  enum class Result : std::uint8_t { pass, breach, warning } result = Result::pass;
  bool overridden = false;
  std::int64_t counted = 0, limit = 0;  ///< of a limit: how many there are, how many may be
  std::string sentence;                 ///< of a breach or a warning: the rule's `says`, filled in
};

/// The outcome of an act.
struct Ruling {
  std::optional<Obstacle> obstacle;  ///< nothing is to be written
  std::vector<Verdict> verdicts;     ///< in the order of the file
  bool refused = false;              ///< a rule is against: refused, or left to the decision with the verdict beside it
  std::vector<model::Fact> facts;    ///< to be appended in this order, in one transaction; `seq` is 0
  /// What follows for registrations, the act's own first: each with its state before (none: it is new) and after.
  struct Effect {
    std::optional<model::State> before;
    model::Registration after;
    std::int64_t rank = 0;  ///< on the waiting list, from 1; 0: not on it
  };
  std::vector<Effect> effects;
};

/// What the sentences of rules call people, in the portal's language.
struct Naming {
  std::string someone;         ///< who has no name: "cette personne"
  std::string between = ", ";  ///< two who share a seat: " et "
};

/// What all acts of one network look at.
struct Setting {
  const model::Portal& portal;
  const Rulebook& book;
  const Records& records;
  base::Instant now;
  /// The portal's, for dates and numbers in sentences; null: made when one is needed, which takes milliseconds.
  const locale::Locale* language = nullptr;
  const Naming* naming = nullptr;  ///< null: the values of none

  base::Date day_of(base::Instant instant) const;  ///< in the portal's zone
  base::Date today() const { return day_of(now); }
  /// The first instant after a civil day: what is due at its end.
  base::Instant end_of(base::Date day) const;
  /// The last day on which what falls due at `until` still holds, to be shown.
  base::Date last_day(base::Instant until) const;
};

struct Asking {
  std::string path;  ///< empty: the first whose `joins` and `open_to` fit
  std::string object;
  std::string body;  ///< empty: that of her only mandate in the network, if there is one
  model::PersonId person, partner;
  std::vector<std::string> statements;  ///< ids of those made with the request
  bool insist = false;                  ///< overrides what is not firm, with a reason
  std::string because;
};

/// She asks to take part.
Ruling ask(const Setting& setting, const Asking& asking);

/// What is done to one registration. Texts are those of whoever acts.
struct Step {
  enum class Kind : std::uint8_t {
    confirm,   ///< her own reply
    state,     ///< `value`: a statement of the path
    approve,   ///< `value`: a role
    object,    ///< `value`: a role; `text`: why
    accept,    ///< the decision. Against the rules only with `text`: why
    refuse,    ///< the decision; `text`: why
    quote,     ///< `number`: the amount in cents, `detail`: its lines
    agree,     ///< to the quote
    pay,       ///< `number`: cents, `day`, `text`: reference, `value`: the calendar year of a fee ("2026")
    take,      ///< the seat that is offered
    decline,   ///< it
    withdraw,  ///< `text`: why; `other`: her substitute from now on, who keeps the seat; where one is asked for (C6),
               ///< `value` "none" says that there is nobody; of a pair, `value` may say which of the two leaves:
               ///< the other stays
    name,      ///< `other` takes the seat that was vacated (C11)
    pair,      ///< `other` shares the seat (A9); `text`: why
    convene,
    attend,    ///< for objects that are not met several times
    serve,     ///< `number`: half-days, `day`
    denounce,  ///< E1
  };
  Kind kind = Kind::accept;
  std::int64_t registration = 0;
  std::string value, text, detail;
  model::PersonId other;
  std::int64_t number = 0;
  std::optional<base::Date> day;
};
Ruling take(const Setting& setting, const Step& step);

/// What has fallen due for an object since: offers that expire and pass on, quotes, terms, seats that can be given.
/// Done by every command that writes, before its own act; `apply` does it for all objects. The facts bear the instant
/// at which each thing was due, and are in the order of these.
Ruling settle(const Setting& setting, std::string_view object);

/// The end of all she takes part in, in the network (exclusion) or everywhere (departure: one setting for each
/// network).
Ruling exclude(const Setting& setting, std::string_view person, std::string_view because);
Ruling depart(const Setting& setting, std::string_view person, base::Date day);
/// She leaves one body of the network and keeps her other mandates: those in it end, and what she took part in for it.
Ruling leave_body(const Setting& setting, std::string_view person, std::string_view body, base::Date day);

/// What is still missing before the registration moves on, for reminders and for `explain`: the needs of the moves out
/// of its state that have not been met, each with what is missing (roles, statements).
struct Missing {
  Need need;
  std::vector<std::string> of;  ///< ids of roles or statements
};
std::vector<Missing> missing(const Setting& setting, const model::Registration& registration);

/// Seats of an object.
struct Seats {
  std::optional<std::int64_t> limit;  ///< none: as many as one likes
  std::int64_t taken = 0, waiting = 0;
};
Seats seats(const Setting& setting, std::string_view object);

/// The rank on the waiting list, from 1; 0: not on it.
std::int64_t rank(const Setting& setting, const model::Registration& registration);

}  // namespace cenacle::rules
