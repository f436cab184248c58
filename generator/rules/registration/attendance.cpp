// Meetings: who is expected at one, what they answered, who came, and who has missed too many in a row.
#include "rules/registration/attendance.h"

#include <algorithm>
#include <map>

#include "rules/registration/joined.h"

namespace cenacle::rules {

namespace {

bool is_convened(const Path& path, const model::Meeting& meeting) {
  return path.meetings.empty() ||
         std::find(path.meetings.begin(), path.meetings.end(), meeting.kind) != path.meetings.end();
}

std::vector<model::Fact> facts_of(const Records& records, model::FactKind kind, const Sitting& sitting) {
  auto facts = records.facts_about(kind, sitting.network->page.id, "", sitting.object());
  std::erase_if(facts, [&](const model::Fact& it) { return it.day != sitting.day; });
  return facts;
}

bool has(const std::vector<model::PersonId>& people, const model::PersonId& id) {
  return std::find(people.begin(), people.end(), id) != people.end();
}

/// Days on which what the registration is for has met, latest first.
std::vector<Sitting> sittings_before(const model::Network& network, std::string_view owner, base::Date today) {
  std::vector<Sitting> found;
  for (const model::Meeting& meeting : network.meetings)
    for (const model::Occurrence& it : meeting.occurrences)
      if (const Sitting sitting{&network, &meeting, base::date_of(it.start)}; sitting.day <= today && sitting.owner() == owner)
        found.push_back(sitting);
  std::sort(found.begin(), found.end(), [](const Sitting& a, const Sitting& b) { return a.day > b.day; });
  return found;
}

}  // namespace

std::string Sitting::owner() const { return reference_of(*network, meeting->owner); }

std::optional<base::Date> sitting_day(const model::Meeting& meeting, std::optional<base::Date> day, base::Date today) {
  std::optional<base::Date> found;
  for (const model::Occurrence& it : meeting.occurrences) {
    const base::Date date = base::date_of(it.start);
    if (day && date != *day) continue;
    found = date;
    if (day || date >= today) break;
  }
  return found;
}

std::vector<Seat> expected(const Rulebooks& books, const Records& records, const Sitting& sitting) {
  std::vector<Seat> seats;
  const Rulebook* const book = books.of(sitting.network->page.id);
  if (book == nullptr) return seats;
  for (const std::string& object : {sitting.owner(), sitting.object()})
    for (model::Registration& it : records.of_object(object)) {
      const Path* const path = book->path(it.path);
      if (model::nature(it.state) != model::Nature::in || path == nullptr || path->gives == Gives::nothing) continue;
      if (object != sitting.object() && !is_convened(*path, *sitting.meeting)) continue;
      Seat seat{std::move(it), path->gives == Gives::guest, {}};
      for (const model::PersonId& id : {seat.registration.person, seat.registration.partner})
        if (!id.empty()) seat.people.push_back(id);
      seats.push_back(std::move(seat));
    }
  for (const model::Fact& fact : facts_of(records, model::FactKind::substituted, sitting))
    for (Seat& seat : seats)
      if (const auto at = std::find(seat.people.begin(), seat.people.end(), fact.person); at != seat.people.end())
        *at = fact.other;
  return seats;
}

std::vector<Answer> answers(const Records& records, const Sitting& sitting) {
  std::map<model::PersonId, Answer> last;
  for (const model::Fact& it : facts_of(records, model::FactKind::answered, sitting))
    last[it.person] = {it.person, it.value, it.cause == "lunch"};
  std::vector<Answer> found;
  for (auto& [person, answer] : last) found.push_back(std::move(answer));
  return found;
}

std::int64_t missed_in_a_row(const Records& records, const model::Network& network,
                             const model::Registration& registration, base::Date today) {
  std::int64_t missed = 0;
  for (const Sitting& sitting : sittings_before(network, registration.object, today)) {
    const auto attendance = facts_of(records, model::FactKind::attended, sitting);
    std::vector<model::PersonId> people{registration.person, registration.partner};
    for (const model::Fact& it : facts_of(records, model::FactKind::substituted, sitting))
      if (has(people, it.person)) people.push_back(it.other);
    bool came = false, recorded = false;
    for (const model::Fact& it : attendance) {
      if (it.person.empty() || !has(people, it.person)) continue;
      recorded = true;
      came = came || it.value == "present";
    }
    if (came) break;
    if (recorded) ++missed;
  }
  return missed;
}

}  // namespace cenacle::rules
