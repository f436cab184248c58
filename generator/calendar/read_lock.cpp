// The lock from its text. It is a machine's file that people merge by hand: what is wrong is said where it stands, and
// nothing is guessed, for a SEQUENCE that falls would be ignored by every client for ever.
#include <fmt/format.h>

#include <charconv>
#include <set>

#include "base/text.h"
#include "calendar/lock.h"
#include "content/keys.h"
#include "content/meeting_times.h"
#include "content/values.h"
#include "diag/codes.h"

namespace cenacle::calendar {

namespace {

using content::Choice;
using content::Keys;
using content::Need;
using Frequency = ical::Recurrence::Frequency;

constexpr Choice<ical::Status> statuses[] = {{"confirmed", ical::Status::confirmed},
                                             {"tentative", ical::Status::tentative},
                                             {"cancelled", ical::Status::cancelled}};
constexpr Choice<Frequency> frequencies[] = {
    {"week", Frequency::weekly}, {"day", Frequency::daily}, {"month", Frequency::monthly}, {"year", Frequency::yearly}};
constexpr std::string_view way_out =
    "of each entry, keep the block with the higher `sequence` and take out the other and the marks; then run:\n"
    "cenacle build";

/// Git's marks of a conflict: each is told, and the rest is not read.
bool has_conflicts(std::string_view text, diag::Diagnostics& diagnostics) {
  std::uint32_t line = 0;
  bool found = false;
  for (const std::string_view each : base::split(text, '\n')) {
    ++line;
    if (!each.starts_with("<<<<<<<") && !each.starts_with(">>>>>>>")) continue;
    diagnostics.add(diag::code::lock_conflict, {std::string(lock_path), line, 1, 7},
                    "two branches changed the same calendar entry, and the merge is not finished",
                    std::string(way_out));
    found = true;
  }
  return found;
}

base::Instant instant(Keys& keys, std::string_view key) {
  const toml::Node* const value = keys.find(key, toml::Kind::offset_date_time, Need::required);
  const auto when = value == nullptr ? std::nullopt : base::parse_instant(value->text);
  if (value != nullptr && !when)
    keys.report(diag::code::bad_value, value->at, fmt::format("`{}` is an instant in UTC", key),
                content::paste(key, "2026-09-15T07:00:00Z"));
  return when.value_or(base::Instant{});
}

Shown shown(Keys& keys, std::string_view key) {
  Shown it;
  keys.table(
      key, "what is shown",
      [&](Keys& table) {
        const std::string digest = table.text("digest", Need::required);
        const auto [end, error] = std::from_chars(digest.data(), digest.data() + digest.size(), it.digest, 16);
        if (!digest.empty() && (error != std::errc() || end != digest.data() + digest.size() || digest.size() != 16))
          table.report(
              diag::code::bad_value, table.table().find("digest")->at, "`digest` is 16 hexadecimal digits",
              "take the line from the last version that could be read, or write:\ndigest = \"0000000000000000\"");
        it.changed = instant(table, "changed");
      },
      Need::required);
  return it;
}

void load_rule(Keys& keys, const State& state, ical::Recurrence& rule) {
  rule.frequency = keys.choice("every", frequencies, Frequency::weekly, Need::required);
  rule.interval = static_cast<int>(keys.integer("interval", Need::optional, 1).value_or(1));
  const auto nth = keys.integer("nth", Need::optional, -1);
  for (const std::string& day : keys.texts("weekdays"))
    if (const auto weekday = content::parse_weekday(day))
      rule.by_day.push_back({*weekday, static_cast<int>(nth.value_or(0))});
  if (const auto until = keys.date("until"))
    rule.until = base::midnight(*until) + (state.start - base::midnight(base::date_of(state.start)));
  if (const auto count = keys.integer("count", Need::optional, 1)) rule.count = static_cast<int>(*count);
}

void load_recurrence(Keys& keys, State& state) {
  model::Recurrence recurrence;
  const bool recurs =
      keys.table("recurrence", "a recurrence", [&](Keys& table) { load_rule(table, state, recurrence.rule); });
  if (const auto* list = keys.find("except", toml::Kind::array, Need::optional, Keys::Items::dates))
    for (const toml::Node& day : list->items)
      if (day.kind == toml::Kind::date) recurrence.except.push_back(base::date_of(day.when));
  const auto hour = state.start - base::midnight(base::date_of(state.start));
  keys.tables("occurrences", "an occurrence", [&](Keys& table) {
    Override it;
    if (const auto planned = table.date("planned", Need::required)) it.planned = base::midnight(*planned) + hour;
    if (const auto times = content::load_stretch(table, state.zone, Need::required))
      it.start = times->start, it.end = times->end;
    it.status = table.choice("status", statuses, ical::Status::confirmed);
    it.place = table.text("place");
    state.overrides.push_back(std::move(it));
  });
  if (recurs) state.recurrence = std::move(recurrence);
}

Known load_known(Keys& keys) {
  Known known;
  known.title = keys.text("title", Need::required);
  known.where.network = keys.text("network", Need::required);
  known.where.of = keys.text("of", Need::required);
  known.where.kind = keys.text("kind");
  known.where.audience = keys.text("audience");
  known.where.members = keys.text("members", Need::required);
  known.state.zone = keys.text("zone", Need::required);
  if (const auto times = content::load_stretch(keys, known.state.zone, Need::required)) {
    known.state.start = times->start;
    known.state.end = times->end;
    known.state.all_day = times->all_day;
  }
  known.state.place = keys.text("place");
  known.state.status = keys.choice("status", statuses, ical::Status::confirmed);
  load_recurrence(keys, known.state);
  known.shown = {shown(keys, "readers_see"), shown(keys, "members_see")};
  return known;
}

Locked load_entry(Keys& keys) {
  Locked locked;
  locked.uid = keys.text("uid", Need::required);
  locked.sequence = keys.integer("sequence", Need::required).value_or(0);
  if (keys.table().find("deleted") != nullptr) locked.deleted = instant(keys, "deleted");
  // Of one that was deleted long ago nothing else is kept.
  if (!locked.deleted || keys.table().find("title") != nullptr) locked.known = load_known(keys);
  return locked;
}

}  // namespace

Lock read_lock(std::string_view text, const content::Content& content, diag::Diagnostics& diagnostics) {
  Lock lock;
  if (has_conflicts(text, diagnostics)) return lock;
  if (const auto bad = base::first_invalid_utf8(text)) {
    diagnostics.add(diag::code::not_utf8, {std::string(lock_path), 0, 0, 0}, "the file is not UTF-8",
                    "take it back from Git:\ngit checkout -- " + std::string(lock_path));
    return lock;
  }
  const toml::Node root = toml::parse(text, lock_path, 1, diagnostics);
  const content::Context context{*content.portal, *content.sources, diagnostics};
  const content::File file{context, lock_path};
  Keys keys(root, file, "the calendar's lock");
  std::map<std::string, std::string_view, std::less<>> owners;
  keys.table("entry", "the list of entries", [&](Keys& entries) {
    for (const toml::Entry& entry : entries.table().entries)
      entries.table(entry.key, "an entry", [&](Keys& table) {
        Locked& locked = lock[entry.key] = load_entry(table);
        const auto [first, is_new] = owners.emplace(locked.uid, entry.key);
        if (!is_new && !locked.uid.empty())
          table.report(diag::code::duplicate_id, table.table().find("uid")->at,
                       fmt::format("the entries `{}` and `{}` have the same `uid`", first->second, entry.key),
                       "take the file back from Git:\ngit checkout -- " + std::string(lock_path));
      });
  });
  keys.finish();
  return lock;
}

}  // namespace cenacle::calendar
