// What a body pays, by the tariff that its network has for a year.
#include "rules/registration/tariff.h"

#include <algorithm>

namespace cenacle::rules {

namespace {

bool has_stratum(const model::Rate& rate) { return rate.population_min || rate.population_max; }

bool in_stratum(const model::Rate& rate, const model::Body* body) {
  if (!has_stratum(rate)) return true;
  if (body == nullptr || !body->population) return false;
  return (!rate.population_min || *rate.population_min <= *body->population) &&
         (!rate.population_max || *body->population <= *rate.population_max);
}

bool for_membership(const model::Rate& rate, const model::Body* body) {
  if (rate.memberships.empty() && !rate.without_membership) return true;
  const model::Membership* const membership = body == nullptr ? nullptr : body->membership;
  if (membership == nullptr) return rate.without_membership;
  return std::find(rate.memberships.begin(), rate.memberships.end(), membership) != rate.memberships.end();
}

/// What the strata reach, taken together.
void set_reach(NoPrice& it) {
  it.from = it.tried.front()->population_min, it.to = it.tried.front()->population_max;
  for (const model::Rate* rate : it.tried) {
    it.from = it.from && rate->population_min ? std::optional(std::min(*it.from, *rate->population_min)) : std::nullopt;
    it.to = it.to && rate->population_max ? std::optional(std::max(*it.to, *rate->population_max)) : std::nullopt;
  }
}

NoPrice refusal(const model::Tariff& tariff, std::vector<const model::Rate*> tried, const model::Body* body) {
  NoPrice it{NoPrice::Why::no_rate, &tariff, std::move(tried), {}, {}};
  if (it.tried.empty()) return it;
  if (std::none_of(it.tried.begin(), it.tried.end(),
                   [&](const model::Rate* rate) { return for_membership(*rate, body); })) {
    it.why = NoPrice::Why::membership;
    return it;
  }
  std::erase_if(it.tried, [&](const model::Rate* rate) { return !for_membership(*rate, body); });
  it.why = body == nullptr || !body->population ? NoPrice::Why::population : NoPrice::Why::stratum;
  set_reach(it);
  return it;
}

}  // namespace

const model::Tariff* tariff_of(const model::Network& network, int year) {
  const auto found = std::find_if(network.tariffs.begin(), network.tariffs.end(),
                                  [&](const model::Tariff& it) { return it.year == year; });
  return found == network.tariffs.end() ? nullptr : &*found;
}

bool applies(const model::Rate& rate, const model::Body* body) {
  return in_stratum(rate, body) && for_membership(rate, body);
}

std::variant<Price, NoPrice> price(const model::Network& network, int year, std::span<const std::string> rates,
                                   const model::Body* body) {
  const model::Tariff* const tariff = tariff_of(network, year);
  if (tariff == nullptr) return NoPrice{};
  std::vector<const model::Rate*> tried;
  for (const std::string& id : rates)
    for (const model::Rate& rate : tariff->rates) {
      if (rate.id != id) continue;
      if (applies(rate, body)) return Price{tariff, &rate};
      tried.push_back(&rate);
    }
  return refusal(*tariff, std::move(tried), body);
}

std::vector<const model::Rate*> rates_instead(const NoPrice& refused, const model::Body* body) {
  std::vector<const model::Rate*> instead;
  if (refused.tariff == nullptr || refused.tried.empty()) return instead;
  for (const model::Rate& rate : refused.tariff->rates)
    if (rate.unit == refused.tried.front()->unit && applies(rate, body)) instead.push_back(&rate);
  return instead;
}

}  // namespace cenacle::rules
