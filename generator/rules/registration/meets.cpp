// Whether a condition of the rules is true of a request.
#include "rules/registration/meets.h"

#include <algorithm>

#include "rules/registration/convention.h"

namespace cenacle::rules {

namespace {

using model::Registration;

template <class List, class Value>
bool contains(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// No body is like a body without membership: it pays for nobody.
bool fits_membership(const Condition& condition, const model::Body* body) {
  const model::Membership* const membership = body == nullptr ? nullptr : body->membership;
  if (!condition.memberships.empty() &&
      !contains(condition.memberships, membership == nullptr ? std::string("none") : membership->id))
    return false;
  return !condition.member || (membership != nullptr && membership->member) == *condition.member;
}

bool fits_body(const Condition& condition, const model::Body* body) {
  if (condition.has_body && *condition.has_body != (body != nullptr)) return false;
  if (!fits_membership(condition, body)) return false;
  if (!condition.body_kinds.empty() && (body == nullptr || !contains(condition.body_kinds, body->kind))) return false;
  if (!condition.population_min && !condition.population_max) return true;
  if (body == nullptr || !body->population) return false;
  return (!condition.population_min || *condition.population_min <= *body->population) &&
         (!condition.population_max || *body->population <= *condition.population_max);
}

bool fits_joined(const Condition& condition, const Joined& joined, const model::Body* body) {
  if (condition.local) {
    const model::Body* const about = joined.body();
    if ((about != nullptr && body != nullptr && (about == body || about == body->parent)) != *condition.local)
      return false;
  }
  if (!condition.meeting_kinds.empty() &&
      (joined.meeting == nullptr || !contains(condition.meeting_kinds, joined.meeting->kind)))
    return false;
  return condition.space_kinds.empty() ||
         (joined.space() != nullptr && contains(condition.space_kinds, joined.space()->kind));
}

bool has_role(const Condition& condition, const Setting& setting, const std::optional<model::Person>& person) {
  if (condition.roles.empty()) return true;
  if (!person) return false;
  const auto mandates = person->mandates_in(setting.book.network->page.id, setting.today());
  return std::any_of(mandates.begin(), mandates.end(), [&](const model::Mandate* mandate) {
    return std::any_of(condition.roles.begin(), condition.roles.end(),
                       [&](const model::Role* role) { return role->id == mandate->role; });
  });
}

/// C6, E9: she takes part, or her body does as such.
bool takes_part(const Condition& condition, const Case& it) {
  const auto counts = [&](const Registration& other, bool of_body) {
    if (other.network != it.network().page.id || model::nature(other.state) != model::Nature::in ||
        other.id == it.registration || !contains(condition.registered, other.path))
      return false;
    const Path* const path = it.setting.book.path(other.path);
    return !of_body || (path != nullptr && path->unit == Unit::body);
  };
  if (it.person)
    for (const Registration& other : it.setting.records.of_person(it.person->id))
      if (counts(other, false)) return true;
  if (it.body != nullptr)
    for (const Registration& other : it.setting.records.of_body(it.network().page.id, it.body->id))
      if (counts(other, true)) return true;
  return false;
}

bool has_own_mailbox(const Case& it, const std::optional<model::Person>& person) {
  if (!person || person->mail.empty()) return true;
  if (is_shared_mailbox(it.setting.book, person->mail)) return false;
  const auto owner = it.setting.records.owner_of(person->mail);
  return !owner || *owner == person->id;
}

/// E2: the body has paid the fee of today's calendar year, by a registration whose path has one.
bool has_paid(const Case& it) {
  if (it.body == nullptr) return false;
  for (const model::Fact& fact :
       it.setting.records.facts_about(model::FactKind::paid, it.network().page.id, it.body->id, {})) {
    const auto paid = it.setting.records.registration(fact.registration);
    const Path* const path = paid ? it.setting.book.path(paid->path) : nullptr;
    if (path != nullptr && !path->fee.empty() && std::chrono::year(fee_year(fact)) == it.setting.today().year())
      return true;
  }
  return false;
}

}  // namespace

bool is_shared_mailbox(const Rulebook& book, std::string_view mail) {
  std::string_view name = mail.substr(0, mail.find('@'));
  name = name.substr(0, name.find('+'));
  return contains(book.shared_mailboxes, name);
}

std::optional<base::Date> closing_day(const Condition& condition, const Case& it) {
  std::optional<base::Date> last;
  if (condition.call_open.value_or(false) && it.joined.group() != nullptr && it.joined.group()->call)
    last = it.joined.group()->call->deadline;
  if (condition.closes_days)
    if (const auto first = first_day(it.network(), it.joined)) {
      const base::Date day = base::add_days(*first, -static_cast<int>(*condition.closes_days));
      if (!last || day < *last) last = day;
    }
  return last;
}

std::optional<base::Date> opening_day(const Condition& condition, const Case& it,
                                      const std::vector<std::string>& paths) {
  std::optional<base::Date> last;
  if (!condition.rest_months || !it.person) return last;
  for (const Registration& other : it.setting.records.of_person(it.person->id)) {
    const bool same_path = paths.empty() ? other.path == it.path.id : contains(paths, other.path);
    if (other.network != it.network().page.id || !same_path || other.terms == 0 ||
        model::nature(other.state) != model::Nature::out)
      continue;
    const base::Date day = base::add_months(it.setting.day_of(other.since), static_cast<int>(*condition.rest_months));
    if (!last || *last < day) last = day;
  }
  return last;
}

bool holds(const Condition& condition, const Case& it, const std::vector<std::string>& paths) {
  if (condition.empty) return true;
  if (!fits_body(condition, it.body) || !fits_joined(condition, it.joined, it.body)) return false;
  if (!has_role(condition, it.setting, it.person)) return false;
  if (!condition.profiles.empty() && !contains(condition.profiles, it.profile)) return false;
  if (condition.pair && *condition.pair != it.partner.has_value()) return false;
  if (condition.personal_mailbox &&
      *condition.personal_mailbox != (has_own_mailbox(it, it.person) && has_own_mailbox(it, it.partner)))
    return false;
  if (condition.call_open) {
    const model::Group* const group = it.joined.group();
    const bool open = group != nullptr && group->call && it.asked <= group->call->deadline;
    if (open != *condition.call_open) return false;
  }
  if (condition.closes_days) {
    const auto first = first_day(it.network(), it.joined);
    if (first && base::add_days(it.asked, static_cast<int>(*condition.closes_days)) > *first) return false;
  }
  if (condition.fee_paid && *condition.fee_paid != has_paid(it)) return false;
  if (const auto from = opening_day(condition, it, paths); from && it.asked < *from) return false;
  return condition.registered.empty() || takes_part(condition, it);
}

bool tells_apart(const Condition& condition) {
  return !condition.memberships.empty() || condition.member || condition.has_body || !condition.body_kinds.empty() ||
         condition.population_min || condition.population_max || condition.local || !condition.roles.empty() ||
         !condition.profiles.empty() || condition.pair || !condition.meeting_kinds.empty() ||
         !condition.space_kinds.empty();
}

bool is_about(const Condition& condition, const Setting& setting, const Registration& it) {
  if (!condition.profiles.empty() && !contains(condition.profiles, it.profile)) return false;
  if (condition.pair && *condition.pair == it.partner.empty()) return false;
  const model::Body* const body = find_body(*setting.book.network, it.body);
  if (!fits_body(condition, body)) return false;
  if (condition.local || !condition.meeting_kinds.empty() || !condition.space_kinds.empty()) {
    const auto joined = find_joined(*setting.book.network, it.object);
    if (!joined || !fits_joined(condition, *joined, body)) return false;
  }
  return condition.roles.empty() || has_role(condition, setting, setting.records.person(it.person));
}

}  // namespace cenacle::rules
