// Registrations → views, for one tree: where registration stands for each thing, and surveys with their results.
#include <algorithm>

#include "site/views_of_tree.h"

namespace cenacle::site {

namespace {

CountView count_view(Text title, std::int64_t count, std::int64_t of) {
  return {title, count, of == 0 ? 0 : (count * 100 + of / 2) / of};
}

Text kind_title(const model::Network& network, std::string_view id, std::int64_t count) {
  for (const model::BodyKind& it : network.body_kinds)
    if (it.id == id) return count == 1 || it.plural.empty() ? it.title : it.plural;
  return {};
}

/// A profile is somebody's own word: only those that the workshop is for are shown.
Text profile_of(const model::Workshop* workshop, std::string_view id) {
  if (workshop != nullptr)
    for (const std::string& profile : workshop->profiles)
      if (profile == id) return profile;
  return {};
}

ToldView told_view(const model::Told& from) { return {from.value_or(0), from.has_value()}; }

}  // namespace

std::string ViewsOfTree::join_url(const Joinable& it) const {
  const rules::Rulebook* const book = registrations_.book_of(*it.network);
  if (book == nullptr || !tree_.shows(*it.page) || paths_to(*book, it).empty()) return {};
  const std::string address = join_address(portal_, it);
  if (makes_join(it)) return address;
  const model::Audience& readers = it.page->audience;
  const bool in_public = readers.kind == model::Audience::Kind::everybody;
  return (in_public ? portal_.base_url : portal_.spaces_url + readers.id + "/") + address;
}

SeatsView ViewsOfTree::standing(const Joinable& it, bool over) const {
  SeatsView view;
  const rules::Rulebook* const book = registrations_.book_of(*it.network);
  view.limit = seats_of(book, it);
  if (over) {
    view.state = "over";
    return view;
  }
  view.join_url = join_url(it);
  if (registrations_.figures == nullptr || book == nullptr || view.join_url.empty()) return view;
  const model::ObjectFigures figures = registrations_.figures->of(it.reference());
  view.counted = true;
  view.members = figures.body_kinds.total;
  view.waiting = figures.waiting;
  if (view.limit) view.left = std::max<std::int64_t>(*view.limit - figures.taken, 0);
  const auto closes = closing_day(*book, it);
  const bool full = view.left && (*view.left == 0 || view.waiting > 0);
  view.state = closes && *closes < portal_.today ? "closed" : full ? "full" : "open";
  const std::int64_t total = figures.body_kinds.total.value_or(0);
  view.other_kinds = figures.body_kinds.others;
  for (const model::Composition::Part& part : figures.body_kinds.parts)
    if (const Text title = kind_title(*it.network, part.id, part.count); !title.empty()) {
      view.kinds.push_back(count_view(title, part.count, total));
    } else {
      view.other_kinds += part.count;
    }
  view.other_profiles = figures.profiles.others;
  for (const model::Composition::Part& part : figures.profiles.parts) {
    if (const Text known = profile_of(it.workshop, part.id); !known.empty()) {
      view.profiles.push_back(count_view(known, part.count, figures.profiles.total.value_or(0)));
    } else {
      view.other_profiles += part.count;
    }
  }
  return view;
}

void ViewsOfTree::add_standings(const model::Network& network, NetworkView& view) {
  view.standing = standing(joinable(network), false);
  for (const model::Group& it : network.groups)
    if (GroupView* group = find(groups_, it))
      group->standing = standing(joinable(network, it), it.ended && *it.ended <= portal_.today);
  for (const model::Workshop& it : network.workshops)
    if (WorkshopView* workshop = find(workshops_, it))
      workshop->standing = standing(joinable(network, it), workshop->past);
  for (const model::Space& it : network.spaces)
    if (SpaceView* space = find(spaces_, it)) space->standing = standing(joinable(network, it), false);
  for (const model::Meeting& it : network.meetings)
    if (it.kind != nullptr && it.kind->registration != model::OpenTo::none)
      if (MeetingView* meeting = find(meetings_, it)) meeting->join_url = join_url(joinable(network, *it.kind));
}

void ViewsOfTree::add_surveys(const model::Network& network, NetworkView& network_view) {
  for (const model::Survey& it : network.surveys) {
    if (!in_scope(it.owner, it.page)) continue;
    SurveyView& view = make(survey_store_, surveys_, it);
    view.title = it.page.title;
    view.summary = it.page.summary;
    view.url = tree_.url(it.page);
    view.reference = "survey:" + network.page.id + "/" + it.page.id;
    if (it.request) view.reference += " · " + std::to_string(*it.request);
    view.date = it.date;
    view.closes = it.closes;
    view.open = it.closes >= portal_.today;
    view.owner = owner_link(it.owner);
    view.body = hole(it.page);
    if (network.contact.role != nullptr) view.mail = network.contact.role->mail;
    // Numbers that grow from day to day would tell who has just answered.
    const model::SurveyFigures* figures = nullptr;
    if (registrations_.figures != nullptr && !view.open && it.request) {
      const auto found = registrations_.figures->surveys.find(*it.request);
      if (found != registrations_.figures->surveys.end()) figures = &found->second;
    }
    view.counted = figures != nullptr;
    if (figures != nullptr) view.answers = told_view(figures->answers);
    for (std::size_t q = 0; q < it.questions.size(); ++q) {
      const model::Survey::Question& from = it.questions[q];
      QuestionView& question = view.questions.emplace_back(QuestionView{from.id, from.text, from.several, {}});
      for (std::size_t c = 0; c < from.choices.size(); ++c) {
        ChoiceView& choice =
            question.choices.emplace_back(ChoiceView{from.choices[c].id, from.choices[c].title, {}, 0});
        if (figures == nullptr) continue;
        choice.answers = told_view(figures->choices[q][c]);
        if (view.answers.count > 0) choice.percent = count_view({}, choice.answers.count, view.answers.count).percent;
      }
    }
    network_view.surveys.push_back(&view);
    if (const auto* const* group = std::get_if<const model::Group*>(&it.owner))
      if (GroupView* owner = find(groups_, **group)) owner->surveys.push_back(&view);
    if (const auto* const* workshop = std::get_if<const model::Workshop*>(&it.owner))
      if (WorkshopView* owner = find(workshops_, **workshop)) owner->surveys.push_back(&view);
    if (const auto* const* space = std::get_if<const model::Space*>(&it.owner))
      if (SpaceView* owner = find(spaces_, **space)) owner->surveys.push_back(&view);
  }
}

}  // namespace cenacle::site
