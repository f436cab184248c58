// Who reads which restricted tree: members and whoever runs the network; guests, excluded and departed people nothing.
#include "rules/registration/readers.h"

#include "rules/registration/house.h"

using namespace cenacle;

namespace {

constexpr std::string_view open_doors = R"(
[[paths]]
id = "groupe"
title = "Groupe"
joins = ["group"]
start = "accepted"
[[paths]]
id = "invite"
title = "Invité"
joins = ["group"]
gives = "guest"
start = "accepted"
[[paths]]
id = "demande"
title = "Demande"
joins = ["space"]
decided_by = "coordination"
moves = [{ from = "requested", to = "accepted", once = ["decision"] }]
)";

using Names = std::vector<std::string_view>;

Names read_by(const House& house, std::string_view person) {
  const rules::Readers readers(*house.content.portal, house.books);
  const auto her = house.records.person(person);
  return readers.read_by(*her, house.records.of_person(person), civil_day("2026-09-15"));
}

void stand(House& house, std::string person, std::string value) {
  model::Fact fact;
  fact.kind = model::FactKind::standing, fact.network = "reseau", fact.person = std::move(person);
  fact.value = std::move(value);
  house.records.append({&fact, 1});
}

}  // namespace

TEST_CASE("a member reads what she takes part in and its network; a guest and whoever waits, nothing") {
  House house(open_doors);
  CHECK(read_by(house, "ana").empty());
  house.ask("ana", "group:reseau/budget", "groupe");
  CHECK(read_by(house, "ana") == Names{"reseau", "reseau.budget"});
  house.ask("bea", "group:reseau/budget", "invite");
  CHECK(read_by(house, "bea").empty());
  house.ask("cleo", "space:plaine", "demande");
  CHECK(read_by(house, "cleo").empty());
}

TEST_CASE("an exclusion leaves nothing, a restriction leaves reading") {
  House house(open_doors);
  house.ask("ana", "group:reseau/budget", "groupe");
  stand(house, "ana", "read-only");
  CHECK(read_by(house, "ana") == Names{"reseau", "reseau.budget"});
  stand(house, "ana", "excluded");
  CHECK(read_by(house, "ana").empty());
}

TEST_CASE("who has left reads nothing from that day on") {
  House house(open_doors);
  house.ask("ana", "group:reseau/budget", "groupe");
  house.written(rules::depart(house.setting(), "ana", civil_day("2026-09-15")));
  CHECK(read_by(house, "ana").empty());
}

TEST_CASE("the audiences that an object opens are its own and its network's") {
  House house(open_doors);
  const rules::Readers readers(*house.content.portal, house.books);
  CHECK(readers.opened_by("group:reseau/budget") == Names{"reseau.budget", "reseau"});
  CHECK(readers.opened_by("network:reseau") == Names{"reseau"});
  CHECK(readers.opened_by("space:plaine") == Names{"plaine", "reseau"});
  CHECK(readers.opened_by("group:reseau/autre").empty());
}

TEST_CASE("a role held in a group opens it, unless the body is a guest's") {
  House house(open_doors);
  const rules::Readers readers(*house.content.portal, house.books);
  const auto mandate = [](std::string body) {
    return model::Mandate{"reseau", std::move(body), "referent", "group:reseau/budget", civil_day("2026-01-01"), {}};
  };
  CHECK(readers.opened_by(mandate("ville")) == Names{"reseau.budget", "reseau"});
  CHECK(readers.opened_by(mandate("hameau")) == Names{"reseau.budget", "reseau"});
  CHECK(readers.opened_by(mandate("banque")).empty());
}
