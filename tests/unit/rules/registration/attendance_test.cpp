// Who is expected at a meeting, what they answered, and meetings missed in a row.
#include "rules/registration/attendance.h"

#include "rules/registration/house.h"

using namespace cenacle;

namespace {

constexpr std::string_view groups = R"(
[[paths]]
id = "groupe"
title = "Groupe"
joins = ["group"]
unit = "pair"
start = "accepted"
[[paths]]
id = "venue"
title = "Une venue"
joins = ["meeting"]
gives = "guest"
start = "accepted"
)";

struct Meeting : House {
  Meeting() : House(groups) {}

  rules::Sitting sitting(std::string_view uid) const {
    const model::Network& network = content.portal->networks.front();
    for (const model::Meeting& it : network.meetings)
      if (it.uid == uid) return {&network, &it, *rules::sitting_day(it, std::nullopt, civil_day("2026-09-15"))};
    FAIL("no such meeting");
    return {};
  }
  void note(model::FactKind kind, std::string_view uid, std::string person, std::string value, std::string other = "") {
    const rules::Sitting at = sitting(uid);
    model::Fact fact;
    fact.kind = kind, fact.network = "reseau", fact.object = at.object(), fact.day = at.day;
    fact.person = std::move(person), fact.value = std::move(value), fact.other = std::move(other);
    records.append({&fact, 1});
  }
  std::int64_t missed(std::int64_t registration, std::string_view today = "2027-12-31") const {
    return rules::missed_in_a_row(records, content.portal->networks.front(), of(registration), civil_day(today));
  }
};

std::vector<std::string> people(const std::vector<rules::Seat>& seats) {
  std::vector<std::string> found;
  for (const rules::Seat& seat : seats) found.insert(found.end(), seat.people.begin(), seat.people.end());
  return found;
}

}  // namespace

TEST_CASE("members of the group and guests of the meeting are expected, substitutes in the place of others") {
  Meeting it;
  it.ask("ana", "group:reseau/budget");
  it.ask("bea", "meeting:seance-octobre");
  const rules::Sitting october = it.sitting("seance-octobre");
  CHECK(people(rules::expected(it.books, it.records, october)) == std::vector<std::string>{"ana", "bea"});
  it.note(model::FactKind::substituted, "seance-octobre", "ana", "", "cleo");
  const auto seats = rules::expected(it.books, it.records, october);
  CHECK(people(seats) == std::vector<std::string>{"cleo", "bea"});
  CHECK_FALSE(seats[0].guest);
  CHECK(seats[1].guest);
  CHECK(people(rules::expected(it.books, it.records, it.sitting("seance-decembre"))) == std::vector<std::string>{"ana"});
}

TEST_CASE("the last answer counts") {
  Meeting it;
  it.ask("ana", "group:reseau/budget");
  it.note(model::FactKind::answered, "seance-octobre", "ana", "present");
  it.note(model::FactKind::answered, "seance-octobre", "ana", "absent");
  it.note(model::FactKind::answered, "seance-decembre", "ana", "present");
  const auto answers = rules::answers(it.records, it.sitting("seance-octobre"));
  REQUIRE(answers.size() == 1);
  CHECK(answers[0].value == "absent");
}

TEST_CASE("absences are counted from the last meeting whose attendance was recorded") {
  Meeting it;
  it.ask("ana", "group:reseau/budget");
  CHECK(it.missed(1) == 0);
  it.note(model::FactKind::attended, "seance-octobre", "ana", "excused");
  it.note(model::FactKind::attended, "seance-decembre", "ana", "absent");
  CHECK(it.missed(1) == 2);
  CHECK(it.missed(1, "2026-10-31") == 1);
  it.note(model::FactKind::attended, "seance-an-prochain", "ana", "present");
  CHECK(it.missed(1) == 0);
}

TEST_CASE("a pair was there when one of the two was, a seat when a substitute came") {
  Meeting it;
  rules::Asking asking;
  asking.person = "ana", asking.partner = "bea", asking.object = "group:reseau/budget";
  it.ask(asking);
  it.note(model::FactKind::attended, "seance-octobre", "ana", "absent");
  it.note(model::FactKind::attended, "seance-octobre", "bea", "present");
  CHECK(it.missed(1) == 0);
  it.note(model::FactKind::attended, "seance-decembre", "ana", "absent");
  CHECK(it.missed(1) == 1);
  it.note(model::FactKind::substituted, "seance-decembre", "ana", "", "cleo");
  it.note(model::FactKind::attended, "seance-decembre", "cleo", "present");
  CHECK(it.missed(1) == 0);
}
