// Views → the pages of one tree that list things: catalogue, registers, directory, contributions. Meetings:
// pages_of_agenda.cpp; indicators: pages_of_indicators.cpp.
#include <algorithm>
#include <map>

#include "formats/locale/locale.h"
#include "site/pages_builder.h"

namespace cenacle::site {

namespace {

/// `items` whose `list` (of pointers) holds `wanted`.
template <class Item, class Wanted, class List>
ListOf<Item> with(const ListOf<Item>& items, List Item::*list, const Wanted& wanted) {
  ListOf<Item> found;
  for (const Item* it : items)
    if (std::find((it->*list).begin(), (it->*list).end(), wanted) != (it->*list).end()) found.push_back(it);
  return found;
}

}  // namespace

void PagesBuilder::add_lists(const model::Network& network, const NetworkView& view) {
  const SectionsView& sections = view.sections;
  if (is_here(sections.groups)) list<NetworkPage>("groups.html", sections.groups, view);
  if (is_here(sections.workshops)) add_workshop_lists(network, view);
  if (is_here(sections.agenda)) add_agenda(network, view);
  if (is_here(sections.programme)) add_programmes(network, view);
  if (is_here(sections.subscribe)) list<NetworkPage>("subscribe.html", sections.subscribe, view);
  add_documents(network, view);
  if (is_here(sections.decisions)) add_decisions(network, view);
  if (is_here(sections.toolbox)) add_toolbox(view);
  if (is_here(sections.directory)) add_directory(network, view);
  if (is_here(sections.contributions)) add_contribution_lists(network, view);
  if (is_here(sections.indicators)) add_indicators(network, view);
  if (is_here(sections.news))
    if (auto job = job_for("news-list.html", sections.news, {}))
      add<NewsListPage>(std::move(*job), page_view(*job, {}, {}, trail(&view, nullptr)), &view, view.news);
}

/// The catalogue, and one plain page per filter: filters need no script (B1).
void PagesBuilder::add_workshop_lists(const model::Network& network, const NetworkView& view) {
  const Lists lists(portal_, network);
  std::vector<std::pair<FilterView, ListOf<WorkshopView>>> filtered;
  const auto add_filter = [&](Text title, std::string_view group, std::string url, ListOf<WorkshopView> found) {
    if (!found.empty())
      filtered.push_back({{title, std::string(group), std::move(url), static_cast<std::int64_t>(found.size()), false},
                          std::move(found)});
  };
  add_filter({}, "all", lists.workshops(), view.workshops);
  ListOf<WorkshopView> upcoming, past;
  for (const WorkshopView* it : view.workshops) (it->past ? past : upcoming).push_back(it);
  std::stable_sort(upcoming.begin(), upcoming.end(), [](const WorkshopView* a, const WorkshopView* b) {
    if (!a->next || !b->next) return a->next.has_value();
    return a->next->local < b->next->local;
  });
  add_filter({}, "upcoming", lists.workshops_by("upcoming", {}), upcoming);
  add_filter({}, "past", lists.workshops_by("past", {}), past);
  for (const TopicView* topic : view.topics)
    add_filter(topic->title, "topic", lists.workshops_by("topic", topic->id),
               with(view.workshops, &WorkshopView::topics, topic));
  std::map<std::string, Text> profiles;  // by slug, so that two spellings of one address are one filter
  for (const WorkshopView* it : view.workshops)
    for (const Text profile : it->profiles) profiles.emplace(locale::slug(profile), profile);
  for (const auto& [slug, profile] : profiles)
    add_filter(profile, "profile", lists.workshops_by("profile", slug),
               with(view.workshops, &WorkshopView::profiles, profile));
  List<FilterView> filters;
  for (const auto& [filter, found] : filtered) filters.push_back(filter);
  for (std::size_t i = 0; i < filtered.size(); ++i) {
    List<FilterView> shown = filters;
    shown[i].current = true;
    list<WorkshopsPage>("workshops.html", filters[i].url, view, filtered[i].second, std::move(shown), i > 0);
  }
}

void PagesBuilder::add_documents(const model::Network& network, const NetworkView& view) {
  const auto description = [&](Text kind) -> Text {
    for (const model::DocumentKind& it : network.document_kinds)
      if (it.title == kind) return it.description;
    return {};
  };
  const auto by_kind = [&](const ListOf<DocumentView>& documents) {
    List<KindDocumentsView> kinds;
    for (const DocumentView* it : documents) {
      auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind.title == it->kind; });
      if (found == kinds.end())
        found = kinds.insert(kinds.end(), {it->kind, it->kind_plural, description(it->kind), locale::slug(it->kind_plural), {}});
      found->documents.push_back(it);
    }
    return kinds;
  };
  if (is_here(view.sections.deliverables))
    list<DocumentsPage>("documents.html", view.sections.deliverables, view, by_kind(view.deliverables), true);
  if (is_here(view.sections.documents))
    list<DocumentsPage>("documents.html", view.sections.documents, view, by_kind(view.documents), false);
}

