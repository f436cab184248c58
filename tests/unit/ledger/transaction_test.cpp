// What is appended is numbered, found again, and folded; what was not committed never was.
#include <fmt/format.h>

#include "ledger/places.h"

namespace cenacle::ledger::test {

using model::Fact;
using model::FactKind;

namespace {

const Identity anne = {"Anne", "Rousseau-Lévy", "anne@commune.example", "01 02 03 04 05", "agent", "chargée d’études"};
const Identity paul = {"Paul", "Rousseau", "paul@commune.example", "", "élu", ""};

Fact mandate(const std::string& person, std::string body, base::Date from) {
  Fact it = fact(FactKind::mandate_began, "net");
  it.person = person, it.body = std::move(body), it.value = "referente", it.day = from;
  return it;
}

}  // namespace

TEST_CASE("facts come back as they were given, numbered in the order of their commits") {
  on_both([](const Somewhere& somewhere) {
    const auto ledger = opened(somewhere);
    Fact full = asking(1, "p-a");
    full.other = "p-b", full.cause = "cause", full.number = -3, full.limit = 9'000'000'000, full.digest = "d";
    full.detail = R"([{"rate":"jour"}])", full.day = base::parse_date("2026-10-06"), full.until = noon;
    full.said = "« L’été », dit-elle ; 100 % ?";
    std::vector<Fact> given = {full, fact(FactKind::closed, "net")};
    given[1].request = 7;
    write(*ledger, [&](Transaction& it) { must(it.append(given)); });
    CHECK(given[0].seq == 1);
    CHECK(given[1].seq == 2);
    const auto reading = must(ledger->read());
    std::vector<Fact> found;
    must(reading->each_fact(0, [&](const Fact& it) { found.push_back(it); }));
    CHECK(found == given);
    CHECK(reading->next_request() == 8);
    CHECK(reading->next_registration() == 2);
  });
}

TEST_CASE("what is not committed never was") {
  on_both([](const Somewhere& somewhere) {
    const auto ledger = opened(somewhere);
    {
      const auto lost = must(ledger->write());
      const auto id = must(lost->add_person(anne, noon));
      std::vector<Fact> facts = {asking(1, id)};
      must(lost->append(facts));
      CHECK(lost->of_person(id).size() == 1);
    }
    const auto reading = must(ledger->read());
    CHECK(must(reading->people()).empty());
    CHECK(reading->next_registration() == 1);
    must(reading->each_fact(0, [](const Fact&) { FAIL("a fact"); }));
  });
}

TEST_CASE("a person is found by id, by address, by name whatever the accents, case and order") {
  on_both([](const Somewhere& somewhere) {
    const auto ledger = opened(somewhere);
    std::string id;
    write(*ledger, [&](Transaction& it) {
      id = must(it.add_person(anne, noon));
      must(it.add_person(paul, noon));
    });
    const auto reading = must(ledger->read());
    for (const std::string& who :
         {id, std::string("anne@commune.example"), std::string("Anne@Commune.example"),
          std::string("Anne Rousseau-Lévy"), std::string("ROUSSEAU LEVY Anne"), std::string("anne rousseau levy")}) {
      CAPTURE(who);
      const auto found = must(reading->find_people(who));
      REQUIRE(found.size() == 1);
      CHECK(found[0].id == id);
      CHECK(found[0].family_name == "Rousseau-Lévy");
      CHECK(found[0].function == "chargée d’études");
    }
    CHECK(must(reading->find_people("Rousseau")).empty());
    CHECK(must(reading->find_people("")).empty());
    CHECK(reading->owner_of("anne@commune.example") == id);
    CHECK(!reading->owner_of(""));
    CHECK(!reading->person("p-nobody"));
    CHECK(must(reading->people()).size() == 2);
  });
}

TEST_CASE("mandates, consent and standing are those of the facts, within the transaction too") {
  on_both([](const Somewhere& somewhere) {
    const auto ledger = opened(somewhere);
    write(*ledger, [&](Transaction& it) {
      const auto id = must(it.add_person(anne, noon));
      std::vector<Fact> facts = {mandate(id, "zeta", *base::parse_date("2026-01-01")),
                                 mandate(id, "alpha", *base::parse_date("2026-02-01")), fact(FactKind::consent)};
      facts[2].person = id, facts[2].value = "shown";
      must(it.append(facts));
      std::vector<Fact> more = {fact(FactKind::mandate_ended, "net"), fact(FactKind::standing, "net")};
      more[0].person = more[1].person = id, more[0].body = "zeta", more[0].value = "referente";
      more[0].day = base::parse_date("2026-03-01"), more[1].value = "read-only";
      must(it.append(more));
      const auto her = it.person(id);
      REQUIRE(her);
      CHECK(her->shown);
      REQUIRE(her->mandates.size() == 2);
      CHECK(her->mandates[0].body == "alpha");
      CHECK(her->mandates[1].until == base::parse_date("2026-03-01"));
      CHECK(her->standing_in("net") == model::Standing::read_only);
      CHECK(must(it.people()).front().mandates == her->mandates);
      CHECK(must(it.people()).front().standings == her->standings);
    });
  });
}

TEST_CASE("a registration is what its facts make of it") {
  on_both([](const Somewhere& somewhere) {
    const auto ledger = opened(somewhere);
    std::vector<Fact> facts = {asking(1, "p-a"), asking(2, "p-b", "workshop:net/two"), fact(FactKind::moved, "net")};
    facts[2].registration = 1, facts[2].value = "offered", facts[2].until = noon, facts[2].number = 1;
    write(*ledger, [&](Transaction& it) { must(it.append(facts)); });
    const auto reading = must(ledger->read());
    const auto first = reading->registration(1);
    REQUIRE(first);
    CHECK(first->state == model::State::offered);
    CHECK(first->arrival == 1);
    CHECK(first->holds);
    CHECK(reading->of_object("group:net/one") == std::vector{*first});
    CHECK(reading->of_body("net", "commune").size() == 2);
    CHECK(reading->of_body("other", "commune").empty());
    CHECK(reading->of_path("net", "membre").size() == 2);
    CHECK(reading->of_person("p-b").size() == 1);
    CHECK(reading->facts_of(1).size() == 2);
    CHECK(must(reading->due(noon)) == std::vector{*first});
    CHECK(must(reading->due(noon - std::chrono::seconds(1))).empty());
    CHECK(must(reading->standing("net")).size() == 2);
    CHECK(!reading->registration(3));
    CHECK(!reading->failure());
  });
}

TEST_CASE("what settling may move is found by index as it is by looking at all") {
  on_both([](const Somewhere& somewhere) {
    const auto ledger = opened(somewhere);
    std::vector<Fact> facts;
    std::int64_t next = 1;
    for (const std::string_view state : model::state_words()) {
      for (const bool falls_due : {false, true}) {
        facts.push_back(asking(next, fmt::format("p-{}", next)));
        Fact& moved = facts.emplace_back(fact(FactKind::moved, "net"));
        moved.registration = next++, moved.value = state;
        if (falls_due) moved.until = noon;
      }
    }
    write(*ledger, [&](Transaction& it) { must(it.append(facts)); });
    const auto reading = must(ledger->read());
    for (const base::Instant now : {noon - std::chrono::seconds(1), noon}) {
      const auto found = reading->unsettled("group:net/one", now);
      CHECK(found == reading->rules::Records::unsettled("group:net/one", now));
      CHECK(found.size() == (now == noon ? 16 : 10));
    }
    CHECK(reading->unsettled("group:net/two", noon).empty());
  });
}

TEST_CASE("facts about a body or an object, and quotes numbered by network and year") {
  on_both([](const Somewhere& somewhere) {
    const auto ledger = opened(somewhere);
    std::vector<Fact> facts(4, fact(FactKind::quoted, "net"));
    facts[0].body = "commune", facts[1].object = "group:net/one", facts[1].body = "commune", facts[2].network = "other";
    for (Fact& it : facts) it.day = base::parse_date("2026-12-31");
    facts[3].day = base::parse_date("2027-01-01");
    write(*ledger, [&](Transaction& it) { must(it.append(facts)); });
    const auto reading = must(ledger->read());
    CHECK(reading->next_quote("net", 2026) == 3);
    CHECK(reading->next_quote("net", 2027) == 2);
    CHECK(reading->next_quote("other", 2027) == 1);
    CHECK(reading->facts_about(FactKind::quoted, "net", "commune", "").size() == 2);
    CHECK(reading->facts_about(FactKind::quoted, "net", "commune", "group:net/one").size() == 1);
    CHECK(reading->facts_about(FactKind::quoted, "net", "", "group:net/one").size() == 1);
    CHECK(reading->facts_about(FactKind::quoted, "net", "", "").size() == 3);
    CHECK(reading->facts_about(FactKind::paid, "net", "", "").empty());
  });
}

TEST_CASE("what is out of order is refused, and nothing of the transaction is written") {
  on_both([](const Somewhere& somewhere) {
    const auto ledger = opened(somewhere);
    const auto refused = [&](Fact it) {
      const auto transaction = must(ledger->write());
      std::vector<Fact> facts = {fact(FactKind::closed, "net"), std::move(it)};
      CHECK(!transaction->append(facts));
      CHECK(transaction->failure());
      CHECK(!transaction->commit());
    };
    refused(asking(2, "p-a"));
    Fact moved = fact(FactKind::moved, "net");
    moved.registration = 1;
    refused(moved);
    Fact consent = fact(FactKind::consent);
    consent.person = "p-nobody";
    refused(consent);
    refused(fact(FactKind::erased));
    Fact ill = fact(FactKind::closed);
    ill.said = "\xff";
    refused(ill);
    ill.said = std::string("a\0b", 3);
    refused(ill);
    must(must(ledger->read())->each_fact(0, [](const Fact&) { FAIL("a fact"); }));
  });
}

TEST_CASE("who somebody is changes with a fact for each field") {
  on_both([](const Somewhere& somewhere) {
    const auto ledger = opened(somewhere);
    std::string id;
    write(*ledger, [&](Transaction& it) { id = must(it.add_person(anne, noon)); });
    write(*ledger, [&](Transaction& it) {
      Identity changed = anne;
      changed.mail = "anne.rousseau@autre.example", changed.phone.clear();
      must(it.change_person(id, changed, noon));
      must(it.change_person(id, changed, noon));  // nothing is left to change
    });
    const auto reading = must(ledger->read());
    const auto facts = must(reading->facts_of_person(id));
    REQUIRE(facts.size() == 3);
    CHECK(facts[1].value == "mail");
    CHECK(facts[2].value == "phone");
    CHECK(reading->person(id)->mail == "anne.rousseau@autre.example");
    CHECK(!reading->owner_of("anne@commune.example"));
  });
}

}  // namespace cenacle::ledger::test
