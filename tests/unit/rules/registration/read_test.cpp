// Registration rules as they are read: values, defaults, numbers of charters, and every slip at its place.
#include "rules/registration/read.h"

#include <doctest/doctest.h>

#include "formats/hash/hash.h"
#include "rules/registration/book.h"

using namespace cenacle;
using model::State;

namespace {

constexpr std::string_view head = "network = \"n\"\ncharter = \"charte\"\n";

/// A path with one more line, and rules after it.
std::string with(std::string_view lines, std::string_view rules = {}) {
  return fmt::format(
      "{}[[paths]]\nid = \"membre\"\ntitle = \"Membre\"\njoins = [\"group\"]\ndecided_by = \"coordination\"\n"
      "moves = [{{ from = \"requested\", to = \"accepted\", once = [\"decision\"] }}]\n{}\n{}",
      head, lines, rules);
}

std::string rule(std::string_view lines) {
  return fmt::format("[[rules]]\nid = \"r\"\narticle = \"1\"\nsays = \"Non.\"\n{}\n", lines);
}

}  // namespace

TEST_CASE("a path has its defaults") {
  const ReadBook read(with(""));
  CHECK(read.said() == "");
  const rules::Path& path = read.book().paths.at(0);
  CHECK(path.unit == rules::Unit::person);
  CHECK(path.gives == rules::Gives::member);
  CHECK(path.start == State::requested);
  CHECK(path.holds_seat(State::offered));
  CHECK(path.holds_seat(State::denounced));
  CHECK_FALSE(path.holds_seat(State::requested));
  CHECK(path.open_to.empty);
  CHECK(path.joins_a(rules::Joins::group));
  CHECK(path.decided_by == &read.content.portal->networks.front().roles.front());
  CHECK(read.book().digest == hash::sha256(with("")));
  CHECK(read.rulebooks.of("n") == &read.book());
  CHECK(read.rulebooks.of("autre") == nullptr);
}

TEST_CASE("a number may be one that a charter states, of the file's own or of another, and brings its article") {
  const ReadBook read(
      with("",
           "[[rules]]\nid = \"a\"\nlimit = { each = [\"body\"], max = \"dix\" }\nsays = \"Non.\"\n"
           "[[rules]]\nid = \"b\"\nlimit = { max = \"vingt\", percent = 50 }\nsays = \"Non.\"\n"
           "[[rules]]\nid = \"c\"\narticle = \"charter:autre#3\"\nlimit = { max = 7 }\nsays = \"{max}\"\n"));
  CHECK(read.said() == "");
  const auto& rules = read.book().rules;
  CHECK(rules[0].limit->number == 10);
  CHECK(rules[0].limit->stated->name == "dix");
  CHECK(rules[0].charter == "charte");
  CHECK(rules[0].article == "2.1");
  CHECK(rules[1].limit->number == 20);
  CHECK(rules[1].limit->percent == 50);
  CHECK(rules[1].charter == "autre");
  CHECK(rules[1].article == "3");
  CHECK(rules[2].charter == "autre");
  CHECK(rules[2].limit->stated == nullptr);
  CHECK(read.book().paths[0].rules.size() == 3);
}

TEST_CASE("conditions are read whole") {
  const ReadBook read(
      with("", rule("must = { memberships = [\"adherent\", \"none\"], body = true, population_above = 3500, "
                    "roles = [\"maire\"], profiles = [\"Archivistes\"], local = true }")));
  CHECK(read.said() == "");
  const rules::Condition& must = *read.book().rules[0].must;
  CHECK(must.memberships == std::vector<std::string>{"adherent", "none"});
  CHECK(must.has_body == std::optional(true));
  CHECK(must.population_min == std::optional<std::int64_t>(3501));
  CHECK(must.roles.at(0)->id == "maire");
  CHECK(must.local == std::optional(true));
  CHECK_FALSE(must.empty);
  CHECK(read.book().rules[0].when.empty);
}

