// All that a workflow is about, found in the content and in the ledger.
#include <algorithm>

#include <fmt/format.h>

#include "workflow/subject.h"

namespace cenacle::workflow {

namespace {

using Subjects = std::vector<Subject>;

rules::Joins kind_of(const model::Owner& owner) {
  if (std::holds_alternative<const model::Group*>(owner)) return rules::Joins::group;
  if (std::holds_alternative<const model::Space*>(owner)) return rules::Joins::space;
  if (const auto* const workshop = std::get_if<const model::Workshop*>(&owner))
    return (*workshop)->kind == model::Workshop::Kind::series ? rules::Joins::series : rules::Joins::workshop;
  return rules::Joins::network;
}

template <class T>
bool is_wanted(const std::vector<T>& wanted, const T& it) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), it) != wanted.end();
}

bool is_wanted_of(const Where& where, const model::Owner& owner) { return is_wanted(where.of, kind_of(owner)); }

struct HoldersOf {
  const std::vector<model::Holder>* operator()(const model::Network*) const { return nullptr; }
  template <class T>
  const std::vector<model::Holder>* operator()(const T* it) const {
    return &it->holders;
  }
};

Subject about(About kind, const Roll& roll, std::string reference, const model::Owner& owner) {
  Subject it;
  it.about = kind, it.reference = std::move(reference), it.owner = owner;
  it.object = rules::reference_of(roll.network(), owner);
  it.scope.holders = std::visit(HoldersOf{}, owner);
  if (const auto* const space = std::get_if<const model::Space*>(&owner)) it.scope.body = (*space)->body;
  return it;
}

std::string in(const Roll& roll, std::string_view kind, std::string_view id) {
  return fmt::format("{}:{}/{}", kind, roll.network().page.id, id);
}

const Entry* entry_of(const Setting& setting, std::string_view uid) {
  const auto it = std::lower_bound(setting.entries.begin(), setting.entries.end(), uid,
                                   [](const Entry& entry, std::string_view id) { return entry.uid < id; });
  return it == setting.entries.end() || it->uid != uid ? nullptr : &*it;
}

Subjects meetings(const Setting& setting, const Roll& roll, const Where& where) {
  Subjects all;
  for (const model::Meeting& meeting : roll.network().meetings) {
    if (!is_wanted(where.meetings, meeting.kind) || !is_wanted_of(where, meeting.owner) || meeting.occurrences.empty())
      continue;
    Subject& it = all.emplace_back(about(About::meeting, roll, "meeting:" + meeting.uid, meeting.owner));
    it.meeting = &meeting;
    if (!meeting.recurrence) it.occurrence = &meeting.occurrences.front();
    it.cancelled = meeting.status == model::MeetingStatus::cancelled ||
                   (it.occurrence != nullptr && it.occurrence->status == model::MeetingStatus::cancelled);
    if (const Entry* const entry = entry_of(setting, meeting.uid)) it.known = entry->changed;
  }
  return all;
}

Subjects minutes(const Roll& roll, const Where& where, About kind) {
  Subjects all;
  for (const model::Minutes& written : roll.network().minutes) {
    if (written.meeting == nullptr || written.meeting->occurrences.empty()) continue;
    const model::Owner& owner = written.meeting->owner;
    if (!is_wanted(where.meetings, written.meeting->kind) || !is_wanted_of(where, owner)) continue;
    if (kind == About::minutes) {
      Subject& it = all.emplace_back(about(kind, roll, in(roll, "minutes", written.page.id), owner));
      it.minutes = &written, it.meeting = written.meeting;
      continue;
    }
    for (std::size_t i = 0; i < written.decisions.size(); ++i) {
      if (written.decisions[i].done) continue;
      const std::string id = fmt::format("{}#{}", written.page.id, i + 1);
      Subject& it = all.emplace_back(about(kind, roll, in(roll, "decision", id), owner));
      it.minutes = &written, it.meeting = written.meeting, it.decision = &written.decisions[i];
    }
  }
  return all;
}

Subjects surveys(const Roll& roll, const Where& where) {
  Subjects all;
  for (const model::Survey& survey : roll.network().surveys) {
    if (!is_wanted_of(where, survey.owner)) continue;
    all.emplace_back(about(About::survey, roll, in(roll, "survey", survey.page.id), survey.owner)).survey = &survey;
  }
  return all;
}

/// Versions that came after another; the first one is nobody's change.
Subjects charters(const Roll& roll, const Where& where) {
  Subjects all;
  for (const model::Charter& charter : roll.network().charters) {
    if (charter.version < 2 || !is_wanted(where.charters, charter.charter)) continue;
    const bool newest = std::none_of(
        roll.network().charters.begin(), roll.network().charters.end(),
        [&](const model::Charter& it) { return it.charter == charter.charter && it.version > charter.version; });
    if (!newest) continue;
    const std::string id = fmt::format("{}@{}", charter.charter, charter.version);
    all.emplace_back(about(About::charter, roll, in(roll, "charter", id), &roll.network())).charter = &charter;
  }
  return all;
}

