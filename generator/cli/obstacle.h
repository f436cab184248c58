// Why an act cannot be done, as people and programs are told: of the registrar's closed list, or a verb's own.
#pragma once

#include <string>

#include "cli/phrases.h"
#include "rules/registration/obstacle.h"

namespace cenacle::cli {

struct Obstacle {
  std::string code;  ///< stable, for --format json: "already-registered", "excluded", "not-asked"…
  std::string sentence;
};

/// The sentence `obstacle.NAME`, its facts filled in: days, states and articles in the portal's language.
Obstacle told(const rules::Obstacle& obstacle, const Phrases& phrases);

}  // namespace cenacle::cli
