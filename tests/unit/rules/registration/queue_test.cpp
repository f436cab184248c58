// Seats, waiting lists, offers: who gets which seat, and until when.
#include "rules/registration/house.h"

using namespace cenacle;
using rules::Step;

namespace {

constexpr std::string_view workshop = R"(
[[paths]]
id = "atelier"
title = "Atelier"
joins = ["workshop"]
start = "accepted"
moves = [
  { from = "waiting", to = "offered", once = ["seat"] },
  { from = "offered", to = "accepted", once = ["answer"] },
  { from = "offered", to = "expired", after_days = 4 },
]
[[rules]]
id = "places"
article = "2"
limit = { each = ["object"], max = "seats" }
otherwise = "wait"
says = "Les {max} places de {object} sont prises ({used}) : {person} attend."
)";
constexpr const char* tri = "workshop:reseau/tri";

}  // namespace

TEST_CASE("B3: when all seats are taken one waits, in the order of arrival") {
  House house(workshop);
  CHECK(house.ask("ana", tri).verdicts.at(0).result == rules::Verdict::Result::pass);
  house.ask("bea", tri);
  const rules::Ruling third = house.ask("cleo", tri);
  CHECK_FALSE(third.refused);
  CHECK(third.verdicts.at(0).sentence == "Les 2 places de Le tri sont prises (2) : cleo Martin attend.");
  CHECK(third.effects.at(0).rank == 1);
  house.ask("dora", tri);
  CHECK(house.state(3) == "waiting");
  CHECK(house.rank(4) == 2);
  const rules::Seats seats = rules::seats(house.setting(), tri);
  CHECK(seats.limit == 2);
  CHECK(seats.taken == 2);
  CHECK(seats.waiting == 2);
}

TEST_CASE("B3: a seat that is given up goes to the first on the list, with a deadline at the end of a civil day") {
  House house(workshop);
  for (const char* who : {"ana", "bea", "cleo", "dora"}) house.ask(who, tri);
  const rules::Ruling left = house.take(1, Step::Kind::withdraw);
  REQUIRE(left.effects.size() == 2);
  CHECK(left.effects[1].after.id == 3);
  CHECK(left.effects[1].before == model::State::waiting);
  CHECK(house.state(3) == "offered");
  CHECK(base::iso(*house.of(3).until) == "2026-09-19T22:00:00Z");
  CHECK(base::iso(house.setting().last_day(*house.of(3).until)) == "2026-09-19");
  CHECK(house.rank(4) == 1);
  CHECK(house.take(3, Step::Kind::take).effects.at(0).after.state == model::State::accepted);
}

TEST_CASE("B3: the deadline follows the clocks when they change") {
  House house(workshop);
  for (const char* who : {"ana", "bea", "cleo"}) house.ask(who, tri);
  house.at("2026-10-22T09:00:00+02:00");
  house.take(1, Step::Kind::withdraw);
  CHECK(base::iso(*house.of(3).until) == "2026-10-26T23:00:00Z");  // winter time since the 25th
}

TEST_CASE("B3: an offer nobody takes passes on, each at its own instant, however late one looks") {
  House often(workshop), once(workshop);
  for (House* house : {&often, &once}) {
    for (const char* who : {"ana", "bea", "cleo", "dora", "eva"}) house->ask(who, tri);
    house->take(1, Step::Kind::withdraw);
  }
  for (int day = 16; day <= 30; ++day) {
    often.at("2026-09-" + std::to_string(day) + "T08:00:00+02:00");
    often.settle(tri);
  }
  once.at("2026-09-30T08:00:00+02:00");
  once.settle(tri);
  CHECK(often.records.registrations() == once.records.registrations());
  CHECK(often.state(3) == "expired");
  CHECK(base::iso(often.of(3).since) == "2026-09-19T22:00:00Z");
  CHECK(often.state(4) == "expired");
  CHECK(base::iso(often.of(4).since) == "2026-09-24T22:00:00Z");
  CHECK(often.state(5) == "expired");
  CHECK(once.settle(tri).facts.empty());
}

