// Model → views, for one tree: each thing that its readers may see, once, with its neighbours.
#pragma once

#include <deque>
#include <unordered_map>

#include "formats/locale/locale.h"
#include "model/portal.h"
#include "site/joinable.h"
#include "site/lists.h"
#include "site/registration_views.h"
#include "site/tree.h"
#include "site/views.h"

namespace cenacle::site {

RateView rate_view(const model::Rate& from);

/// All views of one tree. Built once, then read from any thread; addresses of views never change.
///
/// The public tree has everything public; a network's has all of that network that its members may read; a group's,
/// workshop's or space's has what belongs to it or is for its audience alone, so that a tree costs what it holds.
class ViewsOfTree {
 public:
  /// `restricted`, and what `registrations` points to, live as long as this. On `threads` threads.
  ViewsOfTree(const model::Portal& portal, const Tree& tree, const Audiences& restricted,
              const locale::Locale& language, unsigned threads, const Registrations& registrations);
  ViewsOfTree(const ViewsOfTree&) = delete;
  ViewsOfTree& operator=(const ViewsOfTree&) = delete;

  const Tree& tree() const { return tree_; }
  const model::Portal& portal() const { return portal_; }
  const SiteView& site() const { return site_; }

  /// The view of a thing, or null when it is not in this tree.
  const NetworkView* of(const model::Network& it) const { return find(networks_, it); }
  const GroupView* of(const model::Group& it) const { return find(groups_, it); }
  const WorkshopView* of(const model::Workshop& it) const { return find(workshops_, it); }
  const SpaceView* of(const model::Space& it) const { return find(spaces_, it); }
  const CharterView* of(const model::Charter& it) const { return find(charters_, it); }
  const MeetingView* of(const model::Meeting& it) const { return find(meetings_, it); }
  const MinutesView* of(const model::Minutes& it) const { return find(minutes_, it); }
  const DocumentView* of(const model::Document& it) const { return find(documents_, it); }
  const ContributionView* of(const model::Contribution& it) const { return find(contributions_, it); }
  const SheetView* of(const model::Sheet& it) const { return find(sheets_, it); }
  const NewsView* of(const model::News& it) const { return find(news_, it); }
  const TopicView* of(const model::Topic& it) const { return find(topics_, it); }
  const RoleView* of(const model::Role& it) const { return find(roles_, it); }
  const SurveyView* of(const model::Survey& it) const { return find(surveys_, it); }
  const ListOf<SoftwareView>& software(const model::Network& it) const;
  const ListOf<ExpertView>& experts(const model::Network& it) const;

  /// What one subscribes to at `path` of a tree; `page_url` is the page of what it is of.
  static SubscriptionView subscription(const Tree& tree, std::string_view of, Text id, Text title, Text text,
                                       const std::string& path, std::string page_url);

  /// Charters' articles and free pages' headings come from their texts, which are read later.
  CharterView& edit(const model::Charter& it) { return *charters_.at(&it); }

  const Registrations& registrations() const { return registrations_; }
  /// The page that says how to join it, which is where the page of what is joined is for its readers; empty: none.
  std::string join_url(const Joinable& it) const;
  bool makes_join(const Joinable& it) const { return it.page->audience.id == tree_.audience().id; }

  std::optional<CitationView> citation(const model::Citation& from, const model::Network& network) const;
  std::optional<LinkView> charter_link(const model::Charter* charter) const;
  LinkView link(const model::Page& page) const { return {page.title, tree_.url(page)}; }
  /// The order of the portal's language.
  int compare(Text a, Text b) const { return language_.compare(a, b); }
  Moment moment(base::LocalTime time, const std::string& zone) const { return {time, zone}; }

 private:
  template <class M, class V>
  using Map = std::unordered_map<const M*, V*>;
  template <class M, class V>
  static V* find(const Map<M, V>& map, const M& it) {
    const auto found = map.find(&it);
    return found == map.end() ? nullptr : found->second;
  }
  /// Makes the view of `it` and remembers it.
  template <class M, class V>
  V& make(std::deque<V>& store, Map<M, V>& map, const M& it) {
    V& view = store.emplace_back();
    map.emplace(&it, &view);
    return view;
  }

