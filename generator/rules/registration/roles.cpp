// Who answers for a role, and whose signature a charter still lacks.
#include "rules/registration/roles.h"

#include <algorithm>

#include "rules/registration/meets.h"

namespace cenacle::rules {

namespace {

bool holds_role(const std::vector<model::Holder>& holders, const model::Role& role) {
  return std::any_of(holders.begin(), holders.end(), [&](const model::Holder& it) { return it.role == &role; });
}

/// Whether one of the mandates that began, of the role, holds today.
bool has_mandate(const Setting& setting, const model::Role& role, std::string_view body, std::string_view object) {
  const std::string& network = setting.book.network->page.id;
  for (const model::Fact& began : setting.records.facts_about(model::FactKind::mandate_began, network, body, object)) {
    if (began.value != role.id) continue;
    const auto her = setting.records.person(began.person);
    if (!her || her->erased || her->standing_in(network) == model::Standing::excluded) continue;
    for (const model::Mandate* it : her->mandates_in(network, setting.today()))
      if (it->role == role.id && (body.empty() || it->body == body) && (object.empty() || it->object == object))
        return true;
  }
  return false;
}

/// A signature by the role, of a version that still holds, for the body or for a person who has none.
bool has_signed(const Case& it, const model::Role& role, const model::Body* body) {
  const model::Charter& charter = *it.path.charter;
  const std::string object = "charter:" + it.network().page.id + "/" + charter.charter;
  const std::int64_t oldest = oldest_valid_version(it.network(), charter);
  const auto facts = it.setting.records.facts_about(model::FactKind::signed_, it.network().page.id,
                                                    body == nullptr ? "" : body->id, object);
  return std::any_of(facts.begin(), facts.end(), [&](const model::Fact& fact) {
    const bool hers = body != nullptr || (it.person && fact.person == it.person->id);
    return hers && fact.value == role.id && fact.number >= oldest;
  });
}

}  // namespace

bool is_held(const Setting& setting, const model::Role& role, const Joined* joined, const model::Body* body) {
  if (!role.mail.empty() || role.body != nullptr) return true;
  if (joined != nullptr) {
    if (joined->holders() != nullptr && holds_role(*joined->holders(), role)) return true;
    if (has_mandate(setting, role, {}, reference_of(*setting.book.network, joined->owner))) return true;
  }
  if (body == nullptr) return false;
  for (const model::Space& space : setting.book.network->spaces)
    if (space.body == body && holds_role(space.holders, role)) return true;
  return has_mandate(setting, role, body->id, {});
}

const model::Role& answering(const Setting& setting, const model::Role& role, const Joined* joined,
                             const model::Body* body) {
  const model::Role* it = &role;
  for (int steps = 0; it != nullptr && steps < 8; it = it->fallback, ++steps)  // a chain of fallbacks may be a ring
    if (is_held(setting, *it, joined, body)) return *it;
  return role;
}

std::int64_t oldest_valid_version(const model::Network& network, const model::Charter& charter) {
  std::int64_t oldest = 1;
  for (const model::Charter& it : network.charters)
    if (it.charter == charter.charter && it.sign_again && it.version <= charter.version)
      oldest = std::max(oldest, it.version);
  return oldest;
}

std::vector<std::string> unsigned_roles(const Case& it) {
  std::vector<std::string> missing;
  if (it.path.charter == nullptr) return missing;
  for (const Signature& signature : it.path.signatures) {
    if (!holds(signature.when, it)) continue;
    const model::Body* body = it.body;
    if (signature.of_parent) {
      body = body == nullptr ? nullptr : body->parent;
      if (body == nullptr) continue;
    }
    if (has_signed(it, *signature.role, body)) continue;
    const model::Role& stands_in = answering(it.setting, *signature.role, nullptr, body);
    if (&stands_in != signature.role && has_signed(it, stands_in, body)) continue;
    missing.push_back(signature.role->id);
  }
  return missing;
}

}  // namespace cenacle::rules
