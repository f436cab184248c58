// How a rule's article, a meeting and a day are named in what is reported, and where they stand.
#pragma once

#include <span>
#include <string>

#include "diag/diagnostics.h"
#include "model/network.h"

namespace cenacle::rules {

/// A rule, and the charter that states it.
struct Clause {
  const model::Charter& charter;
  const model::Rule& rule;

  /// article 2.1 of “Charte des groupes”
  std::string cited() const;
  diag::Place place() const;
  /// Shows the rule in its charter.
  diag::Note note() const;
};

diag::Place place_of(const model::Page& page, const model::Spot& at);
diag::Place place_of(const model::Meeting& meeting);

/// “Le budget”, Tuesday 2026-10-06
std::string named(const model::Meeting& meeting);
/// A note that shows the meeting: "`what` “Le budget”, Tuesday 2026-10-06".
diag::Note note_of(const model::Meeting& meeting, std::string_view what);

/// “Rencontre” or “Séance”
std::string named(std::span<const model::MeetingKind* const> kinds);
std::string_view weekday_name(int iso_weekday);
/// Tuesday 2026-10-06
std::string named(base::Date date);
/// 31 October
std::string named(std::chrono::month_day day);
/// "1 session", "2 sessions"
std::string counted(std::int64_t number, std::string_view noun);

}  // namespace cenacle::rules