TEST_CASE("B3: until the last second the offer stands; after it, the seat is another's") {
  House house(workshop);
  for (const char* who : {"ana", "bea", "cleo", "dora"}) house.ask(who, tri);
  house.take(1, Step::Kind::withdraw);
  House late(workshop);
  late.records = house.records;
  house.at("2026-09-19T23:59:59+02:00");
  CHECK(code(house.take(3, Step::Kind::take)).empty());
  late.at("2026-09-20T00:00:00+02:00");
  CHECK(code(late.take(3, Step::Kind::take)) == "already-over");
  late.settle(tri);
  CHECK(late.state(4) == "offered");
}

TEST_CASE("B3: who asks while others wait is behind them") {
  House house(workshop);
  for (const char* who : {"ana", "bea", "cleo", "dora"}) house.ask(who, tri);
  house.take(1, Step::Kind::withdraw);
  house.take(3, Step::Kind::decline);
  CHECK(house.state(3) == "withdrawn");
  CHECK(house.state(4) == "offered");
  house.ask("eva", tri);
  CHECK(house.state(5) == "waiting");
  CHECK(code(house.take(4, Step::Kind::take)).empty());
  CHECK(house.rank(5) == 1);
}

TEST_CASE("B3: doing twice what is done is an obstacle, not a second fact") {
  House house(workshop);
  house.ask("ana", tri);
  CHECK(code(house.ask("ana", tri)) == "already-registered");
  CHECK(code(house.take(1, Step::Kind::take)) == "no-offer");
  house.take(1, Step::Kind::withdraw);
  const std::size_t facts = house.records.facts().size();
  CHECK(code(house.take(1, Step::Kind::withdraw)) == "already-over");
  CHECK(code(house.take(9, Step::Kind::withdraw)) == "unknown-registration");
  CHECK(house.records.facts().size() == facts);
}

TEST_CASE("B3: a substitute keeps the seat; the list does not move") {
  House house(workshop);
  for (const char* who : {"ana", "bea", "cleo"}) house.ask(who, tri);
  CHECK(code(house.take(1, Step::Kind::withdraw, {}, {}, "cleo")) == "already-registered");
  CHECK(code(house.take(1, Step::Kind::withdraw, {}, {}, "dora")).empty());
  CHECK(house.of(1).person == "dora");
  CHECK(house.state(1) == "accepted");
  CHECK(house.state(3) == "waiting");
}

TEST_CASE("classes of `first` come before the others on the list, then arrival") {
  House house(std::string(workshop).replace(workshop.find("moves"), 0, "first = [{ profiles = [\"élu\"] }]\n"));
  house.person("flo", "ville", {}, "élu");
  for (const char* who : {"ana", "bea", "cleo", "dora", "flo"}) house.ask(who, tri);
  CHECK(house.rank(5) == 1);
  CHECK(house.rank(3) == 2);
  house.take(2, Step::Kind::withdraw);
  CHECK(house.state(5) == "offered");
}

TEST_CASE("A13, E13: exclusion and departure give the seat to the next one") {
  House house(workshop);
  for (const char* who : {"ana", "bea", "cleo", "dora"}) house.ask(who, tri);
  const rules::Ruling out = house.written(rules::exclude(house.setting(), "ana", "Document divulgué."));
  CHECK(house.state(1) == "excluded");
  CHECK(house.state(3) == "offered");
  CHECK(out.effects.size() == 2);
  CHECK(code(rules::exclude(house.setting(), "ana", "Encore.")) == "already-excluded");
  CHECK(code(house.ask("ana", tri)) == "excluded");
  house.written(rules::depart(house.setting(), "bea", civil_day("2026-09-15")));
  CHECK(house.state(2) == "ended");
  CHECK(house.state(4) == "offered");
  CHECK(house.records.person("bea")->mandates_in("reseau", civil_day("2026-09-15")).empty());
  CHECK(code(rules::depart(house.setting(), "bea", civil_day("2026-09-15"))) == "already-departed");
  CHECK(code(house.ask("bea", tri)) == "departed");
}
