// What the ledger's registrations add up to, for pages: numbers, never who. A number that would tell of somebody is not
// in here (rules/registration/figures.h leaves it out), so that no template can show it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"

namespace cenacle::model {

/// None: between one and two, or such that another one could be computed from it.
using Told = std::optional<std::int64_t>;

/// A whole and its parts. What is told adds up with `others`.
struct Composition {
  struct Part {
    std::string id;  ///< of a kind of body, a profile, a body; empty: people who come without a body
    std::int64_t count = 0;
  };
  Told total;
  std::vector<Part> parts;  ///< the larger first
  std::int64_t others = 0;  ///< in parts that are not told one by one
};

/// Of a group, workshop, space, network or meeting.
struct ObjectFigures {
  std::int64_t taken = 0, waiting = 0;  ///< seats, and people on the list: how full it is tells of nobody
  Composition body_kinds, profiles;     ///< of those who take part as members
};

struct MonthFigures {
  base::Date month;  ///< its first day
  Told members;      ///< at its end, or today
  std::vector<Told> by_kind;
};

struct NetworkFigures {
  std::vector<std::string> kinds;    ///< of bodies, in the network's order; at last "": people without a body
  std::vector<MonthFigures> months;  ///< from the first member on, without a gap
  Composition bodies;                ///< today's members by body
};

struct SurveyFigures {
  Told answers;                            ///< people who answered
  std::vector<std::vector<Told>> choices;  ///< in the order of the survey's questions and their choices
};

/// Objects are as in registrations: "workshop:NETWORK/ID"; networks by id; surveys by their request's number.
struct Figures {
  std::map<std::string, ObjectFigures, std::less<>> objects;
  std::map<std::string, NetworkFigures, std::less<>> networks;
  std::map<std::int64_t, SurveyFigures> surveys;

  /// Nothing was ever registered for what is not listed.
  ObjectFigures of(std::string_view object) const {
    const auto found = objects.find(object);
    return found == objects.end() ? ObjectFigures{} : found->second;
  }
};

}  // namespace cenacle::model
