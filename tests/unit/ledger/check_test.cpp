// The check of a ledger finds what does not follow from the facts: each table is spoilt by hand, and told.
#include "ledger/check.h"

#include "ledger/database.h"
#include "ledger/letters.h"

namespace cenacle::ledger::test {

using model::Fact;
using model::FactKind;

namespace {

void fill(const Place& place) {
  const auto ledger = must(Ledger::open(place));
  write(*ledger, [](Transaction& it) {
    const auto anne = must(it.add_person({"Anne", "Roy", "anne@a.example", "", "", ""}, noon));
    const auto paul = must(it.add_person({"Paul", "Roy", "paul@a.example", "", "", ""}, noon));
    std::vector<Fact> facts = {asking(1, anne), asking(2, paul), fact(FactKind::withdrew, "net"),
                               fact(FactKind::mandate_began, "net"), fact(FactKind::standing, "net")};
    facts[2].registration = 2, facts[2].said = "parce que";
    facts[3].person = facts[4].person = anne, facts[3].day = base::parse_date("2026-01-01"), facts[3].body = "b";
    facts[4].value = "excluded";
    must(it.append(facts));
    queue(it, 1);
    must(it.erase_person(paul, noon));
  });
}

}  // namespace

TEST_CASE("each table that was spoilt is told") {
  struct Case {
    std::string_view spoil, says;
  };
  const Case cases[] = {
      {"DELETE FROM words; DELETE FROM facts WHERE seq = 4", "fact 4 is missing"},
      {"UPDATE facts SET kind = 'unheard-of' WHERE seq = 2", "unknown kind: unheard-of"},
      {"UPDATE registrations SET state = 'accepted' WHERE id = 1", "registration 1 is not what its facts say"},
      {"UPDATE registrations SET state = 'perdu' WHERE id = 1", "unknown state: perdu"},
      {"DELETE FROM registrations WHERE id = 1", "registration 1 is missing"},
      {"DELETE FROM registrations WHERE id = 2", "2 registrations have facts, 1 are in their table"},
      {"UPDATE people SET shown = 1 WHERE erased = 0", "is not what her facts say"},
      {"DELETE FROM mandates", "is not what her facts say"},
      {"UPDATE standings SET standing = 'full'", "is not what her facts say"},
      {"DELETE FROM identities", "1 people have no identity"},
      {"INSERT INTO identities SELECT id, 'a', 'b', '', '', '', '', '' FROM people WHERE erased = 1",
       "1 identities are of people who were erased"},
      {"UPDATE messages SET fate = 'accepted'", "message 1 is not what its facts say"},
      {"UPDATE messages SET fate = 'perdu'", "unknown state: perdu"},
      {"DELETE FROM messages", "1 messages have facts, 0 are in their table"},
      {"INSERT INTO words (fact, text) SELECT seq, 'reste' FROM facts WHERE kind = 'erased'",
       "1 words are of people who were erased"},
  };
  for (const Case& it : cases) {
    CAPTURE(it.spoil);
    on_both([&](const Somewhere& somewhere) {
      fill(somewhere.place());
      CHECK(must(check_ledger(somewhere.place())).damages == std::vector<std::string>());
      open_database(somewhere.place(), Access::write, Ledger::patience)->script(std::string(it.spoil) + ";");
      std::string all;
      for (const std::string& each : must(check_ledger(somewhere.place())).damages) all += each + "\n";
      CAPTURE(all);
      CHECK(all.find(it.says) != std::string::npos);
    });
  }
}

TEST_CASE("what is whole is counted") {
  on_both([](const Somewhere& somewhere) {
    fill(somewhere.place());
    const Health health = must(check_ledger(somewhere.place()));
    CHECK(health.damages.empty());
    CHECK(health.facts == 9);
    CHECK(health.messages == 1);
    CHECK(health.people == 2);
    CHECK(health.registrations == 2);
    CHECK(!health.erasure_pending);
  });
}

}  // namespace cenacle::ledger::test