/// The register of decisions (C8), newest first: minutes come newest first.
void PagesBuilder::add_decisions(const model::Network& network, const NetworkView& view) {
  List<DecisionView> decisions;
  for (const model::Minutes& it : network.minutes)
    if (const MinutesView* minutes = views_.of(it))
      decisions.insert(decisions.end(), minutes->decisions.begin(), minutes->decisions.end());
  list<DecisionsPage>("decisions.html", view.sections.decisions, view, std::move(decisions));
}

void PagesBuilder::add_toolbox(const NetworkView& view) {
  List<TopicSheetsView> topics;
  for (const TopicView* topic : view.topics)
    if (auto found = with(view.sheets, &SheetView::topics, topic); !found.empty())
      topics.push_back({topic->title, topic->description, std::string(topic->id), std::move(found)});
  list<ToolboxPage>("toolbox.html", view.sections.toolbox, view, std::move(topics));
}

/// The directory by function, by software, by topic and by body (E8), in alphabetical order (C10).
void PagesBuilder::add_directory(const model::Network& network, const NetworkView& view) {
  const Lists lists(portal_, network);
  const auto& software = views_.software(network);
  const auto& experts = views_.experts(network);
  std::vector<std::pair<FilterView, List<DirectorySectionView>>> ways;
  const auto add_way = [&](std::string_view by, std::string url, List<DirectorySectionView> sections) {
    std::erase_if(sections, [](const auto& it) { return it.software.empty() && it.experts.empty(); });
    std::int64_t count = 0;
    for (const auto& it : sections) count += static_cast<std::int64_t>(it.software.size() + it.experts.size());
    if (count > 0) ways.push_back({{{}, std::string(by), std::move(url), count, false}, std::move(sections)});
  };
  add_way("experts", lists.directory(), {{{}, "experts", {}, experts}});
  add_way("software", lists.directory_by("software"), {{{}, "software", software, {}}});
  List<DirectorySectionView> topics;
  for (const TopicView* topic : view.topics)
    topics.push_back({topic->title, std::string(topic->id), with(software, &SoftwareView::topics, topic),
                      with(experts, &ExpertView::topics, topic)});
  add_way("topics", lists.directory_by("topic"), std::move(topics));
  List<DirectorySectionView> bodies;
  for (const model::Body& body : network.bodies) {
    DirectorySectionView section{body.name, body.id, with(software, &SoftwareView::bodies, Text(body.name)), {}};
    for (const ExpertView* expert : experts)
      if (expert->body == body.name) section.experts.push_back(expert);
    bodies.push_back(std::move(section));
  }
  std::stable_sort(bodies.begin(), bodies.end(),
                   [&](const auto& a, const auto& b) { return views_.compare(a.title, b.title) < 0; });
  add_way("bodies", lists.directory_by("bodies"), std::move(bodies));
  if (ways.empty()) return;
  ways.front().first.url = view.sections.directory;  // the list itself, whatever comes first
  List<FilterView> filters;
  for (const auto& [filter, sections] : ways) filters.push_back(filter);
  for (std::size_t i = 0; i < ways.size(); ++i) {
    List<FilterView> shown = filters;
    shown[i].current = true;
    const Text by = part_.texts.emplace_back(filters[i].group);
    list<DirectoryPage>("directory.html", filters[i].url, view, by, std::move(shown), ways[i].second);
  }
}

/// Contributions, all, by kind and by topic; questions that wait for an answer on each (D2).
void PagesBuilder::add_contribution_lists(const model::Network& network, const NetworkView& view) {
  const Lists lists(portal_, network);
  ListOf<ContributionView> unanswered;
  for (const ContributionView* it : view.contributions)
    if (it->unanswered) unanswered.push_back(it);
  std::vector<std::pair<FilterView, ListOf<ContributionView>>> filtered;
  const auto add_filter = [&](Text title, std::string_view group, std::string url, ListOf<ContributionView> found) {
    if (!found.empty())
      filtered.push_back({{title, std::string(group), std::move(url), static_cast<std::int64_t>(found.size()), false},
                          std::move(found)});
  };
  add_filter({}, "all", lists.contributions(), view.contributions);
  for (const Text kind : contribution_kinds) {
    ListOf<ContributionView> found;
    for (const ContributionView* it : view.contributions)
      if (it->kind == kind) found.push_back(it);
    add_filter(kind, "kind", lists.contributions_by("kind", kind), std::move(found));
  }
  for (const TopicView* topic : view.topics)
    add_filter(topic->title, "topic", lists.contributions_by("topic", topic->id),
               with(view.contributions, &ContributionView::topics, topic));
  List<FilterView> filters;
  for (const auto& [filter, found] : filtered) filters.push_back(filter);
  for (std::size_t i = 0; i < filtered.size(); ++i) {
    List<FilterView> shown = filters;
    shown[i].current = true;
    list<ContributionsPage>("contributions.html", filters[i].url, view, filtered[i].second,
                            i == 0 ? unanswered : ListOf<ContributionView>{}, std::move(shown), i > 0);
  }
}

}  // namespace cenacle::site
