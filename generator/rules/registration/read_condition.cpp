// Conditions: of whom, of which bodies and of which objects something is true.
#include <algorithm>

#include "rules/registration/reading.h"

namespace cenacle::rules {

using content::Keys;

namespace {

std::vector<std::string> memberships(Keys& keys, const Reading& reading) {
  std::vector<std::string_view> known{"none"};
  for (const model::Membership& it : reading.network.memberships) known.push_back(it.id);
  return texts_among(keys, "memberships", "membership", known);
}

std::vector<std::string> space_kinds(Keys& keys, const Reading& reading) {
  std::vector<std::string_view> known;
  for (const model::Space& it : reading.network.spaces)
    if (std::find(known.begin(), known.end(), it.kind) == known.end()) known.push_back(it.kind);
  return texts_among(keys, "space_kinds", "kind of space", known);
}

std::optional<std::int64_t> number(Keys& keys, std::string_view key, const Reading& reading) {
  const auto found = figure(keys, key, reading);
  return found ? std::optional(found->value) : std::nullopt;
}

void read_population(Keys& keys, const Reading& reading, Condition& it) {
  it.population_min = number(keys, "population_min", reading);
  it.population_max = number(keys, "population_max", reading);
  if (const auto above = number(keys, "population_above", reading)) {
    if (it.population_min)
      keys.report(diag::code::bad_value, keys.find("population_above")->value.at,
                  "a condition has `population_min` or `population_above`, not both", "take one of them out");
    it.population_min = *above + 1;
  }
}

}  // namespace

Condition condition(Keys& keys, const Reading& reading) {
  Condition it;
  it.memberships = memberships(keys, reading);
  it.member = yes_or_no(keys, "member");
  it.has_body = yes_or_no(keys, "body");
  it.body_kinds = content::all_listed(keys, "body_kinds", "kind of body", reading.network.body_kinds);
  read_population(keys, reading, it);
  it.local = yes_or_no(keys, "local");
  it.roles = content::references<model::Role>(keys, "roles");
  it.profiles = texts_among(keys, "profiles", "profile", {reading.profiles.begin(), reading.profiles.end()});
  it.registered = path_ids(keys, "registered", reading);
  it.pair = yes_or_no(keys, "pair");
  it.personal_mailbox = yes_or_no(keys, "personal_mailbox");
  it.closes_days = number(keys, "closes_days", reading);
  it.call_open = yes_or_no(keys, "call_open");
  it.fee_paid = yes_or_no(keys, "fee_paid");
  it.meeting_kinds = content::all_listed(keys, "meeting_kinds", "kind of meeting", reading.network.meeting_kinds);
  it.space_kinds = space_kinds(keys, reading);
  it.rest_months = number(keys, "rest_months", reading);
  it.empty = it == Condition{};
  return it;
}

std::optional<Condition> condition_at(Keys& keys, std::string_view key, const Reading& reading) {
  std::optional<Condition> found;
  keys.table(key, "a condition", [&](Keys& table) { found = condition(table, reading); });
  return found;
}

}  // namespace cenacle::rules
