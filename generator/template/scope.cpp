// The names that a template sees at one place, and which optional values have been tested there.
#include "template/scope.h"

#include <algorithm>

namespace cenacle::tmpl {

const Variable* Context::find(std::string_view name) const {
  for (auto scope = scopes.rbegin(); scope != scopes.rend(); ++scope) {
    if (!sees(*scope)) continue;
    for (const Variable& variable : scope->variables)
      if (variable.name == name) return &variable;
  }
  return nullptr;
}

const MacroDefinition* Context::find_macro(std::string_view name) const {
  for (auto scope = scopes.rbegin(); scope != scopes.rend(); ++scope) {
    if (!scope->macros || !sees(*scope)) continue;
    if (const auto found = scope->macros->find(name); found != scope->macros->end()) return &found->second;
  }
  return nullptr;
}

bool Context::is_present(std::string_view path) const {
  return !path.empty() && std::find(present.begin(), present.end(), path) != present.end();
}

}  // namespace cenacle::tmpl
