// A registration: somebody who asks to take part in something, and where that stands. And the facts that the ledger is
// made of: what happened, appended, never changed. The state of a registration is derived from its facts
// (rules/registration/fold.h).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/time.h"
#include "model/person.h"

namespace cenacle::model {

// The closed list of states. `nature` is what the program makes of it:
//   open    asked, and something is still missing         queue   on the waiting list
//   offer   a seat is kept for an answer                   in      takes part
//   out     is over; nothing follows
// X(identifier, word, nature)
#define CENACLE_STATES(X)         \
  X(requested, "requested", open) \
  X(quoted, "quoted", open)       \
  X(draft, "draft", open)         \
  X(waiting, "waiting", queue)    \
  X(offered, "offered", offer)    \
  X(accepted, "accepted", in)     \
  X(convened, "convened", in)     \
  X(attended, "attended", in)     \
  X(signed_, "signed", in)        \
  X(renewed, "renewed", in)       \
  X(denounced, "denounced", in)   \
  X(refused, "refused", out)      \
  X(withdrawn, "withdrawn", out)  \
  X(expired, "expired", out)      \
  X(ended, "ended", out)          \
  X(excluded, "excluded", out)

enum class State : std::uint8_t {
#define CENACLE_DECLARE(identifier, word, nature) identifier,
  CENACLE_STATES(CENACLE_DECLARE)
#undef CENACLE_DECLARE
};
enum class Nature : std::uint8_t { open, queue, offer, in, out };

std::string_view word(State state);
std::optional<State> state_of(std::string_view word);
Nature nature(State state);
std::span<const std::string_view> state_words();

/// One registration, as its facts leave it. Ids are of the ledger, from 1 without a gap.
struct Registration {
  std::int64_t id = 0;
  std::string network;  ///< id
  std::string path;     ///< id of the network's registration path
  /// What is joined: "network:ID", "space:ID", "group:NETWORK/ID", "workshop:NETWORK/ID", "meeting:UID".
  std::string object;
  std::string body;     ///< id in the network; empty: a natural person
  PersonId person;      ///< empty: the body's own (unit = "body"), or a seat whose person has left (C11)
  PersonId partner;     ///< the other of a pair (A9, C5)
  std::string profile;  ///< hers when she asked
  State state = State::requested;
  std::int64_t arrival = 0;            ///< seq of the fact that asked: the order of the waiting list
  base::Instant asked{};               ///< when
  base::Instant since{};               ///< when it came into this state
  std::optional<base::Instant> until;  ///< when this state falls due (an offer, a quote, a term)
  std::int64_t terms = 0;              ///< how many terms have begun (E1): 1 when signed, 2 when renewed
  bool holds = false;                  ///< takes a seat: said by the fact that moved it here

