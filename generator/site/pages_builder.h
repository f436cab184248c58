// Fills one part of a PagesOfTree: one method per sort of page. Private to site/.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <utility>

#include "site/pages_of_tree.h"

namespace cenacle::site {

/// Kinds of contributions, in the order of lists.
inline constexpr std::array<Text, 5> contribution_kinds = {"message", "document", "question", "answer", "agenda"};

/// The pages of some things of one network, or of the portal itself. Root views stand by type at addresses that do not
/// change.
struct PagesOfTree::Part {
  std::deque<PageView> pages;
  std::deque<std::string> texts;  ///< made here, pointed to by views
  template <class... Root>
  using Stores = std::tuple<std::deque<Root>...>;
  Stores<PlainPage, HomePage, NetworkPage, GroupPage, WorkshopsPage, WorkshopPage, SpacePage, CharterPage, MeetingPage,
         AgendaPage, MonthPage, SubscriptionsPage, ProgrammePage, MinutesPage, DecisionsPage, DocumentsPage,
         DocumentPage, ToolboxPage, SheetPage, DirectoryPage, ContributionsPage, ContributionPage, IndicatorsPage,
         NewsListPage, NewsPage, TextPage, FeedPage, SitemapPage, AliasPage, JoinPage, SurveyPage>
      stores;
  std::vector<PageJob> jobs;
  std::vector<std::pair<std::string, std::string>> data;
  /// A page of the tree, whether it stands already or has a job.
  struct Place {
    std::string path;  ///< below the tree's folder
    std::string_view template_name;
    const model::Page* page;  ///< whose page it is, if it is a thing's
  };
  std::deque<Place> places;
};

/// Some of a network's things, which `of` goes through kind by kind.
class Slice {
 public:
  Slice(std::size_t begin, std::size_t end) : begin_(begin), end_(end) {}
  bool is_first() const { return begin_ == 0; }
  /// Calls `visit` for those of `things`, the next kind, that are in the slice.
  template <class Things, class Visit>
  void of(const Things& things, Visit visit) {
    const std::size_t until = passed_ + things.size();
    for (std::size_t i = std::max(begin_, passed_); i < std::min(end_, until); ++i) visit(things[i - passed_]);
    passed_ = until;
  }

 private:
  std::size_t begin_, end_, passed_ = 0;
};

class PagesBuilder {
 public:
  PagesBuilder(PagesOfTree& pages, PagesOfTree::Part& part, const content::Content& content,
               const PagesOfTree::HasTemplate& has_template, const PagesOfTree::Stands& stands)
      : part_(part),
        content_(content),
        portal_(*content.portal),
        holidays_(pages.holidays_),
        tree_(*pages.tree_),
        views_(*pages.views_),
        has_template_(has_template),
        stands_(stands) {}
  /// The pages of some of its things; with the first of them its own page and lists.
  void build_network(const model::Network& network, const Slice& things);
  /// `parts`: all, those of the networks built.
  void build_portal(const std::vector<std::unique_ptr<PagesOfTree::Part>>& parts);

 private:
  void add_network(const model::Network& network, const NetworkView& view);
  void add_things(const model::Network& network, const NetworkView& view, Slice slice);
  void add_free_page(const model::FreePage& it, const NetworkView* network);
  void add_portal_pages();
  void add_plain_pages();
  void add_home(PageJob&& job);
  void add_feed(const NetworkView* network, const ListOf<NewsView>& news, const std::string& path);
  void add_aliases(const PagesOfTree::Part& of);
  void add_sitemap(const std::vector<std::unique_ptr<PagesOfTree::Part>>& parts);

  void add_lists(const model::Network& network, const NetworkView& view);
  void add_workshop_lists(const model::Network& network, const NetworkView& view);
  void add_agenda(const model::Network& network, const NetworkView& view);
  void add_months(const model::Network& network, const NetworkView& view, const List<MonthView>& months);
  void add_subscriptions();
  void add_programmes(const model::Network& network, const NetworkView& view);
  void add_documents(const model::Network& network, const NetworkView& view);
  void add_decisions(const model::Network& network, const NetworkView& view);
  void add_toolbox(const NetworkView& view);
  void add_directory(const model::Network& network, const NetworkView& view);
  void add_contribution_lists(const model::Network& network, const NetworkView& view);
  void add_indicators(const model::Network& network, const NetworkView& view);
  void fill_contributions(const model::Network& network, const NetworkView& view, IndicatorsPage& page);
  void fill_members(const model::Network& network, IndicatorsPage& page);
  void add_joins(const model::Network& network, const NetworkView& view);

  /// The job of the page at `path` of the tree, with no root yet. Nothing when the theme has no template for it, or when
  /// it stands as it would be made.
  std::optional<PageJob> job_for(std::string_view template_name, std::string path,
                                 std::vector<const model::Page*> sources);
  PageView& page_view(const PageJob& job, Text title, Text summary, List<LinkView> trail);
  std::string canonical(std::string_view path) const;
  List<LinkView> trail(const NetworkView* network, const LinkView* owner) const;
  List<HeadingView> headings(const model::Page& page) const;
  ListOf<NewsView> all_news() const;
  /// Whether the list at this address is a file of this tree.
  static bool is_here(const std::string& section) {
    return !section.empty() && section.find("://") == std::string::npos;
  }

  /// A page whose root is `Root{site, page, arguments…}`.
  template <class Root, class... Arguments>
  void add(PageJob&& job, PageView& page, Arguments&&... arguments) {
    add_page(std::move(job), Root{views_.site(), page, std::forward<Arguments>(arguments)...});
  }
  template <class Root>
  void add_page(PageJob&& job, Root root) {
    auto& store = std::get<std::deque<Root>>(part_.stores);
    store.push_back(std::move(root));
    job.root = &store.back();
    part_.jobs.push_back(std::move(job));
  }
  /// The page of one thing of a network.
  template <class Root, class View>
  void thing(std::string_view template_name, const model::Page& page, const NetworkView& network, const LinkView* owner,
             const View& view) {
    if (auto job = job_for(template_name, tree_.path_of(page), {&page}))
      add<Root>(std::move(*job), page_view(*job, page.title, page.summary, trail(&network, owner)), network, view);
  }
  /// A list of a network.
  template <class Root, class... Arguments>
  void list(std::string_view template_name, const std::string& path, const NetworkView& network,
            Arguments&&... arguments) {
    if (auto job = job_for(template_name, path, {}))
      add<Root>(std::move(*job), page_view(*job, {}, {}, trail(&network, nullptr)), network,
                std::forward<Arguments>(arguments)...);
  }

  PagesOfTree::Part& part_;
  const content::Content& content_;
  const model::Portal& portal_;
  const rules::Holidays* holidays_;
  const Tree& tree_;
  ViewsOfTree& views_;
  const PagesOfTree::HasTemplate& has_template_;
  const PagesOfTree::Stands& stands_;
};

}  // namespace cenacle::site
