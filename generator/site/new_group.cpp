// Groups, workshops and spaces: what the charter asks of a new one.
#include <algorithm>
#include <map>

#include "site/new_making.h"

namespace cenacle::site {

namespace {

using content::Folder;

/// The charter that most of `things` name; else the first in force that has rules for them.
template <class Things>
const model::Charter* usual_charter(const model::Network& network, const Things& things, model::Rule::Of of) {
  std::map<const model::Charter*, int> counts;
  const model::Charter* most = nullptr;
  for (const auto* thing : things)
    if (thing->charter != nullptr && ++counts[thing->charter] >= (most == nullptr ? 0 : counts[most]))
      most = thing->charter;
  if (most != nullptr) return most;
  const auto speaks_of = [&](const model::Charter& charter) {
    return charter.current && std::any_of(charter.rules.begin(), charter.rules.end(), [&](const model::Rule& rule) {
             using Kind = model::Rule::Kind;
             const bool has_of = rule.kind == Kind::rhythm || rule.kind == Kind::seats || rule.kind == Kind::sessions ||
                                 rule.kind == Kind::holders || rule.kind == Kind::season;
             return has_of && rule.of == of;
           });
  };
  const auto found = std::find_if(network.charters.begin(), network.charters.end(), speaks_of);
  return found == network.charters.end() ? nullptr : &*found;
}

std::string reference_to(const model::Charter* charter) {
  return charter == nullptr ? std::string() : "charter:" + charter->charter;
}

/// As many of each role as the charter asks for at least.
std::vector<NewHolderView> holders_of(const model::Charter* charter, model::Rule::Of of) {
  std::vector<NewHolderView> holders;
  if (charter == nullptr) return holders;
  for (const model::Rule& rule : charter->rules)
    if (rule.kind == model::Rule::Kind::holders && rule.of == of && rule.role != nullptr)
      for (std::int64_t i = 0; i < std::min<std::int64_t>(rule.min.value_or(0), 20); ++i)
        holders.push_back({rule.role->id, rule.role->title});
  return holders;
}

/// The charter's next whole season.
void fill_season(const model::Charter* charter, base::Date today, NewGroup* group) {
  if (charter == nullptr) return;
  for (const model::Rule& rule : charter->rules) {
    if (rule.kind != model::Rule::Kind::season || !rule.from || !rule.to) continue;
    base::Date from = today.year() / *rule.from;
    if (from <= today) from = (today.year() + std::chrono::years(1)) / *rule.from;
    base::Date to = from.year() / *rule.to;
    if (to < from) to = (from.year() + std::chrono::years(1)) / *rule.to;
    if (from.ok() && to.ok()) group->season_from = from, group->season_to = to;
    return;
  }
}

}  // namespace

std::vector<NewFile> make_group(const Making& making) {
  using Of = model::Rule::Of;
  const model::Network& network = making.network();
  std::vector<const model::Group*> groups;
  for (const model::Group& group : network.groups) groups.push_back(&group);
  const model::Charter* const charter = usual_charter(network, groups, Of::groups);
  NewGroup view;
  making.fill(&view);
  view.charter = reference_to(charter);
  view.holders = holders_of(charter, Of::groups);
  if (std::holds_alternative<const model::Space*>(making.place.owner)) view.space = making.place.of;
  fill_season(charter, view.today, &view);
  return {making.file("archetypes/group.md", Folder::groups, file_stem(view.title), &view)};
}

std::vector<NewFile> make_workshop(const Making& making, model::Workshop::Kind kind) {
  const bool series = kind == model::Workshop::Kind::series;
  const auto of = series ? model::Rule::Of::series : model::Rule::Of::workshops;
  const model::Network& network = making.network();
  std::vector<const model::Workshop*> alike;
  for (const model::Workshop& workshop : network.workshops)
    if (workshop.kind == kind) alike.push_back(&workshop);
  const model::Charter* const charter = usual_charter(network, alike, of);
  NewWorkshop view;
  making.fill(&view);
  view.charter = reference_to(charter);
  view.holders = holders_of(charter, model::Rule::Of::workshops);
  int months = 0;
  if (charter != nullptr) {
    for (const model::Rule& rule : charter->rules) {
      if (rule.kind == model::Rule::Kind::seats && rule.of == of) view.seats = rule.max;
      if (rule.kind != model::Rule::Kind::sessions || !series) continue;
      view.sessions = std::min<std::int64_t>(rule.count.value_or(0), 100);
      months = static_cast<int>(std::min<std::int64_t>(rule.max_months.value_or(0), 120));
    }
  }
  const std::string stem = file_stem(view.title);
  if (series) return make_series(making, view, stem, months);
  return {making.file("archetypes/workshop.md", Folder::workshops, stem, &view)};
}

std::vector<NewFile> make_space(const Making& making) {
  NewSpace view;
  making.fill(&view);
  for (const model::Space& space : making.network().spaces) view.order = std::max(view.order, space.order + 1);
  return {making.file("archetypes/space.md", Folder::spaces, file_stem(view.title), &view)};
}

}  // namespace cenacle::site
