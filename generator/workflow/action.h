// What a plan holds: things to do, each with the key by which it is done once (DESIGN §6), and why it is owed. Values
// only; plan.h makes them, mail/ writes them, the ledger remembers them.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "rules/registration/rulebook.h"

namespace cenacle::workflow {

/// The same thing is never queued twice: of two actions with equal keys, one is owed.
struct Key {
  std::string workflow, step;  ///< ids
  /// What it is about: "meeting:UID" or "meeting:UID@2026-10-08T14:00:00" (one time of a recurring one),
  /// "registration:12", "request:3", "charter:NETWORK/ID@2", "decision:NETWORK/MINUTES#2", "minutes:NETWORK/ID",
  /// "survey:NETWORK/ID", "sheet:NETWORK/ID", "group:NETWORK/ID", "network:ID", "person:ID", "date:2027-01-15".
  std::string subject;
  /// Rises when it is to be told again: the day it is counted from (20261008), the fact's seq; of what changes a
  /// calendar, the seq of the message that it follows there, 0 for the first.
  std::int64_t revision = 0;
  std::string recipient;  ///< as `Recipient::reference`

  /// "workflow/step/subject/revision/recipient", the fields percent-encoded where they hold a "/" or "%".
  std::string text() const;
  static std::optional<Key> of(std::string_view text);
  friend auto operator<=>(const Key&, const Key&) = default;
};

/// Whom a mail is for: a person of the ledger, or the mailbox of a function, which is in content.
struct Recipient {
  std::string person;  ///< ledger id; empty: a mailbox
  std::string mail;    ///< of a mailbox; a person's is looked up when the mail is written
  std::string name;    ///< of a mailbox: the function's title
  /// "p-…", or "mailbox:ADDRESS".
  std::string reference() const { return person.empty() ? "mailbox:" + mail : person; }
  friend bool operator==(const Recipient&, const Recipient&) = default;
};

/// What of the calendar a mail carries (RFC 5546). Of an update, `request` too.
enum class Invitation : std::uint8_t { none, request, cancel };

/// Where in workflows/ it is said.
struct Reason {
  std::string file;
  std::uint32_t line = 0;
  std::string says;  ///< one sentence of the plan: "trois semaines avant la réunion"
  friend bool operator==(const Reason&, const Reason&) = default;
};

/// A mail that is owed.
struct Action {
  Key key;
  std::string network;  ///< id
  Recipient to;
  std::string mail;  ///< the template, without its folder and ending: "convocation"
  Invitation invitation = Invitation::none;
  std::int64_t sequence = 0;  ///< of an invitation: the entry's SEQUENCE that it tells
  base::Instant due, until;   ///< sent from `due` on; not after `until`
  /// Of a digest, two or more: the subjects that it gathers, in order, and the revision of each. The key's own is the
  /// first. `mail` is what would have told each of them alone.
  std::vector<std::string> items;
  std::vector<std::int64_t> revisions;
  std::string list;  ///< of List-Unsubscribe: what one may opt out of; empty: her own affair
  Reason reason;
  friend bool operator==(const Action&, const Action&) = default;
};

/// What would have been owed and is not, with why.
struct Held {
  enum class Why : std::uint8_t {
    answered,    ///< she has answered, signed, paid already
    cancelled,   ///< what it is about does not take place
    too_late,    ///< `until` is past
    adopted,     ///< it was due before the workflow was there
    bounced,     ///< her address refuses mail
    opted_out,   ///< of this list
    no_address,  ///< nobody holds the function, and it has no mailbox
    done,        ///< sent already
  };
  Action action;
  Why why = Why::done;
  std::optional<base::Instant> since;  ///< when she answered, opted out…
};
std::string_view word(Held::Why why);

/// What is to be done to a registration, by `take` of rules/registration/registrar.h.
struct Deed {
  std::int64_t registration = 0;
  rules::Act act = rules::Act::convene;
  base::Instant due;
  Reason reason;
  friend bool operator==(const Deed&, const Deed&) = default;
};

/// A step that no `adopted` fact knows as it is now: whoever applies the plan appends one, before anything else.
struct Adoption {
  std::string network, path;  ///< path: "workflow/step"
  std::string digest;
  friend bool operator==(const Adoption&, const Adoption&) = default;
};

struct Plan {
  std::vector<Adoption> adoptions;
  std::vector<Deed> deeds;      ///< by due time, then by registration
  std::vector<Action> actions;  ///< by due time, then by key
  std::vector<Held> held;       ///< likewise; without `done`
};

}  // namespace cenacle::workflow
