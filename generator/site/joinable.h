// What one may register for, and by which paths of the rulebook: groups, workshops, series, spaces, the network itself,
// and the kinds of meetings that are open to registration (E9).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/figures.h"
#include "model/portal.h"
#include "rules/registration/read.h"

namespace cenacle::site {

/// Where registrations come from; without, pages say capacities alone.
struct Registrations {
  const rules::Rulebooks* books = nullptr;
  const model::Figures* figures = nullptr;  ///< null: there is no ledger

  const rules::Rulebook* book_of(const model::Network& network) const {
    return books == nullptr ? nullptr : books->of(network.page.id);
  }
};

struct Joinable {
  rules::Joins kind = rules::Joins::group;
  const model::Network* network = nullptr;
  const model::Page* page = nullptr;  ///< of what is joined; of a kind of meetings, the network's
  const model::Group* group = nullptr;
  const model::Workshop* workshop = nullptr;
  const model::Space* space = nullptr;
  const model::MeetingKind* meetings = nullptr;

  /// As registrations name it: "group:finances/fiscalite"; of a kind of meetings, "meeting-kind:finances/webinaire".
  std::string reference() const;
  /// What people call it.
  const std::string& title() const { return meetings != nullptr ? meetings->plural : page->title; }
};

/// Everything that somebody may register for today, in the order of the model: neither ended groups nor workshops that
/// are over.
std::vector<Joinable> joinables_in(const model::Network& network, base::Date today);
Joinable joinable(const model::Network& network, const model::Group& group);
Joinable joinable(const model::Network& network, const model::Workshop& workshop);
Joinable joinable(const model::Network& network, const model::Space& space);
Joinable joinable(const model::Network& network);
Joinable joinable(const model::Network& network, const model::MeetingKind& meetings);

/// The paths that lead there, in the order of the file; of a group, those to its meetings too, at the end.
std::vector<const rules::Path*> paths_to(const rules::Rulebook& book, const Joinable& it);
/// Whether a condition can hold of it, whoever asks.
bool can_hold(const rules::Condition& condition, const Joinable& it);

/// The page that explains how: "finances/inscription/groupes/fiscalite.html".
std::string join_address(const model::Portal& portal, const Joinable& it);

/// How many seats there are: a workshop's own, else what a rule of the paths limits each object to.
std::optional<std::int64_t> seats_of(const rules::Rulebook* book, const Joinable& it);
/// The last day on which one asks, when a rule closes before the first meeting.
std::optional<base::Date> closing_day(const rules::Rulebook& book, const Joinable& it);

}  // namespace cenacle::site
