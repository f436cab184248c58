// Who may join, on what terms: the conditions and limits of the charters, and what is said of a refusal.
#include "rules/registration/house.h"

using namespace cenacle;
using rules::Step;

namespace {

constexpr std::string_view groups = R"(
[[paths]]
id = "decouverte"
title = "Découverte"
joins = ["meeting"]
open_to = { memberships = ["none"] }
start = "accepted"
moves = [{ from = "accepted", to = "attended", on = "attend" }]
[[paths]]
id = "membre"
title = "Membre d’un groupe"
joins = ["group"]
unit = "pair"
decided_by = "coordination"
statements = [{ id = "temps", by = "employer", article = "1", text = "Nous lui laissons le temps." }]
moves = [{ from = "requested", to = "accepted", once = ["decision"] }]
[[rules]]
id = "jamais-une-entreprise"
paths = ["membre"]
article = "1"
when = { memberships = ["partenaire"] }
must = { member = true }
firm = true
says = "{body} est une entreprise ({kind})."
[[rules]]
id = "cotisations"
paths = ["membre"]
article = "2"
when = { memberships = ["adherent"] }
limit = { each = ["body"], max = "contributions" }
says = "{body} a {max} cotisations et déjà {used} inscriptions."
[[rules]]
id = "forfait"
paths = ["membre"]
when = { memberships = ["forfait"] }
limit = { each = ["body"], count = "objects", max = "forfait" }
says = "{body} est déjà dans {used} groupes sur {max}."
[[rules]]
id = "boite"
paths = ["membre"]
article = "1"
must = { personal_mailbox = true }
says = "L’adresse de {person} est celle de plusieurs."
[[rules]]
id = "decouvertes"
paths = ["decouverte"]
article = "2"
limit = { each = ["person"], count = "objects", max = 2, within_months = 12 }
says = "{person} a découvert {used} réunion(s), la première le {date}."
)";

const rules::Verdict* breach(const rules::Ruling& ruling) {
  for (const rules::Verdict& it : ruling.verdicts)
    if (it.result == rules::Verdict::Result::breach) return &it;
  return nullptr;
}

/// Asks, and the coordinator accepts.
void join(House& house, const char* who, const char* group) {
  const rules::Ruling asked = house.ask(who, group);
  REQUIRE(code(asked).empty());
  REQUIRE(code(house.take(asked.effects.at(0).after.id, Step::Kind::accept)).empty());
}

}  // namespace

TEST_CASE("A7: a body has as many registrations as contributions, over all groups") {
  House house(groups);
  join(house, "ana", "group:reseau/archives");
  join(house, "bea", "group:reseau/budget");
  const rules::Ruling third = house.ask("cleo", "group:reseau/ecoles");
  CHECK(third.refused);
  REQUIRE(breach(third) != nullptr);
  CHECK(breach(third)->rule->id == "cotisations");
  CHECK(breach(third)->sentence == "Ville a 2 cotisations et déjà 2 inscriptions.");
  CHECK(breach(third)->counted == 2);
  CHECK(house.state(3) == "requested");
  house.take(1, Step::Kind::withdraw);
  CHECK(code(house.take(3, Step::Kind::accept)).empty());
}

TEST_CASE("A14: against the rules, the coordinator says why; the override stays with the registration") {
  House house(groups);
  join(house, "ana", "group:reseau/archives");
  join(house, "bea", "group:reseau/budget");
  house.ask("cleo", "group:reseau/ecoles");
  const rules::Ruling bare = house.take(3, Step::Kind::accept);
  CHECK(code(bare) == "against-the-rules");
  CHECK(bare.refused);
  const rules::Ruling insisted = house.take(3, Step::Kind::accept, "Une cotisation arrive.");
  CHECK_FALSE(insisted.refused);
  CHECK(breach(insisted)->overridden);
  CHECK(house.state(3) == "accepted");
  CHECK(code(house.take(3, Step::Kind::accept)) == "already-decided");
  CHECK(code(house.take(3, Step::Kind::refuse)) == "already-in");
}

TEST_CASE("A14: one may insist when asking; the decision is still the coordinator's") {
  House house(groups);
  join(house, "ana", "group:reseau/archives");
  join(house, "bea", "group:reseau/budget");
  rules::Asking asking;
  asking.person = "cleo", asking.object = "group:reseau/ecoles", asking.insist = true;
  CHECK(code(house.ask(asking)) == "reason-needed");
  asking.because = "La troisième cotisation est votée.";
  CHECK_FALSE(house.ask(asking).refused);
  CHECK(house.state(3) == "requested");
  CHECK(code(house.take(3, Step::Kind::accept)).empty());
}

TEST_CASE("A3: a firm rule has no exception") {
  House house(groups);
  house.person("paul", "banque");
  const rules::Ruling asked = house.ask("paul", "group:reseau/budget");
  CHECK(asked.refused);
  CHECK(breach(asked)->sentence == "Banque est une entreprise (Entreprise).");
  CHECK(code(house.take(1, Step::Kind::accept, "Un ami.")) == "firm-rule");
  CHECK(code(house.take(1, Step::Kind::refuse, "Une entreprise.")).empty());
  CHECK(house.state(1) == "refused");
}

