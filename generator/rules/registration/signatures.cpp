// Signatures of charters: which are asked, given, and to be given again.
#include "rules/registration/signatures.h"

#include <algorithm>

#include "rules/registration/meets.h"
#include "rules/registration/roles.h"

namespace cenacle::rules {

namespace {

bool asks_for(const Path& path, std::string_view charter) {
  return path.charter != nullptr && path.charter->charter == charter;
}

/// The body whose signature is asked, for a request of `it.body`; false when there is none.
bool signing_body(const Signature& signature, const Case& it, const model::Body** body) {
  *body = it.body;
  if (!signature.of_parent) return true;
  *body = it.body == nullptr ? nullptr : it.body->parent;
  return *body != nullptr;
}

/// Finds the last signature by the role, or by who stands in for it, that holds; else the last that does not.
void find_given(const Case& it, Signing& signing) {
  const model::Network& network = it.network();
  const std::int64_t oldest = oldest_valid_version(network, *it.path.charter);
  for (model::Fact& fact : it.setting.records.facts_about(model::FactKind::signed_, network.page.id,
                                                          signing.body == nullptr ? "" : signing.body->id,
                                                          charter_reference(network, it.path.charter->charter))) {
    const bool hers = signing.body != nullptr || (it.person && fact.person == it.person->id);
    if (!hers || (fact.value != signing.role->id && fact.value != signing.by->id)) continue;
    (fact.number >= oldest ? signing.given : signing.former) = std::move(fact);
  }
  if (signing.given) signing.former.reset();
}

/// Whether one of her mandates of today is of the role, in the body; null: in none.
bool has_role(const Setting& setting, const model::Person& person, const model::Role& role, const model::Body* body) {
  const auto mandates = person.mandates_in(setting.book.network->page.id, setting.today());
  return std::any_of(mandates.begin(), mandates.end(), [&](const model::Mandate* it) {
    return it->role == role.id && it->body == (body == nullptr ? "" : body->id);
  });
}

std::optional<Capacity> capacity(const Setting& setting, const model::Person& person, const model::Role& role,
                                 const model::Body* body) {
  if (role.body != nullptr && role.body == body) return std::nullopt;  // it signs for others
  if (has_role(setting, person, role, body)) return Capacity{&role, body, false};
  if (body == nullptr) return std::nullopt;
  const model::Role& by = answering(setting, role, nullptr, body);
  const bool hers = has_role(setting, person, by, nullptr) || has_role(setting, person, by, by.body);
  if (!hers || (&by == &role && role.body == nullptr)) return std::nullopt;
  return Capacity{&role, body, &by != &role};
}

}  // namespace

std::string charter_reference(const model::Network& network, std::string_view charter) {
  return "charter:" + network.page.id + "/" + std::string(charter);
}

const model::Charter* current_charter(const model::Network& network, std::string_view charter) {
  const auto found = std::find_if(network.charters.begin(), network.charters.end(),
                                  [&](const model::Charter& it) { return it.charter == charter && it.current; });
  return found == network.charters.end() ? nullptr : &*found;
}

std::vector<Signing> signings(const Case& it) {
  std::vector<Signing> all;
  if (it.path.charter == nullptr) return all;
  for (const Signature& signature : it.path.signatures) {
    const model::Body* body = nullptr;
    if (!holds(signature.when, it) || !signing_body(signature, it, &body)) continue;
    Signing& made = all.emplace_back();
    made.role = signature.role, made.body = body;
    made.by = &answering(it.setting, *signature.role, nullptr, body);
    find_given(it, made);
  }
  return all;
}

bool Signatory::complete() const {
  return std::all_of(signings.begin(), signings.end(), [](const Signing& it) { return it.given.has_value(); });
}

std::vector<Signatory> signatories(const Setting& setting, std::string_view charter) {
  std::vector<Signatory> all;
  const model::Network& network = *setting.book.network;
  for (const Path& path : setting.book.paths) {
    if (!asks_for(path, charter)) continue;
    for (const model::Registration& it : setting.records.of_path(network.page.id, path.id)) {
      if (model::nature(it.state) == model::Nature::out) continue;
      const auto joined = find_joined(network, it.object);
      if (!joined) continue;
      const Case asking = Case::of(setting, path, *joined, it);
      const auto known = [&](const Signatory& other) {
        return other.path == &path && other.body == asking.body &&
               (asking.body != nullptr || other.person == it.person);
      };
      if (std::any_of(all.begin(), all.end(), known)) continue;
      all.push_back({&path, asking.body, asking.body == nullptr ? it.person : model::PersonId(), signings(asking)});
    }
  }
  return all;
}

bool asked_of(const Setting& setting, const Path& path, const Signature& signature, const model::Body* body) {
  const model::Network& network = *setting.book.network;
  if (signature.of_parent)
    return body != nullptr && std::any_of(network.bodies.begin(), network.bodies.end(),
                                          [&](const model::Body& it) { return it.parent == body; });
  const Joined joined{"network:" + network.page.id, Joins::network, &network, nullptr};
  const Case it{.setting = setting,
                .path = path,
                .joined = joined,
                .body = body,
                .person = {},
                .partner = {},
                .profile = {},
                .asked = setting.today(),
                .day = {}};
  return holds(signature.when, it);
}

std::vector<Capacity> capacities(const Setting& setting, std::string_view charter, const model::Person& person,
                                 std::string_view role, const model::Body* body) {
  std::vector<const model::Body*> bodies{body};
  if (body == nullptr) {
    for (const model::Mandate* it : person.mandates_in(setting.book.network->page.id, setting.today()))
      bodies.push_back(find_body(*setting.book.network, it->body));
  }
  std::vector<Capacity> all;
  for (const Path& path : setting.book.paths) {
    if (!asks_for(path, charter)) continue;
    for (const Signature& signature : path.signatures) {
      if (!role.empty() && signature.role->id != role) continue;
      for (const model::Body* it : bodies) {
        const auto found =
            asked_of(setting, path, signature, it) ? capacity(setting, person, *signature.role, it) : std::nullopt;
        if (found && std::find(all.begin(), all.end(), *found) == all.end()) all.push_back(*found);
      }
    }
  }
  return all;
}

}  // namespace cenacle::rules
