// Whether a condition of the rules is true of a request.
#pragma once

#include <string_view>

#include "rules/registration/case.h"

namespace cenacle::rules {

/// `paths`: ids of those that `rest_months` looks at, the rule's; empty: that of the request.
bool holds(const Condition& condition, const Case& it, const std::vector<std::string>& paths = {});

/// Whether a registration is one of those that a rule speaks of, as far as that is said by what it is and not by the
/// day: its body, its profile, its pair, what it joins. Limits count these.
bool is_about(const Condition& condition, const Setting& setting, const model::Registration& it);
/// Whether `is_about` can say no.
bool tells_apart(const Condition& condition);

/// Whether several people read what is sent there: `mairie@…` (E13).
bool is_shared_mailbox(const Rulebook& book, std::string_view mail);

/// The last day on which one may ask, of a condition that has one: of the call's deadline, of `closes_days`.
std::optional<base::Date> closing_day(const Condition& condition, const Case& it);
/// The first day on which one may ask again: of `rest_months`.
std::optional<base::Date> opening_day(const Condition& condition, const Case& it,
                                      const std::vector<std::string>& paths);

}  // namespace cenacle::rules
