// Which lists a network has in one tree, and where. A list is made where it has something of the tree's own to show;
// else its address is that of the public one, if there is one.
#include <algorithm>

#include "site/views_of_tree.h"

namespace cenacle::site {

namespace {

bool is_public(const model::Page& page) { return page.audience.kind == model::Audience::Kind::everybody; }

}  // namespace

std::string ViewsOfTree::section(const std::string& path, bool in_public, bool own) const {
  if (own) return path;
  return tree_.restricted() && in_public ? portal_.base_url + path : "";
}

/// The address of a list of `things`, those that `wanted` takes.
template <class Things, class Wanted>
std::string ViewsOfTree::section_of(const std::string& path, const Things& things, const Wanted& wanted) const {
  bool in_public = false, own = false;
  for (const auto& it : things) {
    if (!wanted(it)) continue;
    in_public = in_public || is_public(it.page);
    own = own || (of(it) != nullptr && tree_.makes(it));
  }
  return section(path, in_public, own);
}

void ViewsOfTree::add_sections(const model::Network& network, NetworkView& view) {
  const Lists lists(portal_, network);
  SectionsView& to = view.sections;
  const auto all = [](const auto&) { return true; };
  const auto kind = tree_.audience().kind;
  const bool whole = kind == model::Audience::Kind::everybody || kind == model::Audience::Kind::network;
  to.decisions =
      section_of(lists.decisions(), network.minutes, [](const model::Minutes& it) { return !it.decisions.empty(); });
  to.documents =
      section_of(lists.documents(), network.documents, [](const model::Document& it) { return !it.kind->deliverable; });
  to.deliverables = section_of(lists.deliverables(), network.documents,
                               [](const model::Document& it) { return it.kind->deliverable; });
  to.toolbox = section_of(lists.toolbox(), network.sheets, all);
  const bool directory = software_lists_.contains(&network) || expert_lists_.contains(&network);
  to.directory =
      section(lists.directory(), directory && network.directory.audience.kind == model::Audience::Kind::everybody,
              directory && network.directory.audience.id == tree_.audience().id);
  const auto whole_only = [&](const std::string& path, const auto& things) {
    return whole ? section_of(path, things, all) : "";
  };
  to.groups = whole_only(lists.groups(), network.groups);
  to.workshops = whole_only(lists.workshops(), network.workshops);
  to.agenda = whole_only(lists.agenda(), network.meetings);
  to.contributions = whole_only(lists.contributions(), network.contributions);
  const bool members = registrations_.figures != nullptr && registrations_.figures->networks.contains(network.page.id);
  to.indicators = members && whole && tree_.makes(network.page) ? lists.indicators()
                                                                : whole_only(lists.indicators(), network.contributions);
  to.news = whole_only(lists.news(), network.news);
  if (std::any_of(network.news.begin(), network.news.end(), [](const model::News& it) { return is_public(it.page); }))
    to.feed = (tree_.restricted() ? portal_.base_url : "") + lists.feed();
  if (!network.spaces.empty()) to.spaces = view.url + "#spaces";
  if (!view.charters.empty()) to.charters = view.url + "#charters";
  if (to.agenda.empty()) return;
  // The programme shown first: this year's, else the next that has meetings, else the last.
  const auto this_year = static_cast<int>(portal_.today.year());
  int shown = 0;
  for (const model::Meeting& it : network.meetings) {
    if (of(it) == nullptr) continue;
    for (const model::Occurrence& once : it.occurrences) {
      const auto year = static_cast<int>(base::date_of(once.start).year());
      if (shown == 0 || (shown < this_year && year > shown)) shown = year;
    }
  }
  const std::string prefix = to.agenda.find("://") == std::string::npos ? "" : portal_.base_url;
  if (shown != 0) to.programme = prefix + lists.programme(shown);
}

}  // namespace cenacle::site
