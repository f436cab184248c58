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
/// what is final is not offered again. A relay's receipt is taken whenever it comes, and `accepted` is the last word.
std::optional<model::Message> fold(const std::optional<model::Message>& before, const model::Fact& fact);

/// How many offers may follow one that left no answer: after the fourth doubt the coordinator decides.
inline constexpr std::int64_t offers_after_doubt = 3;

enum class Offer : std::uint8_t {
  now,       ///< free: nobody has it, or whoever had it is gone
  later,     ///< another sender has it, or its time has not come
  too_late,  ///< of no use any more, and never offered without an answer: it expires
  never,     ///< final, or in doubt too often
};
/// Whether `sender` may offer it. A message that it has claimed itself counts as free: a sender's name is held by one
/// process, so that the claim is of one that died.
Offer may_offer(const model::Message& message, std::string_view sender, base::Instant now);

/// Taken out by the coordinator, or put back to be offered at once. Nothing where that makes no sense: what a relay
/// has, or may be given at this very moment.
std::optional<model::Fact> drop(const model::Message& message, base::Instant now);
std::optional<model::Fact> retry(const model::Message& message, base::Instant now);

}  // namespace cenacle::workflow
