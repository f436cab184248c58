// A quote (B7, B8, E3, E11): what it costs, by the tariff of the year, with all that its printed page says. It is kept
// whole in the fact that it was given, so that the same page comes out years later, whatever has become of the tariffs
// and of the content. It names bodies and objects, never a person.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "model/network.h"

namespace cenacle::rules {

/// So many units of one rate of one year's tariff.
struct QuoteLine {
  int year = 0;  ///< of the tariff
  std::string rate, title, unit;
  std::int64_t hundredths = 100;  ///< how many units, in hundredths of one
  std::int64_t unit_cents = 0;
  std::string set_by;  ///< the deliberation that set the rate
  std::optional<base::Date> set_on;

  std::int64_t cents() const;
  friend bool operator==(const QuoteLine&, const QuoteLine&) = default;
};

struct Quote {
  std::string network, network_title;  ///< the network's id and title
  std::int64_t number = 0;             ///< from 1 in each calendar year, without a gap
  base::Date date, valid_until;        ///< both days included
  model::Billing issuer;
  std::string body, body_name, body_town;  ///< for whom; empty: a natural person
  std::int64_t registration = 0;           ///< 0: none
  std::string object, object_title;        ///< what is joined, and its title; empty: nothing
  std::vector<QuoteLine> lines;

  std::int64_t cents() const;
  friend bool operator==(const Quote&, const Quote&);
};

/// "CERCLE-2026-0001"
std::string quote_reference(std::string_view network, int year, std::int64_t number);
std::string reference(const Quote& quote);

/// What a reference names; nothing for what is none.
struct QuoteName {
  std::string network;
  int year = 0;
  std::int64_t number = 0;
};
std::optional<QuoteName> parse_quote_reference(std::string_view text);

/// "2", "1,5" or "1.5", at most two decimals, more than nothing: in hundredths.
std::optional<std::int64_t> parse_quantity(std::string_view text);

/// For Fact::detail: one line of JSON.
std::string to_detail(const Quote& quote);
/// Nothing for what `to_detail` did not write.
std::optional<Quote> quote_of(std::string_view detail);

/// How many times a workshop, or a series, is held in each year, cancelled times left out: what a quote counts.
struct Sessions {
  int year = 0;
  std::int64_t count = 0;
};
std::vector<Sessions> sessions_of(const model::Network& network, const model::Workshop& workshop);

}  // namespace cenacle::rules
