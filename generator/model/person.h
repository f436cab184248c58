// The people of the networks, as the ledger knows them. Who they are is personal data: it stays in the ledger.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace cenacle::model {

/// "p-" and 16 characters of a-z2-7, drawn at random: it says nothing of the person.
using PersonId = std::string;

/// What a person does in a body or a network, from a day to another. One person may have several (issue: people).
struct Mandate {
  std::string network;  ///< id
  std::string body;     ///< id in that network's bodies.csv; empty: a natural person
  std::string role;     ///< id of the network's `[[roles]]`; empty: none in particular
  std::string object;   ///< reference of the group, workshop or space in which she holds the role; empty: the network
  base::Date from;
  std::optional<base::Date> until;  ///< the first day on which it no longer holds

  bool holds_on(base::Date day) const { return from <= day && (!until || day < *until); }
  friend bool operator==(const Mandate&, const Mandate&) = default;
};

/// What an exclusion or a restriction leaves her (A13, E14, E19).
enum class Standing : std::uint8_t { full, no_contribution, read_only, excluded };

/// "full", "no-contribution", "read-only", "excluded".
std::string_view word(Standing standing);
std::optional<Standing> standing_of(std::string_view word);

struct NetworkStanding {
  std::string network;
  Standing standing = Standing::full;
  friend bool operator==(const NetworkStanding&, const NetworkStanding&) = default;
};

struct Person {
  PersonId id;
  std::string given_name, family_name;  ///< as she writes them
  std::string mail;                     ///< one address, lower case
  std::string phone;
  std::string profile;   ///< what she is among those a workshop is for: "agent", "direction", "élu", "habitant" (B2)
  std::string function;  ///< in her own words
  bool shown = false;    ///< she agrees to be named on pages
  bool erased = false;   ///< names, address and texts are gone; the facts stay
  std::optional<base::Date> departed;  ///< the end of her duties, everywhere
  std::vector<Mandate> mandates;       ///< by network, body, from
  std::vector<NetworkStanding> standings;

  Standing standing_in(std::string_view network) const;
  /// The mandates that hold on `day` in the network.
  std::vector<const Mandate*> mandates_in(std::string_view network, base::Date day) const;
};

}  // namespace cenacle::model