TEST_CASE("A8: the package counts groups, not people") {
  House house(groups);
  house.person("gil", "bourg");
  house.person("hal", "bourg");
  house.person("ivo", "bourg");
  join(house, "gil", "group:reseau/archives");
  join(house, "hal", "group:reseau/budget");
  join(house, "ivo", "group:reseau/budget");
  const rules::Ruling third = house.ask("gil", "group:reseau/ecoles");
  CHECK(third.refused);
  CHECK(breach(third)->sentence == "Bourg est déjà dans 2 groupes sur 2.");
}

TEST_CASE("A9: two of one body share a seat, which counts once; the coordinator says why") {
  House house(groups);
  join(house, "ana", "group:reseau/archives");
  CHECK(code(house.take(1, Step::Kind::pair, {}, {}, "bea")) == "reason-needed");
  CHECK(code(house.take(1, Step::Kind::pair, "Elles alternent.", {}, "bea")).empty());
  CHECK(house.of(1).partner == "bea");
  CHECK(code(house.take(1, Step::Kind::pair, "Encore.", {}, "cleo")) == "already-paired");
  CHECK(code(house.ask("bea", "group:reseau/archives")) == "already-registered");
  join(house, "cleo", "group:reseau/archives");
  CHECK(house.ask("dora", "group:reseau/budget").refused);
  house.person("gil", "bourg");
  CHECK(code(house.take(2, Step::Kind::pair, "Ils sont amis.", {}, "gil")) == "other-body");
}

TEST_CASE("A10: two meetings in all, within a year of the first; then the body joins") {
  House house(groups);
  house.person("hugo", "hameau");
  CHECK_FALSE(house.ask("hugo", "meeting:seance-octobre").refused);
  CHECK(code(house.ask("hugo", "meeting:seance-octobre")) == "already-registered");
  const rules::Ruling late = house.ask("hugo", "meeting:seance-an-prochain");
  CHECK(late.refused);
  CHECK(breach(late)->sentence == "hugo Martin a découvert 1 réunion(s), la première le 6 octobre 2026.");
  CHECK(house.state(2) == "refused");
  CHECK_FALSE(house.ask("hugo", "meeting:seance-decembre").refused);
  house.person("ines", "hameau");
  CHECK_FALSE(house.ask("ines", "meeting:seance-an-prochain").refused);
}

TEST_CASE("A10: members have no need to discover, and what is over is over") {
  House house(groups);
  CHECK(code(house.ask("ana", "meeting:seance-octobre", "decouverte")) == "not-open");
  CHECK(code(house.ask("ana", "meeting:seance-octobre")) == "not-open");
  CHECK(code(house.ask("ana", "meeting:jamais")) == "unknown-object");
  CHECK(code(house.ask("ana", "group:reseau/budget", "decouverte")) == "wrong-object");
  CHECK(code(house.ask("ana", "group:reseau/budget", "autre")) == "unknown-path");
  house.person("hugo", "hameau");
  house.at("2026-10-07T09:00:00+02:00");
  CHECK(code(house.ask("hugo", "meeting:seance-octobre")) == "over");
}

TEST_CASE("E13: shared mailboxes and shared addresses are refused, unless the coordinator says why") {
  House house(groups);
  model::Person shared = *house.records.person("ana");
  shared.id = "mairie", shared.mail = "mairie@ville.example";
  house.records.add_person(shared);
  const rules::Ruling asked = house.ask("mairie", "group:reseau/budget");
  REQUIRE(breach(asked) != nullptr);
  CHECK(breach(asked)->rule->id == "boite");
  CHECK(code(house.take(1, Step::Kind::accept, "Ouverture provisoire.")).empty());
  CHECK(house.state(1) == "accepted");
}

TEST_CASE("A12: both statements are asked; the employer's is still missing when the group has taken her in") {
  House house(groups);
  join(house, "ana", "group:reseau/archives");
  auto missing = rules::missing(house.setting(), house.of(1));
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].need == rules::Need::statements);
  CHECK(missing[0].of == std::vector<std::string>{"temps"});
  house.take(1, Step::Kind::state, {}, "temps");
  CHECK(house.records.facts().back().body == "ville");
  CHECK(rules::missing(house.setting(), house.of(1)).empty());
  CHECK(code(house.take(1, Step::Kind::state, {}, "temps")) == "already-stated");
  CHECK(code(house.take(1, Step::Kind::state, {}, "autre")) == "unknown-statement");
}

TEST_CASE("several mandates: one says for which body; without the mandate one does not sit for it") {
  House house(groups);
  model::Person two;
  two.id = "kim", two.mail = "kim@b.example";
  two.mandates = {{"reseau", "bourg", "", "", civil_day("2026-01-01"), civil_day("2026-10-01")},
                  {"reseau", "ville", "", "", civil_day("2026-01-01"), std::nullopt}};
  house.records.add_person(two);
  CHECK(code(house.ask("kim", "group:reseau/budget")) == "which-body");
  rules::Asking asking;
  asking.person = "kim", asking.object = "group:reseau/budget", asking.body = "bourg";
  CHECK(house.ask(asking).effects.at(0).after.body == "bourg");
  house.at("2026-10-01T08:00:00+02:00");
  asking.object = "group:reseau/ecoles";
  CHECK(code(house.ask(asking)) == "other-body");
  asking.body.clear();
  CHECK(house.ask(asking).effects.at(0).after.body == "ville");
}
