// The words of the outbox.
#include "model/outbox.h"

#include <algorithm>
#include <array>

namespace cenacle::model {

namespace {

constexpr std::array fate_names = {
#define CENACLE_NAME(identifier, word) std::string_view(word),
    CENACLE_FATES(CENACLE_NAME)
#undef CENACLE_NAME
};

}  // namespace

std::string_view word(Fate fate) { return fate_names[static_cast<std::size_t>(fate)]; }

std::optional<Fate> fate_of(std::string_view word) {
  const auto it = std::find(fate_names.begin(), fate_names.end(), word);
  if (it == fate_names.end()) return std::nullopt;
  return static_cast<Fate>(it - fate_names.begin());
}

}  // namespace cenacle::model