  bool in_scope(const model::Owner& owner, const model::Page& page) const;
  void add_network(const model::Network& network);
  void add_people(const model::Network& network, NetworkView& view);
  void add_charters(const model::Network& network, NetworkView& view);
  void add_places(const model::Network& network, NetworkView& view);
  void add_meetings(const model::Network& network, NetworkView& view);
  void add_minutes(const model::Network& network, NetworkView& view);
  void add_documents(const model::Network& network, NetworkView& view);
  void fill(DocumentView& view, const model::Document& document) const;
  void add_contributions(const model::Network& network, NetworkView& view);
  void add_sheets_and_news(const model::Network& network, NetworkView& view);
  void add_directory(const model::Network& network);
  void add_sections(const model::Network& network, NetworkView& view);
  void add_subscriptions(const model::Network& network, NetworkView& view);
  void add_site();
  void add_standings(const model::Network& network, NetworkView& view);
  void add_surveys(const model::Network& network, NetworkView& view);
  SeatsView standing(const Joinable& it, bool over) const;

  std::string section(const std::string& path, bool in_public, bool own) const;
  template <class Things, class Wanted>
  std::string section_of(const std::string& path, const Things& things, const Wanted& wanted) const;
  MeetingView& make_meeting(const model::Meeting& meeting);
  void hold(MeetingView& view, const model::Meeting& meeting, const model::Occurrence& occurrence) const;
  OccurrenceView occurrence(const model::Meeting& meeting, const model::Occurrence& from) const;
  DecisionView decision(const model::Decision& from, const model::Minutes& minutes, std::size_t index) const;
  LinkView owner_link(const model::Owner& owner) const;
  std::vector<HolderView> holders(const std::vector<model::Holder>& from) const;
  ListOf<TopicView> topics(const std::vector<const model::Topic*>& from) const;
  std::vector<FileView> files(const std::vector<model::Attachment>& from) const;
  std::vector<Text> names(const std::vector<const model::Body*>& bodies) const;
  Hole hole(const model::Page& page) const;

  const model::Portal& portal_;
  const Tree& tree_;
  const Audiences& restricted_;
  const locale::Locale& language_;
  unsigned threads_;
  const Registrations registrations_;
  SiteView site_;

  std::deque<NetworkView> network_store_;
  std::deque<GroupView> group_store_;
  std::deque<WorkshopView> workshop_store_;
  std::deque<SpaceView> space_store_;
  std::deque<CharterView> charter_store_;
  std::deque<MeetingView> meeting_store_;
  std::deque<MinutesView> minutes_store_;
  std::deque<DocumentView> document_store_;
  std::deque<ContributionView> contribution_store_;
  std::deque<SheetView> sheet_store_;
  std::deque<NewsView> news_store_;
  std::deque<SurveyView> survey_store_;
  std::deque<TopicView> topic_store_;
  std::deque<RoleView> role_store_;
  std::deque<SoftwareView> software_store_;
  std::deque<ExpertView> expert_store_;

  Map<model::Network, NetworkView> networks_;
  Map<model::Group, GroupView> groups_;
  Map<model::Workshop, WorkshopView> workshops_;
  Map<model::Space, SpaceView> spaces_;
  Map<model::Charter, CharterView> charters_;
  Map<model::Meeting, MeetingView> meetings_;
  Map<model::Minutes, MinutesView> minutes_;
  Map<model::Document, DocumentView> documents_;
  Map<model::Contribution, ContributionView> contributions_;
  Map<model::Sheet, SheetView> sheets_;
  Map<model::News, NewsView> news_;
  Map<model::Survey, SurveyView> surveys_;
  Map<model::Topic, TopicView> topics_;
  Map<model::Role, RoleView> roles_;
  std::unordered_map<const model::Network*, ListOf<SoftwareView>> software_lists_;
  std::unordered_map<const model::Network*, ListOf<ExpertView>> expert_lists_;
};

}  // namespace cenacle::site
