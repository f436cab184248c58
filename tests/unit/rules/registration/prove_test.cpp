// What is proven of registration rules, and of what nothing is said.
#include "rules/registration/prove.h"

#include <doctest/doctest.h>

#include "rules/registration/book.h"
#include "rules/registration/contradiction.h"

using namespace cenacle;

namespace {

std::string said(std::string_view path, std::string_view rules = {}) {
  return ReadBook(fmt::format("network = \"n\"\ncharter = \"charte\"\n[[paths]]\nid = \"p\"\ntitle = \"P\"\n{}\n{}",
                              path, rules))
      .said();
}

std::string rule(std::string_view lines) {
  return fmt::format("[[rules]]\nid = \"r\"\narticle = \"1\"\nsays = \"Non.\"\n{}\n", lines);
}

constexpr std::string_view decided =
    "decided_by = \"coordination\"\nmoves = [{ from = \"requested\", to = \"accepted\", once = [\"decision\"] }]\n";

std::string group(std::string_view lines) { return fmt::format("joins = [\"group\"]\n{}{}", decided, lines); }

bool tells(const std::string& all, std::string_view what) {
  CAPTURE(all);
  CAPTURE(what);
  const bool found = all.find(what) != std::string::npos;
  CHECK(found);
  return found;
}

}  // namespace

TEST_CASE("nothing is said of what is sound") {
  CHECK(said(group("")) == "");
  CHECK(said("joins = [\"group\"]\nstart = \"accepted\"") == "");
  CHECK(said(group(""), rule("when = { memberships = [\"partenaire\"] }\nmust = { member = true }")) == "");
  CHECK(said(group("open_to = { body = true }"), rule("must = { member = true }")) == "");
  CHECK(said(group("open_to = { memberships = [\"adherent\", \"none\"] }"), rule("must = { member = true }")) == "");
}

TEST_CASE("a term, its end and its renewals belong together") {
  constexpr std::string_view signed_once =
      "joins = [\"network\"]\nunit = \"body\"\nstart = \"draft\"\nsign = \"charte\"\nmoves = [\n"
      "{{ from = \"draft\", to = \"signed\", once = [\"signatures\"] }},\n{}]\n{}\n";
  const auto path = [&](std::string_view moves, std::string_view keys) {
    return said(fmt::format(signed_once, moves, keys));
  };
  constexpr std::string_view renew = "{ from = \"signed\", to = \"renewed\", at_term = true },\n",
                             end = "{ from = \"renewed\", to = \"ended\", at_term = true },\n",
                             finish = "{ from = \"signed\", to = \"ended\", at_term = true },\n";
  const std::string both = std::string(renew) + std::string(end);
  CHECK(path(both, "term = { months = 24, renewals = 1 }") == "");
  CHECK(path(finish, "term = { months = 24 }") == "");
  tells(path(finish, ""), "incomplete-path: the path `p` has no term that could end");
  tells(path("", "term = { months = 24 }"), "incomplete-path: nothing happens when the term of the path `p` ends");
  tells(path(both, "term = { months = 24 }"), "is renewed, and its term has no `renewals`");
  tells(path(finish, "term = { months = 24, renewals = 1 }"), "has renewals, and no move leads to `renewed`");
  tells(path(finish, "term = { until = \"season\" }"), "only groups have a season");
  tells(path("{ from = \"signed\", to = \"ended\", on = \"denounce\" },\n", ""), "has no term to denounce");
}

TEST_CASE("what is of no use is told") {
  tells(said(group("rates = [\"object\"]")), "only workshops and series have a rate");
  tells(said(group("meetings = [\"seance\"]")), "`meetings` are those of a guest");
  tells(said(group("first = [{ member = true }]")), "orders a waiting list that the path `p` does not have");
  tells(said(group("signatures = [{ role = \"maire\" }]")), "has signatures and no charter");
}

TEST_CASE("a rule that nobody can meet, or that cannot speak") {
  tells(said(group("open_to = { memberships = [\"none\"] }"), rule("must = { member = true }")), "impossible-rule");
  tells(said(group(""), rule("must = { registered = [\"p\"] }")), "impossible-rule");
  tells(said(group(""), rule("must = { pair = true }")), "impossible-rule");
  tells(said(group(""), rule("must = { meeting_kinds = [\"seance\"] }")), "impossible-rule");
  tells(said(group(""), rule("must = { body = false, local = true }")), "impossible-rule");
  tells(said(group(""), rule("must = {}")), "silent-rule");
  tells(said(group(""), rule("when = { space_kinds = [\"community\"] }\nmust = { member = true }")), "silent-rule");
  tells(said(group("open_to = { population_max = 500 }"), rule("must = { population_max = 1000 }")), "silent-rule");
}

TEST_CASE("conditions contradict and imply one another, neither when in doubt") {
  const ReadBook read("");
  const model::Network& network = read.content.portal->networks.front();
  const auto of = [](auto set) {
    rules::Condition it;
    set(it);
    it.empty = false;
    return it;
  };
  const auto any = rules::Condition{};
  const auto member = of([](auto& it) { it.member = true; });
  const auto partner = of([](auto& it) { it.memberships = {"partenaire"}; });
  const auto small = of([](auto& it) { it.population_max = 500; });
  const auto large = of([](auto& it) { it.population_min = 501; });
  const auto citizen = of([](auto& it) { it.has_body = false; });
  CHECK(rules::contradict(member, partner, network));
  CHECK(rules::contradict(small, large, network));
  CHECK(rules::contradict(citizen, small, network));
  CHECK_FALSE(rules::contradict(any, member, network));
  CHECK_FALSE(rules::contradict(member, small, network));
  CHECK(rules::implies(member, any, network));
  CHECK_FALSE(rules::implies(any, member, network));
  CHECK(rules::implies(of([](auto& it) { it.memberships = {"adherent"}; }), member, network));
  CHECK(rules::implies(large, of([](auto& it) { it.population_min = 100; }), network));
  CHECK_FALSE(rules::implies(of([](auto& it) { it.population_min = 100; }), large, network));
  CHECK(rules::implies(small, of([](auto& it) { it.has_body = true; }), network));
}