std::string_view word(model::Contribution::Kind kind) {
  using Kind = model::Contribution::Kind;
  switch (kind) {
    case Kind::message:
      return "message";
    case Kind::document:
      return "document";
    case Kind::question:
      return "question";
    case Kind::answer:
      return "answer";
    case Kind::agenda:
      return "agenda";
  }
  return {};
}

Subjects contributions(const Roll& roll, const Where& where) {
  Subjects all;
  for (const model::Contribution& made : roll.network().contributions) {
    const model::Owner owner = made.group != nullptr ? model::Owner(made.group) : model::Owner(&roll.network());
    if (!is_wanted(where.kinds, std::string(word(made.kind))) || !is_wanted_of(where, owner)) continue;
    all.emplace_back(about(About::contribution, roll, in(roll, "contribution", made.page.id), owner)).contribution =
        &made;
  }
  return all;
}

Subjects requests(const Setting& setting, const Roll& roll, const Where& where) {
  Subjects all;
  for (const Request& request : setting.memory.requests()) {
    if (request.network != roll.network().page.id || !is_wanted(where.kinds, request.kind)) continue;
    const rules::Joined* const joined = roll.joined(request.object);
    const model::Owner owner = joined != nullptr ? joined->owner : model::Owner(&roll.network());
    all.emplace_back(about(About::request, roll, fmt::format("request:{}", request.id), owner)).request = &request;
  }
  return all;
}

/// Of what it joins, and of its body. What the content has no more is told of no more.
std::optional<Subject> registration(const Roll& roll, const Where& where, const model::Registration& it) {
  const rules::Path* const path = roll.book()->path(it.path);
  const rules::Joined* const joined = roll.joined(it.object);
  if (path == nullptr || joined == nullptr || !is_wanted(where.of, joined->kind)) return std::nullopt;
  if (joined->meeting != nullptr && !is_wanted(where.meetings, joined->meeting->kind)) return std::nullopt;
  Subject subject = about(About::registration, roll, fmt::format("registration:{}", it.id), joined->owner);
  subject.registration = &it, subject.path = path, subject.meeting = joined->meeting;
  if (const model::Body* const body = roll.body(it.body)) subject.scope.body = body;
  return subject;
}

Subjects registrations(const Setting& setting, const Roll& roll, const Where& where) {
  Subjects all;
  if (roll.book() == nullptr) return all;
  for (std::int64_t id = 1; id <= setting.memory.registrations(); ++id) {
    const model::Registration* const it = setting.memory.find_registration(id);
    if (it == nullptr || it->network != roll.network().page.id || !is_wanted(where.paths, it->path)) continue;
    if (auto subject = registration(roll, where, *it)) all.push_back(std::move(*subject));
  }
  return all;
}

/// All who ever took part, each once.
Subjects people(const Setting& setting, const Roll& roll) {
  std::vector<std::pair<model::PersonId, const model::Body*>> known;
  for (std::int64_t id = 1; id <= setting.memory.registrations(); ++id) {
    const model::Registration* const it = setting.memory.find_registration(id);
    if (it == nullptr || it->network != roll.network().page.id || it->terms == 0) continue;
    for (const model::PersonId& person : {it->person, it->partner})
      if (setting.memory.find_person(person) != nullptr) known.emplace_back(person, roll.body(it->body));
  }
  std::stable_sort(known.begin(), known.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  Subjects all;
  for (const auto& [id, body] : known) {
    if (!all.empty() && all.back().person == id) continue;
    Subject& it = all.emplace_back(about(About::person, roll, "person:" + id, &roll.network()));
    it.person = id, it.scope.body = body;
  }
  return all;
}

}  // namespace

std::vector<Subject> subjects(const Setting& setting, const Roll& roll, const Workflow& workflow) {
  const Where& where = workflow.where;
  const model::Network& network = roll.network();
  Subjects all;
  switch (workflow.about) {
    case About::meeting:
      return meetings(setting, roll, where);
    case About::minutes:
    case About::decision:
      return minutes(roll, where, workflow.about);
    case About::survey:
      return surveys(roll, where);
    case About::charter:
      return charters(roll, where);
    case About::contribution:
      return contributions(roll, where);
    case About::request:
      return requests(setting, roll, where);
    case About::registration:
      return registrations(setting, roll, where);
    case About::person:
      return people(setting, roll);
    case About::sheet:
      for (const model::Sheet& sheet : network.sheets)
        all.emplace_back(about(About::sheet, roll, in(roll, "sheet", sheet.page.id), &network)).sheet = &sheet;
      return all;
    case About::group:
      for (const model::Group& group : network.groups)
        if (!group.ended || roll.today() < *group.ended)
          all.emplace_back(about(About::group, roll, in(roll, "group", group.page.id), &group)).group = &group;
      return all;
    case About::network:
      all.push_back(about(About::network, roll, "network:" + network.page.id, &network));
      return all;
  }
  return all;
}

}  // namespace cenacle::workflow
