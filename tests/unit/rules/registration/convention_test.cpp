// Conventions over years: terms across leap years and ends of months, renewal by itself once, denouncement in time, and
// the fee of each calendar year.
#include "rules/registration/convention.h"

#include <functional>

#include <doctest/doctest.h>

#include "rules/registration/memory_records.h"

namespace cenacle::rules {

namespace {

using model::Fact;
using model::FactKind;
using std::chrono::year;

const Term two_years_once = [] {
  Term term;
  term.months = 24, term.renewals = 1, term.notice_months = 1;
  return term;
}();

/// One body's convention, by a path with a term of two years that renews itself once.
struct Sample {
  model::Portal portal;
  Rulebook book;
  MemoryRecords records;
  model::Network& network = portal.networks.emplace_back();

  Sample() {
    network.page.id = "cercle";
    for (const char* id : {"petite", "grande"}) {
      model::Body& body = network.bodies.emplace_back();
      body.id = id, body.population = id == std::string("petite") ? 400 : 4000;
    }
    for (const int of : {2026, 2027, 2028, 2029, 2030}) {
      model::Tariff& tariff = network.tariffs.emplace_back();
      tariff.year = of;
      model::Rate& rate = tariff.rates.emplace_back();
      rate.id = "fee", rate.cents = 10000 + of, rate.population_max = 3500;
    }
    book.network = &network;
    Path& path = book.paths.emplace_back();
    path.id = "convention", path.unit = Unit::body, path.start = model::State::draft;
    path.term = two_years_once, path.fee = {"fee"};
  }

