// WHO on a command line: a person of the ledger, by her id, her address or her name. All verbs take it the same way.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/ledger.h"

namespace cenacle::cli {

/// "Marie Dupont-Lefèvre"; of somebody erased, "personne effacée".
std::string name_of(const model::Person& person);
/// One line that tells her from others: "Marie Dupont-Lefèvre <m.dupont@ville.example>, p-2rk7…".
std::string line_of(const model::Person& person);

/// Somebody, or the exit code once it has been said, on standard error, why nobody is meant.
struct Who {
  std::optional<model::Person> person;
  int exit = 0;
};

/// `who` is an id, an address ("Marie Dupont <m.dupont@ville.example>" too), "Prénom Nom" or "Nom Prénom". A name that
/// several have lists them; one that nobody has proposes the nearest.
Who find_who(const ledger::Transaction& transaction, std::string_view who);

}  // namespace cenacle::cli
