// WHO on a command line: a person of the ledger, by her id, her address or her name. All verbs take it the same way.
#pragma once

#include <string>
#include <string_view>

#include "cli/phrases.h"
#include "cli/stop.h"
#include "ledger/ledger.h"

namespace cenacle::cli {

/// One line that tells her from others: "Marie Dupont-Lefèvre <m.dupont@ville.example>, p-2rk7…".
std::string line_of(const model::Person& person, const Phrases& phrases);

/// `who` is an id, an address ("Marie Dupont <m.dupont@ville.example>" too), "Prénom Nom" or "Nom Prénom". A name that
/// several have lists them; one that nobody has proposes the nearest.
Or<model::Person> find_who(const ledger::Transaction& transaction, std::string_view who, const Phrases& phrases);

}  // namespace cenacle::cli
