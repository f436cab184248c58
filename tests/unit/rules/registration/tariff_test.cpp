// Which rate is a body's: both ends of each stratum, memberships, and why there is none; amounts to the cent.
#include "rules/registration/tariff.h"

#include <doctest/doctest.h>

namespace cenacle::rules {

namespace {

/// Strata of a yearly fee and two prices by membership, in two years.
struct Sample {
  model::Network network;
  model::Membership member{"adherente", "Adhérente", true}, other{"partenaire", "Partenaire", false};
  const std::vector<std::string> fee{"a", "b", "c", "d"}, support{"appui-adherente", "appui-autre"};

  Sample() {
    const auto stratum = [&](std::string id, std::int64_t cents, std::int64_t from, std::int64_t to) {
      model::Rate rate;
      rate.id = std::move(id), rate.unit = "par an", rate.cents = cents;
      rate.population_min = from, rate.population_max = to;
      return rate;
    };
    const auto hourly = [&](std::string id, std::int64_t cents, const model::Membership* of, bool without) {
      model::Rate rate;
      rate.id = std::move(id), rate.unit = "par heure", rate.cents = cents;
      rate.memberships = {of}, rate.without_membership = without;
      return rate;
    };
    model::Tariff tariff;
    tariff.year = 2026;
    tariff.rates = {stratum("a", 10000, 0, 499),
                    stratum("b", 15000, 500, 999),
                    stratum("c", 20000, 1000, 2000),
                    stratum("d", 30000, 2001, 3500),
                    hourly("appui-adherente", 3500, &member, false),
                    hourly("appui-autre", 7500, &other, true)};
    network.tariffs = {tariff};
  }

  model::Body body(std::optional<std::int64_t> population, const model::Membership* membership = nullptr) const {
    model::Body it;
    it.id = "commune", it.population = population, it.membership = membership;
    return it;
  }
};

}  // namespace

TEST_CASE("E2: both ends of a stratum are in it") {
  const Sample sample;
  struct Row {
    std::int64_t population;
    std::int64_t cents;
  };
  for (const Row& row : {Row{0, 10000},
                         {499, 10000},
                         {500, 15000},
                         {999, 15000},
                         {1000, 20000},
                         {2000, 20000},
                         {2001, 30000},
                         {3500, 30000}}) {
    CAPTURE(row.population);
    const model::Body body = sample.body(row.population);
    const auto priced = price(sample.network, 2026, sample.fee, &body);
    REQUIRE(std::holds_alternative<Price>(priced));
    CHECK(std::get<Price>(priced).rate->cents == row.cents);
    CHECK(std::get<Price>(priced).tariff->year == 2026);
  }
}

TEST_CASE("E2: beyond the strata there is no price") {
  const Sample sample;
  const model::Body body = sample.body(3501);
  const auto priced = price(sample.network, 2026, sample.fee, &body);
  REQUIRE(std::holds_alternative<NoPrice>(priced));
  const auto& refused = std::get<NoPrice>(priced);
  CHECK(refused.why == NoPrice::Why::stratum);
  CHECK(refused.from == 0);
  CHECK(refused.to == 3500);
  CHECK(rates_instead(refused, &body).empty());
}

TEST_CASE("a population that is not known has no stratum") {
  const Sample sample;
  const model::Body body = sample.body(std::nullopt);
  CHECK(std::get<NoPrice>(price(sample.network, 2026, sample.fee, &body)).why == NoPrice::Why::population);
  CHECK(std::get<NoPrice>(price(sample.network, 2026, sample.fee, nullptr)).why == NoPrice::Why::population);
}

TEST_CASE("E3: the price goes by membership; who has none may be meant too") {
  const Sample sample;
  const model::Body member = sample.body(400, &sample.member), partner = sample.body(400, &sample.other),
                    none = sample.body(400);
  const auto cents = [&](const model::Body* body) {
    return std::get<Price>(price(sample.network, 2026, sample.support, body)).rate->cents;
  };
  CHECK(cents(&member) == 3500);
  CHECK(cents(&partner) == 7500);
  CHECK(cents(&none) == 7500);
  CHECK(cents(nullptr) == 7500);
}

TEST_CASE("E3: whoever asks for another's price is told which is its own") {
  const Sample sample;
  const model::Body partner = sample.body(400, &sample.other);
  const std::vector<std::string> wanted{"appui-adherente"};
  const auto priced = price(sample.network, 2026, wanted, &partner);
  REQUIRE(std::holds_alternative<NoPrice>(priced));
  CHECK(std::get<NoPrice>(priced).why == NoPrice::Why::membership);
  const auto instead = rates_instead(std::get<NoPrice>(priced), &partner);
  REQUIRE(instead.size() == 1);
  CHECK(instead.front()->id == "appui-autre");
}

TEST_CASE("a year without a tariff, and a tariff without the rate, have no price") {
  const Sample sample;
  const model::Body body = sample.body(400);
  const std::vector<std::string> unknown{"jour"};
  CHECK(std::get<NoPrice>(price(sample.network, 2028, sample.fee, &body)).why == NoPrice::Why::no_tariff);
  CHECK(std::get<NoPrice>(price(sample.network, 2026, unknown, &body)).why == NoPrice::Why::no_rate);
}

TEST_CASE("amounts are whole cents, half a cent rounded up") {
  CHECK(amount(28000, 200) == 56000);
  CHECK(amount(3500, 150) == 5250);
  CHECK(amount(333, 150) == 500);  // 499,5
  CHECK(amount(333, 133) == 443);  // 442,89
  CHECK(amount(1, 49) == 0);
  CHECK(amount(1, 50) == 1);
  CHECK(amount(99'999'999'99, 999'999'00) == 9'999'989'999'000'001);
}

}  // namespace cenacle::rules
