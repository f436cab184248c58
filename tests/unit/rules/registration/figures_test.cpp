// What pages may say of who takes part: counts from facts, and no number that tells of somebody.
#include <doctest/doctest.h>

#include "rules/registration/figures.h"
#include "rules/registration/tally.h"

using namespace cenacle;
using model::FactKind;
using model::Told;

namespace {

base::Instant at(const char* text) { return *base::parse_instant(text); }

/// A ledger of facts that are numbered as they come.
class Facts {
 public:
  rules::Tally tally{"Europe/Paris"};

  std::int64_t ask(const char* when, std::string person, std::string object, std::string body = "",
                   std::string path = "membre") {
    model::Fact fact = next(FactKind::requested, when);
    fact.registration = ++registrations_;
    fact.person = std::move(person), fact.object = std::move(object), fact.body = std::move(body),
    fact.path = std::move(path);
    tally.take(fact);
    return registrations_;
  }
  void move(const char* when, std::int64_t registration, model::State to, bool holds) {
    model::Fact fact = next(FactKind::moved, when);
    fact.registration = registration, fact.value = model::word(to), fact.number = holds ? 1 : 0;
    tally.take(fact);
  }
  void join(const char* when, const std::string& person, const std::string& object, const std::string& body = "",
            const std::string& path = "membre") {
    move(when, ask(when, person, object, body, path), model::State::accepted, true);
  }
  model::Fact next(FactKind kind, const char* when) {
    model::Fact fact;
    fact.seq = ++last_, fact.at = at(when), fact.kind = kind, fact.network = "cercle";
    return fact;
  }

 private:
  std::int64_t last_ = 0, registrations_ = 0;
};

/// A network of two kinds of bodies, and its rulebook with a path for members and one for guests.
struct Cercle {
  model::Portal portal;
  rules::Rulebooks books;
  Cercle() {
    portal.today = {std::chrono::year(2026), std::chrono::September, std::chrono::day(15)};
    model::Network& network = portal.networks.emplace_back();
    network.page.id = "cercle";
    const auto* commune = &network.body_kinds.emplace_back(model::BodyKind{"commune", "Commune", "Communes"});
    const auto* region = &network.body_kinds.emplace_back(model::BodyKind{"region", "Région", "Régions"});
    for (const char* id : {"a", "b"}) network.bodies.emplace_back().id = id, network.bodies.back().kind = commune;
    network.bodies.emplace_back().id = "r", network.bodies.back().kind = region;
    rules::Rulebook& book = books.books.emplace_back();
    book.network = &network;
    book.paths.resize(2);
    book.paths[0].id = "membre";
    book.paths[1].id = "visite", book.paths[1].gives = rules::Gives::guest;
  }
};

}  // namespace

TEST_CASE("small numbers are not told, nor those from which they follow") {
  const Told none;
  const auto told = [](std::vector<std::int64_t> parts) { return rules::told_parts(parts); };
  CHECK(told({5, 4, 3}) == std::vector<Told>{5, 4, 3});
  CHECK(told({0, 4}) == std::vector<Told>{0, 4});
  CHECK(told({10, 1, 5}) == std::vector<Told>{10, none, none});  // 5 goes with 1: else 1 is the sum less the others
  CHECK(told({10, 2, 1}) == std::vector<Told>{10, none, none});  // 3 in two parts: which is which, nobody knows
  CHECK(told({10, 1, 1, 4}) == std::vector<Told>{10, none, none, none});  // 2 in two parts would be one each
  CHECK(told({1, 9}) == std::vector<Told>{none, none});
  CHECK(told({1}) == std::vector<Told>{none});
  CHECK(told({1, 1, 0}) == std::vector<Told>{none, none, none});
  CHECK(rules::told(0) == Told(0));
  CHECK(rules::told(2) == none);
  CHECK(rules::told(3) == Told(3));
}

TEST_CASE("no part follows from the sum and the parts that are told") {
  // Every way of filling four parts with 0 to 6: what is hidden could also be otherwise, each part of it.
  for (int n = 0; n < 7 * 7 * 7 * 7; ++n) {
    const std::vector<std::int64_t> parts{n % 7, n / 7 % 7, n / 49 % 7, n / 343};
    const auto told = rules::told_parts(parts);
    std::int64_t sum = 0, hidden = 0, hidden_sum = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      sum += parts[i];
      if (told[i]) CHECK((*told[i] == 0 || *told[i] >= rules::least_told));
      if (!told[i]) ++hidden, hidden_sum += parts[i];
    }
    CAPTURE(n);
    if (hidden == 0 || !rules::told(sum)) continue;  // the sum is not told either
    const bool every_one_hidden = hidden == static_cast<std::int64_t>(parts.size());
    CHECK(hidden > 1);
    CHECK((hidden_sum > hidden || every_one_hidden));
  }
}

