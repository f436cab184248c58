// Counts → the numbers that pages may show.
#include "rules/registration/figures.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"

namespace cenacle::rules {

namespace {

using model::Composition;
using model::Network;
using model::Told;

const Network* network_of(const model::Portal& portal, std::string_view id) {
  const auto found =
      std::find_if(portal.networks.begin(), portal.networks.end(), [&](const Network& it) { return it.page.id == id; });
  return found == portal.networks.end() ? nullptr : &*found;
}

const model::Body* body_of(const Network& network, std::string_view id) {
  const auto found =
      std::find_if(network.bodies.begin(), network.bodies.end(), [&](const model::Body& it) { return it.id == id; });
  return found == network.bodies.end() ? nullptr : &*found;
}

/// The kind of a body's id; "" for none and for bodies that the network no longer has.
std::string kind_of(const Network& network, std::string_view body) {
  const model::Body* const found = body_of(network, body);
  return found == nullptr || found->kind == nullptr ? std::string() : found->kind->id;
}

Composition composition(const Counts::Numbers& numbers) {
  Composition made;
  std::vector<std::int64_t> counts;
  for (const auto& [id, count] : numbers) counts.push_back(count);
  const std::int64_t sum = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  made.total = told(sum);
  if (!made.total) return made;
  const std::vector<Told> parts = told_parts(counts);
  std::size_t i = 0;
  for (const auto& [id, count] : numbers)
    if (const Told part = parts[i++]; part && *part > 0) made.parts.push_back({id, *part});
  made.others = sum;
  for (const Composition::Part& it : made.parts) made.others -= it.count;
  std::stable_sort(made.parts.begin(), made.parts.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  return made;
}

bool is_member_path(const Rulebook& book, std::string_view id) {
  const Path* const path = book.path(id);
  return path != nullptr && path->gives == Gives::member;
}

model::ObjectFigures object_figures(const std::map<std::string, Counts::Of>& paths, const Network& network,
                                    const Rulebook& book) {
  model::ObjectFigures made;
  Counts::Numbers kinds, profiles;
  for (const auto& [path, of] : paths) {
    made.taken += of.taken;
    made.waiting += of.waiting;
    if (!is_member_path(book, path)) continue;
    for (const auto& [body, count] : of.bodies) kinds[kind_of(network, body)] += count;
    for (const auto& [profile, count] : of.profiles) profiles[profile] += count;
  }
  made.body_kinds = composition(kinds);
  made.profiles = composition(profiles);
  return made;
}

base::Date first_day(std::int32_t month) {
  return base::Date(std::chrono::year(month / 12), std::chrono::month(static_cast<unsigned>(month % 12 + 1)),
                    std::chrono::day(1));
}

/// What is told of bodies may not tell what is not told of their kinds: a kind's bodies add up to a number that is
/// known, or none of them is told.
Composition bodies_told(const Counts::Numbers& bodies, const Network& network, const model::MonthFigures& today,
                        const std::vector<std::string>& kinds) {
  Composition made;
  made.total = today.members;
  if (!made.total) return made;
  made.others = *made.total;
  for (std::size_t k = 0; k < kinds.size(); ++k) {
    if (!today.by_kind[k] || kinds[k].empty()) continue;
    std::vector<const std::string*> ids;
    std::vector<std::int64_t> counts;
    for (const auto& [id, count] : bodies)
      if (kind_of(network, id) == kinds[k]) ids.push_back(&id), counts.push_back(count);
    const std::vector<Told> parts = told_parts(counts);
    for (std::size_t i = 0; i < ids.size(); ++i)
      if (parts[i] && *parts[i] > 0) made.parts.push_back({*ids[i], *parts[i]}), made.others -= *parts[i];
  }
  std::stable_sort(made.parts.begin(), made.parts.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  return made;
}

model::NetworkFigures network_figures(const std::map<Counts::Change, std::int64_t>& changes, const Network& network,
                                      const Rulebook& book, base::Date today) {
  model::NetworkFigures made;
  for (const model::BodyKind& kind : network.body_kinds) made.kinds.push_back(kind.id);
  made.kinds.emplace_back();
  const auto is_member = [&](const std::string& paths) {
    const auto ids = base::split(paths, ' ');
    return std::any_of(ids.begin(), ids.end(), [&](std::string_view id) { return is_member_path(book, id); });
  };
  std::vector<std::int64_t> by_kind(made.kinds.size(), 0);
  Counts::Numbers bodies;
  const std::int32_t now =
      static_cast<int>(today.year()) * 12 + static_cast<int>(static_cast<unsigned>(today.month())) - 1;
  const auto tell = [&](std::int32_t month) {
    const std::int64_t sum = std::accumulate(by_kind.begin(), by_kind.end(), std::int64_t{0});
    // Where every kind is one person, their number tells which kinds there are.
    const auto alone = [](std::int64_t number) { return number <= 1; };
    const bool ones = std::all_of(by_kind.begin(), by_kind.end(), alone);
    made.months.push_back({first_day(month), ones && sum > 0 ? Told() : told(sum), told_parts(by_kind)});
  };
  std::int32_t month = 0;
  for (const auto& [change, by] : changes) {
    if (!is_member(change.paths) || change.month > now) continue;
    if (month == 0) month = change.month;
    for (; month < change.month; ++month) tell(month);
    const auto kind = std::find(made.kinds.begin(), made.kinds.end(), kind_of(network, change.body));
    by_kind[static_cast<std::size_t>(kind - made.kinds.begin())] += by;
    bodies[change.body] += by;
  }
  if (month == 0) return {};
  for (; month <= now; ++month) tell(month);
  made.bodies = bodies_told(bodies, network, made.months.back(), made.kinds);
  return made;
}

model::SurveyFigures survey_figures(const Counts::Answers& answers, const model::Survey& survey) {
  model::SurveyFigures made;
  const auto number = [&](const std::string& question, const std::string& choice) {
    const auto asked = answers.find(question);
    if (asked == answers.end()) return std::int64_t{0};
    const auto found = asked->second.find(choice);
    return found == asked->second.end() ? std::int64_t{0} : found->second;
  };
  made.answers = told(number("", ""));
  for (const model::Survey::Question& question : survey.questions) {
    std::vector<std::int64_t> counts;
    for (const model::Survey::Choice& choice : question.choices)
      counts.push_back(number(question.id, choice.id) +
                       (made.choices.empty() ? number(std::string(first_question), choice.id) : 0));
    made.choices.push_back(told_parts(counts));
  }
  return made;
}

}  // namespace

Told told(std::int64_t number) { return number > 0 && number < least_told ? Told() : Told(number); }

std::vector<Told> told_parts(const std::vector<std::int64_t>& parts) {
  std::vector<Told> out;
  std::size_t hidden = 0;
  std::int64_t sum = 0;
  for (const std::int64_t part : parts) {
    out.push_back(told(part));
    if (!out.back()) ++hidden, sum += part;
  }
  // One hidden part is the sum less the others; several that add up to their own number are one each.
  while (hidden > 0 && (hidden == 1 || sum == static_cast<std::int64_t>(hidden))) {
    const auto smallest = std::min_element(out.begin(), out.end(), [](const Told& a, const Told& b) {
      const auto rank = [](const Told& it) { return it && *it > 0 ? *it : INT64_MAX; };
      return rank(a) < rank(b);
    });
    if (!*smallest || **smallest == 0) break;
    ++hidden, sum += **smallest;
    smallest->reset();
  }
  // All that there is are ones: which parts are empty is not told either.
  if (hidden > 0 && sum == static_cast<std::int64_t>(hidden)) out.assign(out.size(), Told());
  return out;
}

model::Figures figures_of(const Counts& counts, const model::Portal& portal, const Rulebooks& books) {
  model::Figures figures;
  for (const auto& [object, paths] : counts.objects) {
    const std::string_view id = std::string_view(object).substr(object.find(':') + 1);
    const Network* network = network_of(portal, id.substr(0, id.find('/')));
    if (object.starts_with("space:") || object.starts_with("meeting:"))
      for (const Network& it : portal.networks) {
        for (const model::Space& space : it.spaces)
          if (space.page.id == id && object.starts_with("space:")) network = &it;
        for (const model::Meeting& meeting : it.meetings)
          if (meeting.uid == id && object.starts_with("meeting:")) network = &it;
      }
    const Rulebook* const book = network == nullptr ? nullptr : books.of(network->page.id);
    if (book != nullptr) figures.objects.emplace(object, object_figures(paths, *network, *book));
  }
  for (const auto& [id, changes] : counts.networks) {
    const Network* const network = network_of(portal, id);
    const Rulebook* const book = books.of(id);
    if (network == nullptr || book == nullptr) continue;
    auto made = network_figures(changes, *network, *book, portal.today);
    if (!made.months.empty()) figures.networks.emplace(id, std::move(made));
  }
  for (const Network& network : portal.networks)
    for (const model::Survey& survey : network.surveys) {
      const auto found = survey.request ? counts.surveys.find(*survey.request) : counts.surveys.end();
      if (found != counts.surveys.end())
        figures.surveys.emplace(*survey.request, survey_figures(found->second, survey));
    }
  return figures;
}

}  // namespace cenacle::rules
