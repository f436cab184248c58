// Meetings, the sessions of a series, and minutes: when they are held, and the ids that their calendar entries keep.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "site/new_making.h"

namespace cenacle::site {

namespace {

using content::Folder;
using Why = Refusal::Why;

/// The kind that `--kind` names, or null.
const model::MeetingKind* asked_kind(const Making& making) {
  if (making.request.sort.empty()) return nullptr;
  const auto& kinds = making.network().meeting_kinds;
  if (kinds.empty())
    throw Refusal{Why::usage, fmt::format("the network `{}` has no kinds of meetings", making.network().page.id),
                  "leave --kind out"};
  const auto choices = choices_of(kinds);
  const NewChoiceView& choice = chosen(choices, making.request.sort, "kind of meeting");
  return &kinds[static_cast<std::size_t>(&choice - choices.data())];
}

void fill(const Making& making, const rules::Slot& slot, const model::MeetingKind* kind, NewMeeting* view) {
  making.fill(view);
  view->kinds = choices_of(making.network().meeting_kinds);
  if (kind != nullptr) view->kind = kind->id;
  view->start = base::iso(slot.start), view->end = base::iso(slot.end);
  view->begins = {slot.start, making.portal().time_zone}, view->ends = {slot.end, making.portal().time_zone};
  view->date = base::date_of(slot.start);
}

std::string id_for(const Making& making, const NewMeeting& view, std::string_view owner, std::string_view path,
                   const std::vector<std::string>& taken) {
  const std::string seed = fmt::format("{}\n{}\n{}", path, view.title, base::iso(making.setting.now));
  return new_meeting_id(making.network().page.id, owner, view.date, seed, taken);
}

/// The last meetings that were held and have no minutes yet, latest first.
std::vector<const model::Meeting*> without_minutes(const model::Network& network, base::Date today) {
  std::vector<const model::Meeting*> found;
  for (const model::Meeting& meeting : network.meetings) {
    const bool held = base::date_of(meeting.start) <= today && meeting.status != model::MeetingStatus::cancelled;
    const bool told = std::any_of(network.minutes.begin(), network.minutes.end(),
                                  [&](const model::Minutes& minutes) { return minutes.meeting == &meeting; });
    if (held && !told) found.insert(found.begin(), &meeting);
  }
  return found;
}

/// The file's name: two groups may meet on one day under one title.
std::string meeting_stem(const Making& making, const NewMeeting& view) {
  const std::string stem = fmt::format("{}-{}", base::iso(view.date), file_stem(view.title));
  const std::string path = content::path_of(making.network().page.id, Folder::meetings, stem);
  const auto& meetings = making.network().meetings;
  const bool of_others = std::any_of(meetings.begin(), meetings.end(), [&](const model::Meeting& meeting) {
    return meeting.page.path == path && meeting.owner != making.place.owner;
  });
  return of_others ? fmt::format("{}-{}", stem, model::page_of(making.place.owner).id) : stem;
}

constexpr std::size_t offered = 3;

/// Refuses minutes of no meeting, with the commands that were probably meant.
[[noreturn]] void ask_for_meeting(const Making& making) {
  const auto open = without_minutes(making.network(), making.portal().today);
  std::string help;
  for (std::size_t i = 0; i < std::min(open.size(), offered); ++i)
    help += fmt::format("\ncenacle new minutes --of {} --meeting {}", making.network().page.id, open[i]->page.id);
  throw Refusal{Why::usage, "minutes are those of a meeting: say with --meeting of which",
                help.empty() ? "every meeting that was held has its minutes" : "held, and without minutes yet:" + help};
}

const model::Meeting& named_meeting(const Making& making) {
  std::string_view id = making.request.meeting;
  if (id.empty()) ask_for_meeting(making);
  if (id.starts_with("meeting:")) id.remove_prefix(8);
  std::vector<std::string_view> ids;
  for (const model::Meeting& meeting : making.network().meetings) {
    if (meeting.page.id == id || meeting.uid == id) return meeting;
    ids.push_back(meeting.page.id);
  }
  const auto near = base::closest(id, ids);
  throw Refusal{
      Why::usage, fmt::format("the network `{}` has no meeting `{}`", making.network().page.id, id),
      near ? fmt::format("did you mean --meeting {}", *near)
           : fmt::format("a meeting is named as its file in content/{}/meetings/ is", making.network().page.id)};
}

}  // namespace

rules::Slot slot_for(const Making& making, const rules::Wish& wish) {
  const rules::Timetable timetable = making.timetable();
  const NewRequest& request = making.request;
  if (request.date) {
    rules::Slot slot = timetable.on(*request.date, wish);
    const auto length = slot.end - slot.start;
    if (request.hour) slot.start = base::midnight(*request.date) + *request.hour, slot.end = slot.start + length;
    return slot;
  }
  if (const auto slot = timetable.next(wish)) return *slot;
  throw Refusal{Why::refused, fmt::format("`{}` has no day left on which it may meet within a year", making.place.of),
                "see its season, its end, and the weekdays of its charter, or choose one with --date 2026-10-06"};
}

std::vector<NewFile> make_meeting(const Making& making) {
  const model::MeetingKind* const asked = asked_kind(making);
  const model::MeetingKind* const kind = asked != nullptr ? asked : making.timetable().usual_kind(making.place.owner);
  const rules::Slot slot = slot_for(making, {making.place.owner, kind});
  NewMeeting view;
  fill(making, slot, kind, &view);
  const bool of_network = std::holds_alternative<const model::Network*>(making.place.owner);
  const std::string owner = !of_network ? model::page_of(making.place.owner).id : view.kind;
  const std::string stem = meeting_stem(making, view);
  const auto taken = meeting_ids_in(*making.setting.content.sources, making.setting.calendar_lock);
  view.id = id_for(making, view, owner, stem, taken);
  return {making.file("archetypes/meeting.md", Folder::meetings, stem, &view)};
}

std::vector<NewFile> make_series(const Making& making, const NewWorkshop& series, std::string_view stem, int months) {
  const rules::Timetable timetable = making.timetable();
  // A series that is there already shows which kind its sessions are, and at what hour.
  model::Owner like = making.place.owner;
  for (const model::Workshop& workshop : making.network().workshops)
    if (workshop.kind == model::Workshop::Kind::series) like = &workshop;
  const model::MeetingKind* const kind = timetable.usual_kind(like);
  const auto count = static_cast<int>(series.sessions);
  const rules::Wish wish{like, kind, making.request.date};
  std::vector<rules::Slot> slots = timetable.series(wish, count, months);
  if (static_cast<int>(slots.size()) < count)
    throw Refusal{Why::refused,
                  fmt::format("there are not {} days within a year on which its sessions may be held", count),
                  "see the weekdays of its charter"};
  auto taken = meeting_ids_in(*making.setting.content.sources, making.setting.calendar_lock);
  std::vector<NewFile> files{making.file("archetypes/series.md", Folder::workshops, stem, &series)};
  for (rules::Slot& slot : slots) {
    if (making.request.hour) {
      const auto length = slot.end - slot.start;
      slot.start = base::midnight(base::date_of(slot.start)) + *making.request.hour, slot.end = slot.start + length;
    }
    NewMeeting view;
    fill(making, slot, kind, &view);
    view.of = fmt::format("workshop:{}", stem);
    view.session = static_cast<std::int64_t>(files.size()), view.sessions = count;
    const std::string session_stem = fmt::format("{}-{}", base::iso(view.date), stem);
    view.id = id_for(making, view, stem, session_stem, taken);
    taken.push_back(view.id);
    files.push_back(making.file("archetypes/session.md", Folder::meetings, session_stem, &view));
  }
  return files;
}

std::vector<NewFile> make_minutes(const Making& making) {
  const model::Meeting& meeting = named_meeting(making);
  NewMinutes view;
  making.fill(&view);
  view.meeting = "meeting:" + meeting.page.id;
  view.meeting_title = meeting.page.title;
  view.date = base::date_of(meeting.start);
  return {making.file("archetypes/minutes.md", Folder::minutes, meeting.page.id, &view)};
}

}  // namespace cenacle::site
