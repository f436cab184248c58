// The whole ledger as lines, and the same ledger from them.
#include "ledger/json_lines.h"

#include <sstream>

#include "ledger/check.h"
#include "ledger/letters.h"

namespace cenacle::ledger::test {

using model::Fact;
using model::FactKind;

namespace {

std::string lines_of(const Place& place) {
  std::string all;
  must(export_lines(place, [&](std::string_view line) -> base::Outcome {
    all += line;
    return base::Done{};
  }));
  return all;
}

Import imported(const Place& place, const std::string& lines) {
  std::istringstream in(lines);
  return must(import_lines(place, [&](std::string* line) { return !!std::getline(in, *line); }));
}

/// A fact of every kind that can be appended, all its members said, some erased.
void fill(Ledger& ledger) {
  std::string gone;
  write(ledger, [&](Transaction& it) {
    const auto anne = must(it.add_person({"Anne", "d’Été \"\\", "anne@a.example", "1", "agent", "x"}, noon));
    gone = must(it.add_person({"Paul", "Roy", "", "", "", ""}, noon));
    must(it.change_person(anne, {"Anne", "d’Été \"\\", "anne@b.example", "1", "agent", "x"}, noon));
    std::vector<Fact> facts = {asking(1, anne), asking(2, gone)};
    for (int kind = 0; model::word(static_cast<FactKind>(kind)) != "closed"; ++kind) {
      Fact each = fact(static_cast<FactKind>(kind), "net");
      if (each.kind == FactKind::requested || each.kind == FactKind::person_added ||
          each.kind == FactKind::person_changed || each.kind == FactKind::erased)
        continue;
      each.registration = each.kind > FactKind::requested ? 1 + kind % 2 : 0;
      each.person = kind % 3 == 0 ? gone : anne, each.other = "p-other", each.body = "b", each.object = "group:net/o";
      each.path = "p", each.value = "accepted", each.cause = "c", each.number = -kind, each.limit = kind;
      each.day = base::parse_date("2026-12-31"), each.until = noon, each.digest = "00ff";
      each.detail = R"({"a":[1,"é"]})", each.request = kind, each.said = "mots\u2028 \t" + std::to_string(kind);
      facts.push_back(each);
    }
    must(it.append(facts));
    queue(it, 3);
    const std::int64_t two[] = {2, 3};
    must(it.claim(two, "s-1", noon, noon));
    std::vector<Fact> told = {answer(*it.message(2), "accepted", "2.0.0 « d’accord »")};
    must(it.append(told));
  });
  write(ledger, [&](Transaction& it) { must(it.erase_person(gone, noon)); });
}

}  // namespace

TEST_CASE("an export read in gives the same ledger, on the other database too") {
  for (const auto from : {Somewhere::Kind::sqlite, Somewhere::Kind::postgresql})
    for (const auto to : {Somewhere::Kind::sqlite, Somewhere::Kind::postgresql}) {
      CAPTURE(static_cast<int>(from));
      CAPTURE(static_cast<int>(to));
      const Somewhere first(from), second(to);
      fill(*opened(first));
      const std::string lines = lines_of(first.place());
      const Import done = imported(second.place(), lines);
      CHECK(done.mistake == "");
      CHECK(done.counted.people == 1);
      CHECK(lines_of(second.place()) == lines);
      const Health health = must(check_ledger(second.place()));
      CHECK(health.damages == std::vector<std::string>());
      CHECK(health.facts == done.counted.facts);
      CHECK(imported(second.place(), lines).mistake.ends_with("an import is for an empty one"));
    }
}

TEST_CASE("the lines of an older version are taken") {
  const Somewhere origin(Somewhere::Kind::sqlite), goal(Somewhere::Kind::sqlite);
  write(*opened(origin), [](Transaction& it) { must(it.add_person({"A", "B", "", "", "", ""}, noon)); });
  std::string lines = lines_of(origin.place());
  lines.replace(lines.find("\"version\":2"), 11, "\"version\":1");
  CHECK(imported(goal.place(), lines).mistake == "");
  CHECK(must(must(opened(goal)->read())->people()).size() == 1);
}

TEST_CASE("lines that are not a whole ledger are refused, and nothing of them stays") {
  const Somewhere origin(Somewhere::Kind::sqlite);
  fill(*opened(origin));
  const std::string good = lines_of(origin.place());
  const auto without = [&](std::string_view part, std::string_view with) {
    std::string changed = good;
    const std::size_t at = changed.find(part);
    REQUIRE(at != std::string::npos);
    return changed.replace(at, part.size(), with);
  };
  struct Case {
    std::string name, lines, says;
  };
  const std::size_t last = good.rfind('\n', good.size() - 2) + 1, second = good.find('\n') + 1;
  const std::vector<Case> cases = {
      {"nothing", "", "the last line is missing"},
      {"no JSON", "bonjour\n", "line 1: this is no JSON object"},
      {"another program's", "{\"a\":1}\n", "line 1: this is not the first line"},
      {"cut short", good.substr(0, last), "the last line is missing"},
      {"cut within a line", good.substr(0, good.size() - 5), "this is no JSON object"},
      {"a newer version", without("\"version\":2", "\"version\":3"), "line 1: the ledger is of version 3"},
      {"a fact taken out", good.substr(0, second) + good.substr(good.find('\n', second) + 1),
       "line 2: fact 1 is missing"},
      {"an unknown kind", without("\"kind\":\"person-added\"", "\"kind\":\"person-add\""), "line 2: `kind`"},
      {"an unknown member", without("\"kind\":\"person-added\"", "\"kind\":\"person-added\",\"x\":1"), "line 2: `x`"},
      {"a day that does not exist", without("2026-12-31", "2026-12-32"), "`day`"},
      {"without a kind", without("\"kind\":\"person-added\",", ""), "line 2: `kind` is missing"},
      {"a registration of nobody",
       without("\"kind\":\"requested\",\"registration\":1", "\"kind\":\"requested\",\"registration\":5"),
       "registration 5 is not the next one"},
      {"an identity of nobody", without("\"identity\":\"p-", "\"identity\":\"q-"), "no fact adds this person"},
      {"something after the end", good + "{}\n", "something stands after the end"},
      {"a wrong count", without("\"people\":1}", "\"people\":2}"), "lines are missing"},
      {"ill-formed UTF-8", without("anne@b.example", "\xff"), "this is no JSON object"},
      {"nested without end", std::string(100'000, '['), "line 1: this is no JSON object"},
  };
  for (const Case& it : cases) {
    CAPTURE(it.name);
    const Somewhere somewhere(Somewhere::Kind::sqlite);
    const std::string mistake = imported(somewhere.place(), it.lines).mistake;
    CAPTURE(mistake);
    CHECK(mistake.find(it.says) != std::string::npos);
    CHECK(must(check_ledger(somewhere.place())).facts == 0);
  }
}

}  // namespace cenacle::ledger::test
