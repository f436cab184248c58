// The roll of one network on the day of the plan: who takes part, who holds which function, who may be written to.
// Answers are kept for as long as the plan is made.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/registration/joined.h"
#include "rules/registration/registrar.h"
#include "workflow/moment.h"
#include "workflow/plan.h"

namespace cenacle::workflow {

/// One of an audience, and since when she is.
struct Addressee {
  Recipient to;
  base::Instant since{};
};
using Addressees = std::vector<Addressee>;

/// Where a role is looked for before the network: in what it is held in, in a body, in the body that this is part of.
struct Scope {
  std::string_view object;                              ///< "group:NETWORK/ID"; empty: none
  const std::vector<model::Holder>* holders = nullptr;  ///< of the object, by its content
  const model::Body* body = nullptr;
  bool everywhere = false;  ///< all who hold it, whatever for
};

class Roll {
 public:
  Roll(const Setting& setting, const model::Network& network);
  Roll(const Roll&) = delete;

  const model::Network& network() const { return network_; }
  const rules::Rulebook* book() const { return book_; }
  const Calendar& calendar() const { return calendar_; }
  base::Date today() const { return today_; }
  const model::Body* body(std::string_view id) const;
  /// What a registration joins; null when the content has it no more.
  const rules::Joined* joined(std::string_view object) const;
  /// As the registrar looks at the network; only of one with a rulebook.
  rules::Setting registrar() const;

  /// Whether she is there: neither erased nor departed.
  bool is_there(std::string_view person) const;
  /// Whether she is to be written to: there, and not excluded from the network.
  bool receives(std::string_view person) const;
  /// Members of what is joined; of the network: all who are a member of anything in it.
  const Addressees& members(std::string_view object) const;
  /// Those who hold the role in the first place of the scope that has any, as people of the ledger or else by the
  /// mailbox that the content gives; nobody: those of its fallback (E20).
  Addressees holding(const model::Role& role, const Scope& scope) const;
  /// Everybody with duties today in a body of the membership.
  Addressees of_membership(const model::Membership& membership) const;
  /// Everybody with duties today in the body.
  Addressees of_body(const model::Body& body) const;

 private:
  Addressees people_with(const model::Role& role, const Scope& scope) const;
  Addressees mailboxes_of(const model::Role& role, const Scope& scope) const;
  Addressees members_by(std::string_view object) const;

  const Setting& setting_;
  const model::Network& network_;
  const rules::Rulebook* book_;
  Calendar calendar_;
  base::Date today_;
  std::unordered_map<std::string_view, const model::Body*> bodies_;
  mutable std::map<std::string, std::optional<rules::Joined>, std::less<>> joined_;
  mutable std::map<std::string, Addressees, std::less<>> members_;
};

/// Adds those that are not there yet.
void add_to(Addressees* all, const Addressees& more);

}  // namespace cenacle::workflow
