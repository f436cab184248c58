// Who is expected at a meeting, and what they said.
#include <algorithm>

#include "workflow/audience.h"

namespace cenacle::workflow {

namespace {

std::vector<model::Fact> facts_of(const Setting& setting, const Roll& roll, const rules::Sitting& sitting,
                                  model::FactKind kind) {
  auto facts = setting.memory.facts_about(kind, roll.network().page.id, {}, sitting.object());
  std::erase_if(facts, [&](const model::Fact& it) { return it.day != sitting.day; });
  return facts;
}

}  // namespace

Room Room::of(const Setting& setting, const Roll& roll, const Subject& meeting) {
  Room room;
  // Facts are about one day; of a recurring meeting as a whole, about none: nobody is replaced for all of them.
  const base::Date day = meeting.occurrence == nullptr ? base::Date{} : base::date_of(meeting.occurrence->start);
  const rules::Sitting sitting{&roll.network(), meeting.meeting, day};
  room.seats = rules::expected(setting.rulebooks, setting.memory, sitting);
  std::map<model::PersonId, base::Instant> replacing;
  for (const model::Fact& it : facts_of(setting, roll, sitting, model::FactKind::substituted))
    replacing[it.other] = it.at;
  for (const model::Fact& it : facts_of(setting, roll, sitting, model::FactKind::answered))
    room.answers[it.person] = {it.value != "absent", it.at};
  std::map<model::PersonId, bool> known;
  for (const rules::Seat& seat : room.seats)
    for (const model::PersonId& id : seat.people) {
      if (!roll.receives(id) || !known.emplace(id, true).second) continue;
      const auto instead = replacing.find(id);
      if (instead != replacing.end()) {
        room.substitutes.push_back({{id, {}, {}}, instead->second});
      } else {
        (seat.guest ? room.guests : room.members).push_back({{id, {}, {}}, seat.registration.since});
      }
    }
  return room;
}

bool Room::is_absent(std::string_view person) const {
  const auto answer = answers.find(person);
  return answer != answers.end() && !answer->second.comes;
}

}  // namespace cenacle::workflow
