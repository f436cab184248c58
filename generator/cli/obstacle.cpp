// The registrar's obstacles, in words of the catalogues.
#include "cli/obstacle.h"

#include <fmt/format.h>

namespace cenacle::cli {

namespace {

struct InWords {
  const Phrases& phrases;

  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(base::Date day) const { return phrases.day(day); }
  std::string operator()(model::State state) const {
    return phrases.say(fmt::format("state-is.{}", model::word(state)));
  }
  std::string operator()(const rules::ArticleOf& it) const {
    if (it.article.empty()) return "";
    return phrases.say("cited", {{"article", phrases.article(it.article, it.charter)}});
  }
};

}  // namespace

Obstacle told(const rules::Obstacle& obstacle, const Phrases& phrases) {
  std::vector<Phrases::Filling> fillings;
  for (const rules::Obstacle::Named& it : obstacle.facts)
    fillings.emplace_back(it.name, std::visit(InWords{phrases}, it.value));
  return {std::string(rules::code(obstacle.what)),
          phrases.say_with(fmt::format("obstacle.{}", rules::name(obstacle.what)), fillings)};
}

}  // namespace cenacle::cli
