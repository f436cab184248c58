#include "rules/registration/prove.h"
namespace cenacle::rules {
void prove(const Rulebook&, diag::Diagnostics&) {}
}  // namespace cenacle::rules
