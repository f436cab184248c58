// What templates see of the portal: plain structs, one set per tree, so that nothing its readers may not see is in
// reach. Texts point into the model, which outlives them. Each is described for templates in a file named …_described.h.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "template/view.h"

namespace cenacle::site {

using tmpl::Hole;
using tmpl::Moment;
using Text = std::string_view;
template <class T>
using List = std::vector<T>;
template <class T>
using ListOf = std::vector<const T*>;  // neighbours, none null

struct LinkView {
  Text title;
  std::string url;
};
struct TopicView {
  Text id, title, description;
  ListOf<struct RoleView> experts;
};
struct BodyView {
  Text id, name, kind, kind_plural, membership, town, website, parent;
  bool member = false;
  std::optional<std::int64_t> population;
};
struct RoleView {
  Text id, title, plural, function, mail, phone, description, body;
};
struct HolderView {
  Text role, role_plural, role_id, function, body, mail;
};
struct FileView {
  Text title;
  std::string url, format;
  std::int64_t kilobytes = 0;
};
struct CitationView {
  std::string article, title, url;
};
struct HeadingView {
  std::int64_t level = 2;
  std::string title, anchor, article;
};
struct CountView {
  Text title;
  std::int64_t count = 0;
  std::int64_t percent = 0;
};
/// Where registration for something stands: numbers, never who. Without a ledger nothing is counted.
struct SeatsView {
  bool counted = false;
  Text state;
  std::optional<std::int64_t> limit, left, members;
  std::int64_t waiting = 0, other_kinds = 0, other_profiles = 0;
  List<CountView> kinds, profiles;
  std::string join_url;
};

struct RateView {
  Text id, title, unit;
  std::int64_t cents = 0;
  std::optional<std::int64_t> population_min, population_max;
  List<Text> memberships;
};
struct TariffView {
  std::int64_t year = 0;
  Text set_by, note;
  std::optional<base::Date> set_on;
  List<RateView> rates;
  bool current = false;
};

struct MeetingView;
struct DecisionView {
  Text text;
  bool consensus = true;
  List<Text> positions;
  Text carried_by;
  std::optional<base::Date> by, done;
  bool late = false;
  std::optional<CitationView> article;
  std::string anchor, url, minutes_title;
  Text group;
  base::Date taken;
};

struct DocumentView {
  Text title, summary, kind, kind_plural, rights;
  std::string url;
  base::Date date;
  bool deliverable = false, restricted = false;
  LinkView owner;
  List<Text> authors;
  ListOf<TopicView> topics;
  List<FileView> files;
  std::optional<LinkView> meeting;
  Hole body;
};

struct MinutesView {
  Text title, summary;
  std::string url;
  base::Date date;
  LinkView meeting, owner;
  std::optional<std::int64_t> attendance;
  List<DecisionView> decisions;
  Hole body;
};

/// A calendar that one subscribes to.
struct SubscriptionView {
  Text of, id, title, text;
  std::string url, address, webcal, anchor, page_url;
};

/// One time that a recurring meeting takes place.
struct OccurrenceView {
  Text title, mode, status, status_note, place, address;
  std::string anchor;
  Moment start{}, end{}, planned_start{};
  base::Date planned{}, first_day{}, last_day{};
  bool all_day = false, several_days = false, past = false, other_zone = false, cancelled = false, moved = false,
       changed = false;
};

struct MeetingView {
  Text title, summary, uid, kind, kind_plural, kind_id, mode, status, status_note, place, address, online, zone;
  std::string url, calendar_url, join_url;
  LinkView owner;
  Moment start{}, end{};
  base::Date first_day{}, last_day{};
  std::optional<base::Date> planned;
  bool all_day = false, several_days = false, past = false, lunch = false, other_zone = false, short_notice = false,
       cancelled = false, moved = false, has_online = false, registration_open = false, registration_network = false,
       recurring = false;
  List<OccurrenceView> occurrences;
  std::optional<std::int64_t> notice_days;
  const RoleView* organiser = nullptr;
  List<Text> with;
  ListOf<MinutesView> minutes;
  ListOf<DocumentView> documents;
  Hole body;
};

struct CallView {
  Text title, text;
  base::Date deadline;
  bool open = true;
};
struct SeasonView {
  base::Date from, to;
};

struct NewsView {
  Text title, summary;
  std::string url;
  base::Date date;
  Moment when{};
  LinkView owner;
  Hole body;
};

struct GroupView {
  Text id, title, summary, purpose, label;
  std::string url, members_url;
  std::optional<LinkView> charter, space;
  ListOf<TopicView> topics;
  std::optional<base::Date> created, ended;
  std::optional<SeasonView> season;
  List<HolderView> holders;
  SeatsView standing;
  ListOf<struct SurveyView> surveys;
  std::optional<CallView> call;
  ListOf<MeetingView> upcoming, past;
  ListOf<DocumentView> deliverables, documents;
  ListOf<MinutesView> minutes;
  ListOf<NewsView> news;
  ListOf<struct ContributionView> contributions;
  List<DecisionView> decisions;
  Hole body;
};

struct WorkshopView {
  Text id, title, summary, question, object, duration, frame, label;
  std::string url, members_url;
  bool series = false, past = false;
  std::int64_t seats = 0;
  std::optional<LinkView> charter;
  std::optional<RateView> rate;
  std::optional<std::int64_t> rate_year;
  List<Text> profiles;
  ListOf<TopicView> topics;
  List<HolderView> holders;
  ListOf<MeetingView> sessions;
  std::optional<Moment> next;
  SeatsView standing;
  ListOf<struct SurveyView> surveys;
  ListOf<DocumentView> outputs, documents;
  ListOf<MinutesView> minutes;
  Hole body;
};

struct SpaceView {
  Text id, title, summary, kind, open_to, body_name;
  std::string url, members_url;
  std::optional<LinkView> charter;
  List<HolderView> holders;
  SeatsView standing;
  ListOf<struct SurveyView> surveys;
  ListOf<MeetingView> upcoming, past;
  ListOf<struct SheetView> sheets;
  ListOf<DocumentView> documents;
  List<LinkView> pages;
  ListOf<NewsView> news;
  ListOf<GroupView> groups;
  Hole body;
};

struct ChangeView {
  std::string article, url;
  Text text;
};
struct SignatoryView {
  Text role, when;
};
struct VersionView {
  std::int64_t version = 1;
  base::Date in_force;
  std::string url;
  bool current = false, shown = false;
};
struct CharterView {
  Text title, summary;
  std::string url;
  std::int64_t version = 1;
  base::Date in_force;
  bool current = false, sign_again = false, future = false;
  List<ChangeView> changes;
  List<SignatoryView> signatories;
  List<VersionView> versions;
  List<HeadingView> articles;
  Hole body;
};

struct ContributionView {
  Text title, summary, kind, author, place, online;
  std::string url;
  base::Date date;
  ListOf<TopicView> topics;
  std::optional<LinkView> group, answers;
  ListOf<ContributionView> replies;
  List<FileView> files;
  std::optional<Moment> start, end;
  bool past = false, unanswered = false;
  Hole body;
};

struct SheetView {
  Text title, summary;
  std::string url;
  ListOf<TopicView> topics;
  base::Date reviewed, due;
  bool overdue = false;
  const RoleView* owner = nullptr;
  Hole body;
};

struct SoftwareView {
  Text name, editor, text, website;
  std::string anchor, url;
  ListOf<TopicView> topics;
  List<Text> bodies;
};
struct ExpertView {
  Text function, mail, text, body;
  std::string anchor, url;
  ListOf<TopicView> topics;
  List<LinkView> software;
};

/// Addresses of a network's pages in this tree; empty: there is none.
struct SectionsView {
  std::string groups, workshops, agenda, programme, deliverables, documents, decisions, toolbox, directory,
      contributions, indicators, news, feed, faq, spaces, charters, subscribe;
};

struct ContactView {
  const RoleView* role = nullptr;
  Text hours, text;
};

struct NetworkView {
  Text id, title, short_title, summary, kind, group_label, workshop_label, rights;
  std::string url, members_url;
  bool open = true;
  std::optional<base::Date> opens;
  List<Text> organisers;
  ContactView contact;
  ListOf<RoleView> roles;
  ListOf<TopicView> topics;
  List<TariffView> tariffs;
  List<CountView> composition;
  std::int64_t members = 0;
  List<LinkView> pages;
  SectionsView sections;
  List<SubscriptionView> subscriptions;
  SeatsView standing;
  ListOf<struct SurveyView> surveys;
  ListOf<GroupView> groups;
  ListOf<WorkshopView> workshops;
  ListOf<SpaceView> spaces;
  ListOf<CharterView> charters;
  ListOf<MeetingView> upcoming, past;
  ListOf<DocumentView> deliverables, documents;
  ListOf<NewsView> news;
  ListOf<SheetView> sheets;
  ListOf<ContributionView> contributions;
  Hole body;
};

struct LegalView {
  Text publisher, publisher_address, director, host, host_address, contact, siret, phone, data_protection, licence;
};
struct AccessibilityView {
  Text status, contact, standard, auditor;
  base::Date declared;
  std::optional<base::Date> audit_date, remedies_date;
  std::optional<std::int64_t> rate;
  List<Text> exceptions;
};

/// One per tree.
struct SiteView {
  Text title, description, language;
  std::string base_url;
  std::string tree_title;  ///< of a restricted tree: whom it is for; empty in the public one
  bool restricted = false;
  base::Date today{};
  List<LinkView> menu;
  List<LinkView> pages;  ///< free pages of the portal itself, those of the public tree in every tree
  ListOf<NetworkView> networks;
  LegalView legal;
  AccessibilityView accessibility;
  std::string home_url, legal_url, accessibility_url, feed_url, subscribe_url, served_at;
};

/// What every page has.
struct PageView {
  Text kind, title, summary;
  std::string url, canonical;
  List<LinkView> trail;  ///< from the home page to this one's parent
  bool restricted = false;
  Text audience;  ///< whom a restricted page is for
};

}  // namespace cenacle::site
