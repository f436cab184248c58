// Facts → counts, one fact after the other.
#include "rules/registration/tally.h"

#include <fmt/format.h>

#include "base/text.h"
#include "formats/hash/hash.h"
#include "formats/locale/locale.h"
#include "rules/registration/fold.h"

namespace cenacle::rules {

namespace {

using model::Fact;
using model::FactKind;
using model::Nature;
using model::Registration;

bool takes_part(const Registration& it) { return model::nature(it.state) == Nature::in; }

/// Whom a registration makes take part: she and her partner, or the body itself.
std::vector<std::string> members_of(const Registration& it) {
  const auto key = [&](const std::string& who) { return it.network + '\0' + who; };
  std::vector<std::string> keys;
  if (!it.person.empty()) keys.push_back(key(it.person));
  if (!it.partner.empty()) keys.push_back(key(it.partner));
  if (keys.empty() && !it.body.empty()) keys.push_back(key("body:" + it.body));
  return keys;
}

template <class Map>
void add(Map& map, const std::string& key, std::int64_t by) {
  const auto at = map.try_emplace(key).first;
  at->second += by;
  if (at->second == 0) map.erase(at);
}

}  // namespace

std::uint64_t Tally::mark_of(const Fact& fact) {
  return hash::of(fmt::format("{} {} {} {} {} {} {} {}", fact.seq, base::iso(fact.at), model::word(fact.kind),
                              fact.network, fact.registration, fact.request, fact.person, fact.value));
}

void Tally::take(const Fact& fact) {
  if (fact.registration != 0) register_fact(fact);
  if (fact.kind == FactKind::asked && fact.value == "survey") surveys_.insert(fact.request);
  if (fact.kind == FactKind::replied) reply(fact);
  last_ = fact.seq;
  mark_ = mark_of(fact);
}

void Tally::register_fact(const Fact& fact) {
  const auto found = live_.find(fact.registration);
  const std::optional<Registration> before = found == live_.end() ? std::nullopt : std::optional(found->second);
  const std::optional<Registration> after = fold(before, fact);
  if (!after || before == after) return;
  std::map<std::string, std::optional<Counts::Change>> stood;
  for (const auto& it : {before, after})
    if (it && takes_part(*it))
      for (const std::string& member : members_of(*it)) stood.emplace(member, standing_of(member));
  if (before) count(*before, -1), list(*before, false);
  if (model::nature(after->state) == Nature::out) {
    live_.erase(fact.registration);
  } else {
    live_.insert_or_assign(fact.registration, *after);
    count(*after, 1), list(*after, true);
  }
  for (const auto& [member, was] : stood) {
    std::optional<Counts::Change> left = was, begun = standing_of(member);
    if (left == begun) continue;
    std::map<Counts::Change, std::int64_t>& changes = counts_.networks[member.substr(0, member.find('\0'))];
    const std::int32_t month = month_of(fact.at);
    const auto note = [&](std::optional<Counts::Change>& change, std::int64_t by) {
      if (!change) return;
      change->month = month;
      const auto at = changes.try_emplace(*change).first;
      at->second += by;
      if (at->second == 0) changes.erase(at);
    };
    note(left, -1);
    note(begun, 1);
  }
}

/// What a registration adds to the counts of its object; taken away again before it changes.
void Tally::count(const Registration& it, std::int64_t by) {
  auto& paths = counts_.objects[it.object];
  Counts::Of& of = paths[it.path];
  if (it.holds) of.taken += by;
  if (model::nature(it.state) == Nature::queue) of.waiting += by;
  if (takes_part(it)) {
    add(of.bodies, it.body, by);
    add(of.profiles, it.profile, by);
  }
  if (of != Counts::Of{}) return;
  paths.erase(it.path);
  if (paths.empty()) counts_.objects.erase(it.object);
}

void Tally::list(const Registration& it, bool there) {
  if (!takes_part(it)) return;
  for (const std::string& member : members_of(it)) {
    std::set<std::int64_t>& those = members_[member];
    there ? void(those.insert(it.id)) : void(those.erase(it.id));
    if (those.empty()) members_.erase(member);
  }
}

/// By which paths a member takes part, and for which body: that of her first registration.
std::optional<Counts::Change> Tally::standing_of(const std::string& member) const {
  const auto found = members_.find(member);
  if (found == members_.end()) return std::nullopt;
  std::set<std::string_view> paths;
  for (const std::int64_t id : found->second) paths.insert(live_.at(id).path);
  Counts::Change standing{0, live_.at(*found->second.begin()).body, {}};
  for (const std::string_view path : paths) standing.paths.append(path).append(" ");
  return standing;
}

std::int32_t Tally::month_of(base::Instant at) const {
  const base::Date day = base::date_of(locale::to_local(at, zone_));
  return static_cast<int>(day.year()) * 12 + static_cast<int>(static_cast<unsigned>(day.month())) - 1;
}

/// An answer, `question.choice` (several choices after spaces; `choice` alone is of the first question), replaces what
/// she answered to the same question before.
void Tally::reply(const Fact& fact) {
  if (!surveys_.contains(fact.request) || fact.value.empty() || fact.person.empty()) return;
  const std::string survey = std::to_string(fact.request);
  Counts::Answers& answers = counts_.surveys[fact.request];
  std::map<std::string, std::string> given;  // by question, choices each followed by a space
  for (const std::string_view word : base::split(fact.value, ' ')) {
    const std::size_t dot = word.find('.');
    const std::string_view question = dot == std::string_view::npos ? first_question : word.substr(0, dot);
    if (!word.empty())
      given[std::string(question)].append(word.substr(dot == std::string_view::npos ? 0 : dot + 1)).append(" ");
  }
  if (answered_.try_emplace({survey, fact.person}).second) ++answers[""][""];
  for (const auto& [question, chosen] : given) {
    std::string& choices = answered_[{survey, fact.person + ' ' + question}];
    for (const auto& [those, by] : {std::pair{choices, -1}, std::pair{chosen, 1}})
      for (const std::string_view choice : base::split(those, ' '))
        if (!choice.empty()) add(answers[question], std::string(choice), by);
    choices = chosen;
  }
}

}  // namespace cenacle::rules
