// Model → views, for one tree: the network itself, its people by function, its charters, groups, workshops and spaces.
#include "site/views_of_tree.h"

#include <algorithm>

namespace cenacle::site {

namespace {

Text status_name(model::Conformity status) {
  switch (status) {
    case model::Conformity::none:
      return "none";
    case model::Conformity::partial:
      return "partial";
    case model::Conformity::full:
      return "full";
  }
  return "";
}

const std::string& or_else(const std::string& first, const std::string& second) {
  return first.empty() ? second : first;
}

}  // namespace

RateView rate_view(const model::Rate& from) {
  RateView view{from.id, from.title, from.unit, from.cents, from.population_min, from.population_max, {}};
  for (const model::Membership* membership : from.memberships) view.memberships.push_back(membership->title);
  return view;
}

ViewsOfTree::ViewsOfTree(const model::Portal& portal, const Tree& tree, const Audiences& restricted,
                         const locale::Locale& language, unsigned threads, const Registrations& registrations)
    : portal_(portal),
      tree_(tree),
      restricted_(restricted),
      language_(language),
      threads_(threads),
      registrations_(registrations) {
  for (const model::Network& network : portal.networks) {
    const bool wanted = tree.restricted() ? tree.audience().network == &network : tree.shows(network.page);
    if (wanted) add_network(network);
  }
  add_site();
}

const ListOf<SoftwareView>& ViewsOfTree::software(const model::Network& it) const {
  static const ListOf<SoftwareView> none;
  const auto found = software_lists_.find(&it);
  return found == software_lists_.end() ? none : found->second;
}

const ListOf<ExpertView>& ViewsOfTree::experts(const model::Network& it) const {
  static const ListOf<ExpertView> none;
  const auto found = expert_lists_.find(&it);
  return found == expert_lists_.end() ? none : found->second;
}

bool ViewsOfTree::in_scope(const model::Owner& owner, const model::Page& page) const {
  if (!tree_.shows(page)) return false;
  const auto kind = tree_.audience().kind;
  if (kind == model::Audience::Kind::everybody || kind == model::Audience::Kind::network) return true;
  return page.audience.id == tree_.audience().id || model::members_of(owner).id == tree_.audience().id;
}

Hole ViewsOfTree::hole(const model::Page& page) const { return page.text.empty ? Hole{} : Hole{page.text.source}; }

LinkView ViewsOfTree::owner_link(const model::Owner& owner) const {
  const model::Page& page = model::page_of(owner);
  if (!tree_.shows(page)) return {};
  return link(page);
}

std::vector<HolderView> ViewsOfTree::holders(const std::vector<model::Holder>& from) const {
  std::vector<HolderView> views;
  for (const model::Holder& it : from)
    views.push_back({it.role->title, or_else(it.role->plural, it.role->title), it.role->id, it.function,
                     it.body != nullptr ? Text(it.body->name) : Text(), or_else(it.mail, it.role->mail)});
  return views;
}

ListOf<TopicView> ViewsOfTree::topics(const std::vector<const model::Topic*>& from) const {
  ListOf<TopicView> views;
  for (const model::Topic* it : from)
    if (const TopicView* view = of(*it)) views.push_back(view);
  return views;
}

std::vector<Text> ViewsOfTree::names(const std::vector<const model::Body*>& bodies) const {
  std::vector<Text> out;
  for (const model::Body* body : bodies) out.push_back(body->name);
  return out;
}

std::optional<LinkView> ViewsOfTree::charter_link(const model::Charter* charter) const {
  if (charter == nullptr || !tree_.shows(charter->page)) return std::nullopt;
  return link(charter->page);
}

std::optional<CitationView> ViewsOfTree::citation(const model::Citation& from, const model::Network& network) const {
  for (const model::Charter& charter : network.charters) {
    if (charter.charter != from.charter || !charter.current || !tree_.shows(charter.page)) continue;
    std::string anchor = from.article.empty() ? "" : "#article-" + from.article;
    std::replace(anchor.begin(), anchor.end(), '.', '-');
    return CitationView{from.article, charter.page.title, tree_.url(charter.page) + anchor};
  }
  return std::nullopt;
}

void ViewsOfTree::add_network(const model::Network& network) {
  NetworkView& view = make(network_store_, networks_, network);
  view.id = network.page.id;
  view.title = network.page.title;
  view.short_title = or_else(network.short_title, network.page.title);
  view.summary = network.page.summary;
  view.kind = network.kind;
  view.group_label = network.group_label;
  view.workshop_label = network.workshop_label;
  view.rights = network.rights;
  view.url = tree_.url(network.page);
  if (restricted_.contains(network.members.id)) view.members_url = portal_.spaces_url + network.members.id + "/";
  view.open = network.open;
  view.opens = network.opens;
  view.organisers = names(network.organisers);
  view.body = hole(network.page);
  add_people(network, view);
  add_charters(network, view);
  add_places(network, view);
  add_meetings(network, view);
  add_minutes(network, view);
  add_documents(network, view);
  add_contributions(network, view);
  add_sheets_and_news(network, view);
  add_directory(network);
  add_surveys(network, view);
  add_standings(network, view);
  add_sections(network, view);
  add_subscriptions(network, view);
  for (const model::FreePage& page : network.pages) {
    if (!in_scope(page.owner, page.page)) continue;
    if (page.menu) view.pages.push_back(link(page.page));
    if (page.kind == model::FreePage::Kind::faq && view.sections.faq.empty()) view.sections.faq = tree_.url(page.page);
    if (const auto* const* space = std::get_if<const model::Space*>(&page.owner))
      if (SpaceView* owner = find(spaces_, **space)) owner->pages.push_back(link(page.page));
  }
}

void ViewsOfTree::add_people(const model::Network& network, NetworkView& view) {
  const Lists lists(portal_, network);
  for (const model::Role& it : network.roles) {
    RoleView& role = make(role_store_, roles_, it);
    role = {it.id, it.title, or_else(it.plural, it.title), it.function, it.mail, it.phone, it.description, {}};
    if (it.body != nullptr) role.body = it.body->name;
    if (it.shown) view.roles.push_back(&role);
  }
  if (network.contact.role != nullptr) view.contact.role = roles_.at(network.contact.role);
  view.contact.hours = network.contact.hours;
  view.contact.text = network.contact.text;
  for (const model::Topic& it : network.topics) {
    TopicView& topic = make(topic_store_, topics_, it);
    topic = {it.id, it.title, it.description, {}};
    for (const model::Role* expert : it.experts) topic.experts.push_back(roles_.at(expert));
    view.topics.push_back(&topic);
  }
  for (const model::Tariff& it : network.tariffs) {
    TariffView tariff{it.year, it.set_by, it.note, it.set_on, {}, false};
    tariff.current = static_cast<int>(portal_.today.year()) == it.year;
    for (const model::Rate& rate : it.rates) tariff.rates.push_back(rate_view(rate));
    view.tariffs.push_back(std::move(tariff));
  }
  for (const model::BodyKind& kind : network.body_kinds) {
    const auto count = std::count_if(network.bodies.begin(), network.bodies.end(), [&](const model::Body& body) {
      return body.kind == &kind && body.membership != nullptr && body.membership->member;
    });
    if (count > 0) view.composition.push_back({count == 1 ? kind.title : or_else(kind.plural, kind.title), count, 0});
    view.members += count;
  }
  for (CountView& count : view.composition) count.percent = (count.count * 100 + view.members / 2) / view.members;
}

void ViewsOfTree::add_charters(const model::Network& network, NetworkView& view) {
  for (const model::Charter& it : network.charters) {
    if (!tree_.shows(it.page)) continue;
    CharterView& charter = make(charter_store_, charters_, it);
    charter.title = it.page.title;
    charter.summary = it.page.summary;
    charter.url = tree_.url(it.page);
    charter.version = it.version;
    charter.in_force = it.in_force;
    charter.current = it.current;
    charter.future = it.in_force > portal_.today;
    charter.sign_again = it.sign_again;
    charter.body = hole(it.page);
    for (const model::Change& change : it.changes) {
      std::string anchor = change.article.empty() ? "" : "#article-" + change.article;
      std::replace(anchor.begin(), anchor.end(), '.', '-');
      charter.changes.push_back({change.article, anchor, change.text});
    }
    for (const model::Signatory& signatory : it.signatories)
      charter.signatories.push_back({signatory.role->title, signatory.when});
    for (const model::Charter& other : network.charters)
      if (other.charter == it.charter && tree_.shows(other.page))
        charter.versions.push_back(
            {other.version, other.in_force, tree_.url(other.page), other.current, &other == &it});
    if (it.current) view.charters.push_back(&charter);
  }
}

void ViewsOfTree::add_places(const model::Network& network, NetworkView& view) {
  const auto readable = [&](const model::Audience& members) {
    return restricted_.contains(members.id) ? portal_.spaces_url + members.id + "/" : "";
  };
  for (const model::Group& it : network.groups) {
    if (!in_scope(model::Owner(&it), it.page)) continue;
    GroupView& group = make(group_store_, groups_, it);
    group.id = it.page.id;
    group.title = it.page.title;
    group.summary = it.page.summary;
    group.purpose = it.purpose;
    group.label = or_else(it.label, network.group_label);
    group.url = tree_.url(it.page);
    group.members_url = readable(it.members);
    group.charter = charter_link(it.charter);
    if (it.space != nullptr && tree_.shows(it.space->page)) group.space = link(it.space->page);
    group.topics = topics(it.topics);
    group.created = it.created;
    group.ended = it.ended;
    if (it.season) group.season = SeasonView{it.season->from, it.season->to};
    group.holders = holders(it.holders);
    if (it.call)
      group.call = CallView{it.call->title, it.call->text, it.call->deadline, it.call->deadline >= portal_.today};
    group.body = hole(it.page);
    view.groups.push_back(&group);
  }
  for (const model::Workshop& it : network.workshops) {
    if (!in_scope(model::Owner(&it), it.page)) continue;
    WorkshopView& workshop = make(workshop_store_, workshops_, it);
    workshop.id = it.page.id;
    workshop.title = it.page.title;
    workshop.summary = it.page.summary;
    workshop.question = it.question;
    workshop.object = it.object;
    workshop.duration = it.duration;
    workshop.frame = it.frame;
    workshop.label = network.workshop_label;
    workshop.url = tree_.url(it.page);
    workshop.members_url = readable(it.members);
    workshop.series = it.kind == model::Workshop::Kind::series;
    workshop.seats = it.seats;
    workshop.charter = charter_link(it.charter);
    workshop.topics = topics(it.topics);
    workshop.holders = holders(it.holders);
    workshop.body = hole(it.page);
    for (const std::string& profile : it.profiles) workshop.profiles.push_back(profile);
    for (const model::Tariff& tariff :
         network.tariffs)  // newest first: the last one that is not of a year to come wins
      for (const model::Rate& rate : tariff.rates)
        if (rate.id == it.rate && !workshop.rate && tariff.year <= static_cast<int>(portal_.today.year())) {
          workshop.rate = rate_view(rate);
          workshop.rate_year = tariff.year;
        }
    view.workshops.push_back(&workshop);
  }
  for (const model::Space& it : network.spaces) {
    if (!in_scope(model::Owner(&it), it.page)) continue;
    SpaceView& space = make(space_store_, spaces_, it);
    space.id = it.page.id;
    space.title = it.page.title;
    space.summary = it.page.summary;
    space.kind = it.kind;
    space.open_to = it.open_to;
    if (it.body != nullptr) space.body_name = it.body->name;
    space.url = tree_.url(it.page);
    space.members_url = readable(it.members);
    space.charter = charter_link(it.charter);
    space.holders = holders(it.holders);
    space.body = hole(it.page);
    view.spaces.push_back(&space);
  }
  for (const model::Group& it : network.groups)
    if (it.space != nullptr)
      if (SpaceView* space = find(spaces_, *it.space))
        if (const GroupView* group = of(it)) space->groups.push_back(group);
}

void ViewsOfTree::add_site() {
  site_.title = portal_.title;
  site_.description = portal_.description;
  site_.language = portal_.language;
  site_.base_url = portal_.base_url;
  site_.restricted = tree_.restricted();
  site_.today = portal_.today;
  if (const model::Page* subject = subject_of(tree_.audience())) site_.tree_title = subject->title;
  const std::string elsewhere = tree_.restricted() ? portal_.base_url : "";
  site_.home_url = elsewhere + (tree_.restricted() ? "" : "index.html");
  site_.legal_url = elsewhere + std::string(portal_.word("legal")) + ".html";
  site_.accessibility_url = elsewhere + std::string(portal_.word("accessibility")) + ".html";
  site_.subscribe_url = elsewhere + std::string(portal_.word("subscribe")) + ".html";
  site_.served_at = tree_.served_at();
  const auto has_news = [](const model::Network& network) {
    return std::any_of(network.news.begin(), network.news.end(),
                       [](const model::News& it) { return it.page.audience.kind == model::Audience::Kind::everybody; });
  };
  if (std::any_of(portal_.networks.begin(), portal_.networks.end(), has_news))
    site_.feed_url = elsewhere + std::string(portal_.word("news")) + ".xml";
  for (const model::Network& network : portal_.networks) {
    if (const NetworkView* view = of(network)) site_.networks.push_back(view);
    if (portal_.menu.empty() && network.page.audience.kind == model::Audience::Kind::everybody)
      site_.menu.push_back({or_else(network.short_title, network.page.title), tree_.url(network.page)});
  }
  for (const model::MenuEntry& entry : portal_.menu)
    site_.menu.push_back({entry.title, entry.page != nullptr ? tree_.url(*entry.page) : entry.to});
  for (const model::FreePage& it : portal_.pages)
    if (it.menu && tree_.shows(it.page)) site_.pages.push_back(link(it.page));
  const model::Legal& legal = portal_.legal;
  site_.legal = {legal.publisher,       legal.publisher_address,
                 legal.director,        legal.host,
                 legal.host_address,    legal.contact,
                 legal.siret,           legal.phone,
                 legal.data_protection, legal.licence};
  const model::Accessibility& from = portal_.accessibility;
  AccessibilityView& to = site_.accessibility;
  to.status = status_name(from.status);
  to.contact = from.contact;
  to.standard = from.standard;
  to.auditor = from.auditor;
  to.declared = from.declared;
  to.audit_date = from.audit_date;
  to.remedies_date = from.remedies_date;
  to.rate = from.rate;
  for (const std::string& exception : from.exceptions) to.exceptions.push_back(exception);
}

}  // namespace cenacle::site
