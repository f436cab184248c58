// The roll of one network: members, functions, and who may be written to.
#include "workflow/roll.h"

#include <algorithm>
#include <unordered_set>

namespace cenacle::workflow {

namespace {

bool is_of_the_network(const model::Role& role) { return !role.mail.empty() || role.body != nullptr; }

void add(Addressees* all, Addressee one) {
  const auto same = [&](const Addressee& it) { return it.to.reference() == one.to.reference(); };
  if (std::none_of(all->begin(), all->end(), same)) all->push_back(std::move(one));
}

}  // namespace

void add_to(Addressees* all, const Addressees& more) {
  if (all->empty()) {
    *all = more;
    return;
  }
  std::unordered_set<std::string> known;
  for (const Addressee& it : *all) known.insert(it.to.reference());
  for (const Addressee& it : more)
    if (known.insert(it.to.reference()).second) all->push_back(it);
}

Roll::Roll(const Setting& setting, const model::Network& network)
    : setting_(setting),
      network_(network),
      book_(setting.rulebooks.of(network.page.id)),
      calendar_{setting.portal.time_zone, setting.holidays, network.holidays},
      today_(calendar_.day_of(setting.now)) {
  for (const model::Body& it : network.bodies) bodies_.emplace(it.id, &it);
}

const model::Body* Roll::body(std::string_view id) const {
  const auto found = bodies_.find(id);
  return found == bodies_.end() ? nullptr : found->second;
}

const rules::Joined* Roll::joined(std::string_view object) const {
  auto found = joined_.find(object);
  if (found == joined_.end()) found = joined_.emplace(std::string(object), rules::find_joined(network_, object)).first;
  return found->second ? &*found->second : nullptr;
}

rules::Setting Roll::registrar() const { return {setting_.portal, *book_, setting_.memory, setting_.now}; }

bool Roll::is_there(std::string_view person) const {
  const model::Person* const her = setting_.memory.find_person(person);
  return her != nullptr && !her->erased && !(her->departed && *her->departed <= today_);
}

bool Roll::receives(std::string_view person) const {
  return is_there(person) &&
         setting_.memory.find_person(person)->standing_in(network_.page.id) != model::Standing::excluded;
}

Addressees Roll::members_by(std::string_view object) const {
  Addressees all;
  std::unordered_set<std::string> known;
  for (const model::Registration& it : setting_.memory.of_object(object)) {
    const rules::Path* const path = book_->path(it.path);
    if (model::nature(it.state) != model::Nature::in || path == nullptr || path->gives != rules::Gives::member)
      continue;
    for (const model::PersonId& id : {it.person, it.partner})
      if (!id.empty() && receives(id) && known.insert(id).second) all.push_back({{id, {}, {}}, it.since});
  }
  return all;
}

const Addressees& Roll::members(std::string_view object) const {
  const auto found = members_.find(object);
  if (found != members_.end()) return found->second;
  Addressees all;
  if (book_ != nullptr && object == "network:" + network_.page.id) {
    for (const std::string_view it : setting_.memory.objects(network_.page.id)) add_to(&all, members_by(it));
  } else if (book_ != nullptr) {
    all = members_by(object);
  }
  return members_.emplace(std::string(object), std::move(all)).first->second;
}

/// Of the mandates of today, those of the narrowest place that has any.
Addressees Roll::people_with(const model::Role& role, const Scope& scope) const {
  Addressees places[4];
  for (const model::PersonId& id : setting_.memory.with_role(network_.page.id, role.id)) {
    if (!receives(id)) continue;
    for (const model::Mandate* it : setting_.memory.find_person(id)->mandates_in(network_.page.id, today_)) {
      if (it->role != role.id) continue;
      const Addressee one{{id, {}, {}}, calendar_.instant_of(base::midnight(it->from))};
      if (scope.everywhere) {
        add(&places[0], one);
      } else if (!it->object.empty()) {
        if (it->object == scope.object) add(&places[0], one);
      } else if (scope.body != nullptr && it->body == scope.body->id) {
        add(&places[1], one);
      } else if (scope.body != nullptr && scope.body->parent != nullptr && it->body == scope.body->parent->id) {
        add(&places[2], one);
      } else if (is_of_the_network(role) && (role.body == nullptr || it->body == role.body->id)) {
        add(&places[3], one);
      }
    }
  }
  for (Addressees& place : places)
    if (!place.empty()) return std::move(place);
  return {};
}

Addressees Roll::mailboxes_of(const model::Role& role, const Scope& scope) const {
  Addressees all;
  const auto look_in = [&](const std::vector<model::Holder>& holders) {
    for (const model::Holder& it : holders)
      if (it.role == &role && !it.mail.empty())
        add(&all, {{{}, it.mail, it.function.empty() ? role.title : it.function}, {}});
  };
  if (scope.holders != nullptr) look_in(*scope.holders);
  if (all.empty() && scope.body != nullptr)
    for (const model::Space& space : network_.spaces)
      if (space.body == scope.body || (space.body != nullptr && space.body == scope.body->parent))
        look_in(space.holders);
  if (all.empty() && !role.mail.empty()) add(&all, {{{}, role.mail, role.title}, {}});
  return all;
}

Addressees Roll::holding(const model::Role& role, const Scope& scope) const {
  const model::Role* it = &role;
  for (int steps = 0; it != nullptr && steps < 8; it = it->fallback, ++steps) {  // a chain of fallbacks may be a ring
    Addressees found = people_with(*it, scope);
    if (found.empty()) found = mailboxes_of(*it, scope);
    if (!found.empty()) return found;
  }
  return {};
}

Addressees Roll::of_body(const model::Body& body) const {
  Addressees all;
  for (const model::PersonId& id : setting_.memory.with_role(network_.page.id, {})) {
    if (!receives(id)) continue;
    for (const model::Mandate* it : setting_.memory.find_person(id)->mandates_in(network_.page.id, today_))
      if (it->body == body.id) add(&all, {{id, {}, {}}, calendar_.instant_of(base::midnight(it->from))});
  }
  return all;
}

Addressees Roll::of_membership(const model::Membership& membership) const {
  Addressees all;
  for (const model::PersonId& id : setting_.memory.with_role(network_.page.id, {})) {
    if (!receives(id)) continue;
    for (const model::Mandate* it : setting_.memory.find_person(id)->mandates_in(network_.page.id, today_))
      if (const model::Body* const of = body(it->body); of != nullptr && of->membership == &membership)
        add(&all, {{id, {}, {}}, calendar_.instant_of(base::midnight(it->from))});
  }
  return all;
}

}  // namespace cenacle::workflow
