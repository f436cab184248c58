// What moves a registration on: quotes and agreements, approvals, signatures, confirmations, terms.
#include <algorithm>

#include "rules/registration/house.h"

using namespace cenacle;
using rules::Step;

namespace {

constexpr std::string_view workshop = R"(
[[paths]]
id = "atelier"
title = "Atelier"
joins = ["workshop"]
holds = ["requested", "quoted", "offered", "accepted", "convened", "attended"]
rates = ["object"]
statements = [{ id = "cadre", by = "employer", article = "1", text = "Un cadre." }]
moves = [
  { from = "requested", to = "quoted", on = "quote" },
  { from = "quoted", to = "accepted", once = ["agreement", "statements"] },
  { from = "quoted", to = "expired", after_days = "quote" },
  { from = "waiting", to = "offered", once = ["seat"] },
  { from = "offered", to = "requested", once = ["answer"] },
  { from = "offered", to = "expired", after_days = 4 },
  { from = "accepted", to = "convened", on = "convene" },
  { from = "convened", to = "attended", on = "attend" },
]
[[rules]]
id = "places"
article = "2"
limit = { each = ["object"], max = "seats" }
otherwise = "wait"
says = "Complet."
)";

constexpr std::string_view space = R"(
[[paths]]
id = "autre-agent"
title = "Autre agent"
joins = ["space"]
approvals = ["administrateur", "referent"]
moves = [{ from = "requested", to = "accepted", once = ["approvals"] }]
)";

constexpr std::string_view signed_space = R"(
[[paths]]
id = "espace"
title = "Espace"
joins = ["space"]
sign = "charte"
signatures = [{ role = "maire" }, { role = "referent", of = "parent" }]
moves = [{ from = "requested", to = "accepted", once = ["signatures"] }]
)";

constexpr std::string_view convention = R"(
[[paths]]
id = "convention"
title = "Convention"
joins = ["network"]
unit = "body"
gives = "nothing"
start = "draft"
sign = "charte"
signatures = [{ role = "maire" }]
term = { months = 24, renewals = 1, notice_months = 1, article = "1" }
moves = [
  { from = "draft", to = "signed", once = ["signatures"] },
  { from = "signed", to = "renewed", at_term = true },
  { from = "signed", to = "denounced", on = "denounce" },
  { from = "denounced", to = "ended", at_term = true },
  { from = "renewed", to = "ended", at_term = true },
]
)";

constexpr std::string_view open_to_all = R"(
[[paths]]
id = "inscription"
title = "Inscription"
joins = ["network"]
moves = [{ from = "requested", to = "accepted", once = ["confirmation"] }]
)";

rules::Ruling quote(House& house, std::int64_t registration, std::int64_t cents) {
  Step step;
  step.kind = Step::Kind::quote, step.registration = registration, step.number = cents;
  return house.take(step);
}

rules::Ruling pay(House& house, std::int64_t registration, std::int64_t cents, std::string reference) {
  Step step;
  step.kind = Step::Kind::pay, step.registration = registration, step.number = cents, step.text = std::move(reference);
  return house.take(step);
}

/// A convention of the town, signed.
void sign_convention(House& house) {
  rules::Asking asking;
  asking.body = "ville", asking.object = "network:reseau";
  REQUIRE(code(house.ask(asking)).empty());
  CHECK(house.state(1) == "draft");
  house.sign("ville", "maire");
  house.settle("network:reseau");
  REQUIRE(house.state(1) == "signed");
}

}  // namespace

TEST_CASE("B5, B7, B8: request, quote, agreement and statements, convocation, attendance") {
  House house(workshop);
  house.ask("ana", "workshop:reseau/tri");
  house.ask("bea", "workshop:reseau/tri");
  CHECK(code(house.take(1, Step::Kind::agree)) == "no-quote");
  CHECK(code(house.take(1, Step::Kind::convene)) == "not-now");
  CHECK(code(quote(house, 1, 28000)).empty());
  CHECK(code(quote(house, 1, 28000)) == "already-quoted");
  CHECK(base::iso(*house.of(1).until) == "2026-10-15T22:00:00Z");
  quote(house, 2, 14000);
  std::vector<std::int64_t> numbers;
  for (const model::Fact& it : house.records.facts())
    if (it.kind == model::FactKind::quoted) numbers.push_back(it.number);
  CHECK(numbers == std::vector<std::int64_t>{1, 2});
  house.take(1, Step::Kind::agree);
  CHECK(house.state(1) == "quoted");
  CHECK(code(house.take(1, Step::Kind::agree)) == "already-agreed");
  house.take(1, Step::Kind::state, {}, "cadre");
  CHECK(house.state(1) == "accepted");
  house.take(1, Step::Kind::convene);
  CHECK(code(house.take(1, Step::Kind::convene)) == "already-convened");
  house.take(1, Step::Kind::attend);
  CHECK(house.state(1) == "attended");
  CHECK(code(house.take(1, Step::Kind::attend)) == "already-attended");
  CHECK(code(pay(house, 1, 28000, "V-1")).empty());
  CHECK(code(pay(house, 1, 28000, "V-1")) == "already-paid");
}

