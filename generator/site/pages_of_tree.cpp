// Views → the files of one tree: the pages of things, the plain pages, feeds and redirections. Lists:
// pages_of_lists.cpp.
#include "site/pages_of_tree.h"

#include <algorithm>
#include <iterator>
#include <type_traits>

#include "base/worker_pool.h"
#include "content/links.h"
#include "site/pages_builder.h"
#include "site/pages_described.h"

namespace cenacle::site {

const std::vector<TemplateKind>& template_kinds() {
  using tmpl::type_of;
  static const std::vector<TemplateKind> kinds = {
      {"404.html", &type_of<PlainPage>, "what is shown for an address that does not exist"},
      {"accessibility.html", &type_of<PlainPage>, "the accessibility statement"},
      {"agenda.html", &type_of<AgendaPage>, "a network's meetings, by month"},
      {"alias.html", &type_of<AliasPage>, "a former address, leading to the present one"},
      {"charter.html", &type_of<CharterPage>, "a version of a charter"},
      {"contribution.html", &type_of<ContributionPage>, "a message, document, question, answer or agenda entry"},
      {"contributions.html", &type_of<ContributionsPage>, "contributions, all or filtered"},
      {"decisions.html", &type_of<DecisionsPage>, "the register of decisions"},
      {"directory.html", &type_of<DirectoryPage>, "software and experts, by function, software, topic or body"},
      {"document.html", &type_of<DocumentPage>, "a document or deliverable"},
      {"documents.html", &type_of<DocumentsPage>, "documents or deliverables, by kind"},
      {"feed.xml", &type_of<FeedPage>, "an Atom feed (RFC 4287)"},
      {"group.html", &type_of<GroupPage>, "a group"},
      {"groups.html", &type_of<NetworkPage>, "the groups of a network"},
      {"home.html", &type_of<HomePage>, "the home page"},
      {"indicators.html", &type_of<IndicatorsPage>, "members, and contributions by kind, by month and body"},
      {"join.html", &type_of<JoinPage>, "on what conditions one joins something, and how one asks"},
      {"legal.html", &type_of<PlainPage>, "the legal notice"},
      {"meeting.html", &type_of<MeetingPage>, "a meeting"},
      {"minutes.html", &type_of<MinutesPage>, "minutes of a meeting, with its decisions"},
      {"month.html", &type_of<MonthPage>, "a network's meetings of a month, as a list and as a grid"},
      {"network.html", &type_of<NetworkPage>, "a network"},
      {"news.html", &type_of<NewsPage>, "a news item"},
      {"news-list.html", &type_of<NewsListPage>, "news of a network"},
      {"page.html", &type_of<TextPage>, "a free page, a FAQ, principles"},
      {"programme.html", &type_of<ProgrammePage>, "the programme of a year, for one printed page"},
      {"robots.txt", &type_of<PlainPage>, "for search engines"},
      {"sheet.html", &type_of<SheetPage>, "a practical sheet"},
      {"sitemap.xml", &type_of<SitemapPage>, "the list of public pages (sitemaps.org)"},
      {"space.html", &type_of<SpacePage>, "a space"},
      {"subscribe.html", &type_of<NetworkPage>, "the calendars of a network, and how to subscribe to them"},
      {"subscriptions.html", &type_of<SubscriptionsPage>, "the calendars of the whole portal"},
      {"survey.html", &type_of<SurveyPage>, "a survey, and its results once it is closed"},
      {"toolbox.html", &type_of<ToolboxPage>, "practical sheets by topic"},
      {"workshop.html", &type_of<WorkshopPage>, "a workshop or series"},
      {"workshops.html", &type_of<WorkshopsPage>, "the catalogue of workshops, all or filtered"},
  };
  return kinds;
}

namespace {

constexpr std::size_t share_size = 512;  ///< things planned at once by a thread

std::size_t count_things(const model::Network& it) {
  return it.charters.size() + it.groups.size() + it.workshops.size() + it.spaces.size() + it.meetings.size() +
         it.minutes.size() + it.documents.size() + it.contributions.size() + it.sheets.size() + it.news.size() +
         it.pages.size() + it.surveys.size();
}

}  // namespace

PagesOfTree::PagesOfTree(const content::Content& content, std::unique_ptr<const Tree> tree, const Audiences& restricted,
                         const locale::Locale& language, const HasTemplate& has_template, unsigned threads,
                         const rules::Holidays* holidays, const Stands& stands, const Registrations& registrations)
    : tree_(std::move(tree)),
      holidays_(holidays),
      views_(std::make_unique<ViewsOfTree>(*content.portal, *tree_, restricted, language, threads, registrations)) {
  struct Share {
    const model::Network* network;
    Slice slice;
  };
  std::vector<Share> shares;
  for (const model::Network& network : content.portal->networks) {
    const std::size_t things = count_things(network);
    for (std::size_t begin = 0; begin == 0 || begin < things; begin += share_size)
      shares.push_back({&network, Slice(begin, begin + share_size)});
  }
  for (std::size_t i = 0; i <= shares.size(); ++i) parts_.push_back(std::make_unique<Part>());
  base::for_each_index(shares.size(), threads, 1, [&](std::size_t i, unsigned) {
    PagesBuilder(*this, *parts_[i], content, has_template, stands).build_network(*shares[i].network, shares[i].slice);
  });
  PagesBuilder(*this, *parts_.back(), content, has_template, stands).build_portal(parts_);
  for (const auto& part : parts_) {
    std::move(part->jobs.begin(), part->jobs.end(), std::back_inserter(jobs_));
    std::move(part->data.begin(), part->data.end(), std::back_inserter(data_));
  }
}

PagesOfTree::~PagesOfTree() = default;

void PagesBuilder::build_network(const model::Network& network, const Slice& things) {
  const NetworkView* const view = views_.of(network);
  if (view == nullptr) return;
  if (things.is_first()) add_network(network, *view);
  add_things(network, *view, things);
}

void PagesBuilder::build_portal(const std::vector<std::unique_ptr<PagesOfTree::Part>>& parts) {
  add_portal_pages();
  if (!tree_.restricted()) add_plain_pages();
  for (const auto& part : parts) add_aliases(*part);
  if (!tree_.restricted()) add_sitemap(parts);
}

std::optional<PageJob> PagesBuilder::job_for(std::string_view template_name, std::string path,
                                             std::vector<const model::Page*> sources) {
  if (!has_template_(template_name)) return std::nullopt;
  part_.places.push_back({std::move(path), template_name, sources.empty() ? nullptr : sources.front()});
  const PagesOfTree::Part::Place& place = part_.places.back();
  PageJob job{tree_.folder() + "/" + place.path, template_name, nullptr, {}, std::move(sources)};
  if (stands_ && stands_(job.path, job.sources)) return std::nullopt;
  for (const char c : place.path)
    if (c == '/') job.up += "../";
  return job;
}

/// The full address of a page of the tree; that of a folder's index is the folder's.
std::string PagesBuilder::canonical(std::string_view path) const {
  constexpr std::string_view index = "index.html";
  return tree_.served_at() + std::string(path.substr(0, path.size() - (path.ends_with(index) ? index.size() : 0)));
}

PageView& PagesBuilder::page_view(const PageJob& job, Text title, Text summary, List<LinkView> trail) {
  PageView& view = part_.pages.emplace_back();
  view.kind = job.template_name.substr(0, job.template_name.find('.'));
  view.title = title;
  view.summary = summary;
  view.url = job.path.substr(tree_.folder().size() + 1);
  view.canonical = canonical(view.url);
  view.trail = std::move(trail);
  view.restricted = tree_.restricted();
  view.audience = views_.site().tree_title;
  return view;
}

List<LinkView> PagesBuilder::trail(const NetworkView* network, const LinkView* owner) const {
  List<LinkView> links{{portal_.title, views_.site().home_url}};
  if (tree_.restricted()) links[0].url = portal_.base_url;
  if (network != nullptr) links.push_back({network->short_title, network->url});
  if (owner != nullptr && !owner->url.empty() && (network == nullptr || owner->url != network->url))
    links.push_back(*owner);
  return links;
}

void PagesBuilder::add_network(const model::Network& network, const NetworkView& view) {
  if (tree_.makes(network.page))
    if (auto job = job_for("network.html", tree_.path_of(network.page), {&network.page}))
      add<NetworkPage>(std::move(*job), page_view(*job, view.title, view.summary, trail(nullptr, nullptr)), view);
  add_lists(network, view);
  add_joins(network, view);
}

/// The page of each thing that this tree makes.
void PagesBuilder::add_things(const model::Network& network, const NetworkView& view, Slice slice) {
  slice.of(network.charters, [&](const model::Charter& it) {
    if (!tree_.makes(it.page) || views_.of(it) == nullptr) return;
    CharterView& charter = views_.edit(it);
    charter.articles = headings(it.page);
    thing<CharterPage>("charter.html", it.page, view, nullptr, charter);
  });
  const auto add_each = [&]<class Root>(std::type_identity<Root>, const auto& things, std::string_view template_name,
                                        auto owner) {
    slice.of(things, [&](const auto& it) {
      if (const auto* shown = views_.of(it); shown != nullptr && tree_.makes(it))
        thing<Root>(template_name, it.page, view, owner(*shown), *shown);
    });
  };
  const auto nothing = [](const auto&) { return static_cast<const LinkView*>(nullptr); };
  const auto its_owner = [](const auto& shown) { return &shown.owner; };
  add_each(std::type_identity<GroupPage>(), network.groups, "group.html",
           [](const GroupView& shown) { return shown.space ? &*shown.space : nullptr; });
  add_each(std::type_identity<WorkshopPage>(), network.workshops, "workshop.html", nothing);
  add_each(std::type_identity<SpacePage>(), network.spaces, "space.html", nothing);
  add_each(std::type_identity<MeetingPage>(), network.meetings, "meeting.html", its_owner);
  add_each(std::type_identity<MinutesPage>(), network.minutes, "minutes.html", its_owner);
  add_each(std::type_identity<DocumentPage>(), network.documents, "document.html", its_owner);
  add_each(std::type_identity<ContributionPage>(), network.contributions, "contribution.html",
           [](const ContributionView& shown) { return shown.group ? &*shown.group : nullptr; });
  add_each(std::type_identity<SheetPage>(), network.sheets, "sheet.html", nothing);
  add_each(std::type_identity<NewsPage>(), network.news, "news.html", its_owner);
  slice.of(network.pages, [&](const model::FreePage& it) { add_free_page(it, &view); });
  add_each(std::type_identity<SurveyPage>(), network.surveys, "survey.html", its_owner);
}

void PagesBuilder::add_free_page(const model::FreePage& it, const NetworkView* network) {
  if (!tree_.makes(it.page)) return;
  auto job = job_for("page.html", tree_.path_of(it.page), {&it.page});
  if (!job) return;
  const LinkView owner = it.page.network != nullptr && tree_.shows(model::page_of(it.owner))
                             ? views_.link(model::page_of(it.owner))
                             : LinkView{};
  auto& page = page_view(*job, it.page.title, it.page.summary, trail(network, &owner));
  static constexpr Text kinds[] = {"page", "faq", "principles"};
  add<TextPage>(std::move(*job), page, network, kinds[static_cast<std::size_t>(it.kind)], headings(it.page),
                it.page.text.empty ? Hole{} : Hole{it.page.text.source});
}

List<HeadingView> PagesBuilder::headings(const model::Page& page) const {
  List<HeadingView> views;
  if (page.text.empty) return views;
  const auto facts = content_.sources->facts(page.text.source, content::reading_options(portal_, page));
  for (const markdown::Heading& it : facts->headings) views.push_back({it.level, it.text, it.anchor, it.article});
  return views;
}

void PagesBuilder::add_portal_pages() {
  for (const model::FreePage& it : portal_.pages) add_free_page(it, nullptr);
}

/// Pages that the public tree has once: home, notices, feeds.
void PagesBuilder::add_plain_pages() {
  const auto word = [this](std::string_view name, std::string_view ending) {
    return std::string(portal_.word(name)) + std::string(ending);
  };
  if (auto job = job_for("home.html", "index.html", {})) add_home(std::move(*job));
  for (const auto& [name, path] : {std::pair<std::string_view, std::string>{"legal.html", word("legal", ".html")},
                                   {"accessibility.html", word("accessibility", ".html")},
                                   {"404.html", "404.html"},
                                   {"robots.txt", "robots.txt"}})
    if (auto job = job_for(name, path, {})) {
      // A page that is shown at any address must not count on its own.
      if (name == "404.html") job->up = portal_.base_url.substr(portal_.base_url.find('/', portal_.base_url.find("://") + 3));
      add<PlainPage>(std::move(*job), page_view(*job, {}, {}, trail(nullptr, nullptr)));
    }
  add_subscriptions();
  add_feed(nullptr, all_news(), views_.site().feed_url);
  for (const model::Network& it : portal_.networks)
    if (const NetworkView* network = views_.of(it)) add_feed(network, network->news, network->sections.feed);
}

void PagesBuilder::add_home(PageJob&& job) {
  ListOf<NewsView> news = all_news();
  ListOf<MeetingView> upcoming;
  for (const NetworkView* network : views_.site().networks)
    upcoming.insert(upcoming.end(), network->upcoming.begin(), network->upcoming.end());
  std::stable_sort(upcoming.begin(), upcoming.end(),
                   [](const MeetingView* a, const MeetingView* b) { return a->start.local < b->start.local; });
  std::erase_if(upcoming, [](const MeetingView* it) { return it->cancelled; });
  if (upcoming.size() > 8) upcoming.resize(8);
  if (news.size() > 20) news.resize(20);
  List<LinkView> pages;
  for (const model::FreePage& it : portal_.pages)
    if (tree_.makes(it.page)) pages.push_back(views_.link(it.page));
  add<HomePage>(std::move(job), page_view(job, portal_.title, portal_.description, {}), news, upcoming, pages);
}

ListOf<NewsView> PagesBuilder::all_news() const {
  ListOf<NewsView> news;
  for (const NetworkView* network : views_.site().networks)
    news.insert(news.end(), network->news.begin(), network->news.end());
  std::stable_sort(news.begin(), news.end(), [](const NewsView* a, const NewsView* b) { return a->date > b->date; });
  return news;
}

/// The news of a network, or of the portal; newest first.
void PagesBuilder::add_feed(const NetworkView* network, const ListOf<NewsView>& news, const std::string& path) {
  if (path.empty() || news.empty()) return;
  auto job = job_for("feed.xml", path, {});
  if (!job) return;
  List<FeedEntryView> entries;
  for (const NewsView* it : news) {
    const std::string url = it->url.find("://") == std::string::npos ? tree_.served_at() + it->url : it->url;
    entries.push_back({it->title, it->summary, url, url, it->when});
    if (entries.size() == 50) break;
  }
  auto& page = network == nullptr ? page_view(*job, portal_.title, portal_.description, {})
                                  : page_view(*job, network->title, network->summary, {});
  add<FeedPage>(std::move(*job), page, network, std::move(entries), news.front()->when);
}

/// A redirection at each former address of the things that have a page in this tree.
void PagesBuilder::add_aliases(const PagesOfTree::Part& of) {
  const std::size_t count = of.places.size();  // of the portal's own part it grows with each redirection
  for (std::size_t i = 0; i < count; ++i) {
    const PagesOfTree::Part::Place& place = of.places[i];
    if (place.page == nullptr) continue;
    for (const std::string& alias : place.page->aliases) {
      auto job = job_for("alias.html", alias, {});
      if (!job) continue;
      auto& view = page_view(*job, place.page->title, place.page->summary, {});
      view.canonical = tree_.served_at() + place.path;
      add<AliasPage>(std::move(*job), view, place.path);
    }
  }
}

/// It lists every page of the tree, those that stand already too.
void PagesBuilder::add_sitemap(const std::vector<std::unique_ptr<PagesOfTree::Part>>& parts) {
  auto job = job_for("sitemap.xml", "sitemap.xml", {});
  if (!job) return;
  std::vector<std::string_view> paths;
  for (const auto& part : parts)
    for (const auto& [path, template_name, page] : part->places)
      if (template_name != "404.html" && template_name != "alias.html" && path.ends_with(".html")) paths.push_back(path);
  std::sort(paths.begin(), paths.end());
  List<SitemapEntryView> entries;
  entries.reserve(paths.size());
  for (const std::string_view path : paths)
    entries.push_back({part_.texts.emplace_back(canonical(path)), std::nullopt});
  add<SitemapPage>(std::move(*job), page_view(*job, {}, {}, {}), std::move(entries));
}

}  // namespace cenacle::site
