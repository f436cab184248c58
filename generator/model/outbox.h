// The outbox: every mail that was ever owed, and what became of it. Derived from its facts (`queued`, `offered`,
// `relayed`), like all that the ledger tells.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "model/person.h"

namespace cenacle::model {

// The closed list of what a message may be in. Those after `in_doubt` are final.
// X(identifier, word)
#define CENACLE_FATES(X)                                                                                       \
  X(queued, "queued")     /* nobody has offered it to a relay                                              */  \
  X(offered, "offered")   /* a sender has claimed it; after the claim's end, it is in doubt                 */ \
  X(deferred, "deferred") /* the relay said: later; nothing of it left                                     */  \
  X(in_doubt, "in-doubt") /* it may have left: offered again under the same Message-ID, at most three times */ \
  X(accepted, "accepted") /* the relay has it                                                              */  \
  X(refused, "refused")   /* the relay does not want it                                                    */  \
  X(expired, "expired")   /* it was of no use any more before it could leave                               */  \
  X(dropped, "dropped")   /* the coordinator took it out                                                   */

enum class Fate : std::uint8_t {
#define CENACLE_DECLARE(identifier, word) identifier,
  CENACLE_FATES(CENACLE_DECLARE)
#undef CENACLE_DECLARE
};
std::string_view word(Fate fate);
std::optional<Fate> fate_of(std::string_view word);
inline bool is_final(Fate fate) { return fate > Fate::in_doubt; }

/// Ids are of the ledger, from 1 without a gap.
struct Message {
  std::int64_t id = 0;
  std::string network, path, subject, mail, invitation;  ///< as its `queued` fact has them
  std::int64_t revision = 0;
  PersonId person;     ///< empty: a mailbox, which `detail` has
  std::string detail;  ///< JSON: the rest of its action
  base::Instant queued{};
  std::optional<base::Instant> until;  ///< of no use after
  Fate fate = Fate::queued;
  std::int64_t offers = 0;             ///< how many times a relay was offered it
  std::int64_t doubts = 0;             ///< of those, how many left no answer
  std::string sender;                  ///< who claimed it last
  std::optional<base::Instant> again;  ///< offered: the claim's end; deferred: not before
  std::int64_t code = 0;               ///< the relay's last answer

  friend bool operator==(const Message&, const Message&) = default;
};

}  // namespace cenacle::model