TEST_CASE("who signs is whom the charter lists, unless the file says") {
  constexpr std::string_view path =
      "{}[[paths]]\nid = \"c\"\ntitle = \"C\"\njoins = [\"network\"]\nunit = \"body\"\nstart = \"draft\"\n"
      "sign = \"charte\"\n{}moves = [{{ from = \"draft\", to = \"signed\", once = [\"signatures\"] }}]\n";
  const ReadBook by_charter(fmt::format(path, head, ""));
  CHECK(by_charter.said() == "");
  REQUIRE(by_charter.book().paths[0].signatures.size() == 1);
  CHECK(by_charter.book().paths[0].signatures[0].role->id == "maire");
  const ReadBook by_file(fmt::format(
      path, head, "signatures = [{ role = \"coordination\", of = \"parent\", when = { member = true } }]\n"));
  CHECK(by_file.said() == "");
  REQUIRE(by_file.book().paths[0].signatures.size() == 1);
  CHECK(by_file.book().paths[0].signatures[0].of_parent);
  CHECK(by_file.book().paths[0].signatures[0].when.member == std::optional(true));
}

TEST_CASE("a quote is valid as long as the issuer says") {
  const ReadBook read(
      fmt::format("{}[[paths]]\nid = \"a\"\ntitle = \"A\"\njoins = [\"workshop\"]\nrates = [\"object\"]\nmoves = [\n"
                  "{{ from = \"requested\", to = \"quoted\", on = \"quote\" }},\n"
                  "{{ from = \"quoted\", to = \"accepted\", once = [\"agreement\"] }},\n"
                  "{{ from = \"quoted\", to = \"expired\", after_days = \"quote\" }}]\n",
                  head));
  CHECK(read.said() == "");
  CHECK(read.book().paths[0].moves[2].after_days == std::optional<std::int64_t>(30));
}

TEST_CASE("a slip is told at its place") {
  const struct {
    std::string rules, said;
  } cases[] = {
      {"network = \"m\"\n", "1:11 unknown-reference: there is no network `m`\n"},
      {"charter = \"charte\"\n", "missing-key: a file of registration rules needs `network`\n"},
      {with("joint = []"), "9:1 unknown-key"},
      {with("gives = \"rien\""), "9:9 bad-value: `gives` cannot be \"rien\""},
      {with("start = \"ouvert\""), "9:9 bad-value: `start` cannot be \"ouvert\""},
      {with("holds = [\"accepted\", \"pris\"]"), "9:22 bad-value: `holds` cannot be \"pris\""},
      {with("leaving = [\"motif\"]"), "9:12 bad-value: `leaving` cannot be \"motif\""},
      {with("unit = true"), "9:8 wrong-type"},
      {with("rates = [\"nuit\"]"), "9:10 unknown-reference: there is no rate `nuit`"},
      {with("open_to = { registered = [\"menbre\"] }"), "9:27 unknown-reference: there is no path `menbre`"},
      {with("open_to = { profiles = [\"Archiviste\"] }"), "9:25 unknown-reference: there is no profile `Archiviste`"},
      {with("open_to = { memberships = [\"adherents\"] }"),
       "9:28 unknown-reference: there is no membership `adherents`"},
      {with("open_to = { space_kinds = [\"canton\"] }"), "9:28 unknown-reference: there is no kind of space `canton`"},
      {with("open_to = { member = \"oui\" }"), "9:22 wrong-type"},
      {with("open_to = { population_min = 1, population_above = 2 }"), "9:52 bad-value"},
      {with("term = { months = 3, until = \"season\" }"), "9:19 bad-value"},
      {with("statements = [{ id = \"a\", text = \"A\", article = \"9\" }]"),
       "unknown-article: the charter has no article 9"},
      {with("", rule("")), "missing-key: a rule needs `limit`"},
      {with("", rule("must = { member = true }\nlimit = { max = 1 }")), "a rule has `must` or `limit`, not both"},
      {with("", rule("limit = { max = \"onze\" }")), "there is no number in a charter called `onze`"},
      {with("", rule("limit = { max = 1, percent = 120 }")), "`percent` is at most 100"},
      {with("", rule("limit = { max = 1, since = \"mandate\" }")), "missing-key: a limit needs `within_months`"},
      {with("", rule("limit = { max = 1, each = [\"organisme\"] }")), "`each` cannot be \"organisme\""},
      {with("", "[[rules]]\nid = \"r\"\nlimit = { max = 1 }\nsays = \"Non.\"\n"), "missing-key: a rule needs `article`"},
      {with("", "[[rules]]\nid = \"r\"\narticle = \"charter:charte\"\nlimit = { max = 1 }\nsays = \"Non.\"\n"),
       "names no article"},
  };
  for (const auto& it : cases) {
    CAPTURE(it.rules);
    const ReadBook read(it.rules);
    CAPTURE(read.said());
    CHECK(read.said().find(it.said) != std::string::npos);
  }
}

