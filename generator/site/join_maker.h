// Rulebook → what a page « S'inscrire » says of one thing that may be joined.
#pragma once

#include "site/joinable.h"
#include "site/registration_views.h"
#include "site/views_of_tree.h"

namespace cenacle::site {

class JoinMaker {
 public:
  /// All live as long as what is made.
  JoinMaker(const ViewsOfTree& views, const model::Network& network, const rules::Rulebook& book)
      : views_(views), network_(network), book_(book) {}

  JoinView join(const Joinable& it) const;

 private:
  JoinPathView path(const rules::Path& from, const Joinable& it) const;
  JoinRuleView rule(const rules::Rule& from, const rules::Path& path, const Joinable& it) const;
  ConditionView condition(const rules::Condition& from, const Joinable& it) const;
  LimitView limit(const rules::Limit& from) const;
  std::optional<TermView> term(const rules::Path& from) const;
  List<RateView> rates(const std::vector<std::string>& ids, const Joinable& it,
                       std::optional<std::int64_t>* year) const;
  std::optional<CitationView> article(const std::string& charter, const std::string& article) const;

  const ViewsOfTree& views_;
  const model::Network& network_;
  const rules::Rulebook& book_;
};

}  // namespace cenacle::site
