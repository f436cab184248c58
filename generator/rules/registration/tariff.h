// What a body pays, by the tariff that its network has for a year (B7, E2, E3).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "model/network.h"

namespace cenacle::rules {

struct Price {
  const model::Tariff* tariff = nullptr;
  const model::Rate* rate = nullptr;
};

/// Why a body has no price.
struct NoPrice {
  enum class Why : std::uint8_t {
    no_tariff,   ///< the year has none
    no_rate,     ///< its tariff has none of the rates
    population,  ///< the rates go by population, and the body's is not known, or there is no body
    stratum,     ///< its population is in none of their strata
    membership,  ///< they are for other memberships
  };
  Why why = Why::no_tariff;
  const model::Tariff* tariff = nullptr;  ///< of the year; null: none
  std::vector<const model::Rate*> tried;  ///< the rates that are not the body's
  std::optional<std::int64_t> from, to;   ///< of `stratum`: what the strata reach from and to; none: no bound
};

const model::Tariff* tariff_of(const model::Network& network, int year);

/// Whether the rate is the body's: its population within the stratum, both ends included, and its membership among
/// those of the rate. Null: a natural person, who has neither.
bool applies(const model::Rate& rate, const model::Body* body);

/// The first of the rates (ids) that is the body's in the year's tariff.
std::variant<Price, NoPrice> price(const model::Network& network, int year, std::span<const std::string> rates,
                                   const model::Body* body);

/// The rates of the tariff, counted in the same unit, that are the body's: what it may be told to ask for instead.
std::vector<const model::Rate*> rates_instead(const NoPrice& refused, const model::Body* body);

/// So many hundredths of a unit at so many cents, in cents; half a cent is rounded up.
constexpr std::int64_t amount(std::int64_t unit_cents, std::int64_t hundredths) {
  return (unit_cents * hundredths + 50) / 100;
}

}  // namespace cenacle::rules
