// Leaving: seats that are a body's, pairs, seasons, and what a departure or an exclusion ends.
#include "rules/registration/house.h"

using namespace cenacle;
using rules::Step;

namespace {

constexpr std::string_view club = R"(
[[paths]]
id = "membre"
title = "Membre"
joins = ["network"]
unit = "pair"
seat_of = "body"
start = "accepted"
[[paths]]
id = "saison"
title = "Pour la saison"
joins = ["group"]
start = "accepted"
leaving = ["reason", "substitute"]
term = { until = "season", article = "1" }
moves = [{ from = "accepted", to = "ended", at_term = true }]
[[rules]]
id = "un-binome"
paths = ["membre"]
article = "1"
limit = { each = ["body"], max = 1 }
says = "{body} a déjà son binôme."
)";

constexpr std::string_view served = R"(
[[paths]]
id = "suivi"
title = "Suivi"
joins = ["network"]
start = "accepted"
term = { months = 6, since = "mandate", article = "1" }
moves = [{ from = "accepted", to = "ended", at_term = true }]
[[rules]]
id = "demi-journees"
article = "2"
limit = { each = ["person"], count = "half_days", max = 2, within_months = 6, since = "mandate" }
says = "{max} demi-journées jusqu’au {date}."
)";

}  // namespace

TEST_CASE("C5, C11: the seat is the institution's: the other of the pair stays, then the body names another") {
  House house(club);
  rules::Asking asking;
  asking.person = "ana", asking.partner = "bea", asking.object = "network:reseau";
  CHECK(code(house.ask(asking)).empty());
  CHECK(house.ask("cleo", "network:reseau").refused);
  house.written(rules::depart(house.setting(), "ana", civil_day("2026-09-15")));
  CHECK(house.of(1).person == "bea");
  CHECK(house.state(1) == "accepted");
  CHECK(code(house.take(1, Step::Kind::name, {}, {}, "dora")) == "not-vacated");
  CHECK(code(house.take(1, Step::Kind::pair, "À deux.", {}, "dora")).empty());
  house.written(rules::depart(house.setting(), "bea", civil_day("2026-09-15")));
  house.written(rules::depart(house.setting(), "dora", civil_day("2026-09-15")));
  CHECK(house.of(1).person.empty());
  CHECK(house.of(1).holds);
  CHECK(house.ask("eva", "network:reseau").refused);  // the seat is still taken, by nobody yet
  house.person("gil", "bourg");
  CHECK(code(house.take(1, Step::Kind::name, {}, {}, "gil")) == "other-body");
  CHECK(code(house.take(1, Step::Kind::name, {}, {}, "eva")).empty());
  CHECK(house.of(1).person == "eva");
}

TEST_CASE("C6: who leaves in mid-season says why and proposes somebody; out of season one just leaves") {
  House house(club);
  house.ask("ana", "group:reseau/archives");
  house.ask("bea", "group:reseau/archives");
  CHECK(base::iso(*house.of(1).until) == "2026-10-31T23:00:00Z");
  CHECK(code(house.take(1, Step::Kind::withdraw)) == "reason-needed");
  CHECK(code(house.take(1, Step::Kind::withdraw, "Elle change de poste.")) == "substitute-needed");
  CHECK(code(house.take(1, Step::Kind::withdraw, "Elle change de poste.", {}, "cleo")).empty());
  CHECK(house.of(1).person == "cleo");
  CHECK(code(house.take(2, Step::Kind::withdraw, "Elle change de poste.", "none")).empty());
  CHECK(house.state(2) == "withdrawn");
  house.at("2026-11-02T09:00:00+01:00");
  house.settle("group:reseau/archives");
  CHECK(house.state(1) == "ended");
}

TEST_CASE("E11: two half-days are included, within six months of the post; more only with a reason") {
  House house(served);
  model::Person her;
  her.id = "nora", her.family_name = "Nord", her.mail = "n@b.example";
  her.mandates = {{"reseau", "ville", "", "", civil_day("2026-09-01"), std::nullopt}};
  house.records.add_person(her);
  house.ask("nora", "network:reseau");
  CHECK(base::iso(*house.of(1).until) == "2027-02-28T23:00:00Z");
  Step step;
  step.kind = Step::Kind::serve, step.registration = 1, step.number = 2;
  CHECK(code(house.take(step)).empty());
  step.number = 1;
  const rules::Ruling third = house.take(step);
  CHECK(code(third) == "against-the-rules");
  CHECK(third.refused);
  CHECK(third.verdicts.at(0).sentence == "2 demi-journées jusqu’au 1er mars 2027.");
  step.text = "Une reprise difficile.";
  CHECK(code(house.take(step)).empty());
  step.day = civil_day("2026-09-20");
  house.at("2027-03-05T09:00:00+01:00");
  CHECK(code(house.take(step)) == "already-over");
}

TEST_CASE("E13: a departure is dated at the latest today, and ends what she does in every body") {
  House house(club);
  house.ask("ana", "group:reseau/archives");
  CHECK(code(rules::depart(house.setting(), "ana", civil_day("2026-09-16"))) == "not-yet");
  CHECK(code(rules::depart(house.setting(), "zoe", civil_day("2026-09-15"))) == "unknown-person");
  house.written(rules::depart(house.setting(), "ana", civil_day("2026-09-10")));
  CHECK(house.state(1) == "ended");
  CHECK(house.records.person("ana")->departed == civil_day("2026-09-10"));
}

TEST_CASE("who changes body leaves what she had for it, on that day, and keeps the rest") {
  House house(club);
  model::Person two;
  two.id = "kim", two.mail = "kim@b.example";
  two.mandates = {{"reseau", "bourg", "", "", civil_day("2026-01-01"), std::nullopt},
                  {"reseau", "ville", "", "", civil_day("2026-01-01"), std::nullopt}};
  house.records.add_person(two);
  rules::Asking asking;
  asking.person = "kim", asking.object = "group:reseau/archives", asking.body = "bourg";
  house.ask(asking);
  asking.object = "group:reseau/budget", asking.body = "ville";
  house.ask(asking);
  CHECK(code(rules::leave_body(house.setting(), "kim", "hameau", civil_day("2026-09-15"))) == "other-body");
  house.written(rules::leave_body(house.setting(), "kim", "bourg", civil_day("2026-09-15")));
  CHECK(house.state(1) == "ended");
  CHECK(house.state(2) == "accepted");
  CHECK(house.records.person("kim")->mandates_in("reseau", civil_day("2026-09-15")).size() == 1);
  CHECK(code(rules::leave_body(house.setting(), "kim", "bourg", civil_day("2026-09-15"))) == "other-body");
}

TEST_CASE("A9: one of a pair leaves, or is replaced; the other stays") {
  House house(club);
  rules::Asking asking;
  asking.person = "ana", asking.partner = "bea", asking.object = "network:reseau";
  house.ask(asking);
  house.take(1, Step::Kind::withdraw, "Elle change de service.", "bea", "cleo");
  CHECK(house.of(1).partner == "cleo");
  house.take(1, Step::Kind::withdraw, "Elle change de service.", "ana");
  CHECK(house.of(1).person == "cleo");
  CHECK(house.state(1) == "accepted");
  house.take(1, Step::Kind::withdraw, "Elle aussi.");
  CHECK(house.state(1) == "withdrawn");
}
