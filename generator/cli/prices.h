// Why a body has no price, and which it may ask for instead, in sentences.
#pragma once

#include <string>

#include "cli/phrases.h"
#include "rules/registration/rulebook.h"
#include "rules/registration/tariff.h"

namespace cenacle::cli {

/// "Brivelle compte 4 120 habitants : ce tarif s’arrête à 3 500 habitants (article 3.1 de la Convention d’adhésion)."
/// The body may be null: a natural person. The article is that of the rule on who may go by a path with such a price.
std::string why_no_price(const Phrases& phrases, const rules::Rulebook& book, const model::Body* body, int year,
                         const rules::NoPrice& refused);

/// The stable word of the reason, for --format json.
std::string_view word(rules::NoPrice::Why why);

}  // namespace cenacle::cli
