// Signatures of charters (E4, E15): which a version asks of whom, which have been given, and which a newer version asks
// for again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/registration/case.h"

namespace cenacle::rules {

/// "charter:NETWORK/ID", as facts have it.
std::string charter_reference(const model::Network& network, std::string_view charter);
/// The version of a charter that is in force; null: there is none.
const model::Charter* current_charter(const model::Network& network, std::string_view charter);

/// One signature that a path's charter asks for.
struct Signing {
  const model::Role* role = nullptr;  ///< whose signature it is
  const model::Role* by = nullptr;    ///< who may give it today: the role's, or who stands in for it (E20)
  const model::Body* body = nullptr;  ///< for which body; null: for herself
  std::optional<model::Fact> given;   ///< the last one that still holds
  std::optional<model::Fact> former;  ///< else the last one, of a version that a newer one asks to sign again
};

/// In the order of the path's `signatures`; those whose condition does not hold are left out.
std::vector<Signing> signings(const Case& it);

/// Where one body, or one person, stands with a charter, over all that it, or she, asks for.
struct Signatory {
  const Path* path = nullptr;
  const model::Body* body = nullptr;  ///< that asks; null: `person` does, for herself
  model::PersonId person;
  std::vector<Signing> signings;

  bool complete() const;
};
/// Of every registration that is not over by a path with the charter; each body once a path, by registration.
std::vector<Signatory> signatories(const Setting& setting, std::string_view charter);

/// Whether the path asks the body for this signature; of its parent, when it is that of somebody's.
bool asked_of(const Setting& setting, const Path& path, const Signature& signature, const model::Body* body);

/// As what, and for whom, somebody signs.
struct Capacity {
  const model::Role* role = nullptr;
  const model::Body* body = nullptr;  ///< null: for herself
  bool in_stead = false;              ///< of a role that is vacant (E20)
  friend bool operator==(const Capacity&, const Capacity&) = default;
};
/// The signatures of a charter that `person` may give, by her mandates of today: those that it asks for in a role of
/// hers, of the body in which she has it, or of `body` when the role is one of the network's own body, or stands in for
/// a vacant one. `role`, `body`: only these; empty, null: any.
std::vector<Capacity> capacities(const Setting& setting, std::string_view charter, const model::Person& person,
                                 std::string_view role, const model::Body* body);

}  // namespace cenacle::rules
