// What plans, and the rules that they ask, want to know of the ledger.
#include <algorithm>

#include "workflow/memory.h"
#include "workflow/memory_state.h"

namespace cenacle::workflow {

namespace {

template <class Map, class Key>
auto find_in(const Map& map, const Key& key) -> decltype(&map.begin()->second) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

std::int64_t Memory::last() const { return state_->last; }
bool Memory::queued(const Key& key) const { return state_->queued.contains(print_of(key)); }

const Memory::Adopted* Memory::adopted(std::string_view network, std::string_view path) const {
  return find_in(state_->adopted, std::pair(std::string(network), std::string(path)));
}

const Told* Memory::told(std::string_view subject, std::string_view recipient) const {
  const auto about = state_->names.find(subject), to = state_->names.find(recipient);
  const auto* const all = about ? find_in(state_->told, *about) : nullptr;
  return all == nullptr || !to ? nullptr : find_in(*all, *to);
}

std::vector<std::string> Memory::having(std::string_view subject) const {
  std::vector<std::string> found;
  const auto about = state_->names.find(subject);
  const auto* const all = about ? find_in(state_->told, *about) : nullptr;
  if (all == nullptr) return found;
  for (const auto& [recipient, it] : *all)
    if (it.has) found.push_back(state_->names.text(recipient));
  std::sort(found.begin(), found.end());
  return found;
}

std::optional<base::Instant> Memory::bounced(std::string_view person) const {
  const auto her = state_->names.find(person);
  const auto* const at = her ? find_in(state_->bounced, *her) : nullptr;
  return at == nullptr ? std::nullopt : std::optional(*at);
}

std::optional<base::Instant> Memory::opted_out(std::string_view person, std::string_view list) const {
  const auto her = state_->names.find(person), of = state_->names.find(list);
  const auto* const at = her && of ? find_in(state_->opted, both(*her, *of)) : nullptr;
  return at == nullptr ? std::nullopt : std::optional(*at);
}

const model::Person* Memory::find_person(std::string_view id) const {
  const auto number = state_->names.find(id);
  return number ? find_in(state_->people, *number) : nullptr;
}

const model::Registration* Memory::find_registration(std::int64_t id) const {
  if (id < 1 || id > registrations()) return nullptr;
  const model::Registration& it = state_->registrations[static_cast<std::size_t>(id - 1)];
  return it.id == 0 ? nullptr : &it;
}

std::int64_t Memory::registrations() const { return static_cast<std::int64_t>(state_->registrations.size()); }

Happened Memory::stage(std::int64_t registration) const {
  return find_registration(registration) == nullptr ? Happened{}
                                                    : state_->stages[static_cast<std::size_t>(registration - 1)];
}

std::optional<Happened> Memory::vacated(std::int64_t registration) const {
  const auto* const it = find_in(state_->vacated, registration);
  return it == nullptr ? std::nullopt : std::optional(*it);
}

std::optional<std::pair<std::string, Happened>> Memory::breach(std::int64_t registration) const {
  const auto* const it = find_in(state_->breaches, registration);
  if (it == nullptr) return std::nullopt;
  return std::pair(state_->names.text(it->first), it->second);
}

std::span<const Request> Memory::requests() const { return state_->requests; }

std::optional<Happened> Memory::reply(std::int64_t request, std::string_view person) const {
  const auto her = state_->names.find(person);
  const auto* const it = her ? find_in(state_->replies, both(static_cast<std::uint64_t>(request), *her)) : nullptr;
  return it == nullptr ? std::nullopt : std::optional(*it);
}

std::vector<model::PersonId> Memory::with_role(std::string_view network, std::string_view role) const {
  std::vector<model::PersonId> found;
  const auto in = state_->names.find(network), as = state_->names.find(role);
  const auto* const people = in && as ? find_in(state_->by_role, both(*in, *as)) : nullptr;
  if (people == nullptr) return found;
  std::vector<Number> each = *people;  // somebody may have had the same duties twice
  std::sort(each.begin(), each.end());
  each.erase(std::unique(each.begin(), each.end()), each.end());
  for (const Number it : each) found.push_back(state_->names.text(it));
  return found;
}

std::vector<std::string_view> Memory::objects(std::string_view network) const {
  std::vector<std::string_view> found;
  const auto in = state_->names.find(network);
  const auto* const all = in ? find_in(state_->objects, *in) : nullptr;
  if (all == nullptr) return found;
  for (const Number it : *all) found.push_back(state_->names.text(it));
  return found;
}

std::vector<model::Registration> Memory::State::listed(const Ids& ids) const {
  std::vector<model::Registration> found;
  found.reserve(ids.size());
  for (const std::int64_t id : ids) found.push_back(registrations[static_cast<std::size_t>(id - 1)]);
  return found;
}

std::optional<model::Person> Memory::person(std::string_view id) const {
  const model::Person* const her = find_person(id);
  return her == nullptr ? std::nullopt : std::optional(*her);
}

std::optional<model::Registration> Memory::registration(std::int64_t id) const {
  const model::Registration* const it = find_registration(id);
  return it == nullptr ? std::nullopt : std::optional(*it);
}

std::vector<model::Registration> Memory::of_object(std::string_view object) const {
  const auto number = state_->names.find(object);
  const auto* const ids = number ? find_in(state_->by_object, *number) : nullptr;
  return ids == nullptr ? std::vector<model::Registration>{} : state_->listed(*ids);
}

std::vector<model::Registration> Memory::of_body(std::string_view network, std::string_view body) const {
  const auto in = state_->names.find(network), of = state_->names.find(body);
  const auto* const ids = in && of ? find_in(state_->by_body, both(*in, *of)) : nullptr;
  return ids == nullptr ? std::vector<model::Registration>{} : state_->listed(*ids);
}

std::vector<model::Registration> Memory::of_person(std::string_view person) const {
  const auto number = state_->names.find(person);
  const auto* const ids = number ? find_in(state_->by_person, *number) : nullptr;
  if (ids == nullptr) return {};
  State::Ids hers = *ids;  // she may have left a seat, and come back to it
  std::sort(hers.begin(), hers.end());
  hers.erase(std::unique(hers.begin(), hers.end()), hers.end());
  std::vector<model::Registration> found = state_->listed(hers);
  std::erase_if(found, [&](const model::Registration& it) { return it.person != person && it.partner != person; });
  return found;
}

std::vector<model::Registration> Memory::of_path(std::string_view network, std::string_view path) const {
  const auto in = state_->names.find(network), by = state_->names.find(path);
  const auto* const ids = in && by ? find_in(state_->by_path, both(*in, *by)) : nullptr;
  return ids == nullptr ? std::vector<model::Registration>{} : state_->listed(*ids);
}

std::vector<model::Fact> Memory::facts_of(std::int64_t registration) const {
  return state_->facts.of_registration(registration, state_->names);
}

std::vector<model::Fact> Memory::facts_about(model::FactKind kind, std::string_view network, std::string_view body,
                                             std::string_view object) const {
  return state_->facts.about(kind, network, body, object, state_->names);
}

std::optional<model::PersonId> Memory::owner_of(std::string_view) const { return std::nullopt; }
std::int64_t Memory::next_registration() const { return registrations() + 1; }
std::int64_t Memory::next_request() const { return static_cast<std::int64_t>(state_->requests.size()) + 1; }
std::int64_t Memory::next_quote(std::string_view, int) const { return 1; }

}  // namespace cenacle::workflow
