// Model and archetypes → the files of something new: what each kind is filled with.
#include "site/new_thing.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "formats/locale/locale.h"
#include "site/new_making.h"

namespace cenacle::site {

namespace {

using content::Folder;
using Why = Refusal::Why;

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

/// What cannot be made before the network lists something.
[[noreturn]] void refuse_without(const model::Network& network, std::string_view what, std::string_view where) {
  throw Refusal{Why::refused, fmt::format("the network `{}` has no {} yet", network.page.id, what),
                fmt::format("list one in content/{}/{} first", network.page.id, where)};
}

std::vector<NewFile> make_document(const Making& making) {
  const model::Network& network = making.network();
  if (network.document_kinds.empty()) refuse_without(network, "kinds of documents", "network.md, under `[[document_kinds]]`");
  NewDocument view;
  making.fill(&view);
  view.kinds = choices_of(network.document_kinds);
  view.kind = chosen(view.kinds, making.request.sort, "kind of document").id;
  return {making.file("archetypes/document.md", Folder::documents, file_stem(view.title), &view)};
}

std::vector<NewFile> make_contribution(const Making& making) {
  const model::Network& network = making.network();
  if (network.bodies.empty()) refuse_without(network, "bodies", "bodies.csv");
  NewContribution view;
  making.fill(&view);
  const model::Contribution* const question = making.place.answered;
  const std::vector<NewChoiceView> kinds{{"message", ""}, {"document", ""}, {"question", ""}, {"answer", ""}, {"agenda", ""}};
  view.kind = question != nullptr && making.request.sort.empty()
                  ? "answer"
                  : chosen(kinds, making.request.sort, "kind of contribution").id;
  if ((view.kind == "answer") != (question != nullptr))
    throw Refusal{Why::usage, "an answer names its question, and nothing else does",
                  "cenacle new contribution \"…\" --kind answer --of contribution:…"};
  if (question != nullptr) view.answers = "contribution:" + question->page.id;
  if (view.kind == "agenda") {
    const rules::Slot slot = slot_for(making, {making.place.owner, nullptr});
    view.start = base::iso(slot.start), view.end = base::iso(slot.end);
    view.date = making.portal().today;  // `--date` says when it takes place
  }
  const std::string stem = fmt::format("{}-{}", base::iso(view.date), file_stem(view.title));
  return {making.file("archetypes/contribution.md", Folder::contributions, stem, &view)};
}

std::vector<NewFile> make_sheet(const Making& making) {
  if (making.network().roles.empty()) refuse_without(making.network(), "roles", "network.md, under `[[roles]]`");
  NewSheet view;
  making.fill(&view);
  if (std::holds_alternative<const model::Space*>(making.place.owner)) view.visibility = making.place.of;
  return {making.file("archetypes/sheet.md", Folder::sheets, file_stem(view.title), &view)};
}

std::vector<NewFile> make_news(const Making& making) {
  NewThing view;
  making.fill(&view);
  const std::string stem = fmt::format("{}-{}", base::iso(view.date), file_stem(view.title));
  return {making.file("archetypes/news.md", Folder::news, stem, &view)};
}

std::vector<NewFile> make_page(const Making& making) {
  NewThing view;
  making.fill(&view);
  const bool faq = making.request.kind == NewKind::faq;
  return {making.file(faq ? "archetypes/faq.md" : "archetypes/page.md", Folder::pages, file_stem(view.title), &view)};
}

/// The files of a tree of archetypes, at their places below `folder`.
std::vector<NewFile> make_tree(const Theme& archetypes, std::string_view start, const std::string& folder,
                               const NewPlace& view) {
  constexpr std::string_view dot = "dot-";
  std::vector<NewFile> files;
  for (const std::string_view name : archetypes.names(start)) {
    std::string path;
    for (std::string_view part : base::split(name.substr(start.size()), '/')) {
      path += path.empty() ? "" : "/";
      if (part.starts_with(dot)) path += '.', part.remove_prefix(dot.size());
      path += part;
    }
    files.push_back({folder + path, rendered(archetypes, name, &view)});
  }
  if (files.empty()) throw Refusal{Why::refused, fmt::format("the theme has no `{}`", start), ""};
  return files;
}

base::Date first_of_next_month(base::Date date) {
  const base::Date next = base::add_months(date, 1);
  return next.year() / next.month() / 1;
}

std::vector<NewFile> make_network(const NewRequest& request, const NewSetting& setting) {
  if (!request.of.empty()) throw Refusal{Why::usage, "a network belongs to nothing but the portal", "leave --of out"};
  const model::Portal& portal = *setting.content.portal;
  NewPlace view;
  view.title = request.title;
  view.id = file_stem(request.title);
  view.today = portal.today;
  view.in_force = first_of_next_month(portal.today);
  for (const model::Network& network : portal.networks) view.order = std::max(view.order, network.order + 1);
  const std::string folder = "content/" + view.id + "/";
  if (content::place_of(folder + "network.md").kind != content::FilePlace::Kind::network)
    throw Refusal{Why::refused, fmt::format("`{}` is a folder of the portal's own: no network may be called so", folder),
                  "give it another title; it may be changed in the file afterwards"};
  return make_tree(setting.archetypes, "archetypes/network/", folder, view);
}

/// Whether something of this kind has a day that `--date` may say.
bool has_date(NewKind kind) {
  switch (kind) {
    case NewKind::group:
    case NewKind::series:
    case NewKind::charter:
    case NewKind::meeting:
    case NewKind::document:
    case NewKind::contribution:
    case NewKind::sheet:
    case NewKind::news:
      return true;
    default:
      return false;
  }
}

bool has_hour(const NewRequest& request) {
  return request.kind == NewKind::meeting || request.kind == NewKind::series || request.sort == "agenda";
}

void check_options(const NewRequest& request) {
  const std::string_view word = word_of(request.kind);
  const auto refuse = [&](std::string_view option) {
    throw Refusal{Why::usage, fmt::format("{} means nothing for a new {}", option, word), "leave it out"};
  };
  if (request.date && !has_date(request.kind)) refuse("--date");
  if (request.hour && !has_hour(request))
    throw Refusal{Why::usage, fmt::format("the date of a new {} is a day, without an hour", word),
                  "write --date " + base::iso(*request.date)};
  const bool sorted = request.kind == NewKind::meeting || request.kind == NewKind::document ||
                      request.kind == NewKind::contribution;
  if (!request.sort.empty() && !sorted) refuse("--kind");
  if (!request.meeting.empty() && request.kind != NewKind::minutes) refuse("--meeting");
}

std::vector<NewFile> make_thing(const NewRequest& request, const NewSetting& setting) {
  check_options(request);
  if (request.kind == NewKind::network) return make_network(request, setting);
  const Making making{request, setting, destination_of(request, *setting.content.portal)};
  switch (request.kind) {
    case NewKind::group: return make_group(making);
    case NewKind::workshop: return make_workshop(making, model::Workshop::Kind::workshop);
    case NewKind::series: return make_workshop(making, model::Workshop::Kind::series);
    case NewKind::space: return make_space(making);
    case NewKind::charter: return make_charter(making);
    case NewKind::meeting: return make_meeting(making);
    case NewKind::minutes: return make_minutes(making);
    case NewKind::document: return make_document(making);
    case NewKind::contribution: return make_contribution(making);
    case NewKind::sheet: return make_sheet(making);
    case NewKind::news: return make_news(making);
    case NewKind::page:
    case NewKind::faq: return make_page(making);
    case NewKind::portal:
    case NewKind::network: break;
  }
  return {};
}

template <class Make>
NewAnswer answered(const Make& make) {
  try {
    return make();
  } catch (Refusal& refusal) {
    return std::move(refusal);
  }
}

}  // namespace

void Making::fill(NewThing* thing) const {
  thing->title = request.title;
  thing->of = place.of;
  thing->today = portal().today;
  thing->date = request.date.value_or(thing->today);
  if (place.network == nullptr) return;
  const model::Network& home = *place.network;
  thing->network = {home.page.id, home.page.title, "", "", choices_of(home.topics)};
  const model::Role* const contact =
      home.contact.role != nullptr || home.roles.empty() ? home.contact.role : &home.roles.front();
  if (contact != nullptr) thing->network.contact = "role:" + contact->id;
  const model::Body* const body = !home.organisers.empty() ? home.organisers.front()
                                  : !home.bodies.empty()   ? &home.bodies.front()
                                                           : nullptr;
  if (body != nullptr) thing->network.body = "body:" + body->id;
}

NewFile Making::file(std::string_view archetype, Folder folder, std::string_view stem, const void* view) const {
  const std::string path = place.network == nullptr ? fmt::format("content/{}/{}.md", content::name_of(folder), stem)
                                                    : content::path_of(network().page.id, folder, stem);
  return {path, rendered(setting.archetypes, archetype, view)};
}

std::string rendered(const Theme& archetypes, std::string_view archetype, const void* view) {
  const tmpl::Template* const made_by = archetypes.find(archetype);
  if (made_by == nullptr)
    throw Refusal{Why::refused, fmt::format("the theme has no `{}`", archetype),
                  "`cenacle check` tells whether it has mistakes"};
  tmpl::Output out;
  if (const auto mistake = made_by->render(view, &out))
    throw Refusal{Why::refused, fmt::format("{}: {}", mistake->place.path, mistake->summary), mistake->help};
  return std::move(out.text);
}

const NewChoiceView& chosen(const std::vector<NewChoiceView>& choices, std::string_view sort, std::string_view what) {
  if (sort.empty()) return choices.front();
  const auto found = std::find_if(choices.begin(), choices.end(), [&](const auto& it) { return it.id == sort; });
  if (found != choices.end()) return *found;
  std::vector<std::string_view> ids;
  for (const NewChoiceView& it : choices) ids.push_back(it.id);
  const auto near = base::closest(sort, ids);
  throw Refusal{Why::usage, fmt::format("there is no {} `{}`", what, sort),
                near ? fmt::format("did you mean --kind {}", *near) : "there is " + base::listing(ids)};
}

NewAnswer make_new(const NewRequest& request, const NewSetting& setting) {
  return answered([&] { return make_thing(request, setting); });
}

NewAnswer make_new_portal(std::string_view folder_name, const Theme& archetypes, const rules::Holidays& holidays,
                          base::Instant now) {
  return answered([&] {
    const model::Portal portal = [&] {
      model::Portal made;
      made.today = base::date_of(locale::to_local(now, made.time_zone));
      return made;
    }();
    const model::Network network;
    const rules::Timetable timetable(portal, network, holidays);
    const std::string slug = locale::slug(folder_name);
    NewPlace view;
    view.title = folder_name;
    view.host = (slug.empty() ? "portail" : slug) + ".example";
    view.today = portal.today;
    view.in_force = portal.today;
    constexpr int weeks_ahead = 4;  // time to fill the portal in, and to convene
    const base::Date first = base::add_days(portal.today, 7 * weeks_ahead);
    const rules::Wish wish{&network, nullptr, first};
    const rules::Slot slot = timetable.next(wish).value_or(timetable.on(first, wish));
    view.meeting.start = base::iso(slot.start), view.meeting.end = base::iso(slot.end);
    view.meeting.begins = {slot.start, portal.time_zone}, view.meeting.ends = {slot.end, portal.time_zone};
    view.meeting.date = base::date_of(slot.start);
    view.meeting.id = new_meeting_id(slug.empty() ? "portail" : slug, "", view.meeting.date, slug + base::iso(now), {});
    return make_tree(archetypes, "archetypes/portal/", "", view);
  });
}

}  // namespace cenacle::site
