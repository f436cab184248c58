// The record of facts: people, registrations, signatures, answers. SQLite by default, PostgreSQL by one setting; the
// same code for both, through SOCI. Tables, guarantees and what erasure reaches: FORMAT.md beside.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "model/outbox.h"
#include "model/registration.h"
#include "rules/registration/records.h"
#include "workflow/action.h"

namespace cenacle::ledger {

/// Where the ledger is: $CENACLE_LEDGER ("sqlite:FILE" or "postgresql:…", as libpq takes it), else the one line of
/// `.cenacle/ledger`, else "sqlite:.cenacle/ledger.db". Relative files are below the portal's folder.
struct Place {
  std::string portal;      ///< the portal's folder
  std::string connection;  ///< "sqlite:…" or "postgresql:…"
  static base::Result<Place> of(const std::string& portal);
  bool is_sqlite() const;
  /// The SQLite file's path; empty for PostgreSQL.
  std::string file() const;
  /// Whether there is a ledger there; a portal works without one.
  bool exists() const;
};

/// Who somebody is: personal, overwritten by erasure, in no fact.
struct Identity {
  std::string given_name, family_name, mail, phone, profile, function;
};

/// Which messages of the outbox; what is empty asks nothing.
struct Messages {
  std::vector<model::Fate> fates = {};
  std::string network = {}, person = {}, path = {}, subject = {};
  std::int64_t after = 0;    ///< ids above it
  std::int64_t at_most = 0;  ///< 0: all
};

/// One transaction: sees one state of the ledger, and what it appended itself. Ended without `commit`, it never was.
/// Only one writer is open at a time, over all processes: facts are in the order of their commits.
class Transaction : public rules::Records {
 public:
  virtual ~Transaction() = default;

  /// Appends facts, numbers them (`seq`), stores their words, and folds them into the tables of registrations and
  /// people.
  virtual base::Outcome append(std::span<model::Fact> facts) = 0;
  virtual base::Result<model::PersonId> add_person(const Identity& identity, base::Instant at) = 0;
  /// Changes what differs, a fact `person-changed` for each.
  virtual base::Outcome change_person(std::string_view id, const Identity& identity, base::Instant at) = 0;
  /// Overwrites the person's names, address and words; a fact `erased`.
  virtual base::Outcome erase_person(std::string_view id, base::Instant at) = 0;

  // Besides what rules::Records asks.
  /// By family name as the database has it; those erased are left out.
  virtual base::Result<std::vector<model::Person>> people() const = 0;
  /// One whose id, address, or names ("Prénom Nom", any case and accents) these are; several when the name is not hers
  /// alone.
  virtual base::Result<std::vector<model::Person>> find_people(std::string_view who) const = 0;
  /// All facts of a person, in order, with their words.
  virtual base::Result<std::vector<model::Fact>> facts_of_person(std::string_view id) const = 0;
  /// Every registration of a network that is not over, by object and arrival.
  virtual base::Result<std::vector<model::Registration>> standing(std::string_view network) const = 0;
  /// All requests' facts (`asked` and what follows), in order.
  virtual base::Result<std::vector<model::Fact>> facts_of_request(std::int64_t request) const = 0;
  virtual base::Result<std::vector<model::Fact>> requests(std::string_view network) const = 0;
  /// Every fact from `after` on, in order, handed over one by one.
  virtual base::Outcome each_fact(std::int64_t after, const std::function<void(const model::Fact&)>& take) const = 0;
  /// Registrations that have an `until` at or before the instant: what `apply` settles.
  virtual base::Result<std::vector<model::Registration>> due(base::Instant now) const = 0;

  // The outbox (model/outbox.h). What becomes of a message is appended (`queued`, `offered`, `relayed`), as
  // workflow/outbox.h makes these facts.
  /// The number that the next message will have.
  virtual std::int64_t next_message() const = 0;
  virtual std::optional<model::Message> message(std::int64_t id) const = 0;
  /// The message that this is, when it was ever queued.
  virtual base::Result<std::optional<model::Message>> queued(const workflow::Key& key) const = 0;
  /// By id.
  virtual base::Result<std::vector<model::Message>> messages(const Messages& which) const = 0;
  /// How many there are in each fate, by Fate.
  virtual base::Result<std::vector<std::int64_t>> count_messages() const = 0;
  /// All facts of a message, in order, with the relay's words.
  virtual base::Result<std::vector<model::Fact>> facts_of_message(std::int64_t id) const = 0;
  /// Those that may be offered now or expire (workflow::may_offer), by id, above `after`, at most `count`.
  virtual base::Result<std::vector<model::Message>> to_offer(base::Instant now, std::int64_t after,
                                                             std::int64_t count) const = 0;
  /// Claims that nobody holds any more: those that are over, and those of `sender`, whose process is gone. Each message
  /// is in doubt from now on, by a fact `relayed`. Gives how many.
  virtual base::Result<std::int64_t> abandon_claims(std::string_view sender, base::Instant now) = 0;
  /// Claims, of these messages, those that may still be offered: a fact `offered` each, until `end`. Gives their ids.
  virtual base::Result<std::vector<std::int64_t>> claim(std::span<const std::int64_t> ids, std::string_view sender,
                                                        base::Instant now, base::Instant end) = 0;

  /// What went wrong since the beginning, if anything: the lists of rules::Records are empty from then on. To be asked
  /// before anybody is told what they say; `append` and `commit` give it too.
  virtual std::optional<base::Failure> failure() const = 0;

  virtual base::Outcome commit() = 0;
};

class Ledger {
 public:
  /// How long to wait for another writer before `busy` (exit 75).
  static constexpr std::chrono::seconds patience{20};

  /// Opens the ledger, makes it when there is none (0600, its folder 0700), migrates an older one after a copy.
  /// Failures: `disk` for what is not a ledger, is damaged, read-only, full or of a newer version; `busy` when it stays
  /// locked.
  static base::Result<std::unique_ptr<Ledger>> open(const Place& place);
  /// As `open`; where there is no ledger yet, an empty one that leaves nothing on the disk (--dry-run).
  static base::Result<std::unique_ptr<Ledger>> open_to_rehearse(const Place& place);
  /// For reading only; nothing is made or migrated.
  static base::Result<std::unique_ptr<Ledger>> open_to_read(const Place& place);
  virtual ~Ledger() = default;

  /// One transaction at a time; its ledger must outlive it.
  virtual base::Result<std::unique_ptr<Transaction>> read() = 0;
  virtual base::Result<std::unique_ptr<Transaction>> write() = 0;

  /// 32 octets drawn once for this ledger, for what must be known to come from it: answer tokens, feed addresses. In no
  /// fact and no export; a copy in SQLite's form has it.
  virtual base::Result<std::string> secret() = 0;

  /// Whether traces of somebody who was erased are still in the files, since another process reads them: they go with
  /// the next opening for writing.
  virtual bool erasure_pending() = 0;
};

}  // namespace cenacle::ledger
