// Paths and rules of a rulebook by id; the states of a path that take a seat.
#include "rules/registration/rulebook.h"

#include <algorithm>

namespace cenacle::rules {

bool Path::holds_seat(model::State state) const { return std::find(holds.begin(), holds.end(), state) != holds.end(); }

bool Path::joins_a(Joins kind) const { return std::find(joins.begin(), joins.end(), kind) != joins.end(); }

const Path* Rulebook::path(std::string_view id) const {
  const auto at = std::find_if(paths.begin(), paths.end(), [&](const Path& it) { return it.id == id; });
  return at == paths.end() ? nullptr : &*at;
}

const Rule* Rulebook::rule(std::string_view id) const {
  const auto at = std::find_if(rules.begin(), rules.end(), [&](const Rule& it) { return it.id == id; });
  return at == rules.end() ? nullptr : &*at;
}

}  // namespace cenacle::rules
