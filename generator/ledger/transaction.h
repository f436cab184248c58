// One transaction on a database: what rules::Records and Transaction promise, as statements.
#pragma once

#include <map>
#include <optional>

#include "ledger/database.h"
#include "ledger/ledger.h"

namespace cenacle::ledger {

/// What is to be done when a transaction in which somebody was erased has been committed.
using AfterErasure = std::function<void()>;

/// Reads are in records.cpp and people_records.cpp, writes in append.cpp and people_changes.cpp; the
/// outbox is in messages.cpp. The first failure
/// stays: nothing is written after it, and `commit` gives it back.
class OpenTransaction final : public Transaction {
 public:
  /// Begins; throws Trouble. `database` must outlive it; `*open` is true as long as it lasts.
  OpenTransaction(Database& database, Access access, bool* open, AfterErasure after_erasure);
  ~OpenTransaction() override;

  std::optional<model::Person> person(std::string_view id) const override;
  std::optional<model::Registration> registration(std::int64_t id) const override;
  std::vector<model::Registration> of_object(std::string_view object) const override;
  std::vector<model::Registration> of_body(std::string_view network, std::string_view body) const override;
  std::vector<model::Registration> of_person(std::string_view person) const override;
  std::vector<model::Registration> of_path(std::string_view network, std::string_view path) const override;
  std::vector<model::Registration> unsettled(std::string_view object, base::Instant now) const override;
  std::vector<model::Fact> facts_of(std::int64_t registration) const override;
  std::vector<model::Fact> facts_about(model::FactKind kind, std::string_view network, std::string_view body,
                                       std::string_view object) const override;
  std::optional<model::PersonId> owner_of(std::string_view mail) const override;
  std::int64_t next_registration() const override;
  std::int64_t next_request() const override;
  std::int64_t next_quote(std::string_view network, int year) const override;

  base::Result<std::vector<model::Person>> people() const override;
  base::Result<std::vector<model::Person>> find_people(std::string_view who) const override;
  base::Result<std::vector<model::Fact>> facts_of_person(std::string_view id) const override;
  base::Result<std::vector<model::Registration>> standing(std::string_view network) const override;
  base::Result<std::vector<model::Fact>> facts_of_request(std::int64_t request) const override;
  base::Result<std::vector<model::Fact>> requests(std::string_view network) const override;
  base::Outcome each_fact(std::int64_t after, const std::function<void(const model::Fact&)>& take) const override;
  base::Result<std::vector<model::Registration>> due(base::Instant now) const override;
  std::int64_t next_message() const override;
  std::optional<model::Message> message(std::int64_t id) const override;
  base::Result<std::optional<model::Message>> queued(const workflow::Key& key) const override;
  base::Result<std::vector<model::Message>> messages(const Messages& which) const override;
  base::Result<std::vector<std::int64_t>> count_messages() const override;
  base::Result<std::vector<model::Fact>> facts_of_message(std::int64_t id) const override;
  base::Result<std::vector<model::Message>> to_offer(base::Instant now, std::int64_t after,
                                                     std::int64_t count) const override;
  std::optional<base::Failure> failure() const override { return failure_; }

  base::Outcome append(std::span<model::Fact> facts) override;
  base::Result<model::PersonId> add_person(const Identity& identity, base::Instant at) override;
  base::Outcome change_person(std::string_view id, const Identity& identity, base::Instant at) override;
  base::Outcome erase_person(std::string_view id, base::Instant at) override;
  base::Result<std::int64_t> abandon_claims(std::string_view sender, base::Instant now) override;
  base::Result<std::vector<std::int64_t>> claim(std::span<const std::int64_t> ids, std::string_view sender,
                                                base::Instant now, base::Instant end) override;
  base::Outcome commit() override;

  /// For an import: appends facts that tell of people too, and says who somebody is.
  base::Outcome replay(std::span<model::Fact> facts);
  base::Outcome identify(std::string_view person, const Identity& identity);

 private:
  /// What `work` gives; once something has failed, the failure.
  template <class Work>
  auto tried(Work&& work) const -> base::Result<decltype(work())>;
  template <class Work>
  base::Outcome done(Work&& work) const;

  std::vector<model::Fact> facts(std::string_view rest, Values values) const;
  std::vector<model::Registration> registrations(std::string_view rest, Values values) const;
  std::vector<model::Person> people_by(std::string_view rest, Values values) const;
  void complete(model::Person& person) const;
  std::optional<model::Person> find_person(std::string_view id) const;
  std::optional<model::Registration> find_registration(std::int64_t id) const;
  std::vector<model::Message> messages_by(std::string_view rest, Values values) const;
  std::optional<model::Message> find_message(std::int64_t id) const;

  bool is_erased(std::string_view person) const;
  void write_all(std::span<model::Fact> facts);
  void erase_words(std::string_view id, const Identity& identity);
  void drop_messages(std::string_view person, base::Instant at);

  Database& database_;
  bool* open_;
  AfterErasure after_erasure_;
  Access access_;
  bool active_ = true, erased_ = false;
  std::int64_t last_ = 0;  ///< seq of the last fact
  mutable std::optional<base::Failure> failure_;
};

/// Refuses a text that one of the databases cannot hold: ill-formed UTF-8, or a NUL.
void check_text(std::string_view text);

template <class Work>
auto OpenTransaction::tried(Work&& work) const -> base::Result<decltype(work())> {
  if (failure_) return *failure_;
  try {
    return work();
  } catch (const Trouble& trouble) {
    failure_ = trouble.failure;
    return *failure_;
  }
}

template <class Work>
base::Outcome OpenTransaction::done(Work&& work) const {
  return tried([&] {
    work();
    return base::Done{};
  });
}

}  // namespace cenacle::ledger