TEST_CASE("a move that cannot be meant is told") {
  const auto said = [](std::string_view move) {
    return ReadBook(fmt::format(
                        "{}[[paths]]\nid = \"a\"\ntitle = \"A\"\njoins = [\"group\"]\ndecided_by = \"coordination\"\n"
                        "moves = [{}]\n",
                        head, move))
        .said();
  };
  const auto tells = [&](std::string_view move, std::string_view what) {
    CAPTURE(said(move));
    CHECK(said(move).find(what) != std::string::npos);
  };
  tells("{ from = \"requested\", to = \"waiting\", on = \"convene\" }",
        "8:37 bad-value: no move of a file leads to `waiting`");
  tells("{ from = \"refused\", to = \"accepted\", once = [\"decision\"] }", "nothing follows the state `refused`");
  tells("{ from = \"requested\", to = \"accepted\", once = [\"seat\"] }", "`seat` is met in the state `waiting` only");
  tells("{ from = \"requested\", to = \"accepted\", once = [\"answer\"] }",
        "`answer` is met in the state `offered` only");
  tells("{ from = \"requested\", to = \"accepted\" }", "missing-key: a move needs `once`");
  tells("{ from = \"requested\", to = \"accepted\", once = [\"decision\"], after_days = 3 }", "a move has one of");
}

TEST_CASE("the sentence is held to what can be filled in, under the word itself") {
  const auto said = [](std::string_view text, std::string_view what = "must = { member = true }") {
    return ReadBook(with("", fmt::format("[[rules]]\nid = \"r\"\narticle = \"1\"\n{}\nsays = \"{}\"\n", what, text)))
        .said();
  };
  CHECK(said("{person}, {body}, {parent}, {object}, {group}, {profile}, {kind}, {date}") == "");
  CHECK(said("{max} et {used}", "limit = { max = 3 }") == "");
  CHECK(said("Née : {persone} !") == "14:15 bad-value: nothing fills in `{persone}` here\n");
  CHECK(said("{used}") == "14:9 bad-value: nothing fills in `{used}` here\n");
  CHECK(said("a } b") == "14:11 bad-value: this brace closes nothing\n");
  CHECK(said("a {body") == "14:11 bad-value: this brace is not closed\n");
}

TEST_CASE("a network has one file, and each of its ids is used once") {
  ReadBook read(with("", rule("must = { member = true }") + rule("must = { member = true }")));
  CHECK(read.said().find("duplicate-id: the id `r` is used twice in this list") != std::string::npos);
  ReadBook twice(with(""));
  twice.files.write("workflows/registration-b.toml", with(""));
  twice.files.write("workflows/rappels.toml", "autre = 1\n");
  twice.read();
  CHECK(twice.said() == "1:11 duplicate-id: the network `n` has two files of registration rules\n");
  CHECK(twice.rulebooks.books.size() == 1);
}