TEST_CASE("seats, the waiting list and those who take part follow the facts") {
  Facts facts;
  for (const char* who : {"p-1", "p-2", "p-3", "p-4"})
    facts.join("2026-03-02T09:00:00Z", who, "workshop:cercle/tri", who[2] == '4' ? "r" : "a");
  const auto late = facts.ask("2026-03-03T09:00:00Z", "p-5", "workshop:cercle/tri", "b");
  facts.move("2026-03-03T09:00:00Z", late, model::State::waiting, false);
  const auto& of = facts.tally.counts().objects.at("workshop:cercle/tri").at("membre");
  CHECK(of.taken == 4);
  CHECK(of.waiting == 1);
  CHECK(of.bodies == rules::Counts::Numbers{{"a", 3}, {"r", 1}});
  facts.move("2026-03-04T09:00:00Z", 1, model::State::withdrawn, false);
  facts.move("2026-03-04T09:00:00Z", late, model::State::offered, true);
  CHECK(of.taken == 4);
  CHECK(of.waiting == 0);
  CHECK(of.bodies == rules::Counts::Numbers{{"a", 2}, {"r", 1}});
}

TEST_CASE("members are people, month by month, whatever the number of groups") {
  Facts facts;
  for (const char* who : {"p-1", "p-2", "p-3"}) facts.join("2026-05-10T09:00:00Z", who, "group:cercle/un", "a");
  facts.join("2026-06-30T22:30:00Z", "p-1", "group:cercle/deux", "a");          // a second group
  facts.join("2026-06-30T22:30:00Z", "p-4", "group:cercle/un", "b");            // July in Paris
  facts.join("2026-07-02T09:00:00Z", "p-5", "group:cercle/un", "r", "visite");  // a guest
  facts.move("2026-08-02T09:00:00Z", 1, model::State::withdrawn, false);        // p-1 stays by her second group
  facts.move("2026-09-02T09:00:00Z", 2, model::State::ended, false);
  const Cercle cercle;
  const model::Figures figures = rules::figures_of(facts.tally.counts(), cercle.portal, cercle.books);
  const model::NetworkFigures& of = figures.networks.at("cercle");
  REQUIRE(of.months.size() == 5);
  CHECK(base::iso(of.months.front().month) == "2026-05-01");
  std::vector<Told> members;
  for (const auto& it : of.months) members.push_back(it.members);
  CHECK(members == std::vector<Told>{3, 3, 4, 4, 3});
  CHECK(of.kinds == std::vector<std::string>{"commune", "region", ""});
  CHECK(of.months.back().by_kind == std::vector<Told>{3, 0, 0});
  CHECK(of.bodies.total == Told(3));
  CHECK(of.bodies.parts.empty());  // two of `a` and one of `b`
  CHECK(of.bodies.others == 3);
  CHECK(figures.of("group:cercle/un").taken == 3);
}

TEST_CASE("a survey counts people, and the last answer of each") {
  Facts facts;
  model::Fact asked = facts.next(FactKind::asked, "2026-05-10T09:00:00Z");
  asked.request = 7, asked.value = "survey", asked.object = "network:cercle";
  facts.tally.take(asked);
  const auto reply = [&](const char* who, const char* value) {
    model::Fact fact = facts.next(FactKind::replied, "2026-05-11T09:00:00Z");
    fact.request = 7, fact.person = who, fact.value = value;
    facts.tally.take(fact);
  };
  for (const char* who : {"p-1", "p-2", "p-3", "p-4"}) reply(who, "oui");
  reply("p-4", "non");
  reply("p-1", "jour.mardi jour.jeudi");
  Cercle cercle;
  model::Survey& survey = cercle.portal.networks.front().surveys.emplace_back();
  survey.request = 7;
  survey.questions = {{"q", "?", {{"oui", "Oui"}, {"non", "Non"}}, false},
                      {"jour", "?", {{"mardi", "M"}, {"jeudi", "J"}}, true}};
  const auto figures = rules::figures_of(facts.tally.counts(), cercle.portal, cercle.books);
  const model::SurveyFigures& of = figures.surveys.at(7);
  CHECK(of.answers == Told(4));
  CHECK(facts.tally.counts().surveys.at(7).at("1") == rules::Counts::Numbers{{"non", 1}, {"oui", 3}});
  CHECK(of.choices[0] == std::vector<Told>{Told(), Told()});
}

TEST_CASE("a tally that is kept goes on as one that was never put away") {
  Facts facts;
  facts.join("2026-05-10T09:00:00Z", "p-1", "group:cercle/un", "a");
  const auto waiting = facts.ask("2026-05-10T09:00:00Z", "p-2", "group:cercle/un", "b");
  facts.move("2026-05-10T09:00:00Z", waiting, model::State::waiting, false);
  auto kept = rules::Tally::decode(facts.tally.encode(), "Europe/Paris");
  REQUIRE(kept);
  CHECK(kept->encode() == facts.tally.encode());
  CHECK(kept->digest() == facts.tally.digest());
  CHECK(kept->last() == facts.tally.last());
  model::Fact moved = facts.next(FactKind::moved, "2026-06-10T09:00:00Z");
  moved.registration = 1, moved.value = "withdrawn";
  facts.tally.take(moved);
  kept->take(moved);
  CHECK(kept->counts() == facts.tally.counts());
  CHECK_FALSE(rules::Tally::decode(facts.tally.encode(), "Europe/Madrid"));
  std::string damaged = facts.tally.encode();
  damaged.back() ^= 1;
  CHECK_FALSE(rules::Tally::decode(damaged, "Europe/Paris"));
}
