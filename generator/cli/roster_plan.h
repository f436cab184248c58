// What an import does to the ledger, before it does it: each person of the list beside the one that is known. Pure, so
// that a rehearsal and the real thing are one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "content/roster.h"
#include "ledger/ledger.h"

namespace cenacle::cli {

/// A field of somebody known that the list says otherwise.
struct FieldChange {
  std::string_view field;  ///< "given_name", "phone"…, as ledger::Identity
  std::string before, after;
};

/// What becomes of one person of the list.
struct RosterStep {
  enum class Kind : std::uint8_t { add, change, nothing };
  Kind kind = Kind::nothing;
  model::PersonId id;         ///< empty: she is new
  ledger::Identity identity;  ///< as it will be
  std::vector<FieldChange> changes;
  std::optional<bool> shown;             ///< a consent that changes
  std::vector<model::Mandate> mandates;  ///< that begin
  bool shared_allowed = false;           ///< her address is a shared one, allowed with a reason
};

struct RosterPlan {
  std::vector<RosterStep> steps;  ///< in the order of the list, one for each person
  std::size_t count(RosterStep::Kind kind) const;
};

/// Compares the list with everybody that the ledger knows. What is wrong or worth a look is reported at its line.
RosterPlan plan_roster(const content::Roster& roster, std::span<const model::Person> known, base::Date today,
                       std::string_view path, const locale::Locale& language, diag::Diagnostics& diagnostics);

}  // namespace cenacle::cli
