// Random histories of a network whose seats are few: whatever people do, in whatever order, what must hold holds.
#include <algorithm>
#include <random>

#include "rules/registration/house.h"

using namespace cenacle;
using model::Nature;
using model::Registration;
using model::State;
using rules::Step;

namespace {

constexpr std::string_view everything = R"(
[[paths]]
id = "membre"
title = "Membre"
joins = ["group"]
unit = "pair"
decided_by = "coordination"
moves = [{ from = "requested", to = "accepted", once = ["decision"] }]
[[paths]]
id = "atelier"
title = "Atelier"
joins = ["workshop"]
open_to = { profiles = ["agent"] }
holds = ["requested", "quoted", "offered", "accepted", "convened", "attended"]
rates = ["object"]
moves = [
  { from = "requested", to = "quoted", on = "quote" },
  { from = "quoted", to = "accepted", once = ["agreement"] },
  { from = "quoted", to = "expired", after_days = "quote" },
  { from = "waiting", to = "offered", once = ["seat"] },
  { from = "offered", to = "requested", once = ["answer"] },
  { from = "offered", to = "expired", after_days = 4 },
  { from = "accepted", to = "convened", on = "convene" },
  { from = "convened", to = "attended", on = "attend" },
]
[[paths]]
id = "elu"
title = "Élus"
joins = ["workshop"]
start = "accepted"
first = [{ memberships = ["forfait"] }]
moves = [
  { from = "waiting", to = "offered", once = ["seat"] },
  { from = "offered", to = "accepted", once = ["answer"] },
  { from = "offered", to = "expired", after_days = 2 },
]
[[rules]]
id = "cotisations"
paths = ["membre"]
article = "2"
limit = { each = ["body"], max = "contributions" }
says = "{body} : {used} sur {max}."
[[rules]]
id = "places"
paths = ["atelier", "elu"]
article = "2"
limit = { each = ["object"], max = "seats" }
otherwise = "wait"
says = "{used} sur {max}."
)";
constexpr const char* tri = "workshop:reseau/tri";
constexpr const char* objects[] = {tri, tri, tri, "group:reseau/archives", "group:reseau/budget"};
/// What people mostly do; the rest is tried as well.
constexpr Step::Kind usual[] = {Step::Kind::accept,   Step::Kind::quote, Step::Kind::agree,
                                Step::Kind::withdraw, Step::Kind::take,  Step::Kind::decline};

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  /// From 0 to `sides` - 1, the same on every machine.
  std::size_t operator()(std::size_t sides) { return static_cast<std::size_t>(engine_() % sides); }
  template <class List>
  decltype(auto) one_of(const List& list) {
    return list[(*this)(std::size(list))];
  }

 private:
  std::mt19937_64 engine_;
};

/// Somebody does something, at random; what is not possible is an obstacle.
rules::Ruling act(const rules::Setting& setting, const std::vector<std::string>& people, Dice& dice) {
  const std::string& who = dice.one_of(people);
  if (dice(100) < 40) {
    rules::Asking asking;
    asking.person = who, asking.object = dice.one_of(objects);
    if (dice(6) == 0) asking.partner = dice.one_of(people);
    if (dice(10) == 0) asking.insist = true, asking.because = "Il le faut.";
    return rules::ask(setting, asking);
  }
  if (dice(40) == 0) return rules::exclude(setting, who, "Divulgation.");
  if (dice(40) == 0) return rules::depart(setting, who, setting.today());
  Step step;
  step.kind = dice(3) == 0 ? static_cast<Step::Kind>(dice(18)) : dice.one_of(usual);
  step.registration =
      static_cast<std::int64_t>(dice(static_cast<std::size_t>(setting.records.next_registration()))) + 1;
  step.number = 100;
  if (dice(3) == 0) step.text = "Parce que.";
  if (dice(3) == 0) step.other = dice.one_of(people);
  return rules::take(setting, step);
}

bool same(const rules::Ruling& a, const rules::Ruling& b) {
  return a.facts == b.facts && a.refused == b.refused && code(a) == code(b) && a.effects.size() == b.effects.size() &&
         std::equal(a.effects.begin(), a.effects.end(), b.effects.begin(), [](const auto& x, const auto& y) {
           return x.before == y.before && x.after == y.after && x.rank == y.rank;
         });
}

