// Who may read which restricted tree (DESIGN §2): those who take part, and those who run the network.
#include "rules/registration/readers.h"

#include <algorithm>
#include <set>

namespace cenacle::rules {

Readers::Readers(const model::Portal& portal, const Rulebooks& books) : portal_(portal), books_(books) {
  for (const model::Network& network : portal.networks) {
    const std::string_view all = network.members.id;
    places_.emplace("network:" + network.page.id, Place{all, all});
    for (const model::Group& it : network.groups)
      places_.emplace("group:" + network.page.id + "/" + it.page.id, Place{it.members.id, all});
    for (const model::Workshop& it : network.workshops)
      places_.emplace("workshop:" + network.page.id + "/" + it.page.id, Place{it.members.id, all});
    for (const model::Space& it : network.spaces) places_.emplace("space:" + it.page.id, Place{it.members.id, all});
  }
}

std::vector<std::string_view> Readers::audiences() const {
  std::set<std::string_view> found;
  for (const auto& [reference, place] : places_) found.insert(place.own);
  return {found.begin(), found.end()};
}

std::vector<std::string_view> Readers::opened_by(std::string_view object) const {
  const auto place = places_.find(object);
  if (place == places_.end()) return {};
  if (place->second.own == place->second.network) return {place->second.own};
  return {place->second.own, place->second.network};
}

std::string_view Readers::of_network(std::string_view network) const {
  const auto place = places_.find("network:" + std::string(network));
  return place == places_.end() ? std::string_view() : place->second.own;
}

bool Readers::is_member_of(const model::Person& person, const model::Registration& registration) const {
  if (model::nature(registration.state) != model::Nature::in) return false;
  if (person.id != registration.person && person.id != registration.partner) return false;
  const Rulebook* const book = books_.of(registration.network);
  const Path* const path = book == nullptr ? nullptr : book->path(registration.path);
  return path != nullptr && path->gives == Gives::member;
}

std::vector<std::string_view> Readers::all_of(std::string_view network) const {
  const std::string_view whole = of_network(network);
  std::vector<std::string_view> found;
  for (const auto& [reference, place] : places_)
    if (place.network == whole) found.push_back(place.own);
  return found;
}

namespace {

/// Whoever acts for a body that is no member is a guest, whatever she does there (A3).
bool is_of_guest(const model::Network& network, const model::Mandate& mandate) {
  for (const model::Body& body : network.bodies)
    if (body.id == mandate.body) return body.membership != nullptr && !body.membership->member;
  return false;
}

}  // namespace

std::vector<std::string_view> Readers::opened_by(const model::Mandate& mandate) const {
  for (const model::Network& network : portal_.networks) {
    if (network.page.id != mandate.network) continue;
    if (is_of_guest(network, mandate)) return {};
    if (!mandate.object.empty()) return opened_by(mandate.object);
    for (const model::Role& role : network.roles) {
      if (role.id != mandate.role || role.body == nullptr || role.body->id != mandate.body) continue;
      if (&role == network.contact.role) return all_of(network.page.id);
      return {network.members.id};
    }
  }
  return {};
}

std::vector<std::string_view> Readers::read_by(const model::Person& person,
                                               std::span<const model::Registration> registrations,
                                               base::Date day) const {
  if (person.erased || (person.departed && *person.departed <= day)) return {};
  std::set<std::string_view> found;
  for (const model::Registration& registration : registrations) {
    if (person.standing_in(registration.network) == model::Standing::excluded) continue;
    if (!is_member_of(person, registration)) continue;
    for (const std::string_view audience : opened_by(registration.object)) found.insert(audience);
  }
  for (const model::Mandate& mandate : person.mandates) {
    if (mandate.role.empty() || !mandate.holds_on(day)) continue;
    if (person.standing_in(mandate.network) == model::Standing::excluded) continue;
    for (const std::string_view audience : opened_by(mandate)) found.insert(audience);
  }
  return {found.begin(), found.end()};
}

}  // namespace cenacle::rules
