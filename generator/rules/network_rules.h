// The rules of one network's charters, a function for each kind; rules.cpp calls them.
#pragma once

#include "diag/diagnostics.h"
#include "model/portal.h"
#include "rules/agenda.h"
#include "rules/citation.h"
#include "rules/good_days.h"
#include "rules/holidays.h"

namespace cenacle::rules {

/// What every rule looks at.
struct Setting {
  const model::Portal& portal;
  const model::Network& network;
  const Holidays& holidays;
  const Troubled& troubled;
  const Agenda& agenda;
  const GoodDays& good_days;
  diag::Diagnostics& diagnostics;
};

// days.cpp
void check_public_holidays(const Setting& setting);
void check_weekdays(const Setting& setting, const Clause& clause);
void check_season(const Setting& setting, const Clause& clause);

// spacing.cpp
void check_rhythm(const Setting& setting, const Clause& clause);
void check_sessions(const Setting& setting, const Clause& clause);
void check_no_clash(const Setting& setting, const Clause& clause);

// counts.cpp
void check_seats(const Setting& setting, const Clause& clause);
void check_holders(const Setting& setting, const Clause& clause);
void check_calendar_ahead(const Setting& setting, const Clause& clause);
void check_yearly(const Setting& setting, const Clause& clause);

}  // namespace cenacle::rules
