// What plans remember: the ledger's facts, folded as they are asked for. Fed once, fact by fact, then kept: a second
// plan costs only the facts since. A million facts fit into a few hundred megabytes: each is kept without its texts,
// and only those that something asks for are.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/registration/records.h"
#include "workflow/action.h"

namespace cenacle::workflow {

/// Somebody's copy of a calendar entry, as far as mails made it.
struct Told {
  bool has = false;                    ///< it is in her calendar
  Invitation last = Invitation::none;  ///< what was queued last, whatever became of it
  std::int64_t sequence = 0;           ///< that it told
  std::int64_t fact = 0;               ///< seq of the last `queued`
};

/// When something happened to somebody or something.
struct Happened {
  std::int64_t seq = 0;
  base::Instant at{};
};

/// A request to the network, as its facts leave it.
struct Request {
  std::int64_t id = 0;
  std::string network, kind, object, topic, role;  ///< role: whom it was routed to last
  model::PersonId person;
  Happened asked;
  std::optional<Happened> routed, replied, closed;  ///< the last of each
};

/// Names, addresses and words are not in facts, and not in here.
class Memory final : public rules::Records {
 public:
  Memory();
  ~Memory() override;
  Memory(Memory&&) noexcept;
  Memory& operator=(Memory&&) noexcept;

  /// The next fact, in the order of `seq`.
  void take(const model::Fact& fact);
  /// The seq of the last one.
  std::int64_t last() const;

  // What was done.
  bool queued(const Key& key) const;
  /// The step as it was last adopted, at what digest.
  struct Adopted {
    std::string digest;
    base::Instant at{};
  };
  const Adopted* adopted(std::string_view network, std::string_view path) const;
  /// Of a calendar subject, "meeting:UID": null when nothing was ever sent.
  const Told* told(std::string_view subject, std::string_view recipient) const;
  /// All who have it in their calendars, by recipient.
  std::vector<std::string> having(std::string_view subject) const;

  // What is in the way of mail.
  std::optional<base::Instant> bounced(std::string_view person) const;
  std::optional<base::Instant> opted_out(std::string_view person, std::string_view list) const;

  // What happened.
  const model::Person* find_person(std::string_view id) const;
  const model::Registration* find_registration(std::int64_t id) const;
  std::int64_t registrations() const;  ///< ids go from 1 to this
  /// When it came into its state.
  Happened stage(std::int64_t registration) const;
  std::optional<Happened> vacated(std::int64_t registration) const;
  /// The last rule that was against it, by id.
  std::optional<std::pair<std::string, Happened>> breach(std::int64_t registration) const;
  std::span<const Request> requests() const;
  std::optional<Happened> reply(std::int64_t request, std::string_view person) const;
  /// Who has, or had, duties of this role in the network; empty: any.
  std::vector<model::PersonId> with_role(std::string_view network, std::string_view role) const;
  /// Objects by which one may have joined something of the network: those of its registrations.
  std::vector<std::string_view> objects(std::string_view network) const;

  // rules::Records. `owner_of` knows nobody; what would be written next is not known.
  std::optional<model::Person> person(std::string_view id) const override;
  std::optional<model::Registration> registration(std::int64_t id) const override;
  std::vector<model::Registration> of_object(std::string_view object) const override;
  std::vector<model::Registration> of_body(std::string_view network, std::string_view body) const override;
  std::vector<model::Registration> of_person(std::string_view person) const override;
  std::vector<model::Registration> of_path(std::string_view network, std::string_view path) const override;
  std::vector<model::Fact> facts_of(std::int64_t registration) const override;
  std::vector<model::Fact> facts_about(model::FactKind kind, std::string_view network, std::string_view body,
                                       std::string_view object) const override;
  std::optional<model::PersonId> owner_of(std::string_view mail) const override;
  std::int64_t next_registration() const override;
  std::int64_t next_request() const override;
  std::int64_t next_quote(std::string_view network, int year) const override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cenacle::workflow
