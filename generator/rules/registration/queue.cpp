// The waiting list: who is before whom, who gets the seat that is free, how many seats there are.
#include <algorithm>

#include "rules/registration/desk.h"
#include "rules/registration/limits.h"
#include "rules/registration/meets.h"

namespace cenacle::rules {

using model::Nature;
using model::Registration;
using model::State;

namespace {

/// Whether the two paths lead to the same seats: they are the same, or a rule that makes wait is about both.
bool share_seats(const Path& a, const Path& b) {
  if (&a == &b) return true;
  return std::any_of(a.rules.begin(), a.rules.end(), [&](const Rule* rule) {
    return rule->otherwise == Otherwise::wait && std::find(b.rules.begin(), b.rules.end(), rule) != b.rules.end();
  });
}

Place place_of(const Setting& setting, const Joined& joined, const Path& path, const Registration& it) {
  Place place{path.first.size(), it.arrival, it.id};
  if (path.first.empty()) return place;
  const Case asks = Case::of(setting, path, joined, it);
  const auto is_first = [&](const Condition& condition) { return holds(condition, asks); };
  place.first =
      static_cast<std::size_t>(std::find_if(path.first.begin(), path.first.end(), is_first) - path.first.begin());
  return place;
}

/// A limit that counts nothing but the seats of the thing: who meets it full finds it full for everybody.
bool is_plain(const Rule& rule) {
  return rule.limit && rule.limit->each == std::vector{Each::object} && rule.limit->count == Count::registrations &&
         rule.when.empty && !rule.limit->within_months;
}

}  // namespace

std::vector<Registration> queue_of(const Setting& setting, const Joined& joined, const Path& path) {
  std::vector<std::pair<Place, Registration>> waiting;
  for (Registration& it : setting.records.unsettled(joined.reference, setting.now)) {
    const Path* const theirs = it.state == State::waiting ? setting.book.path(it.path) : nullptr;
    if (theirs == nullptr || !share_seats(path, *theirs)) continue;
    const Place place = place_of(setting, joined, *theirs, it);
    waiting.emplace_back(place, std::move(it));
  }
  std::sort(waiting.begin(), waiting.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Registration> queue;
  for (auto& [place, it] : waiting) queue.push_back(std::move(it));
  return queue;
}

void Desk::promote(std::string_view object, base::Instant at) {
  const Setting then = this->at(at);
  const auto joined = find_joined(*book().network, object);
  if (!joined) return;
  std::vector<std::pair<Place, Registration>> waiting;
  for (const Registration& it : draft_.unsettled(joined->reference, at))
    if (const Path* const path = it.state == State::waiting ? book().path(it.path) : nullptr; path != nullptr)
      waiting.emplace_back(place_of(then, *joined, *path, it), it);
  std::sort(waiting.begin(), waiting.end(), [](const auto& a, const auto& b) { return a.first < b.first; });

  std::set<const Rule*> full;
  for (const auto& [place, it] : waiting) {
    const Path& path = *book().path(it.path);
    const auto is_full = [&](const Rule* rule) { return full.contains(rule); };
    if (std::any_of(path.rules.begin(), path.rules.end(), is_full)) continue;
    const Case asks = Case::of(then, path, *joined, it);
    const Progress progress = Progress::of(draft_.facts_of(it.id));
    const auto can = [&](const Move& move) {
      return move.from == State::waiting && !move.once.empty() &&
             std::all_of(move.once.begin(), move.once.end(),
                         [&](Need need) { return need == Need::seat || is_met(need, asks, progress); });
    };
    const auto move = std::find_if(path.moves.begin(), path.moves.end(), can);
    if (move == path.moves.end()) continue;
    enter(it.id, move->to, "seat", at);
    const auto after = draft_.registration(it.id);
    if (after->state == State::waiting) {
      for (const Rule* rule : path.rules)
        if (rule->otherwise == Otherwise::wait && is_plain(*rule) && tally(*rule, asks).breached()) full.insert(rule);
    } else {
      advance(it.id, at);
    }
  }
}

std::int64_t rank(const Setting& setting, const Registration& registration) {
  if (registration.state != State::waiting) return 0;
  const auto joined = find_joined(*setting.book.network, registration.object);
  const Path* const path = setting.book.path(registration.path);
  if (!joined || path == nullptr) return 0;
  const std::vector<Registration> queue = queue_of(setting, *joined, *path);
  const auto at =
      std::find_if(queue.begin(), queue.end(), [&](const Registration& it) { return it.id == registration.id; });
  return at == queue.end() ? 0 : at - queue.begin() + 1;
}

Seats seats(const Setting& setting, std::string_view object) {
  Seats found;
  const auto joined = find_joined(*setting.book.network, object);
  if (!joined) return found;
  std::set<std::string, std::less<>> paths;
  for (const Rule& rule : setting.book.rules) {
    const bool is_about = std::any_of(setting.book.paths.begin(), setting.book.paths.end(), [&](const Path& path) {
      return path.joins_a(joined->kind) && std::find(path.rules.begin(), path.rules.end(), &rule) != path.rules.end();
    });
    if (!is_about || !is_plain(rule) || rule.otherwise == Otherwise::warn) continue;
    const auto max = most(*rule.limit, *joined, nullptr);
    if (!max || (found.limit && *found.limit <= *max)) continue;
    found.limit = max;
    paths = {rule.paths.begin(), rule.paths.end()};
  }
  for (const Registration& it : setting.records.of_object(joined->reference)) {
    if (!paths.empty() && !paths.contains(it.path)) continue;
    found.taken += it.holds ? 1 : 0;
    found.waiting += model::nature(it.state) == Nature::queue ? 1 : 0;
  }
  return found;
}

}  // namespace cenacle::rules
