// How many there are of what a limit counts, and how many there may be.
#include "rules/registration/limits.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "rules/registration/meets.h"

namespace cenacle::rules {

namespace {

using model::Registration;

bool has(const Limit& limit, Each each) {
  return std::find(limit.each.begin(), limit.each.end(), each) != limit.each.end();
}

/// Whether it has all that the limit counts by: a limit by body says nothing of a citizen.
bool has_all(const Limit& limit, const Case& it) {
  return (!has(limit, Each::person) || it.person) && (!has(limit, Each::body) || it.body != nullptr) &&
         (!has(limit, Each::parent) || it.body != nullptr) &&
         (!has(limit, Each::body_kind) || (it.body != nullptr && it.body->kind != nullptr)) &&
         (!has(limit, Each::profile) || !it.profile.empty());
}

const model::Body* parent_or_itself(const model::Body* body) {
  return body == nullptr || body->parent == nullptr ? body : body->parent;
}

std::vector<std::string> objects_of_group(const Case& it) {
  std::vector<std::string> objects = meetings_of(it.network(), it.joined.owner);
  objects.push_back(reference_of(it.network(), it.joined.owner));
  return objects;
}

void append(std::vector<Registration>* all, std::vector<Registration> more) {
  all->insert(all->end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// The narrowest part of the ledger that has all of those to be counted.
std::vector<Registration> candidates(const Rule& rule, const Case& it, const model::Person* person) {
  const Limit& limit = *rule.limit;
  const Records& records = it.setting.records;
  if (has(limit, Each::person)) return records.of_person(person->id);
  if (has(limit, Each::object)) return records.of_object(it.joined.reference);
  std::vector<Registration> all;
  if (has(limit, Each::group)) {
    for (const std::string& object : objects_of_group(it)) append(&all, records.of_object(object));
  } else if (has(limit, Each::body)) {
    all = records.of_body(it.network().page.id, it.body->id);
  } else if (has(limit, Each::parent)) {
    for (const model::Body& body : it.network().bodies)
      if (parent_or_itself(&body) == parent_or_itself(it.body))
        append(&all, records.of_body(it.network().page.id, body.id));
  } else {
    for (const Path& path : it.setting.book.paths)
      if (rule.paths.empty() || std::find(rule.paths.begin(), rule.paths.end(), path.id) != rule.paths.end())
        append(&all, records.of_path(it.network().page.id, path.id));
  }
  return all;
}

/// Which of the candidates count.
class Counted {
 public:
  Counted(const Rule& rule, const Case& it, const model::Person* person)
      : rule_(rule), it_(it), limit_(*rule.limit), person_(person) {
    if (has(limit_, Each::group)) group_ = objects_of_group(it);
    if (limit_.since_mandate) since_ = it.mandate_began();
  }

  bool operator()(const Registration& other) const {
    if (other.network != it_.network().page.id) return false;
    if (other.id == it_.registration && limit_.count != Count::half_days) return false;
    if (!rule_.paths.empty() && std::find(rule_.paths.begin(), rule_.paths.end(), other.path) == rule_.paths.end())
      return false;
    const bool over_time = limit_.within_months || has(limit_, Each::year) || limit_.count == Count::half_days;
    if (!other.holds && !(over_time && other.state == model::State::ended)) return false;
    return is_like(other) && (!tells_apart(rule_.when) || is_about(rule_.when, it_.setting, other));
  }

 private:
  bool is_like(const Registration& other) const {
    if (has(limit_, Each::person) && other.person != person_->id && other.partner != person_->id) return false;
    if (has(limit_, Each::object) && other.object != it_.joined.reference) return false;
    if (has(limit_, Each::group) && std::find(group_.begin(), group_.end(), other.object) == group_.end()) return false;
    if (has(limit_, Each::body) && other.body != it_.body->id) return false;
    if (has(limit_, Each::profile) && other.profile != it_.profile) return false;
    if (has(limit_, Each::year) && it_.setting.day_of(other.asked).year() != it_.asked.year()) return false;
    if (since_ && it_.setting.day_of(other.asked) < *since_) return false;
    if (!has(limit_, Each::parent) && !has(limit_, Each::body_kind)) return true;
    const model::Body* const body = find_body(it_.network(), other.body);
    if (body == nullptr) return false;
    return (!has(limit_, Each::parent) || parent_or_itself(body) == parent_or_itself(it_.body)) &&
           (!has(limit_, Each::body_kind) || body->kind == it_.body->kind);
  }

  const Rule& rule_;
  const Case& it_;
  const Limit& limit_;
  const model::Person* person_;
  std::vector<std::string> group_;
  std::optional<base::Date> since_;
};

std::set<std::string> people_in(const std::optional<model::Person>& a, const std::optional<model::Person>& b) {
  std::set<std::string> people;
  if (a) people.insert(a->id);
  if (b) people.insert(b->id);
  return people;
}

std::int64_t half_days_of(const Case& it, const Registration& other) {
  std::int64_t served = 0;
  for (const model::Fact& fact : it.setting.records.facts_of(other.id))
    if (fact.kind == model::FactKind::served) served += fact.number;
  return served;
}

/// Fills `used` and `with_it`.
void count(const Limit& limit, const Case& it, const std::vector<Registration>& others, Tally* tally) {
  if (limit.count == Count::registrations) {
    tally->used = static_cast<std::int64_t>(others.size()), tally->with_it = tally->used + 1;
    return;
  }
  if (limit.count == Count::half_days) {
    for (const Registration& other : others) tally->used += half_days_of(it, other);
    tally->with_it = tally->used + it.half_days;
    return;
  }
  std::set<std::string> distinct;
  for (const Registration& other : others) {
    if (limit.count == Count::objects) distinct.insert(other.object);
    if (limit.count == Count::bodies) distinct.insert(other.body);
    if (limit.count == Count::people) distinct.insert({other.person, other.partner});
  }
  if (limit.count != Count::objects) distinct.erase("");
  tally->used = static_cast<std::int64_t>(distinct.size());
  if (limit.count == Count::objects) distinct.insert(it.joined.reference);
  if (limit.count == Count::bodies && it.body != nullptr) distinct.insert(it.body->id);
  if (limit.count == Count::people) distinct.merge(people_in(it.person, it.partner));
  tally->with_it = static_cast<std::int64_t>(distinct.size());
}

/// A10: all within so many months of the first that counts, or of the start of her mandate (E11). The day of the same
/// number, that many months later, is still within.
void look_at_days(const Limit& limit, const Case& it, const std::vector<Registration>& others, Tally* tally) {
  if (!limit.within_months) return;
  base::Date mine = it.day.value_or(it.asked);
  if (!it.day && it.joined.meeting != nullptr) mine = first_day(it.network(), it.joined).value_or(mine);
  std::optional<base::Date> first;
  base::Date last = mine;
  if (limit.since_mandate) {
    first = it.mandate_began();
  } else {
    for (const Registration& other : others) {
      std::optional<Joined> joined;
      if (other.object.starts_with("meeting:")) joined = find_joined(it.network(), other.object);
      const base::Date day = day_of(it.setting, joined ? &*joined : nullptr, other);
      if (!first || day < *first) first = day;
      last = std::max(last, day);
    }
    if (first) first = std::min(*first, mine);
  }
  if (!first) return;
  const base::Date last_within = base::add_months(*first, static_cast<int>(*limit.within_months));
  tally->date = limit.since_mandate ? last_within : *first;
  tally->too_late = last > last_within;
}

Tally tally_of(const Rule& rule, const Case& it, const model::Person* person, std::int64_t max) {
  std::vector<Registration> others = candidates(rule, it, person);
  const Counted counted(rule, it, person);
  std::erase_if(others, [&](const Registration& other) { return !counted(other); });
  Tally tally;
  tally.max = max;
  count(*rule.limit, it, others, &tally);
  look_at_days(*rule.limit, it, others, &tally);
  return tally;
}

}  // namespace

std::optional<std::int64_t> most(const Limit& limit, const Joined& joined, const model::Body* body) {
  std::int64_t max = limit.number;
  if (limit.max == Max::seats) {
    if (joined.workshop() == nullptr) return std::nullopt;
    max = joined.workshop()->seats;
  } else if (limit.max == Max::contributions) {
    if (body == nullptr) return std::nullopt;
    max = body->contributions;
  }
  return max * limit.percent / 100;
}

Tally tally(const Rule& rule, const Case& it) {
  const std::optional<std::int64_t> max = most(*rule.limit, it.joined, it.body);
  if (!max || !has_all(*rule.limit, it)) return {};
  if (!has(*rule.limit, Each::person)) return tally_of(rule, it, nullptr, *max);
  const Tally hers = tally_of(rule, it, &*it.person, *max);
  if (!it.partner || hers.breached()) return hers;
  const Tally others = tally_of(rule, it, &*it.partner, *max);  // of a pair, each one's limit holds
  return others.breached() || others.used > hers.used ? others : hers;
}

}  // namespace cenacle::rules
