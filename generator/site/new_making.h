// What makes one new thing, for the files that make its kinds. Each function throws a Refusal where it cannot.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/layout.h"
#include "rules/timetable.h"
#include "site/new_place.h"
#include "site/new_thing.h"
#include "site/new_views.h"

namespace cenacle::site {

struct Making {
  const NewRequest& request;
  const NewSetting& setting;
  Destination place;

  const model::Portal& portal() const { return *setting.content.portal; }
  const model::Network& network() const { return *place.network; }
  rules::Timetable timetable() const { return {portal(), network(), setting.holidays}; }

  /// What every thing has.
  void fill(NewThing* thing) const;
  /// The file that an archetype makes of its view, in a folder of the network.
  NewFile file(std::string_view archetype, content::Folder folder, std::string_view stem, const void* view) const;
};

/// The bytes that an archetype makes of `view`, an object of the type that it was checked against.
std::string rendered(const Theme& archetypes, std::string_view archetype, const void* view);

/// The id of one of a list, as `--kind` gives it: `what` is said in messages.
template <class Kinds>
std::vector<NewChoiceView> choices_of(const Kinds& kinds) {
  std::vector<NewChoiceView> choices;
  for (const auto& kind : kinds) choices.push_back({kind.id, kind.title});
  return choices;
}
const NewChoiceView& chosen(const std::vector<NewChoiceView>& choices, std::string_view sort, std::string_view what);

/// The first part of a file's name for a title: its slug, cut at a word.
std::string file_stem(std::string_view title);

/// What `make` gives, or why it refused.
template <class Make>
NewAnswer answered(const Make& make) {
  try {
    return make();
  } catch (Refusal& refusal) {
    return std::move(refusal);
  }
}

// new_group.cpp
std::vector<NewFile> make_group(const Making& making);
std::vector<NewFile> make_workshop(const Making& making, model::Workshop::Kind kind);
std::vector<NewFile> make_space(const Making& making);

// new_tree.cpp
std::vector<NewFile> make_network(const NewRequest& request, const NewSetting& setting);

// new_meeting.cpp
std::vector<NewFile> make_meeting(const Making& making);
std::vector<NewFile> make_minutes(const Making& making);
/// A series with the sessions that its charter wants.
std::vector<NewFile> make_series(const Making& making, const NewWorkshop& series, std::string_view stem, int months);
/// When something of the agenda takes place: as asked, else when it suits.
rules::Slot slot_for(const Making& making, const rules::Wish& wish);

// new_charter.cpp
std::vector<NewFile> make_charter(const Making& making);

// meeting_id.cpp
/// Every id that a meeting has or had: those of content, drafts included, and whatever in the lock could be one.
std::vector<std::string> meeting_ids_in(const content::Sources& sources, std::string_view calendar_lock);
/// A readable id that is not in `taken`, the same for the same arguments: "finances-fiscalite-2026-10-06-x7k2".
std::string new_meeting_id(std::string_view network, std::string_view owner, base::Date date, std::string_view seed,
                           const std::vector<std::string>& taken);

}  // namespace cenacle::site
