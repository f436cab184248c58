// The names that a template sees at one place, and which optional values have been tested there.
#include "template/scope.h"

#include <algorithm>

namespace cenacle::tmpl {

const Variable* Context::find(std::string_view name) const {
  for (std::size_t at = scope; at != no_scope; at = scopes[at].parent)
    if (const auto found = scopes[at].variables.find(name); found != scopes[at].variables.end()) return &found->second;
  return nullptr;
}

const MacroDefinition* Context::find_macro(std::string_view name) const {
  for (std::size_t at = scope; at != no_scope; at = scopes[at].parent) {
    if (!scopes[at].macros) continue;
    if (const auto found = scopes[at].macros->find(name); found != scopes[at].macros->end()) return &found->second;
  }
  return nullptr;
}

std::vector<std::string_view> Context::variables() const {
  std::vector<std::string_view> names;
  for (std::size_t at = scope; at != no_scope; at = scopes[at].parent)
    for (const auto& [name, variable] : scopes[at].variables) names.push_back(name);
  return names;
}

std::vector<std::string_view> Context::macros() const {
  std::vector<std::string_view> names;
  for (std::size_t at = scope; at != no_scope; at = scopes[at].parent)
    if (scopes[at].macros)
      for (const auto& [name, definition] : *scopes[at].macros) names.push_back(name);
  return names;
}

bool Context::is_present(std::string_view path) const {
  return !path.empty() && std::find(present.begin(), present.end(), path) != present.end();
}

}  // namespace cenacle::tmpl