TEST_CASE("B3, B8: a quote that expires gives its seat to the list") {
  House house(workshop);
  for (const char* who : {"ana", "bea", "cleo"}) house.ask(who, "workshop:reseau/tri");
  CHECK(house.state(3) == "waiting");
  quote(house, 1, 28000);
  house.at("2026-10-17T09:00:00+02:00");
  house.settle("workshop:reseau/tri");
  CHECK(house.state(1) == "expired");
  CHECK(house.state(3) == "offered");
  CHECK(base::iso(house.of(3).since) == "2026-10-15T22:00:00Z");
  house.take(3, Step::Kind::take);
  CHECK(house.state(3) == "requested");
  CHECK(house.of(3).holds);
}

TEST_CASE("D1: an open registration waits for nothing but her own confirmation") {
  House house(open_to_all);
  house.ask("ana", "network:reseau");
  CHECK(code(house.take(1, Step::Kind::accept)) == "not-asked");
  CHECK(code(house.take(1, Step::Kind::confirm)).empty());
  CHECK(house.state(1) == "accepted");
  CHECK(code(house.take(1, Step::Kind::confirm)) == "already-confirmed");
}

TEST_CASE("E6: two approvals, in any order; one objection ends it") {
  House house(space);
  house.ask("ana", "space:plaine");
  house.ask("bea", "space:plaine");
  house.take(1, Step::Kind::approve, {}, "referent");
  CHECK(house.state(1) == "requested");
  CHECK(code(house.take(1, Step::Kind::approve, {}, "referent")) == "already-approved");
  CHECK(code(house.take(1, Step::Kind::approve, {}, "maire")) == "not-asked");
  const auto missing = rules::missing(house.setting(), house.of(1));
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].of == std::vector<std::string>{"administrateur"});
  house.take(1, Step::Kind::approve, {}, "administrateur");
  CHECK(house.state(1) == "accepted");
  house.take(2, Step::Kind::object, "Pas du métier.", "administrateur");
  CHECK(house.state(2) == "refused");
  CHECK(code(house.take(2, Step::Kind::approve, {}, "referent")) == "already-over");
}

TEST_CASE("E20: a vacant role is answered for by its fallback; a held one is not") {
  House house(space);
  house.ask("ana", "space:plaine");
  house.take(1, Step::Kind::approve, {}, "chef");
  CHECK(house.records.facts().back().value == "referent");
  CHECK(house.records.facts().back().cause == "chef");
  house.take(1, Step::Kind::approve, {}, "administrateur");
  CHECK(house.state(1) == "accepted");
  house.person("remi", "cc", "referent");
  house.ask("bea", "space:plaine");
  CHECK(code(house.take(2, Step::Kind::approve, {}, "chef")) == "not-asked");
}

TEST_CASE("E4: the last signature lets her in; each one that is missing is named") {
  House house(signed_space);
  house.person("remi", "cc", "referent");
  house.ask("ana", "space:plaine");
  CHECK(rules::missing(house.setting(), house.of(1)).at(0).of == std::vector<std::string>{"maire", "referent"});
  house.sign("ville", "maire");
  CHECK(house.settle("space:plaine").facts.empty());
  CHECK(rules::missing(house.setting(), house.of(1)).at(0).of == std::vector<std::string>{"referent"});
  house.sign("cc", "chef");  // the role is held: its fallback's signature is not enough
  CHECK(house.settle("space:plaine").facts.empty());
  house.sign("cc", "referent");
  house.settle("space:plaine");
  CHECK(house.state(1) == "accepted");
  house.ask("bea", "space:plaine");
  CHECK(house.state(2) == "accepted");
}

TEST_CASE("E1: two years from the signature, renewed once by itself, then over") {
  House house(convention);
  sign_convention(house);
  CHECK(base::iso(*house.of(1).until) == "2028-09-14T22:00:00Z");
  house.at("2031-01-01T09:00:00+01:00");
  house.settle("network:reseau");
  CHECK(house.state(1) == "ended");
  CHECK(house.of(1).terms == 2);
  CHECK(base::iso(house.of(1).since) == "2030-09-14T22:00:00Z");
  CHECK(house.settle("network:reseau").facts.empty());
}

TEST_CASE("E1: denounced at least a month before the end, it ends with its term; later it is too late") {
  House house(convention);
  sign_convention(house);
  House late(convention);
  sign_convention(late);
  house.at("2028-08-14T23:00:00+02:00");
  CHECK(code(house.take(1, Step::Kind::denounce)).empty());
  CHECK(house.state(1) == "denounced");
  CHECK(base::iso(*house.of(1).until) == "2028-09-14T22:00:00Z");
  CHECK(code(house.take(1, Step::Kind::denounce)) == "already-denounced");
  late.at("2028-08-15T00:00:00+02:00");
  const rules::Ruling refused = late.take(1, Step::Kind::denounce);
  CHECK(code(refused) == "too-late");
  const auto fact = [&](std::string_view name) {
    const auto& facts = refused.obstacle->facts;
    return std::find_if(facts.begin(), facts.end(), [&](const auto& it) { return it.name == name; })->value;
  };
  CHECK(std::get<base::Date>(fact("day")) == civil_day("2028-08-14"));
  CHECK(std::get<base::Date>(fact("end")) == civil_day("2028-09-15"));
  CHECK(std::get<std::int64_t>(fact("months")) == 1);
  CHECK(std::get<rules::ArticleOf>(fact("cited")) == rules::ArticleOf{"1", "Charte"});
  house.at("2028-09-20T09:00:00+02:00");
  house.settle("network:reseau");
  CHECK(house.state(1) == "ended");
  CHECK(house.of(1).terms == 1);
}
