// The words of states and facts, and the questions one asks of a person.
#include "model/registration.h"

#include <algorithm>
#include <array>

namespace cenacle::model {

namespace {

constexpr std::array state_names = {
#define CENACLE_NAME(identifier, word, nature) std::string_view(word),
    CENACLE_STATES(CENACLE_NAME)
#undef CENACLE_NAME
};
constexpr std::array state_natures = {
#define CENACLE_NATURE(identifier, word, nature) Nature::nature,
    CENACLE_STATES(CENACLE_NATURE)
#undef CENACLE_NATURE
};
constexpr std::array fact_names = {
#define CENACLE_NAME(identifier, word) std::string_view(word),
    CENACLE_FACTS(CENACLE_NAME)
#undef CENACLE_NAME
};

constexpr std::array<std::string_view, 4> standing_names = {"full", "no-contribution", "read-only", "excluded"};

template <class E, std::size_t N>
std::optional<E> named(const std::array<std::string_view, N>& names, std::string_view word) {
  const auto it = std::find(names.begin(), names.end(), word);
  if (it == names.end()) return std::nullopt;
  return static_cast<E>(it - names.begin());
}

}  // namespace

std::string_view word(State state) { return state_names[static_cast<std::size_t>(state)]; }
std::optional<State> state_of(std::string_view word) { return named<State>(state_names, word); }
Nature nature(State state) { return state_natures[static_cast<std::size_t>(state)]; }
std::span<const std::string_view> state_words() { return state_names; }

std::string_view word(FactKind kind) { return fact_names[static_cast<std::size_t>(kind)]; }
std::optional<FactKind> fact_kind_of(std::string_view word) { return named<FactKind>(fact_names, word); }

std::string_view word(Standing standing) { return standing_names[static_cast<std::size_t>(standing)]; }
std::optional<Standing> standing_of(std::string_view word) { return named<Standing>(standing_names, word); }

Standing Person::standing_in(std::string_view network) const {
  for (const NetworkStanding& it : standings)
    if (it.network == network) return it.standing;
  return Standing::full;
}

std::vector<const Mandate*> Person::mandates_in(std::string_view network, base::Date day) const {
  std::vector<const Mandate*> found;
  for (const Mandate& it : mandates)
    if (it.network == network && it.holds_on(day)) found.push_back(&it);
  return found;
}

}  // namespace cenacle::model
