// Facts kept without their texts, and found again.
#include "workflow/kept.h"

#include <array>

namespace cenacle::workflow {

using model::Fact;
using model::FactKind;

namespace {

/// What rules::Records::facts_about is asked for.
constexpr std::array looked_up = {FactKind::signed_,  FactKind::paid,        FactKind::attended,
                                  FactKind::answered, FactKind::substituted, FactKind::mandate_began};

bool is_looked_up(FactKind kind) {
  for (const FactKind it : looked_up)
    if (it == kind) return true;
  return false;
}

/// A kind of fact, a network, and a body or an object: networks are numbered early, so that 24 bits do.
std::uint64_t place_of(FactKind kind, std::uint32_t network, std::uint32_t thing) {
  return (static_cast<std::uint64_t>(kind) << 56) ^ (static_cast<std::uint64_t>(network & 0xffffff) << 32) ^ thing;
}

std::int32_t days_of(base::Date date) {
  return static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
}

Fact unpacked(const Kept& kept, const Names& names) {
  Fact fact;
  fact.seq = kept.seq, fact.at = base::Instant(std::chrono::seconds(kept.at)), fact.kind = kept.kind;
  fact.network = names.text(kept.network), fact.registration = kept.registration;
  fact.person = names.text(kept.person), fact.other = names.text(kept.other), fact.body = names.text(kept.body);
  fact.object = names.text(kept.object), fact.path = names.text(kept.path);
  fact.value = names.text(kept.value), fact.cause = names.text(kept.cause);
  fact.number = kept.number, fact.limit = kept.limit;
  if (kept.has_day) fact.day = base::Date(std::chrono::sys_days(std::chrono::days(kept.day)));
  if (kept.has_until) fact.until = base::Instant(std::chrono::seconds(kept.until));
  return fact;
}

}  // namespace

std::uint32_t Names::number(std::string_view text) {
  const auto found = numbers_.find(text);
  if (found != numbers_.end()) return found->second;
  const auto number = static_cast<std::uint32_t>(texts_.size());
  numbers_.emplace(texts_.emplace_back(text), number);
  return number;
}

std::optional<std::uint32_t> Names::find(std::string_view text) const {
  const auto found = numbers_.find(text);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

void KeptFacts::keep(const Fact& fact, Names* names) {
  if (fact.registration == 0 && !is_looked_up(fact.kind)) return;
  Kept kept;
  kept.seq = fact.seq, kept.at = fact.at.time_since_epoch().count(), kept.kind = fact.kind;
  kept.network = names->number(fact.network), kept.registration = static_cast<std::uint32_t>(fact.registration);
  kept.person = names->number(fact.person), kept.other = names->number(fact.other);
  kept.body = names->number(fact.body), kept.object = names->number(fact.object);
  kept.path = names->number(fact.path), kept.value = names->number(fact.value), kept.cause = names->number(fact.cause);
  kept.number = fact.number, kept.limit = fact.limit;
  if (fact.day) kept.day = days_of(*fact.day), kept.has_day = true;
  if (fact.until) kept.until = fact.until->time_since_epoch().count(), kept.has_until = true;
  find_again(kept, static_cast<std::uint32_t>(facts_.size()));
  facts_.push_back(kept);
}

void KeptFacts::find_again(const Kept& kept, std::uint32_t place) {
  if (kept.registration != 0) by_registration_[kept.registration].push_back(place);
  if (!is_looked_up(kept.kind)) return;
  by_network_[place_of(kept.kind, kept.network, 0)].push_back(place);
  if (kept.body != 0) by_body_[place_of(kept.kind, kept.network, kept.body)].push_back(place);
  if (kept.object != 0) by_object_[place_of(kept.kind, kept.network, kept.object)].push_back(place);
}

std::vector<Fact> KeptFacts::of_registration(std::int64_t registration, const Names& names) const {
  std::vector<Fact> found;
  const auto places = by_registration_.find(static_cast<std::uint32_t>(registration));
  if (places == by_registration_.end()) return found;
  found.reserve(places->second.size());
  for (const std::uint32_t place : places->second) found.push_back(unpacked(facts_[place], names));
  return found;
}

std::vector<Fact> KeptFacts::about(FactKind kind, std::string_view network, std::string_view body,
                                   std::string_view object, const Names& names) const {
  std::vector<Fact> found;
  const auto in = names.find(network), of = names.find(body), what = names.find(object);
  if (!in || !of || !what) return found;
  const auto& index = *what != 0 ? by_object_ : *of != 0 ? by_body_ : by_network_;
  const auto places = index.find(place_of(kind, *in, *what != 0 ? *what : *of));
  if (places == index.end()) return found;
  for (const std::uint32_t place : places->second) {
    const Kept& kept = facts_[place];
    if (kept.network == *in && (*of == 0 || kept.body == *of)) found.push_back(unpacked(kept, names));
  }
  return found;
}

}  // namespace cenacle::workflow
