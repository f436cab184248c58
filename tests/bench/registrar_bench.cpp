// What a ruling costs, away from any database: a request for a workshop of fifteen seats whose list is long, and one by
// a body that has five hundred registrations. Google Benchmark; the network is that of the unit tests.
#define DOCTEST_CONFIG_DISABLE
#include <benchmark/benchmark.h>

#include <string>

#include "rules/registration/house.h"

namespace {

using namespace cenacle;

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
says = "Les {max} places de {object} sont prises : {person} attend."
)";

constexpr std::string_view groups = R"(
[[paths]]
id = "membre"
title = "Membre"
joins = ["group", "network"]
start = "accepted"
[[rules]]
id = "cotisations"
article = "2"
limit = { each = ["body"], max = 1000 }
says = "{body} a {max} places."
)";

rules::Asking asking_of(std::string person, std::string object) {
  rules::Asking asking;
  asking.person = std::move(person), asking.object = std::move(object);
  return asking;
}

/// Fifteen have a seat, `waiting` wait.
void ask_with_a_list(benchmark::State& state) {
  House house(workshop);
  const_cast<model::Workshop&>(house.content.portal->networks.front().workshops.front()).seats = 15;
  const auto ask = [&](int index) {
    const std::string id = "p" + std::to_string(index);
    house.person(id, "ville");
    house.records.append(rules::ask(house.setting(), asking_of(id, "workshop:reseau/tri")).facts);
  };
  for (int i = 0; i < 15 + static_cast<int>(state.range(0)); ++i) ask(i);
  for (auto _ : state) benchmark::DoNotOptimize(rules::ask(house.setting(), asking_of("ana", "workshop:reseau/tri")));
}
BENCHMARK(ask_with_a_list)->Arg(0)->Arg(15)->Arg(150)->Unit(benchmark::kMicrosecond);

/// The body has `range` registrations in the groups already.
void ask_by_a_large_body(benchmark::State& state) {
  House house(groups);
  for (int i = 0; i < static_cast<int>(state.range(0)); ++i) {
    const std::string id = "p" + std::to_string(i);
    house.person(id, "ville");
    house.records.append(rules::ask(house.setting(), asking_of(id, "group:reseau/archives")).facts);
  }
  for (auto _ : state) benchmark::DoNotOptimize(rules::ask(house.setting(), asking_of("ana", "group:reseau/budget")));
}
BENCHMARK(ask_by_a_large_body)->Arg(5)->Arg(50)->Arg(500)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
