// The ledger as it will be: what it holds now, and the facts of an act that is being ruled on.
#include "rules/registration/draft.h"

#include <algorithm>
#include <limits>

#include "rules/registration/fold.h"

namespace cenacle::rules {

using model::Fact;
using model::Registration;

void Draft::append(Fact fact) {
  fact.seq = std::numeric_limits<std::int64_t>::max() / 2 + static_cast<std::int64_t>(facts_.size());
  if (fact.registration != 0) {
    const std::optional<Registration> before = registration(fact.registration);
    const auto known = [&](const Touched& it) { return it.id == fact.registration; };
    if (std::none_of(touched_.begin(), touched_.end(), known)) touched_.push_back({fact.registration, before});
    if (std::optional<Registration> after = fold(before, fact)) registrations_[after->id] = *std::move(after);
  } else if (!fact.person.empty()) {
    if (std::optional<model::Person> after = fold(person(fact.person), fact)) people_[after->id] = *std::move(after);
  }
  facts_.push_back(std::move(fact));
}

std::vector<Fact> Draft::facts() const {
  std::vector<Fact> written = facts_;
  for (Fact& it : written) it.seq = 0;
  return written;
}

std::optional<model::Person> Draft::person(std::string_view id) const {
  const auto it = people_.find(id);
  return it == people_.end() ? ledger_.person(id) : std::optional(it->second);
}

std::optional<Registration> Draft::registration(std::int64_t id) const {
  const auto it = registrations_.find(id);
  return it == registrations_.end() ? ledger_.registration(id) : std::optional(it->second);
}

/// `listed` by the ledger, with those that were touched since as they are now.
template <class Belongs>
std::vector<Registration> Draft::merged(std::vector<Registration> listed, const Belongs& belongs) const {
  std::erase_if(listed, [&](const Registration& it) { return registrations_.contains(it.id); });
  for (const auto& [id, it] : registrations_)
    if (belongs(it)) listed.push_back(it);
  std::sort(listed.begin(), listed.end(), [](const Registration& a, const Registration& b) { return a.id < b.id; });
  return listed;
}

std::vector<Registration> Draft::of_object(std::string_view object) const {
  return merged(ledger_.of_object(object), [&](const Registration& it) { return it.object == object; });
}

std::vector<Registration> Draft::of_body(std::string_view network, std::string_view body) const {
  return merged(ledger_.of_body(network, body),
                [&](const Registration& it) { return it.network == network && it.body == body; });
}

std::vector<Registration> Draft::of_person(std::string_view person) const {
  return merged(ledger_.of_person(person),
                [&](const Registration& it) { return it.person == person || it.partner == person; });
}

std::vector<Registration> Draft::of_path(std::string_view network, std::string_view path) const {
  return merged(ledger_.of_path(network, path),
                [&](const Registration& it) { return it.network == network && it.path == path; });
}

std::vector<Registration> Draft::unsettled(std::string_view object, base::Instant now) const {
  return merged(ledger_.unsettled(object, now),
                [&](const Registration& it) { return it.object == object && may_settle(it, now); });
}

std::vector<Fact> Draft::facts_of(std::int64_t registration) const {
  std::vector<Fact> found = ledger_.facts_of(registration);
  for (const Fact& it : facts_)
    if (it.registration == registration) found.push_back(it);
  return found;
}

std::vector<Fact> Draft::facts_about(model::FactKind kind, std::string_view network, std::string_view body,
                                     std::string_view object) const {
  std::vector<Fact> found = ledger_.facts_about(kind, network, body, object);
  for (const Fact& it : facts_)
    if (it.kind == kind && it.network == network && (body.empty() || it.body == body) &&
        (object.empty() || it.object == object))
      found.push_back(it);
  return found;
}

std::int64_t Draft::next_registration() const {
  const auto is_new = [](const Touched& it) { return !it.before.has_value(); };
  return ledger_.next_registration() + std::count_if(touched_.begin(), touched_.end(), is_new);
}

std::int64_t Draft::next_quote(std::string_view network, int year) const {
  const auto quotes = [](const Fact& it) { return it.kind == model::FactKind::quoted; };
  return ledger_.next_quote(network, year) + std::count_if(facts_.begin(), facts_.end(), quotes);
}

}  // namespace cenacle::rules
