// Sending what is owed: each message once, whatever dies in between.
//
//   queued ──claim──▶ offered ──┬─ 250 ───▶ accepted
//                      ▲        ├─ 5xx ───▶ refused
//                      │        ├─ 4xx ───▶ deferred ──(later)──▶ offered again
//                      │        └─ no answer, or the sender died ─▶ in doubt
//                      └──(same Message-ID, at most three times)────┘
//   and from anywhere that is not final: expired (of no use any more), dropped (by the coordinator)
//
// The argument, step by step:
//   1. A message is written (composed) from its action; nothing of it has left, and nothing is recorded.
//   2. `offered` is committed, synced to disk, before its first octet goes to the transport. Whoever reads the ledger
//      from here on knows that it may leave. In the same transaction its row is read again: a message that another
//      sender took meanwhile is left to it. One transaction writes at a time, over all processes.
//   3. The transport offers it, and has the relay's answer or none.
//   4. `relayed` is committed with the answer, before this connection is given its next message.
// A death before 2 leaves a message queued. After 2, it is in doubt: the relay has it, or not. It is offered again,
// with the same Message-ID, by which mailboxes and relays that look at it keep one; so at most one second copy for each
// connection and death, and none of them unknown, since the ledger has the claim without an answer. After 4, it is
// never offered again. Since 2 comes before 3, nothing leaves that the ledger does not know of; since only `accepted`,
// `refused`, `expired` and `dropped` end it, none is lost.
//
// A sender's name is held by a lock that ends with its process (sender.h): who holds it knows that whatever was claimed
// under it before is in doubt. The claims of others are left alone until they end (`lease`), which is longer than any
// transfer may last.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "base/result.h"
#include "base/time.h"
#include "delivery/pace.h"
#include "delivery/transport.h"
#include "ledger/ledger.h"
#include "model/outbox.h"

namespace cenacle::delivery {

/// Writes a message again from its action. `not_found` is said of one that cannot be written, for ever (a person who
/// was erased, an address that none can have): it is recorded as refused with that sentence, and the others go on.
/// Other failures end the sending.
using Compose = std::function<base::Result<Parcel>(const model::Message&)>;

/// What became of the messages of one run.
struct Tally {
  std::int64_t accepted = 0, refused = 0, deferred = 0, expired = 0;
  std::int64_t in_doubt = 0;              ///< left without an answer in this run
  std::int64_t again = 0;                 ///< offered again after a doubt
  std::int64_t left = 0;                  ///< not final yet, and not for the coordinator: for a later run
  std::optional<base::Instant> earliest;  ///< when the first of these may be tried
  std::string trouble;                    ///< why it ended before its time: the relay's words; empty: it did not
};

struct Sending {
  std::string sender;  ///< of `Sender`
  /// A claim's length; must outlast any transfer, which the transport's time-outs bound.
  std::chrono::seconds lease = std::chrono::minutes(30);
  std::int64_t at_most = 0;  ///< offers in this run; 0: all that is due
  Limits limits = {};
  std::function<bool()> stop = {};                  ///< asked before each claim; what is under way is ended first
  std::function<void(const Tally&)> progress = {};  ///< after each commit
};

/// Sends what is due, until nothing is, or the relay is away. `compose` is called from a thread of its own, one call at
/// a time, ahead of the sending: it must not touch `ledger`.
base::Result<Tally> send(ledger::Ledger& ledger, Transport& transport, const Compose& compose, const base::Clock& clock,
                         const Sending& sending);

/// How long to wait after so many offers: a minute at first, longer each time, six hours at most.
std::chrono::seconds delay_after(std::int64_t offers);

}  // namespace cenacle::delivery
