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
#include "model/registration.h"
#include "rules/registration/records.h"

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

  /// Whether traces of somebody who was erased are still in the files, since another process reads them: they go with
  /// the next opening for writing.
  virtual bool erasure_pending() = 0;
};

}  // namespace cenacle::ledger
