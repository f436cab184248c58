// What hinders an act is said in every language of the theme: no kind without a sentence, no blank that nothing fills.
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>
#include <string>

#include "cli/obstacle.h"
#include "publish/disk_file_system.h"
#include "site/theme.h"

using namespace cenacle;
using namespace std::chrono_literals;

namespace {

/// The catalogues of the theme, in one language.
struct Catalogue {
  std::unique_ptr<const base::FileSystem> files = std::move(*publish::DiskFileSystem::open("."));
  model::Portal portal;
  locale::Locale language;
  cli::Phrases phrases;

  static model::Portal in(const std::string& language) {
    model::Portal made;
    made.language = language, made.theme = "default", made.time_zone = "Europe/Paris";
    return made;
  }
  explicit Catalogue(const std::string& name) : portal(in(name)), language(name), phrases(*files, portal, language) {}
};

std::set<std::string> blanks_of(std::string text) {
  std::set<std::string> names;
  for (std::size_t open; (open = text.find('{')) != text.npos; text.erase(0, open + 1))
    names.insert(text.substr(open + 1, text.find('}', open) - open - 1));
  return names;
}

std::set<std::string> words_of(std::string_view text) {
  std::istringstream words{std::string(text)};
  return {std::istream_iterator<std::string>(words), {}};
}

}  // namespace

TEST_CASE("obstacles: each has a sentence in each language, and facts for all its blanks") {
  const auto files = publish::DiskFileSystem::open(".");
  REQUIRE(files);
  for (const std::string language : {"fr", "en"}) {
    CAPTURE(language);
    diag::Diagnostics ignored;
    const tmpl::Words sentences = site::read_words(**files, "default", "commands", language, ignored);
    for (const rules::Hindrance what : rules::hindrances()) {
      const std::string key = "obstacle." + std::string(rules::name(what));
      CAPTURE(key);
      const auto sentence = sentences.find(key);
      REQUIRE(sentence != sentences.end());
      const std::set<std::string> blanks = blanks_of(sentence->second), facts = words_of(rules::facts_of(what));
      CHECK(std::includes(facts.begin(), facts.end(), blanks.begin(), blanks.end()));
    }
  }
}

TEST_CASE("obstacles: days, states and articles are in the language's words") {
  const rules::Obstacle late{rules::Hindrance::too_late,
                             {{"n", std::int64_t{1}},
                              {"object", "Le réseau"},
                              {"day", 2028y / 8 / 14},
                              {"months", std::int64_t{1}},
                              {"end", 2028y / 9 / 15},
                              {"cited", rules::ArticleOf{"1", "Charte du réseau"}}}};
  const Catalogue french("fr"), english("en");
  CHECK(cli::told(late, french.phrases).sentence ==
        "l’inscription n°\u00a01 (Le réseau) se dénonçait au plus tard le 14 août 2028\u00a0: le préavis est de 1 mois "
        "avant le 15 septembre 2028 (article 1 de la Charte du réseau).");
  CHECK(
      cli::told(late, english.phrases).sentence ==
      "notice to end registration no. 1 (Le réseau) had to be given by 14 August 2028: 1 month(s) before 15 September "
      "2028 (article 1 of Charte du réseau).");
  const rules::Obstacle there{rules::Hindrance::already_in,
                              {{"n", std::int64_t{2}}, {"object", "Budget"}, {"state", model::State::convened}}};
  CHECK(cli::told(there, french.phrases).code == "already-in");
  CHECK(cli::told(there, french.phrases).sentence == "l’inscription n°\u00a02 (Budget) est déjà convoquée.");
  CHECK(cli::told(there, english.phrases).sentence == "registration no. 2 (Budget) is already convened.");
}
