// What an import does: each person of the list beside the one whom the ledger knows.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "cli/roster_plan.h"

using namespace cenacle;
using cli::RosterStep;
using content::RosterLine;
using namespace std::chrono_literals;

namespace {

constexpr base::Date today = 2026y / 9 / 15, spring = 2026y / 3 / 12, last_year = 2025y / 6 / 30;

struct Portal {
  model::Network network;
  model::Body *ville, *bourg;
  model::Role* pilot;
  Portal() {
    network.page.id = "cercle";
    ville = &network.bodies.emplace_back(), ville->id = "ville";
    bourg = &network.bodies.emplace_back(), bourg->id = "bourg";
    pilot = &network.roles.emplace_back(), pilot->id = "pilote";
  }
};
const Portal portal;

RosterLine line(std::string given = "Marie", std::string family = "Dupont",
                std::string mail = "m.dupont@ville.example") {
  RosterLine made;
  made.given_name = std::move(given), made.family_name = std::move(family), made.mail = std::move(mail);
  made.network = &portal.network, made.body = portal.ville, made.name_at = made.mail_at = made.body_at = {2, 1, 4};
  return made;
}

model::Person known() {
  model::Person her;
  her.id = "p-1", her.given_name = "Marie", her.family_name = "Dupont", her.mail = "m.dupont@ville.example";
  her.phone = "01 02 03 04 05", her.mandates = {{"cercle", "ville", "", "", spring, std::nullopt}};
  return her;
}

struct Outcome {
  cli::RosterPlan plan;
  std::string codes;
};
Outcome plan(std::vector<RosterLine> lines, std::vector<model::Person> people) {
  static const locale::Locale french("fr");
  content::Roster roster;
  roster.lines = std::move(lines);
  diag::Diagnostics diagnostics;
  Outcome out{cli::plan_roster(roster, people, today, "liste.csv", french, diagnostics), ""};
  for (const diag::Diagnostic& it : diagnostics.sorted())
    out.codes.append(out.codes.empty() ? "" : " ").append(it.code.name);
  return out;
}

}  // namespace

TEST_CASE("roster plan: somebody new") {
  RosterLine her = line();
  her.from = spring, her.roles = {portal.pilot}, her.shown = true;
  const auto out = plan({her}, {});
  REQUIRE(out.plan.steps.size() == 1);
  const RosterStep& step = out.plan.steps[0];
  CHECK(step.kind == RosterStep::Kind::add);
  CHECK(step.shown == true);
  REQUIRE(step.mandates.size() == 1);
  CHECK(step.mandates[0] == model::Mandate{"cercle", "ville", "pilote", "", spring, std::nullopt});
  CHECK(out.codes == "");
}

TEST_CASE("roster plan: nobody is shown who does not say so") {
  RosterLine her = line();
  her.shown = false;
  CHECK_FALSE(plan({her}, {}).plan.steps[0].shown);
}

TEST_CASE("roster plan: the same list again changes nothing") {
  RosterLine her = line();
  her.phone = "01 02 03 04 05";
  for (const auto from : {std::optional<base::Date>(), std::optional(spring), std::optional(last_year)}) {
    her.from = from;
    const auto out = plan({her}, {known()});
    CHECK(out.plan.steps[0].kind == RosterStep::Kind::nothing);
    CHECK(out.codes == "");
  }
}

TEST_CASE("roster plan: what the list says otherwise, and what it does not say") {
  RosterLine her = line("Marie", "Dupont-Roche");
  her.function = "Directrice", her.shown = true;
  const auto out = plan({her}, {known()});
  const RosterStep& step = out.plan.steps[0];
  CHECK(step.kind == RosterStep::Kind::change);
  CHECK(step.identity.phone == "01 02 03 04 05");
  REQUIRE(step.changes.size() == 2);
  CHECK(step.changes[0].field == "family_name");
  CHECK(step.changes[1].field == "function");
  CHECK(step.shown == true);
  CHECK(step.mandates.empty());
}

TEST_CASE("roster plan: who may be somebody else") {
  CHECK(plan({line("Paul", "Martin")}, {known()}).codes == "person-twice");
  CHECK(plan({line("Marie", "Dupont", "autre@ville.example")}, {known()}).codes == "same-name");
  CHECK(plan({line("MARIE", "dupont")}, {known()}).codes == "");
}

TEST_CASE("roster plan: a role and a second body begin") {
  RosterLine role = line();
  role.roles = {portal.pilot};
  CHECK(plan({role}, {known()}).plan.steps[0].mandates.size() == 1);
  RosterLine other = line();
  other.body = portal.bourg;
  CHECK(plan({other}, {known()}).codes == "other-body");
  const auto both = plan({line(), other}, {known()});
  CHECK(both.codes == "");
  CHECK(both.plan.steps[0].mandates.size() == 1);
}

TEST_CASE("roster plan: what has ended does not begin again by itself") {
  model::Person her = known();
  her.mandates[0].until = 2026y / 6 / 30;
  CHECK(plan({line()}, {her}).codes == "person-departed");
  CHECK(plan({line()}, {her}).plan.steps[0].kind == RosterStep::Kind::nothing);
  RosterLine back = line();
  back.from = today;
  CHECK(plan({back}, {her}).plan.steps[0].mandates.size() == 1);
  her.departed = 2026y / 6 / 30;
  CHECK(plan({line()}, {her}).codes == "person-departed");
  CHECK(plan({back}, {her}).plan.steps[0].mandates.size() == 1);
}
