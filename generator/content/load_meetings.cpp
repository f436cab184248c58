// meetings/ and minutes/: when people meet, and what they decided.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "content/kinds.h"
#include "content/meeting_times.h"
#include "content/page_keys.h"
#include "content/references.h"
#include "content/values.h"
#include "formats/locale/locale.h"

namespace cenacle::content {

namespace {

constexpr Named owners[] = {Named::group, Named::workshop, Named::space};

void load_times(Keys& keys, model::Meeting& meeting) {
  const auto times = load_stretch(keys, meeting.time_zone, Need::required);
  if (!times) return;
  meeting.start = times->start;
  meeting.end = times->end;
  meeting.all_day = times->all_day;
}

/// The meeting has its uid already: here it is only said what is wrong with the key that should give it.
void check_id(Keys& keys, const MeetingIds& ids) {
  const std::string_view path = keys.file().path;
  const toml::Node* const value = keys.find("id", toml::Kind::text, Need::optional);
  if (value == nullptr) {
    if (keys.table().find("id") == nullptr && keys.file().whole)
      keys.report(diag::code::meeting_id_missing, {1, 1, 3}, "the meeting has no `id`, which its calendar entry is known by",
                  "add:\nid = " + quoted(ids.proposal(path)));
    return;
  }
  if (!is_meeting_id(value->text))
    return keys.report(diag::code::bad_value, value->at, "`id` is 8 to 64 of `a-z`, `0-9` and `-`",
                       paste("id", quoted(ids.proposal(path))));
  const MeetingIds::Use* const first = ids.first_use(value->text, path);
  if (first == nullptr) return;
  keys.report(diag::code::meeting_id_copied, value->at, fmt::format("another meeting has the id `{}` already", value->text),
              "in the copy, " + paste("id", quoted(ids.proposal(path))),
              {{fmt::format("it is that of `{}`", first->path),
                {std::string(first->path), first->at.line, first->at.column, first->at.length}}});
}

/// "Séance – Groupe Archives".
std::string title_of(const model::Meeting& meeting) {
  const std::string& owner = model::page_of(meeting.owner).title;
  if (meeting.kind == nullptr) return owner;
  return std::holds_alternative<const model::Network*>(meeting.owner) ? meeting.kind->title
                                                                      : fmt::format("{} – {}", meeting.kind->title, owner);
}

constexpr Choice<model::Decision::Outcome> outcomes[] = {{"consensus", model::Decision::Outcome::consensus},
                                                         {"dissensus", model::Decision::Outcome::dissensus}};
constexpr Named role_or_body[] = {Named::role, Named::body};

void load_zone(Keys& keys, model::Meeting& meeting) {
  meeting.time_zone = keys.file().context.portal.time_zone;
  const std::string zone = keys.text("time_zone");
  if (zone.empty()) return;
  if (locale::is_time_zone(zone)) {
    meeting.time_zone = zone;
  } else {
    unknown_time_zone(keys, "time_zone");
  }
}

model::Decision load_decision(Keys& keys) {
  model::Decision it;
  it.text = keys.text("text", Need::required);
  it.outcome = keys.choice("outcome", outcomes, model::Decision::Outcome::consensus, Need::required);
  it.positions = keys.texts("positions");
  const Referred carrier = refer(keys, "carried_by", {role_or_body, false});
  if (carrier && carrier.kind == Named::role) it.carried_by = carrier.as<model::Role>();
  if (carrier && carrier.kind == Named::body) it.carried_by = carrier.as<model::Body>();
  it.by = keys.date("by");
  it.done = keys.date("done");
  it.article = citation(keys, "article");
  return it;
}

}  // namespace

void load_meeting(Keys& keys, model::Meeting& meeting, const MeetingIds& ids) {
  const model::Network& network = *keys.file().network;
  check_id(keys, ids);
  meeting.owner = owner(keys, "of", owners);
  meeting.members = model::members_of(meeting.owner);
  load_page(keys, meeting.page, {.title = Need::optional, .group = &meeting.members, .folder = "meetings"});
  meeting.kind = listed(keys, "kind", "kind of meeting", network.meeting_kinds,
                        network.meeting_kinds.empty() ? Need::optional : Need::required);
  if (meeting.page.title.empty()) meeting.page.title = title_of(meeting);
  load_zone(keys, meeting);
  load_times(keys, meeting);
  meeting.start_at = keys.spot("start");
  meeting.place = keys.text("place");
  meeting.address = keys.text("address");
  meeting.online = keys.secure_address("online");
  meeting.status = keys.choice("status", meeting_statuses, model::MeetingStatus::confirmed);
  meeting.status_note = keys.text("status_note");
  meeting.lunch = keys.boolean("lunch");
  meeting.organiser = reference<model::Role>(keys, "organiser");
  for (const Referred& it : refer_all(keys, "with", {role_or_body, false})) {
    if (it.kind == Named::role) meeting.with.emplace_back(it.as<model::Role>());
    if (it.kind == Named::body) meeting.with.emplace_back(it.as<model::Body>());
  }
  load_occurrences(keys, meeting);
}

void load_thing(Keys& keys, model::Minutes& minutes) {
  minutes.meeting = reference<model::Meeting>(keys, "meeting", Need::required);
  const model::Audience* const group = minutes.meeting == nullptr ? nullptr : &minutes.meeting->members;
  load_page(keys, minutes.page,
            {.title = Need::optional, .visibility = Visibility::group, .group = group, .folder = "minutes"});
  if (minutes.page.title.empty() && minutes.meeting != nullptr) minutes.page.title = minutes.meeting->page.title;
  minutes.attendance = keys.integer("attendance");
  keys.tables("decisions", "a decision", [&](Keys& table) { minutes.decisions.push_back(load_decision(table)); });
}

}  // namespace cenacle::content
