// What a mail that is owed becomes: the fact that puts it into the outbox, and what each later fact makes of it. Pure:
// the ledger keeps the same in a table, and `db check` compares. Who may offer a message to a relay is decided here,
// since nothing else keeps one from being sent twice.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/outbox.h"
#include "model/registration.h"
#include "workflow/action.h"

namespace cenacle::workflow {

/// The fact `queued` that gives the action its number in the outbox.
model::Fact queued(const Action& action, std::int64_t message, base::Instant at);
/// The action that its `queued` fact was made of, whole; nothing when `detail` is not ours.
std::optional<Action> action_of(const model::Message& message);
/// As `Recipient::reference`: with path, subject and revision, what no two messages share.
std::string recipient_of(const model::Message& message);

/// The message after `fact`, which is one of its own; nothing before its `queued`, and where the fact does not follow:
/// what is final, or with a sender, is not offered. What a relay says is taken whenever it comes, and `accepted` is the
/// last word.
std::optional<model::Message> fold(const std::optional<model::Message>& before, const model::Fact& fact);

/// How many offers may follow a first one that left no answer; after that the coordinator decides.
inline constexpr std::int64_t offers_after_doubt = 3;

enum class Offer : std::uint8_t {
  now,       ///< free, and its time has come
  later,     ///< with a sender, or its time has not come
  too_late,  ///< of no use any more, and never left: it expires
  never,     ///< final; or in doubt, and too often or too late to be offered again
};
Offer may_offer(const model::Message& message, base::Instant now);

/// The claim, which ends at `end`.
model::Fact offered(const model::Message& message, std::string_view sender, base::Instant now, base::Instant end);
/// What became of it: `value` is one of `relayed`'s.
model::Fact relayed(const model::Message& message, std::string_view value, base::Instant now);
/// Taken out by the coordinator, or put back to be offered at once. Nothing where that makes no sense: what a relay
/// has, or is being given.
std::optional<model::Fact> dropped(const model::Message& message, base::Instant now);
std::optional<model::Fact> put_back(const model::Message& message, base::Instant now);

}  // namespace cenacle::workflow
