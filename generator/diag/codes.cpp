// Every kind of mistake, by name. Each has a page in diag/pages/NAME.md and a golden case in tests/golden.
#include "diag/codes.h"

namespace cenacle::diag {

namespace {

#define CENACLE_LIST(identifier, name, severity) code::identifier,
constexpr Code codes[] = {CENACLE_CODES(CENACLE_LIST)};
#undef CENACLE_LIST

}  // namespace

std::span<const Code> all_codes() { return codes; }

}  // namespace cenacle::diag
