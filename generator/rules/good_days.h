// Days on which a meeting may well be held, to be proposed in place of one that a rule refuses.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "model/network.h"
#include "rules/holidays.h"

namespace cenacle::rules {

class GoodDays {
 public:
  GoodDays(const model::Network& network, const Holidays& holidays) : network_(network), holidays_(holidays) {}

  /// Neither a public holiday nor a weekday that the current charters exclude for this kind; where they say nothing,
  /// Monday to Friday.
  bool allow(base::Date date, const model::MeetingKind* kind) const;
  /// The good day nearest to the meeting's, on which all its days are good and `also` is true; of two, the later.
  std::optional<base::Date> nearest(
      const model::Meeting& meeting,
      const std::function<bool(base::Date)>& also = [](base::Date) { return true; }) const;
  /// The last good day up to `date`.
  std::optional<base::Date> latest(base::Date date, const model::MeetingKind* kind) const;

 private:
  const model::Network& network_;
  const Holidays& holidays_;
};

/// Whether a day lies from `from` to `to` of a year, which a season over the new year does twice.
bool is_between(base::Date date, std::chrono::month_day from, std::chrono::month_day to);

/// The lines `start = …` and `end = …` of the meeting moved to `date`; of one time of several, its `[[occurrences]]`.
std::string moved_to(const model::Meeting& meeting, base::Date date);
/// What to do: the nearest good day with its lines to paste, or `otherwise`.
std::string advice(const model::Meeting& meeting, std::optional<base::Date> date, std::string_view otherwise);

}  // namespace cenacle::rules
