// What each fact makes of a registration, and of a person.
#include "rules/registration/fold.h"

#include <doctest/doctest.h>

#include "rules/registration/memory_records.h"

using namespace cenacle;
using model::Fact;
using model::FactKind;
using model::State;

namespace {

base::Date day(std::string_view text) { return base::parse_date(text).value(); }

Fact fact(FactKind kind, std::string value = {}, std::string person = {}, std::string other = {}) {
  Fact it;
  it.kind = kind, it.network = "n", it.registration = 1;
  it.value = std::move(value), it.person = std::move(person), it.other = std::move(other);
  return it;
}

Fact moved(State to, bool holds) {
  Fact it = fact(FactKind::moved, std::string(model::word(to)));
  it.number = holds ? 1 : 0;
  return it;
}

model::Registration after(std::initializer_list<Fact> facts) {
  MemoryRecords records;
  records.append(std::vector(facts));
  return records.registration(1).value();
}

Fact hers(FactKind kind, std::string value = {}, std::string on = "2026-09-15", std::string body = "b") {
  Fact it;
  it.kind = kind, it.network = "n", it.person = "p", it.body = std::move(body), it.value = std::move(value);
  it.day = day(on);
  return it;
}

model::Person person_after(std::initializer_list<Fact> facts) {
  std::optional<model::Person> her;
  for (const Fact& it : facts) her = rules::fold(her, it);
  return her.value();
}

}  // namespace

TEST_CASE("a request is the registration; what is before it is nothing") {
  Fact asked = fact(FactKind::requested, "agent", "ana", "bea");
  asked.object = "group:n/g", asked.path = "membre", asked.body = "b";
  const model::Registration it = after({asked});
  CHECK(it.id == 1);
  CHECK(it.arrival == 1);
  CHECK(it.state == State::requested);
  CHECK(it.profile == "agent");
  CHECK(it.partner == "bea");
  CHECK(it.body == "b");
  CHECK_FALSE(it.holds);
  CHECK_FALSE(rules::fold(std::optional<model::Registration>(), moved(State::accepted, true)));
}

TEST_CASE("E1: a term begins when one takes part, and again at each renewal") {
  const Fact asked = fact(FactKind::requested);
  CHECK(after({asked, moved(State::draft, false)}).terms == 0);
  CHECK(after({asked, moved(State::signed_, true)}).terms == 1);
  CHECK(after({asked, moved(State::signed_, true), moved(State::denounced, true)}).terms == 1);
  CHECK(after({asked, moved(State::signed_, true), moved(State::renewed, true)}).terms == 2);
  CHECK(after({asked, moved(State::signed_, true), moved(State::renewed, true), moved(State::ended, false)}).terms ==
        2);
}

TEST_CASE("C5, C11: of a pair the other stays; of a seat that is vacated, the next one takes it") {
  const Fact asked = fact(FactKind::requested, "agent", "ana", "bea");
  const auto pair = after({asked, fact(FactKind::vacated, {}, "ana")});
  CHECK(pair.person == "bea");
  CHECK(pair.partner.empty());
  CHECK(after({asked, fact(FactKind::vacated, {}, "bea")}).person == "ana");
  const auto empty = after({asked, fact(FactKind::vacated, {}, "ana"), fact(FactKind::vacated, {}, "bea")});
  CHECK(empty.person.empty());
  const auto named = after({asked, fact(FactKind::vacated, {}, "ana"), fact(FactKind::vacated, {}, "bea"),
                            fact(FactKind::succeeded, "direction", {}, "cleo")});
  CHECK(named.person == "cleo");
  CHECK(named.profile == "direction");
  CHECK(named.partner.empty());
  CHECK(after({asked, fact(FactKind::succeeded, "agent", "bea", "cleo")}).partner == "cleo");
}

TEST_CASE("mandates begin and end; who departed has duties again with the next one") {
  const Fact added = hers(FactKind::person_added);
  auto her = person_after({added, hers(FactKind::mandate_began, "secretaire", "2026-03-01", "b2"),
                           hers(FactKind::mandate_began, "", "2026-01-01", "b1")});
  REQUIRE(her.mandates.size() == 2);
  CHECK(her.mandates[0].body == "b1");
  CHECK(her.mandates_in("n", day("2026-02-01")).size() == 1);
  her = *rules::fold(std::optional(her), hers(FactKind::mandate_ended, "secretaire", "2026-06-01", "b2"));
  CHECK(her.mandates[1].until == day("2026-06-01"));
  CHECK(her.mandates_in("n", day("2026-06-01")).size() == 1);
  her = *rules::fold(std::optional(her), hers(FactKind::departed, "", "2026-07-01"));
  CHECK(her.departed == day("2026-07-01"));
  her = *rules::fold(std::optional(her), hers(FactKind::mandate_began, "", "2026-08-01", "b3"));
  CHECK_FALSE(her.departed);
}

TEST_CASE("A13, E16, E19: standing, consent and erasure") {
  const Fact added = hers(FactKind::person_added);
  auto her = person_after({added, hers(FactKind::standing, "read-only"), hers(FactKind::consent, "shown")});
  CHECK(her.standing_in("n") == model::Standing::read_only);
  CHECK(her.standing_in("other") == model::Standing::full);
  CHECK(her.shown);
  her.family_name = "Martin", her.mail = "m@b.example";
  her = *rules::fold(std::optional(her), hers(FactKind::erased));
  CHECK(her.erased);
  CHECK(her.family_name.empty());
  CHECK(her.mail.empty());
  CHECK_FALSE(her.shown);
  her = *rules::fold(std::optional(her), hers(FactKind::standing, "full"));
  CHECK(her.standings.empty());
}
