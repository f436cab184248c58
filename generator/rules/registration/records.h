// What the rules may ask the ledger: an interface, so that they stay pure. The ledger implements it within one
// transaction; tests, by a list in memory.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/registration.h"

namespace cenacle::rules {

/// Whether time or another's act may move it: not over, and not yet in or fallen due.
inline bool may_settle(const model::Registration& it, base::Instant now) {
  const model::Nature nature = model::nature(it.state);
  return nature != model::Nature::out && (nature != model::Nature::in || (it.until && *it.until <= now));
}

/// Answers are as of the transaction's own state, facts appended in it included. Lists are by registration id.
class Records {
 public:
  virtual ~Records() = default;
  virtual std::optional<model::Person> person(std::string_view id) const = 0;
  virtual std::optional<model::Registration> registration(std::int64_t id) const = 0;
  /// All that were ever made for the object, the body of a network, the person (as person or partner).
  virtual std::vector<model::Registration> of_object(std::string_view object) const = 0;
  virtual std::vector<model::Registration> of_body(std::string_view network, std::string_view body) const = 0;
  virtual std::vector<model::Registration> of_person(std::string_view person) const = 0;
  /// All of the network by a path: for limits that neither an object, a body nor a person bounds.
  virtual std::vector<model::Registration> of_path(std::string_view network, std::string_view path) const = 0;
  /// Those of the object that `settle` may have something to do with. The ledger overrides this with an index: a network
  /// may have a hundred thousand members, of whom a few are waiting for something.
  virtual std::vector<model::Registration> unsettled(std::string_view object, base::Instant now) const {
    std::vector<model::Registration> found = of_object(object);
    std::erase_if(found, [now](const model::Registration& it) { return !may_settle(it, now); });
    return found;
  }
  /// The facts of a registration, in order.
  virtual std::vector<model::Fact> facts_of(std::int64_t registration) const = 0;
  /// Facts of one kind about a body or an object (signatures, payments, attendance), in order. Empty: any.
  virtual std::vector<model::Fact> facts_about(model::FactKind kind, std::string_view network, std::string_view body,
                                               std::string_view object) const = 0;
  /// Who else has this address.
  virtual std::optional<model::PersonId> owner_of(std::string_view mail) const = 0;
  /// The number that the next registration, request or quote will have.
  virtual std::int64_t next_registration() const = 0;
  virtual std::int64_t next_request() const = 0;
  /// Quotes are numbered by network and calendar year, from 1 without a gap.
  virtual std::int64_t next_quote(std::string_view network, int year) const = 0;
};

}  // namespace cenacle::rules
