// Quotes: totals, numbers that can be read back, quantities as people write them, and the detail that keeps all of it.
#include "rules/registration/quote.h"

#include <doctest/doctest.h>

namespace cenacle::rules {

namespace {

Quote sample() {
  using std::chrono::year;
  Quote it;
  it.network = "ateliers-du-val", it.network_title = "Les ateliers du « Val »";
  it.number = 7;
  it.date = year(2026) / 12 / 31, it.valid_until = year(2027) / 1 / 30;
  it.issuer = {"Centre de gestion",
               "002 841 047 00018",
               "12 quai des Meuniers",
               "TVA non applicable",
               "Sur titre",
               "ateliers@cdg.example",
               30};
  it.body = "vars", it.body_name = "Vars-sur-\"Sarvelle\"", it.body_town = "Vars";
  it.registration = 12, it.object = "workshop:ateliers-du-val/elus-agents",
  it.object_title = "atelier « Élus \\ agents »";
  it.lines = {{2026, "journee", "Journée", "par jour", 200, 28800, "Délibération n° 1", year(2025) / 11 / 27},
              {2027, "journee", "Journée", "par jour", 150, 29600, "", std::nullopt}};
  return it;
}

}  // namespace

TEST_CASE("B7: a quote adds up its lines, to the cent") {
  const Quote quote = sample();
  CHECK(quote.lines[0].cents() == 57600);
  CHECK(quote.lines[1].cents() == 44400);
  CHECK(quote.cents() == 102000);
}

TEST_CASE("B7: its number says the network and the year, and is read back") {
  CHECK(reference(sample()) == "ATELIERS-DU-VAL-2026-0007");
  CHECK(quote_reference("val-2020", 2026, 12345) == "VAL-2020-2026-12345");
  const auto name = parse_quote_reference("Val-2020-2026-12345");
  REQUIRE(name);
  CHECK(name->network == "val-2020");
  CHECK(name->year == 2026);
  CHECK(name->number == 12345);
  for (const char* text : {"", "12", "0007", "2026-0007", "VAL-26-0007", "VAL-2026-7", "VAL-2026-", "VAL-2026-00x7",
                           "-2026-0007", "VAL--2026-0007", "m.dupont@ville.example"})
    CHECK_FALSE(parse_quote_reference(text));
}

TEST_CASE("a quantity has two decimals at most, and is more than nothing") {
  CHECK(parse_quantity("2") == 200);
  CHECK(parse_quantity("1,5") == 150);
  CHECK(parse_quantity("0.25") == 25);
  CHECK(parse_quantity("999999") == 99999900);
  for (const char* text :
       {"", "0", "0,00", "-1", "1,", ",5", "1,555", "1e3", "deux", "1 000", "9999999", "1,5,5", "+1"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_quantity(text));
  }
}

TEST_CASE("B7: what is kept of a quote gives it back whole") {
  const Quote quote = sample();
  const std::string detail = to_detail(quote);
  const auto back = quote_of(detail);
  REQUIRE(back);
  CHECK(*back == quote);
  CHECK(to_detail(*back) == detail);
  CHECK(detail.find('\n') == std::string::npos);
}

TEST_CASE("what is no quote is none") {
  for (const char* text : {"", "{}", "[]", "null", R"({"quote":2})", R"({"quote":1,"date":"2026-01-01"})"})
    CHECK_FALSE(quote_of(text));
}

TEST_CASE("B7: sessions are counted in the year in which they are held, cancelled ones left out") {
  model::Network network;
  model::Workshop& workshop = network.workshops.emplace_back();
  model::Workshop& other = network.workshops.emplace_back();
  const auto meet = [&](const model::Workshop& of, base::Date day, model::MeetingStatus status) {
    model::Meeting& it = network.meetings.emplace_back();
    it.owner = &of, it.status = status;
    model::Occurrence held;
    held.start = base::midnight(day);
    it.occurrences.push_back(held);
  };
  using std::chrono::year;
  meet(workshop, year(2026) / 12 / 31, model::MeetingStatus::confirmed);
  meet(workshop, year(2027) / 1 / 1, model::MeetingStatus::moved);
  meet(workshop, year(2027) / 2 / 1, model::MeetingStatus::tentative);
  meet(workshop, year(2027) / 3 / 1, model::MeetingStatus::cancelled);
  meet(other, year(2026) / 5 / 5, model::MeetingStatus::confirmed);
  network.meetings.back().occurrences.front().status = model::MeetingStatus::cancelled;
  const auto sessions = sessions_of(network, workshop);
  REQUIRE(sessions.size() == 2);
  CHECK(sessions[0].year == 2026);
  CHECK(sessions[0].count == 1);
  CHECK(sessions[1].year == 2027);
  CHECK(sessions[1].count == 2);
  CHECK(sessions_of(network, other).empty());
}

}  // namespace cenacle::rules