  friend bool operator==(const Registration&, const Registration&) = default;
};

// X(identifier, word): what a fact says, and which members of Fact it uses besides `seq`, `at`, `kind`, `network`.
#define CENACLE_FACTS(X)                                                                                              \
  /* people */                                                                                                        \
  X(person_added, "person-added")     /* person                                                             */        \
  X(person_changed, "person-changed") /* person, value: which field                                          */       \
  X(consent, "consent")               /* person, value: shown, hidden                                        */       \
  X(mandate_began, "mandate-began")   /* person, body, value: role, object, day                              */       \
  X(mandate_ended, "mandate-ended")   /* person, body, value: role, object, day                              */       \
  X(departed, "departed")             /* person, day                                                         */       \
  X(standing, "standing")             /* person, value: full, no-contribution, read-only, excluded; words    */       \
  X(erased, "erased")                 /* person                                                              */       \
  X(kept, "kept")                     /* person, value: why the law retains, day: until                      */       \
  X(reviewed, "reviewed")             /* person, day: kept until                                             */       \
  /* registrations: all have `registration` */                                                                        \
  X(requested, "requested")   /* person, other: partner, body, object, path, value: profile, digest   */              \
  X(judged, "judged")         /* value: rule, cause: pass, breach; number: counted, limit; digest    */               \
  X(moved, "moved")           /* value: state, cause, until, number: 1 when it holds a seat           */              \
  X(stated, "stated")         /* value: statement, person: hers; body: her employer's (A12, B5)       */              \
  X(confirmed, "confirmed")   /* by her own reply (D1)                                               */               \
  X(approved, "approved")     /* value: role (E6)                                                    */               \
  X(objected, "objected")     /* value: role, words                                                  */               \
  X(decided, "decided")       /* value: accept, refuse; words                                        */               \
  X(overridden, "overridden") /* value: rule; words: because                                         */               \
  X(quoted, "quoted")         /* number, limit: cents, until, detail: its lines (B7)                  */              \
  X(agreed, "agreed")         /* to the quote                                                        */               \
  X(paid, "paid")             /* number: cents, day, words: reference                                */               \
  X(took_offer, "took-offer") /* accepts the seat that is kept                                       */               \
  X(declined_offer, "declined-offer")                                                                                 \
  X(succeeded, "succeeded") /* person left the seat, other has it from now on; value: other's profile (C6, C11) */    \
  X(vacated, "vacated")     /* person left; the body is to name another (C11)                       */                \
  X(paired, "paired")       /* other joins person on one seat (A9)                                 */                 \
  X(withdrew, "withdrew")   /* words: why                                                          */                 \
  X(convened, "convened")                                                                                             \
  X(denounced, "denounced") /* E1                                                                  */                 \
  X(served, "served")       /* number: half-days, day (E11)                                        */                 \
  /* meetings: object is "meeting:UID", day its occurrence */                                                         \
  X(substituted, "substituted") /* person is replaced by other for this meeting (A9)                   */             \
  X(answered, "answered")       /* person, value: present, remote, absent; cause: lunch, no-lunch       */            \
  X(attended, "attended")       /* person, value: present, absent, excused (A12)                        */            \
  /* charters and conventions */                                                                                      \
  X(signed_, "signed") /* person, body, object: "charter:NETWORK/ID", value: role, number: version, digest */         \
  /* requests to the network */                                                                                       \
  X(asked, "asked")     /* request, person, value: advice, abuse, call, group, contribution, survey; object, words */ \
  X(routed, "routed")   /* request, value: role, words                                         */                     \
  X(replied, "replied") /* request, person, value: answer's choice, words (E12, E17, E18)       */                    \
  X(closed, "closed")   /* request, value: done, refused, kept; words                          */                     \
  /* workflows, and mails: `message` is its number in the outbox (model/outbox.h) */                                  \
  X(adopted, "adopted") /* path: workflow/step, digest: of the step; owes nothing that was due before */              \
  X(queued, "queued")   /* message, person, path: workflow/step, object: subject, number: revision, value: template,  \
                           cause: request, cancel, until, detail: the rest of its action               */             \
  X(offered, "offered") /* message, value: sender, until: when its claim ends                         */              \
  X(relayed, "relayed") /* message, value: accepted, deferred, refused, uncertain, expired, dropped; number: code;    \
                           until: not tried again before; words: the relay's                          */              \
  X(opted, "opted")     /* person, value: out, in; path: list                                         */              \
  X(bounced, "bounced") /* person, message, value: hard, soft                                         */

enum class FactKind : std::uint8_t {
#define CENACLE_DECLARE(identifier, word) identifier,
  CENACLE_FACTS(CENACLE_DECLARE)
#undef CENACLE_DECLARE
};
std::string_view word(FactKind kind);
std::optional<FactKind> fact_kind_of(std::string_view word);

/// What happened. All values are closed or random ids; what somebody wrote is in the table of words, which erasure
/// overwrites.
struct Fact {
  std::int64_t seq = 0;  ///< order of commit, from 1 without a gap; 0: not yet in the ledger
  base::Instant at{};
  FactKind kind = FactKind::requested;
  std::string network;
  std::int64_t registration = 0;  ///< 0: none
  std::int64_t request = 0;       ///< of `asked` and what follows it; 0: none
  std::int64_t message = 0;       ///< of a mail; 0: none
  PersonId person, other;
  std::string body, object, path, value, cause;
  std::int64_t number = 0, limit = 0;
  std::optional<base::Date> day;
  std::optional<base::Instant> until;
  std::string digest;      ///< SHA-256 of the rule file or of the charter's version
  std::string detail;      ///< JSON of closed values: a quote's lines
  std::int64_t words = 0;  ///< id in the table of words; 0: none
  std::string said;        ///< those words, when the fact is being written or was read with them

  friend bool operator==(const Fact&, const Fact&) = default;
};

}  // namespace cenacle::model
