// Model and archetypes → the files of something new: what each kind is filled with.
#include "site/new_thing.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "formats/locale/locale.h"
#include "site/new_making.h"

namespace cenacle::site {

namespace {

using content::Folder;
using Why = Refusal::Why;

constexpr std::size_t longest_stem = 60;
constexpr int days_to_answer = 21;  ///< a survey that does not say

/// What cannot be made before the network lists something.
[[noreturn]] void refuse_without(const model::Network& network, std::string_view what, std::string_view where) {
  throw Refusal{Why::refused, fmt::format("the network `{}` has no {} yet", network.page.id, what),
                fmt::format("list one in content/{}/{} first", network.page.id, where)};
}

std::vector<NewFile> make_document(const Making& making) {
  const model::Network& network = making.network();
  if (network.document_kinds.empty())
    refuse_without(network, "kinds of documents", "network.md, under `[[document_kinds]]`");
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
  const std::vector<NewChoiceView> kinds{
      {"message", ""}, {"document", ""}, {"question", ""}, {"answer", ""}, {"agenda", ""}};
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

std::vector<NewFile> make_survey(const Making& making) {
  NewSurvey view;
  making.fill(&view);
  view.closes = base::add_days(view.date, days_to_answer);
  const std::string stem = fmt::format("{}-{}", base::iso(view.date), file_stem(view.title));
  return {making.file("archetypes/survey.md", Folder::surveys, stem, &view)};
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
    case NewKind::survey:
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
  const bool sorted =
      request.kind == NewKind::meeting || request.kind == NewKind::document || request.kind == NewKind::contribution;
  if (!request.sort.empty() && !sorted) refuse("--kind");
  if (!request.meeting.empty() && request.kind != NewKind::minutes) refuse("--meeting");
}

std::vector<NewFile> make_thing(const NewRequest& request, const NewSetting& setting) {
  check_options(request);
  if (request.kind == NewKind::network) return make_network(request, setting);
  const Making making{request, setting, destination_of(request, *setting.content.portal)};
  switch (request.kind) {
    case NewKind::group:
      return make_group(making);
    case NewKind::workshop:
      return make_workshop(making, model::Workshop::Kind::workshop);
    case NewKind::series:
      return make_workshop(making, model::Workshop::Kind::series);
    case NewKind::space:
      return make_space(making);
    case NewKind::charter:
      return make_charter(making);
    case NewKind::meeting:
      return make_meeting(making);
    case NewKind::minutes:
      return make_minutes(making);
    case NewKind::document:
      return make_document(making);
    case NewKind::contribution:
      return make_contribution(making);
    case NewKind::sheet:
      return make_sheet(making);
    case NewKind::news:
      return make_news(making);
    case NewKind::page:
    case NewKind::faq:
      return make_page(making);
    case NewKind::survey:
      return make_survey(making);
    case NewKind::portal:
    case NewKind::network:
      break;
  }
  return {};
}

}  // namespace

void Making::fill(NewThing* thing) const {
  thing->title = request.title;
  thing->of = place.of;
  thing->today = portal().today;
  thing->date = request.date.value_or(thing->today);
  if (const auto& proposal = request.proposal) {
    thing->request = proposal->number;
    thing->proposal = proposal->text;
    thing->proposer = "person:" + proposal->person;
    if (!proposal->body.empty()) thing->proposer_body = "body:" + proposal->body;
    thing->topic = proposal->topic;
    thing->draft = !proposal->agreed;
  }
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

std::string file_stem(std::string_view title) {
  std::string stem = locale::slug(title);
  if (stem.empty())
    throw Refusal{Refusal::Why::usage,
                  fmt::format("`{}` has neither a letter nor a digit, of which the file's name could be made", title),
                  "give a title in words"};
  if (stem.size() > longest_stem) {
    const std::size_t word = stem.rfind('-', longest_stem);
    stem.resize(word == std::string::npos || word == 0 ? longest_stem : word);
  }
  return stem;
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

}  // namespace cenacle::site
