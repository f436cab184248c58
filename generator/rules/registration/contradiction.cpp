// Two conditions compared key by key.
#include "rules/registration/contradiction.h"

#include <algorithm>

namespace cenacle::rules {

namespace {

template <class T>
bool disjoint(const std::vector<T>& one, const std::vector<T>& other) {
  return !one.empty() && !other.empty() && std::none_of(one.begin(), one.end(), [&](const T& it) {
    return std::find(other.begin(), other.end(), it) != other.end();
  });
}

template <class T>
bool within(const std::vector<T>& part, const std::vector<T>& whole) {
  return whole.empty() || (!part.empty() && std::all_of(part.begin(), part.end(), [&](const T& it) {
           return std::find(whole.begin(), whole.end(), it) != whole.end();
         }));
}

template <class T>
bool differ(const std::optional<T>& one, const std::optional<T>& other) {
  return one && other && *one != *other;
}

bool asks_of_a_body(const Condition& it) {
  const bool of_memberships = !it.memberships.empty() &&
                              std::find(it.memberships.begin(), it.memberships.end(), "none") == it.memberships.end();
  return of_memberships || it.member || it.has_body.value_or(false) || !it.body_kinds.empty() || it.population_min ||
         it.population_max || it.local || it.fee_paid;
}

bool makes_a_member(std::string_view membership, const model::Network& network) {
  for (const model::Membership& it : network.memberships)
    if (it.id == membership) return it.member;
  return false;
}

/// Whether all the memberships of the condition make a member, or none does: `member`.
bool all_are(const Condition& it, bool member, const model::Network& network) {
  return !it.memberships.empty() &&
         std::all_of(it.memberships.begin(), it.memberships.end(),
                     [&](const auto& membership) { return makes_a_member(membership, network) == member; });
}

bool no_body_could(const Condition& one, const Condition& other, const model::Network& network) {
  if (one.has_body == std::optional(false) && asks_of_a_body(other)) return true;
  if (one.member && all_are(other, !*one.member, network)) return true;
  const auto least = std::max(one.population_min, other.population_min);  // an empty one is before all
  return least && ((one.population_max && *one.population_max < *least) ||
                   (other.population_max && *other.population_max < *least));
}

}  // namespace

bool contradict(const Condition& one, const Condition& other, const model::Network& network) {
  return disjoint(one.memberships, other.memberships) || differ(one.member, other.member) ||
         differ(one.has_body, other.has_body) || disjoint(one.body_kinds, other.body_kinds) ||
         differ(one.local, other.local) || disjoint(one.profiles, other.profiles) || differ(one.pair, other.pair) ||
         differ(one.personal_mailbox, other.personal_mailbox) || differ(one.call_open, other.call_open) ||
         differ(one.fee_paid, other.fee_paid) || disjoint(one.meeting_kinds, other.meeting_kinds) ||
         disjoint(one.space_kinds, other.space_kinds) || no_body_could(one, other, network) ||
         no_body_could(other, one, network);
}

bool implies(const Condition& given, const Condition& asked, const model::Network& network) {
  const auto same = [](const auto& one, const auto& other) { return !other || one == other; };
  const bool member = !asked.member || given.member == asked.member || all_are(given, *asked.member, network);
  const bool has_body =
      !asked.has_body || given.has_body == asked.has_body || (*asked.has_body && asks_of_a_body(given));
  const bool population =
      (!asked.population_min || (given.population_min && *given.population_min >= *asked.population_min)) &&
      (!asked.population_max || (given.population_max && *given.population_max <= *asked.population_max));
  return within(given.memberships, asked.memberships) && member && has_body &&
         within(given.body_kinds, asked.body_kinds) && population && same(given.local, asked.local) &&
         within(given.roles, asked.roles) && within(given.profiles, asked.profiles) &&
         within(given.registered, asked.registered) && same(given.pair, asked.pair) &&
         same(given.personal_mailbox, asked.personal_mailbox) &&
         (!asked.closes_days || (given.closes_days && *given.closes_days >= *asked.closes_days)) &&
         same(given.call_open, asked.call_open) && same(given.fee_paid, asked.fee_paid) &&
         within(given.meeting_kinds, asked.meeting_kinds) && within(given.space_kinds, asked.space_kinds) &&
         (!asked.rest_months || (given.rest_months && *given.rest_months >= *asked.rest_months));
}

}  // namespace cenacle::rules