/// Who is promoted was before all who wait still.
bool in_order(const House& house, const rules::Ruling& ruling) {
  const auto place = [&](const Registration& it) {
    const bool first = it.path == "elu" && it.body == "bourg";
    return std::pair(it.path == "elu" ? (first ? 0 : 1) : 0, it.arrival);
  };
  for (const rules::Ruling::Effect& it : ruling.effects) {
    if (it.before != State::waiting || it.after.state != State::offered) continue;
    for (const Registration& other : house.records.of_object(it.after.object))
      if (other.state == State::waiting && place(other) < place(house.of(it.after.id))) return false;
  }
  return true;
}

/// Never over a limit, nobody waits before a free seat, and every state has a way out.
std::string broken(const House& house, const rules::Ruling& done, bool insisted) {
  const rules::Seats seats = rules::seats(house.setting(), tri);
  if (seats.taken > *seats.limit) return "more seats than there are";
  if (seats.waiting > 0 && seats.taken < *seats.limit) return "a seat is free while people wait";
  for (const char* body : {"ville", "bourg"}) {
    const auto all = house.records.of_body("reseau", body);
    const auto members =
        std::count_if(all.begin(), all.end(), [](const Registration& it) { return it.holds && it.path == "membre"; });
    if (!insisted && members > (std::string_view(body) == "ville" ? 2 : 0)) return "more members than contributions";
  }
  for (const rules::Ruling::Effect& effect : done.effects) {
    const Registration& it = effect.after;
    if (model::nature(it.state) == Nature::out) {
      if (it.holds) return "a seat is held by what is over";
      continue;
    }
    Step step;
    step.kind = Step::Kind::withdraw, step.registration = it.id;
    if (rules::take(house.setting(), step).obstacle) return "no way out of " + std::string(model::word(it.state));
  }
  return {};
}

}  // namespace

TEST_CASE("random histories: limits, order, ways out, replay, dry runs, settling") {
  House house(everything);
  std::vector<std::string> people = {"ana", "bea", "cleo", "dora", "eva"};
  for (const char* id : {"gil", "hal"}) house.person(id, "bourg", {}, "élu"), people.push_back(id);
  house.person("ivo", "ville", {}, "élu"), people.push_back("ivo");
  const MemoryRecords empty = house.records;
  std::size_t promotions = 0, refusals = 0, expiries = 0;
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    house.records = empty, house.at("2026-09-15T09:00:00+02:00");
    MemoryRecords seldom = empty;  // settled only before an act; the house, whenever it likes
    bool insisted = false;
    for (int step = 0; step < 20; ++step) {
      CAPTURE(step);
      const base::Instant next = house.now + std::chrono::minutes(dice(4 * 1440));
      for (std::size_t looks = dice(3); looks > 0 && house.now < next; --looks) {
        house.settle(tri);
        house.now += std::chrono::minutes(dice(1440));
      }
      house.now = next;
      house.settle(tri);
      REQUIRE(house.settle(tri).facts.empty());
      const rules::Setting rare{*house.content.portal, *house.books.of("reseau"), seldom, next,
                                house.content.language.get()};
      seldom.append(rules::settle(rare, tri).facts);

      Dice again = dice;
      const rules::Ruling dry = act(house.setting(), people, dice);
      const rules::Ruling real = house.written(act(house.setting(), people, again));
      REQUIRE(same(dry, real));
      seldom.append(real.facts);
      REQUIRE(in_order(house, real));
      for (const model::Fact& it : real.facts) insisted = insisted || it.kind == model::FactKind::overridden;
      REQUIRE(broken(house, real, insisted) == "");
      refusals += real.refused ? 1 : 0;
      for (const auto& it : real.effects)
        promotions += it.before == State::waiting && it.after.state == State::offered ? 1 : 0;
    }
    REQUIRE(seldom.facts() == house.records.facts());
    MemoryRecords replayed = empty;
    const auto& facts = house.records.facts();
    replayed.append(std::span(facts).subspan(empty.facts().size()));
    REQUIRE(replayed.registrations() == house.records.registrations());
    for (const Registration& it : house.records.registrations()) expiries += it.state == State::expired ? 1 : 0;
  }
  CHECK(promotions > 50);  // the histories do go where the rules bite
  CHECK(refusals > 500);
  CHECK(expiries > 50);
}
