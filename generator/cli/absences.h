// Who has missed meetings in a row, as the coordinator is told.
#pragma once

#include <string>

#include "cli/deed.h"

namespace cenacle::cli {

/// "Claire Martin a manqué 3 réunions de suite (article 4.2 de la Charte des groupes)".
std::string absences_told(const Deed& deed, const model::Network& network, const rules::Figure& limit,
                          const std::string& who, std::int64_t missed);

}  // namespace cenacle::cli
