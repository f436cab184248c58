// The ledger as it will be: what it holds now, and the facts of an act that is being ruled on. Each fact is folded as
// it is written, so that what comes later in the same act sees it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rules/registration/records.h"

namespace cenacle::rules {

/// Keeps a reference to the ledger. Facts get a provisional `seq`, later than all of the ledger's; `facts` gives them
/// back with 0.
class Draft final : public Records {
 public:
  explicit Draft(const Records& ledger) : ledger_(ledger) {}

  void append(model::Fact fact);
  std::vector<model::Fact> facts() const;

  /// Registrations that facts were written for, in the order of the first; `before` as the ledger has it.
  struct Touched {
    std::int64_t id = 0;
    std::optional<model::Registration> before;
  };
  const std::vector<Touched>& touched() const { return touched_; }

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
  std::optional<model::PersonId> owner_of(std::string_view mail) const override { return ledger_.owner_of(mail); }
  std::int64_t next_registration() const override;
  std::int64_t next_request() const override { return ledger_.next_request(); }
  std::int64_t next_quote(std::string_view network, int year) const override;

 private:
  template <class Belongs>
  std::vector<model::Registration> merged(std::vector<model::Registration> listed, const Belongs& belongs) const;

  const Records& ledger_;
  std::vector<model::Fact> facts_;
  std::vector<Touched> touched_;
  std::map<std::int64_t, model::Registration> registrations_;  ///< those that were touched, as they are now
  std::map<std::string, model::Person, std::less<>> people_;
};

}  // namespace cenacle::rules
