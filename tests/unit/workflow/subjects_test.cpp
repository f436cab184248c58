// Plans of registrations and requests: where one stands, several in one mail, and the function that is vacant.
#include <doctest/doctest.h>

#include "workflow/desk.h"

namespace cenacle {

namespace {

constexpr std::string_view inscriptions = R"(
[[workflows]]
id = "inscriptions"
title = "Les inscriptions"
about = "registration"
[[workflows.steps]]
id = "recue"
when = { on = "requested" }
to = ["person"]
mail = "registration-requested"
[[workflows.steps]]
id = "a-decider"
when = { on = "requested" }
to = ["decider"]
gather = true
mail = "registration-to-decide"
[[workflows.steps]]
id = "acceptee"
when = { on = "accepted" }
to = ["person"]
mail = "registration-accepted"
[[workflows]]
id = "conseils"
title = "Les conseils"
about = "request"
where = { kinds = ["advice"] }
[[workflows.steps]]
id = "a-qui-repond"
when = { on = "routed" }
to = ["charged"]
only = ["open"]
mail = "advice-routed"
)";

}  // namespace

TEST_CASE("one is told where one stands, and who decides gets one mail for several") {
  Desk desk(inscriptions);
  REQUIRE(desk.said == "");
  desk.send();
  desk.at("2026-09-16T09:00:00+02:00");
  desk.house.ask("ana", "group:reseau/budget");
  desk.house.ask("bea", "group:reseau/ecoles");
  desk.join("cleo", "group:reseau/budget");
  const auto sent = desk.send();
  CHECK(mails(sent).find("cleo registration-accepted") != std::string::npos);
  CHECK(mails(sent).find("cleo registration-requested") == std::string::npos);
  const auto digest = std::find_if(sent.begin(), sent.end(), [](const auto& it) { return !it.items.empty(); });
  REQUIRE(digest != sent.end());
  CHECK(digest->items == std::vector<std::string>{"registration:1", "registration:2"});
  CHECK(digest->to.mail == "c@essai.example");
  CHECK(desk.send().empty());
  desk.at("2026-09-17T09:00:00+02:00");
  desk.house.ask("dora", "group:reseau/budget");
  CHECK(mails(desk.send()) == "c@essai.example registration-to-decide, dora registration-requested");
}

TEST_CASE("a request goes to the function it is routed to; vacant, to its fallback's mailbox (E20)") {
  Desk desk(inscriptions);
  desk.send();
  desk.at("2026-09-16T09:00:00+02:00");
  model::Fact it = desk.fact(model::FactKind::asked);
  it.request = 1, it.person = "ana", it.value = "advice", it.object = "network:reseau";
  desk.write(it);
  it.kind = model::FactKind::routed, it.value = "referent";
  desk.write(it);
  CHECK(mails(desk.send()) == "e@essai.example advice-routed");
  it.kind = model::FactKind::closed, it.value = "done";
  desk.write(it);
  CHECK(desk.send().empty());
}

}  // namespace cenacle