  base::Instant at(base::Date day) const {
    return locale::to_instant(base::midnight(day) + std::chrono::hours(10), portal.time_zone);
  }
  base::Instant start_of(base::Date day) const { return locale::to_instant(base::midnight(day), portal.time_zone); }
  void write(FactKind kind, base::Instant when, const std::function<void(Fact&)>& complete,
             std::int64_t registration = 1) {
    Fact fact;
    fact.kind = kind, fact.at = when, fact.network = "cercle", fact.registration = registration;
    complete(fact);
    records.append({&fact, 1});
  }
  void ask(const std::string& body, base::Date day, std::int64_t registration = 1) {
    write(
        FactKind::requested, at(day),
        [&](Fact& it) { it.path = "convention", it.body = body, it.object = "network:cercle"; }, registration);
    move("draft", at(day), {}, registration);
  }
  void move(const std::string& state, base::Instant when, std::optional<base::Date> until,
            std::int64_t registration = 1) {
    write(
        FactKind::moved, when,
        [&](Fact& it) {
          it.value = state, it.number = 1;
          if (until) it.until = start_of(*until);
        },
        registration);
  }
  Setting setting(base::Date today) const { return {portal, book, records, at(today)}; }
  Convention at_day(base::Date today, std::int64_t registration = 1) const {
    return *convention(setting(today), *records.registration(registration));
  }
};

std::string told(const std::vector<Due>& all) {
  std::string text;
  for (const Due& it : all) {
    const char* const names[] = {"fee", "notice", "renewal", "end"};
    text += std::string(text.empty() ? "" : " ") + names[static_cast<int>(it.kind)] + ":" + base::iso(it.day);
  }
  return text;
}

}  // namespace

TEST_CASE("E1: a term is over on the same day of the month, or on the last of a month that has none such") {
  struct Row {
    base::Date from;
    std::int64_t months;
    base::Date over;
  };
  for (const Row& row : {Row{year(2026) / 3 / 15, 24, year(2028) / 3 / 15},
                         {year(2026) / 2 / 28, 24, year(2028) / 2 / 28},
                         {year(2028) / 2 / 29, 24, year(2030) / 2 / 28},
                         {year(2028) / 2 / 29, 48, year(2032) / 2 / 29},
                         {year(2026) / 12 / 31, 2, year(2027) / 2 / 28},
                         {year(2027) / 12 / 31, 2, year(2028) / 2 / 29},
                         {year(2026) / 8 / 31, 1, year(2026) / 9 / 30}}) {
    CAPTURE(base::iso(row.from));
    Term term = two_years_once;
    term.months = row.months;
    CHECK(base::iso(end_of_term(row.from, term)) == base::iso(row.over));
  }
}

TEST_CASE("E1: notice is given a month before the end at the latest, whatever the length of the month") {
  for (const auto& [end, last] : {std::pair<base::Date, base::Date>{year(2028) / 3 / 15, year(2028) / 2 / 14},
                                  {year(2028) / 3 / 31, year(2028) / 2 / 28},
                                  {year(2027) / 3 / 31, year(2027) / 2 / 27},
                                  {year(2028) / 1 / 1, year(2027) / 11 / 30}})
    CHECK(base::iso(last_day_of_notice(end, two_years_once)) == base::iso(last));
}

TEST_CASE("E1: a draft has no days yet") {
  Sample sample;
  sample.ask("petite", year(2026) / 2 / 1);
  const Convention it = sample.at_day(year(2026) / 3 / 1);
  CHECK_FALSE(it.began);
  CHECK_FALSE(it.holds_in(2026));
  CHECK(dues(it, year(2026) / 3 / 1).empty());
  REQUIRE(it.stages.size() == 1);
  CHECK(it.stages.front().state == model::State::draft);
}

TEST_CASE("E1, E2: once signed, it renews itself once; each calendar year owes its fee in full") {
  Sample sample;
  sample.ask("petite", year(2026) / 11 / 1);
  sample.move("signed", sample.at(year(2026) / 11 / 20), year(2028) / 11 / 20);
  const Convention it = sample.at_day(year(2026) / 12 / 1);
  CHECK(it.renews());
  CHECK(base::iso(*it.ends) == "2028-11-20");
  CHECK(base::iso(*it.notice) == "2028-10-19");
  CHECK(base::iso(*it.over) == "2030-11-20");
  CHECK_FALSE(it.holds_in(2025));
  CHECK(it.holds_in(2026));
  CHECK(it.holds_in(2030));
  CHECK_FALSE(it.holds_in(2031));
  CHECK(told(dues(it, year(2026) / 12 / 1)) ==
        "fee:2027-01-01 fee:2028-01-01 notice:2028-10-19 renewal:2028-11-20 fee:2029-01-01 fee:2030-01-01 "
        "end:2030-11-19");
  CHECK(told(dues(it, year(2026) / 11 / 20)).starts_with("fee:2026-11-20 "));
}

TEST_CASE("E1: renewed once, it ends and renews no more") {
  Sample sample;
  sample.ask("petite", year(2026) / 2 / 1);
  sample.move("signed", sample.at(year(2026) / 2 / 3), year(2028) / 2 / 3);
  sample.move("renewed", sample.start_of(year(2028) / 2 / 3), year(2030) / 2 / 3);
  const Convention it = sample.at_day(year(2029) / 1 / 1);
  CHECK_FALSE(it.renews());
  CHECK(base::iso(*it.over) == "2030-02-03");
  CHECK(told(dues(it, year(2029) / 1 / 2)) == "fee:2030-01-01 end:2030-02-02");
}

TEST_CASE("E1: denounced, it holds until the end of its term") {
  Sample sample;
  sample.ask("petite", year(2026) / 2 / 1);
  sample.move("signed", sample.at(year(2026) / 2 / 3), year(2028) / 2 / 3);
  sample.move("denounced", sample.at(year(2027) / 12 / 24), year(2028) / 2 / 3);
  const Convention it = sample.at_day(year(2027) / 12 / 24);
  CHECK_FALSE(it.renews());
  CHECK(told(dues(it, year(2027) / 12 / 24)) == "fee:2028-01-01 end:2028-02-02");
  CHECK(it.holds_in(2028));
  CHECK_FALSE(it.holds_in(2029));
}

TEST_CASE("E2: a convention that is over on 1 January owes nothing for that year") {
  Sample sample;
  sample.ask("petite", year(2026) / 1 / 1);
  sample.move("signed", sample.at(year(2026) / 1 / 1), year(2028) / 1 / 1);
  sample.move("denounced", sample.at(year(2026) / 6 / 1), year(2028) / 1 / 1);
  sample.move("ended", sample.start_of(year(2028) / 1 / 1), std::nullopt);
  CHECK(sample.at_day(year(2028) / 5 / 1).holds_in(2027));
  CHECK_FALSE(sample.at_day(year(2028) / 5 / 1).holds_in(2028));
}

TEST_CASE("E2: fees of a year: by population, what was paid for it, and who has no stratum") {
  Sample sample;
  sample.ask("petite", year(2026) / 2 / 1);
  sample.move("signed", sample.at(year(2026) / 12 / 31), year(2028) / 12 / 31);
  sample.ask("grande", year(2026) / 2 / 1, 2);
  sample.move("signed", sample.at(year(2026) / 5 / 1), year(2028) / 5 / 1, 2);
  const auto pay = [&](base::Date day, std::int64_t cents, const std::string& of) {
    sample.write(FactKind::paid, sample.at(day),
                 [&](Fact& it) { it.number = cents, it.day = day, it.value = of, it.body = "petite"; });
  };
  pay(year(2027) / 1 / 15, 6000, "2026");  // late
  pay(year(2027) / 1 / 15, 100, "");       // by its day
  const auto of_2026 = fees(sample.setting(year(2027) / 2 / 1), 2026);
  REQUIRE(of_2026.size() == 2);
  CHECK(of_2026[0].body->id == "petite");
  CHECK(std::get<Price>(of_2026[0].price).rate->cents == 12026);
  CHECK(of_2026[0].paid() == 6000);
  CHECK(std::get<NoPrice>(of_2026[1].price).why == NoPrice::Why::stratum);
  CHECK(fees(sample.setting(year(2027) / 2 / 1), 2027)[0].paid() == 100);
  CHECK(fees(sample.setting(year(2027) / 2 / 1), 2025).empty());
}

TEST_CASE("E2: a body that signs anew within the year owes its fee once") {
  Sample sample;
  sample.ask("petite", year(2026) / 1 / 1);
  sample.move("signed", sample.at(year(2026) / 3 / 1), year(2028) / 3 / 1);
  sample.move("renewed", sample.start_of(year(2028) / 3 / 1), year(2030) / 3 / 1);
  sample.move("ended", sample.start_of(year(2030) / 3 / 1), std::nullopt);
  sample.ask("petite", year(2030) / 2 / 1, 2);
  sample.move("signed", sample.at(year(2030) / 3 / 1), year(2032) / 3 / 1, 2);
  const auto of_2030 = fees(sample.setting(year(2030) / 6 / 1), 2030);
  REQUIRE(of_2030.size() == 1);
  CHECK(of_2030[0].convention.registration.id == 2);
}

TEST_CASE("a payment is for the year it names, else for that of its day") {
  Fact paid;
  paid.day = year(2027) / 1 / 2;
  CHECK(fee_year(paid) == 2027);
  paid.value = "2026";
  CHECK(fee_year(paid) == 2026);
}

}  // namespace cenacle::rules
