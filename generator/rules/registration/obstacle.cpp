// The names of what hinders an act.
#include "rules/registration/obstacle.h"

#include <array>

namespace cenacle::rules {

namespace {

struct Described {
  std::string_view name, facts;
};
constexpr std::array described = {
#define CENACLE_DESCRIBED(identifier, name, facts) Described{name, facts},
    CENACLE_OBSTACLES(CENACLE_DESCRIBED)
#undef CENACLE_DESCRIBED
};
constexpr std::array all = {
#define CENACLE_VALUE(identifier, name, facts) Hindrance::identifier,
    CENACLE_OBSTACLES(CENACLE_VALUE)
#undef CENACLE_VALUE
};

}  // namespace

std::span<const Hindrance> hindrances() { return all; }
std::string_view name(Hindrance what) { return described[static_cast<std::size_t>(what)].name; }
std::string_view code(Hindrance what) { return name(what).substr(0, name(what).find('.')); }
std::string_view facts_of(Hindrance what) { return described[static_cast<std::size_t>(what)].facts; }

}  // namespace cenacle::rules
