// Why a body has no price, in sentences.
#include "cli/prices.h"

#include <algorithm>

#include "rules/registration/signatures.h"

namespace cenacle::cli {

namespace {

using Why = rules::NoPrice::Why;

/// "« Adhérente », « Partenaire »"
std::string memberships_of(const Phrases& phrases, const rules::NoPrice& refused) {
  std::string text;
  for (const model::Rate* rate : refused.tried)
    for (const model::Membership* it : rate->memberships)
      text += (text.empty() ? "" : phrases.say("comma")) + phrases.say("price.quoted", {{"text", it->title}});
  return text;
}

std::string instead_of(const Phrases& phrases, const rules::NoPrice& refused, const model::Body* body) {
  std::string text;
  for (const model::Rate* it : rules::rates_instead(refused, body))
    text +=
        (text.empty() ? "" : phrases.say("comma")) + phrases.say("price.rate", {{"title", it->title}, {"id", it->id}});
  return text.empty() ? text : phrases.say("price.instead", {{"rates", text}});
}

/// What the population is measured against: the end of the strata that it is beyond.
std::string stratum_sentence(const Phrases& phrases, const model::Body& body, const rules::NoPrice& refused) {
  const bool above = refused.to && *body.population > *refused.to;
  const bool below = !above && refused.from && *body.population < *refused.from;
  return phrases.say(above   ? "price.above"
                     : below ? "price.below"
                             : "price.between",
                     {{"body", body.name},
                      {"population", phrases.number(*body.population)},
                      {"limit", phrases.number(above ? *refused.to : refused.from.value_or(0))}});
}

std::string sentence(const Phrases& phrases, const model::Network& network, const model::Body* body, int year,
                     const rules::NoPrice& refused) {
  const std::string name = body == nullptr ? phrases.say("price.nobody") : body->name;
  switch (refused.why) {
    case Why::no_tariff:
      return phrases.say("price.no-tariff", {{"network", network.page.title}, {"year", std::to_string(year)}});
    case Why::no_rate:
      return phrases.say("price.no-rate", {{"year", std::to_string(year)}, {"network", network.page.title}});
    case Why::population:
      return phrases.say("price.population", {{"body", name}});
    case Why::stratum:
      return stratum_sentence(phrases, *body, refused);
    case Why::membership:
      break;
  }
  const bool has_one = body != nullptr && body->membership != nullptr;
  return phrases.say(has_one ? "price.membership" : "price.no-membership",
                     {{"body", name},
                      {"memberships", memberships_of(phrases, refused)},
                      {"membership", has_one ? phrases.say("price.quoted", {{"text", body->membership->title}}) : ""}});
}

bool is_paid_by(const rules::Path& path, const std::string& rate) {
  const auto lists = [&](const std::vector<std::string>& rates) {
    return std::find(rates.begin(), rates.end(), rate) != rates.end();
  };
  return lists(path.fee) || lists(path.rates);
}

/// Of the first rule on populations, or on memberships, of a path that is paid by one of the rates.
std::string article_of(const Phrases& phrases, const rules::Rulebook& book, const rules::NoPrice& refused) {
  for (const rules::Path& path : book.paths) {
    const auto pays = [&](const model::Rate* rate) { return is_paid_by(path, rate->id); };
    if (std::none_of(refused.tried.begin(), refused.tried.end(), pays)) continue;
    for (const rules::Rule* rule : path.rules) {
      if (!rule->must || rule->article.empty()) continue;
      const bool says = refused.why == Why::membership ? !rule->must->memberships.empty()
                                                       : rule->must->population_min || rule->must->population_max;
      const model::Charter* const charter = rules::current_charter(*book.network, rule->charter);
      if (says && charter != nullptr) return phrases.article(rule->article, charter->page.title);
    }
  }
  return "";
}

}  // namespace

std::string why_no_price(const Phrases& phrases, const rules::Rulebook& book, const model::Body* body, int year,
                         const rules::NoPrice& refused) {
  std::string text = sentence(phrases, *book.network, body, year, refused);
  if (const std::string article = article_of(phrases, book, refused); !article.empty())
    text += phrases.say("cited", {{"article", article}});
  return text + instead_of(phrases, refused, body);
}

std::string_view word(Why why) {
  switch (why) {
    case Why::no_tariff:
      return "no-tariff";
    case Why::no_rate:
      return "no-rate";
    case Why::population:
      return "population-unknown";
    case Why::stratum:
      return "outside-strata";
    case Why::membership:
      return "other-membership";
  }
  return "";
}

}  // namespace cenacle::cli
