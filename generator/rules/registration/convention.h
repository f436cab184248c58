// Conventions (E1, E2): what a body has joined for a term, renewed by itself or not, denounced in time or not, and what
// it owes for each calendar year. All is derived from the facts of the registration; nothing is judged again.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "rules/registration/registrar.h"
#include "rules/registration/tariff.h"

namespace cenacle::rules {

/// A state that the convention came into, and the day.
struct Stage {
  model::State state = model::State::draft;
  base::Date day;
};

struct Convention {
  model::Registration registration;
  const Path* path = nullptr;
  std::vector<Stage> stages;         ///< in order
  std::optional<base::Date> began;   ///< the first day of the first term; none: not signed yet
  std::optional<base::Date> ends;    ///< the day on which its current term is over
  std::optional<base::Date> over;    ///< the first day on which it holds no more, as things stand
  std::optional<base::Date> notice;  ///< the last day on which it can be denounced; none: it does not renew
  bool renews() const { return notice.has_value(); }  ///< at `ends` another term begins by itself

  /// Whether it holds on at least one day of the year.
  bool holds_in(int year) const;
};

/// The day on which a term that begins on `from` is over: the same day of the month, or the last of one that has no
/// such day. Another term begins on that day.
base::Date end_of_term(base::Date from, const Term& term);
/// The last day on which a term that is over on `end` can be denounced: there is all of the notice left after it.
base::Date last_day_of_notice(base::Date end, const Term& term);

/// By facts; nothing for a registration by a path without a term of its own months.
std::optional<Convention> convention(const Setting& setting, const model::Registration& registration);
/// All of a network's, by the order of the paths and of the registrations.
std::vector<Convention> conventions(const Setting& setting);

/// Something that happens of itself, or must be done, on a day.
struct Due {
  enum class Kind : std::uint8_t {
    fee,      ///< the calendar year's, from its first day or that of the convention (E2)
    notice,   ///< the last day on which it can be denounced
    renewal,  ///< another term begins
    end,      ///< the last day on which it holds
  };
  Kind kind = Kind::fee;
  base::Date day;
};
/// From `from` on, until the convention is over: each day at most once for each kind.
std::vector<Due> dues(const Convention& convention, base::Date from);

/// What a body owes for a calendar year.
struct Fee {
  Convention convention;
  const model::Body* body = nullptr;  ///< null: the content has it no more
  std::variant<Price, NoPrice> price;
  std::vector<model::Fact> payments;  ///< of this year's fee, in order

  std::int64_t paid() const;  ///< cents
};
/// The fees of the year, by the order of bodies.csv: of every body with a convention that holds on one day of it; once,
/// and in full (E2).
std::vector<Fee> fees(const Setting& setting, int year);

/// The calendar year that a payment is for: the one it names, else that of its day.
int fee_year(const model::Fact& paid);

}  // namespace cenacle::rules
