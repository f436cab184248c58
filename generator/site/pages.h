// The root view of each kind of page: what its template may name. One template of the theme per root.
#pragma once

#include "site/registration_views.h"
#include "site/views.h"

namespace cenacle::site {

using SiteRef = std::reference_wrapper<const SiteView>;
using PageRef = std::reference_wrapper<const PageView>;
using NetworkRef = std::reference_wrapper<const NetworkView>;
template <class T>
using Ref = std::reference_wrapper<const T>;

/// A link of a row of filters, made of plain pages.
struct FilterView {
  Text title;
  std::string group, url;
  std::int64_t count = 0;
  bool current = false;
};
/// A month that has meetings, and its page.
struct MonthLinkView {
  base::Date month;
  std::string url;
  std::int64_t count = 0;
};
/// A meeting on one of its days.
struct DayMeetingView {
  Ref<MeetingView> meeting;
  bool continued = false;   ///< not its first day
  bool moved_away = false;  ///< the day that it was moved from
};
struct DayView {
  base::Date day;
  bool outside = false;  ///< of the month
  Text holiday;
  List<DayMeetingView> meetings;
};
struct WeekView {
  List<DayView> days;  ///< seven, from Monday
};
struct MonthView {
  base::Date month;
  ListOf<MeetingView> meetings;
};
struct KindDocumentsView {
  Text title, plural, description;
  std::string anchor;
  ListOf<DocumentView> documents;
};
struct TopicSheetsView {
  Text title, description;
  std::string anchor;
  ListOf<SheetView> sheets;
};
struct DirectorySectionView {
  Text title;
  std::string anchor;
  ListOf<SoftwareView> software;
  ListOf<ExpertView> experts;
};
struct IndicatorRowView {
  std::string title;
  std::optional<base::Date> month;
  List<std::int64_t> counts;
  std::int64_t total = 0;
};
/// Today's members of one body.
struct BodyMembersView {
  Text title;
  std::int64_t count = 0;
};
struct FeedEntryView {
  Text title, summary;
  std::string url, id;
  Moment updated{};
};
struct SitemapEntryView {
  Text url;
  std::optional<base::Date> modified;
};

/// Pages with no subject of their own: legal notice, accessibility statement, 404, robots.txt.
struct PlainPage {
  SiteRef site;
  PageRef page;
};

struct HomePage {
  SiteRef site;
  PageRef page;
  ListOf<NewsView> news;
  ListOf<MeetingView> upcoming;
  List<LinkView> pages;
};
struct NetworkPage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
};
struct GroupPage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
  Ref<GroupView> group;
};
struct WorkshopsPage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
  ListOf<WorkshopView> workshops;
  List<FilterView> filters;
  bool filtered = false;
};
struct WorkshopPage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
  Ref<WorkshopView> workshop;
};
/// How one joins something.
struct JoinPage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
  JoinView join;
};
struct SurveyPage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
  Ref<SurveyView> survey;
};
struct SpacePage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
  Ref<SpaceView> space;
};
struct CharterPage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
  Ref<CharterView> charter;
};
struct MeetingPage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
  Ref<MeetingView> meeting;
};
struct AgendaPage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
  List<MonthView> upcoming, past;
  List<FilterView> filters;
  List<MonthLinkView> months;
  Text kind, description;
  std::string calendar_url;
};
struct MonthPage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
  base::Date month;
  ListOf<MeetingView> meetings;
  List<WeekView> weeks;
  std::optional<MonthLinkView> previous, next;
};
struct SubscriptionsPage {
  SiteRef site;
  PageRef page;
  List<SubscriptionView> subscriptions;
};
struct ProgrammePage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
  std::int64_t year = 0;
  List<MonthView> months;
  List<LinkView> years;
};
struct MinutesPage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
  Ref<MinutesView> minutes;
};
struct DecisionsPage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
  List<DecisionView> decisions;
};
struct DocumentsPage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
  List<KindDocumentsView> kinds;
  bool deliverables = false;
};
struct DocumentPage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
  Ref<DocumentView> document;
};
struct ToolboxPage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
  List<TopicSheetsView> topics;
};
struct SheetPage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
  Ref<SheetView> sheet;
};
struct DirectoryPage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
  Text by;
  List<FilterView> filters;
  List<DirectorySectionView> sections;
};
struct ContributionsPage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
  ListOf<ContributionView> contributions, unanswered;
  List<FilterView> filters;
  bool filtered = false;
};
struct ContributionPage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
  Ref<ContributionView> contribution;
};
struct IndicatorsPage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
  List<Text> kinds = {};
  List<IndicatorRowView> months = {}, bodies = {};
  List<std::int64_t> totals = {};
  std::int64_t total = 0, highest = 0, unanswered = 0;
  std::string csv_url = {};
  List<Text> body_kinds = {};
  List<MemberMonthView> members = {};  ///< the last months, oldest first
  std::int64_t most_members = 0, other_bodies = 0;
  List<BodyMembersView> member_bodies = {};
  std::string members_csv_url = {};
};
struct NewsListPage {
  SiteRef site;
  PageRef page;
  const NetworkView* network = nullptr;
  ListOf<NewsView> news;
};
struct NewsPage {
  SiteRef site;
  PageRef page;
  NetworkRef network;
  Ref<NewsView> news;
};
struct TextPage {
  SiteRef site;
  PageRef page;
  const NetworkView* network = nullptr;
  Text kind;
  List<HeadingView> headings;
  Hole body;
};
struct FeedPage {
  SiteRef site;
  PageRef page;
  const NetworkView* network = nullptr;
  List<FeedEntryView> entries;
  Moment updated{};
};
struct SitemapPage {
  SiteRef site;
  PageRef page;
  List<SitemapEntryView> entries;
};
struct AliasPage {
  SiteRef site;
  PageRef page;
  std::string target;
};

}  // namespace cenacle::site
