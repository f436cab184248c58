// Model → views, for one tree: documents, contributions, sheets, news and the directory.
#include <algorithm>

#include "base/worker_pool.h"
#include "site/views_of_tree.h"

namespace cenacle::site {

namespace {

constexpr std::size_t grain = 64;  ///< views filled at once by a thread

Text kind_name(model::Contribution::Kind kind) {
  switch (kind) {
    case model::Contribution::Kind::message:
      return "message";
    case model::Contribution::Kind::document:
      return "document";
    case model::Contribution::Kind::question:
      return "question";
    case model::Contribution::Kind::answer:
      return "answer";
    case model::Contribution::Kind::agenda:
      return "agenda";
  }
  return "";
}

/// "PDF" for "bilan.pdf".
std::string format_of(const std::string& path, const locale::Locale& language) {
  const auto dot = path.rfind('.');
  return dot == std::string::npos ? "" : language.upper(path.substr(dot + 1));
}

}  // namespace

std::vector<FileView> ViewsOfTree::files(const std::vector<model::Attachment>& from) const {
  std::vector<FileView> views;
  for (const model::Attachment& it : from)
    views.push_back({it.title, it.asset.address, format_of(it.asset.path, language_),
                     static_cast<std::int64_t>((it.bytes + 1023) / 1024)});
  return views;
}

/// All that does not concern other views.
void ViewsOfTree::fill(DocumentView& view, const model::Document& it) const {
  view.title = it.page.title;
  view.summary = it.page.summary;
  view.url = tree_.url(it.page);
  view.kind = it.kind->title;
  view.kind_plural = it.kind->plural;
  view.deliverable = it.kind->deliverable;
  view.rights = it.kind->deliverable ? Text(it.page.network->rights) : Text();
  view.date = it.date;
  view.restricted = it.page.audience.kind != model::Audience::Kind::everybody;
  view.owner = owner_link(it.owner);
  view.authors = names(it.authors);
  view.topics = topics(it.topics);
  if (tree_.makes(it.page)) view.files = files(it.files);
  if (it.meeting != nullptr && of(*it.meeting) != nullptr)
    view.meeting = LinkView{it.meeting->page.title, tree_.url(*it.meeting)};
  view.body = hole(it.page);
}

/// Documents are most of a large portal: their views are filled by all threads, then put where they belong by one.
void ViewsOfTree::add_documents(const model::Network& network, NetworkView& network_view) {
  std::vector<std::pair<const model::Document*, DocumentView*>> made;
  for (const model::Document& it : network.documents)
    if (in_scope(it.owner, it.page)) made.emplace_back(&it, &make(document_store_, documents_, it));
  base::for_each_index(made.size(), threads_, grain,
                       [&](std::size_t i, unsigned) { fill(*made[i].second, *made[i].first); });
  for (const auto& [document, filled] : made) {
    const model::Document& it = *document;
    DocumentView& view = *filled;
    (view.deliverable ? network_view.deliverables : network_view.documents).push_back(&view);
    if (const auto* const* group = std::get_if<const model::Group*>(&it.owner))
      if (GroupView* owner = find(groups_, **group))
        (view.deliverable ? owner->deliverables : owner->documents).push_back(&view);
    if (const auto* const* workshop = std::get_if<const model::Workshop*>(&it.owner))
      if (WorkshopView* owner = find(workshops_, **workshop))
        (view.deliverable ? owner->outputs : owner->documents).push_back(&view);
    if (const auto* const* space = std::get_if<const model::Space*>(&it.owner))
      if (SpaceView* owner = find(spaces_, **space)) owner->documents.push_back(&view);
    if (it.meeting != nullptr)
      if (MeetingView* meeting = find(meetings_, *it.meeting)) meeting->documents.push_back(&view);
  }
}

void ViewsOfTree::add_contributions(const model::Network& network, NetworkView& network_view) {
  for (const model::Contribution& it : network.contributions) {
    const model::Owner owner = it.group != nullptr ? model::Owner(it.group) : model::Owner(&network);
    if (!in_scope(owner, it.page)) continue;
    ContributionView& view = make(contribution_store_, contributions_, it);
    view.title = it.page.title;
    view.summary = it.page.summary;
    view.url = tree_.url(it.page);
    view.kind = kind_name(it.kind);
    view.date = it.date;
    if (it.author != nullptr) view.author = it.author->name;
    view.topics = topics(it.topics);
    if (it.group != nullptr && tree_.shows(it.group->page)) view.group = link(it.group->page);
    if (tree_.makes(it.page)) view.files = files(it.files);
    if (it.start) view.start = moment(*it.start, portal_.time_zone);
    if (it.end) view.end = moment(*it.end, portal_.time_zone);
    if (const auto last = it.end ? it.end : it.start) view.past = base::date_of(*last) < portal_.today;
    view.place = it.place;
    view.online = it.online;
    view.unanswered = it.kind == model::Contribution::Kind::question;
    view.body = hole(it.page);
    network_view.contributions.push_back(&view);
    if (it.group != nullptr)
      if (GroupView* group = find(groups_, *it.group)) group->contributions.push_back(&view);
  }
  for (const model::Contribution& it : network.contributions) {  // newest first, so that replies end oldest first
    ContributionView* answer = find(contributions_, it);
    if (answer == nullptr || it.answers == nullptr) continue;
    if (!tree_.shows(it.answers->page)) continue;
    answer->answers = link(it.answers->page);
    if (ContributionView* question = find(contributions_, *it.answers)) {
      question->replies.insert(question->replies.begin(), answer);
      question->unanswered = false;
    }
  }
}

void ViewsOfTree::add_sheets_and_news(const model::Network& network, NetworkView& network_view) {
  for (const model::Sheet& it : network.sheets) {
    if (!in_scope(model::Owner(&network), it.page)) continue;
    SheetView& view = make(sheet_store_, sheets_, it);
    view.title = it.page.title;
    view.summary = it.page.summary;
    view.url = tree_.url(it.page);
    view.topics = topics(it.topics);
    view.reviewed = it.reviewed;
    view.due = base::add_months(it.reviewed, static_cast<int>(it.review_months));
    view.overdue = view.due < portal_.today;
    if (it.owner != nullptr) view.owner = roles_.at(it.owner);
    view.body = hole(it.page);
    network_view.sheets.push_back(&view);
    for (const model::Space& space : network.spaces)
      if (space.members.id == it.page.audience.id)
        if (SpaceView* owner = find(spaces_, space)) owner->sheets.push_back(&view);
  }
  for (const model::News& it : network.news) {
    if (!in_scope(it.owner, it.page)) continue;
    NewsView& view = make(news_store_, news_, it);
    view.title = it.page.title;
    view.summary = it.page.summary;
    view.url = tree_.url(it.page);
    view.date = it.date;
    view.when = moment(base::midnight(it.date), portal_.time_zone);
    view.owner = owner_link(it.owner);
    view.body = hole(it.page);
    network_view.news.push_back(&view);
    if (const auto* const* group = std::get_if<const model::Group*>(&it.owner))
      if (GroupView* owner = find(groups_, **group)) owner->news.push_back(&view);
    if (const auto* const* space = std::get_if<const model::Space*>(&it.owner))
      if (SpaceView* owner = find(spaces_, **space)) owner->news.push_back(&view);
  }
}

void ViewsOfTree::add_directory(const model::Network& network) {
  const model::Directory& from = network.directory;
  const auto kind = tree_.audience().kind;
  const bool whole = kind == model::Audience::Kind::everybody || kind == model::Audience::Kind::network;
  const bool wanted =
      whole ? model::may_read(tree_.audience(), from.audience) : from.audience.id == tree_.audience().id;
  if (!wanted || (from.software.empty() && from.experts.empty())) return;
  const Lists lists(portal_, network);
  ListOf<SoftwareView>& software = software_lists_[&network];
  std::unordered_map<const model::Software*, const SoftwareView*> known;
  for (const model::Software& it : from.software) {
    SoftwareView& view = software_store_.emplace_back();
    view.name = it.name;
    view.editor = it.editor;
    view.text = it.text;
    view.website = it.website;
    view.anchor = "software-" + locale::slug(it.name);
    view.url = lists.directory_by("software") + "#" + view.anchor;
    view.topics = topics(it.topics);
    view.bodies = names(it.bodies);
    software.push_back(&view);
    known.emplace(&it, &view);
  }
  ListOf<ExpertView>& experts = expert_lists_[&network];
  for (const model::Expert& it : from.experts) {
    ExpertView& view = expert_store_.emplace_back();
    view.function = it.function;
    view.mail = it.mail.empty() && it.role != nullptr ? Text(it.role->mail) : Text(it.mail);
    view.text = it.text;
    if (it.body != nullptr) view.body = it.body->name;
    view.anchor = "expert-" + std::to_string(experts.size() + 1);
    view.url = lists.directory() + "#" + view.anchor;
    view.topics = topics(it.topics);
    for (const model::Software* used : it.software)
      if (const auto found = known.find(used); found != known.end())
        view.software.push_back({found->second->name, found->second->url});
    experts.push_back(&view);
  }
  // A directory has no ranks: the language's alphabetical order (C10).
  const auto by = [this](Text a, Text b) { return language_.compare(a, b) < 0; };
  std::stable_sort(software.begin(), software.end(), [&](auto* a, auto* b) { return by(a->name, b->name); });
  std::stable_sort(experts.begin(), experts.end(), [&](auto* a, auto* b) { return by(a->function, b->function); });
}

}  // namespace cenacle::site
