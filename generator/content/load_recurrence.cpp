// When a meeting takes place, written out once and for all readers: `[recurrence]` and `[[occurrences]]`.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "content/meeting_times.h"
#include "content/values.h"

namespace cenacle::content {

namespace {

using Frequency = ical::Recurrence::Frequency;
using Found = std::vector<model::Occurrence>;

constexpr std::size_t most_occurrences = 500;
constexpr std::int64_t most_interval = 1'000;
constexpr Choice<Frequency> frequencies[] = {
    {"week", Frequency::weekly}, {"day", Frequency::daily}, {"month", Frequency::monthly}, {"year", Frequency::yearly}};
constexpr std::array<std::string_view, 7> weekday_words = {"monday", "tuesday",  "wednesday", "thursday",
                                                           "friday", "saturday", "sunday"};

void load_weekdays(Keys& keys, ical::Recurrence& rule) {
  const toml::Node* const list = keys.find("weekdays", toml::Kind::array, Need::optional, Keys::Items::texts);
  if (list == nullptr) return;
  if (rule.frequency != Frequency::weekly && rule.frequency != Frequency::monthly)
    return keys.report(diag::code::bad_value, list->at, "`weekdays` goes with `every = \"week\"` or `\"month\"` only",
                       "take it out, or write:\nevery = \"week\"");
  for (const toml::Node& item : list->items) {
    if (item.kind != toml::Kind::text) continue;
    if (const auto day = parse_weekday(item.text)) {
      rule.by_day.push_back({*day, 0});
    } else {
      keys.not_of_list("weekdays", item, weekday_words);
    }
  }
  std::sort(rule.by_day.begin(), rule.by_day.end(), [](auto a, auto b) { return a.weekday < b.weekday; });
  rule.by_day.erase(std::unique(rule.by_day.begin(), rule.by_day.end()), rule.by_day.end());
}

void load_nth(Keys& keys, ical::Recurrence& rule) {
  const auto nth = keys.integer("nth", Need::optional, -1);
  if (!nth) return;
  const toml::Spot& at = keys.table().find("nth")->at;
  if (*nth == 0 || *nth > 5)
    return keys.report(diag::code::bad_value, at, "`nth` is 1 for the first of the month, to 5, or -1 for the last",
                       paste("nth", "1"));
  if (rule.frequency != Frequency::monthly || rule.by_day.empty())
    return keys.report(diag::code::bad_value, at, "`nth` says which of the month's `weekdays` is meant",
                       "write:\nevery = \"month\"\nweekdays = [\"tuesday\"]\nnth = " + std::to_string(*nth));
  for (ical::ByDay& day : rule.by_day) day.nth = static_cast<int>(*nth);
}

/// `until` or `count`: one of them, so that nothing goes on for ever. Whether the rule ends.
bool load_end(Keys& keys, const model::Meeting& meeting, ical::Recurrence& rule) {
  const auto until = keys.date("until");
  const auto count = keys.integer("count", Need::optional, 1);
  const toml::Node *const until_at = keys.table().find("until"), *const count_at = keys.table().find("count");
  if (until_at == nullptr && count_at == nullptr) {
    if (keys.file().whole)
      keys.report(diag::code::recurrence_endless, keys.at(), "the recurrence has no end",
                  fmt::format("add the last day, or how often in all (`count`):\nuntil = {}",
                              base::iso(base::add_months(base::date_of(meeting.start), 12))));
    return false;
  }
  if (until && count)
    keys.report(diag::code::bad_value, count_at->at, "the recurrence has both `until` and `count`",
                "take one of the two out");
  if (until) {
    const base::Date first = base::date_of(meeting.start);
    if (*until < first) {
      keys.report(diag::code::ends_before_start, until_at->at, "`until` is before `start`",
                  paste("until", base::iso(base::add_months(first, 12))), {{"`start` is " + base::iso(first), {}}});
      return false;
    }
    rule.until = base::midnight(*until) + (meeting.start - base::midnight(first));
  } else if (count) {
    if (*count > static_cast<std::int64_t>(most_occurrences)) {
      keys.report(diag::code::recurrence_too_long, count_at->at,
                  fmt::format("{} times are too many: a meeting has {} occurrences at most", *count, most_occurrences),
                  paste("count", std::to_string(most_occurrences)));
      return false;
    }
    rule.count = static_cast<int>(*count);
  }
  return until || count;
}

/// Whether the rule's weekdays allow a day.
bool allows(const ical::Recurrence& rule, base::Date date) {
  const auto day = static_cast<int>(static_cast<unsigned>(date.day()));
  const bool last = base::add_days(date, 7).month() != date.month();
  return rule.by_day.empty() || std::any_of(rule.by_day.begin(), rule.by_day.end(), [&](const ical::ByDay& it) {
           const bool nth = it.nth == 0 || (it.nth == -1 ? last : it.nth == (day + 6) / 7);
           return nth && it.weekday == base::weekday(date);
         });
}

/// RFC 5545 §3.8.5.3: what a start that its own rule does not give means is undefined, and clients differ.
void start_not_given(const Keys& keys, const model::Meeting& meeting, const ical::Recurrence& rule) {
  const base::Date first = base::date_of(meeting.start);
  base::Date next = base::add_days(first, 1);
  while (!allows(rule, next) && base::days_between(first, next) < 366) next = base::add_days(next, 1);
  const base::LocalTime moved = base::midnight(next) + (meeting.start - base::midnight(first));
  const model::Spot& at = meeting.start_at;
  keys.report(diag::code::recurrence_start, {at.line, at.column, at.length},
              "`start` is not on one of the days that the meeting's own recurrence gives",
              fmt::format("the next one is {}; write:\nstart = {}", base::iso(next),
                          meeting.all_day ? base::iso(next) : base::iso(moved)),
              {{"the recurrence is here", keys.place(keys.at())}});
}

/// The starts that the rule gives, or nothing when they cannot be told.
std::vector<base::LocalTime> expand(const Keys& keys, const model::Meeting& meeting, const ical::Recurrence& rule) {
  if (!allows(rule, base::date_of(meeting.start)))
    return start_not_given(keys, meeting, rule), std::vector<base::LocalTime>();
  auto starts = ical::occurrences(rule, meeting.start, most_occurrences + 1);
  if (starts.size() <= most_occurrences) return starts;
  keys.report(diag::code::recurrence_too_long, keys.table().find("until")->at,
              fmt::format("a meeting has {} occurrences at most", most_occurrences),
              paste("until", base::iso(base::date_of(starts[most_occurrences - 1]))));
  return {};
}

/// The occurrence planned for a day, or the end.
Found::iterator planned_for(Found& all, base::Date day) {
  return std::find_if(all.begin(), all.end(), [&](const auto& it) { return base::date_of(it.planned) == day; });
}

/// A day that the rule does not give; the nearest that it gives is proposed.
void not_planned(const Keys& keys, std::string_view key, const toml::Node& value, const Found& all) {
  const base::Date day = base::date_of(value.when);
  std::string help = "take it out";
  int least = std::numeric_limits<int>::max();
  for (const model::Occurrence& it : all) {
    const base::Date other = base::date_of(it.planned);
    if (const int away = std::abs(base::days_between(day, other)); away < least) {
      least = away;
      help = "did you mean:\n" + keys.line(key, base::iso(other));
    }
  }
  keys.report(diag::code::not_an_occurrence, value.at, fmt::format("the meeting is not planned for {}", base::iso(day)),
              std::move(help));
}

void load_except(Keys& keys, model::Recurrence& recurrence, Found& all) {
  const toml::Node* const list = keys.find("except", toml::Kind::array, Need::optional, Keys::Items::dates);
  if (list == nullptr || all.empty()) return;
  const Found given = all;
  for (const toml::Node& item : list->items) {
    if (item.kind != toml::Kind::date) continue;
    const base::Date day = base::date_of(item.when);
    const auto found = planned_for(all, day);
    if (found != all.end()) {
      all.erase(found);
      recurrence.except.push_back(day);
    } else if (std::find(recurrence.except.begin(), recurrence.except.end(), day) == recurrence.except.end()) {
      not_planned(keys, "except", item, given);
    }
  }
  std::sort(recurrence.except.begin(), recurrence.except.end());
  if (all.empty())
    keys.report(diag::code::recurrence_empty, list->at, "`except` takes out every day of the recurrence",
                "leave one, or cancel the meeting: above the first line in brackets,\nstatus = \"cancelled\"");
}

model::Occurrence as_the_meeting(const model::Meeting& meeting, base::LocalTime planned) {
  return {planned,
          planned,
          planned + (meeting.end - meeting.start),
          meeting.page.title,
          meeting.place,
          meeting.address,
          meeting.online,
          meeting.status,
          meeting.status_note,
          false,
          {}};
}

/// What an occurrence says in place of the meeting.
void change(Keys& keys, const model::Meeting& meeting, model::Occurrence& it) {
  const auto length = it.end - it.start;
  const auto times =
      load_stretch(keys, meeting.time_zone, keys.table().find("end") != nullptr ? Need::required : Need::optional);
  it.changed = true;
  it.at = keys.spot(times ? "start" : "planned");
  if (times && times->all_day != meeting.all_day) {
    const base::Date day = base::date_of(times->start);
    keys.report(diag::code::wrong_type, keys.table().find("start")->at,
                meeting.all_day ? "the meeting lasts all day, and so do its occurrences"
                                : "the meeting has hours, and so do its occurrences",
                paste("start", meeting.all_day ? base::iso(day)
                                               : base::iso(base::midnight(day) +
                                                           (it.start - base::midnight(base::date_of(it.start))))));
  } else if (times) {
    it.start = times->start;
    it.end = keys.table().find("end") == nullptr ? it.start + length : times->end;
  }
  const auto text = [&](std::string& value, std::string written) {
    if (!written.empty()) value = std::move(written);
  };
  text(it.place, keys.text("place"));
  text(it.address, keys.text("address"));
  text(it.online, keys.secure_address("online"));
  const bool elsewhen = it.start != it.planned;
  it.status =
      keys.choice("status", meeting_statuses,
                  elsewhen && it.status == model::MeetingStatus::confirmed ? model::MeetingStatus::moved : it.status);
  if (meeting.status == model::MeetingStatus::cancelled) it.status = meeting.status;
  text(it.status_note, keys.text("status_note"));
  text(it.title, keys.text("title"));
}

void load_occurrence(Keys& keys, const model::Meeting& meeting, Found& all, const Found& given) {
  const auto planned = keys.date("planned", Need::required);
  auto found = planned ? planned_for(all, *planned) : all.end();
  model::Occurrence aside = as_the_meeting(meeting, meeting.start);
  if (planned && found == all.end()) {
    const toml::Node& at = *keys.table().find("planned");
    if (given.end() != std::find_if(given.begin(), given.end(),
                                    [&](const auto& it) { return base::date_of(it.planned) == *planned; })) {
      keys.report(diag::code::not_an_occurrence, at.at, fmt::format("`except` takes {} out", base::iso(*planned)),
                  "take it out of one of the two");
    } else if (!given.empty()) {
      not_planned(keys, "planned", at, all);
    }
  } else if (planned && found->changed) {
    const toml::Node& at = *keys.table().find("planned");
    keys.report(diag::code::not_an_occurrence, at.at, fmt::format("{} has been spoken of already", base::iso(*planned)),
                "make one of the two",
                {{"the other is here", keys.place({found->at.line, found->at.column, found->at.length})}});
    found = all.end();
  }
  change(keys, meeting, found == all.end() ? aside : *found);
}

}  // namespace

void load_occurrences(Keys& keys, model::Meeting& meeting) {
  Found given, all;
  const bool readable = meeting.start != base::LocalTime{};
  const bool recurs = keys.table("recurrence", "a recurrence", [&](Keys& table) {
    model::Recurrence recurrence;
    recurrence.rule.frequency = table.choice("every", frequencies, Frequency::weekly, Need::required);
    const auto interval = table.integer("interval", Need::optional, 1);
    recurrence.rule.interval = static_cast<int>(std::min(interval.value_or(1), most_interval));
    load_weekdays(table, recurrence.rule);
    load_nth(table, recurrence.rule);
    if (load_end(table, meeting, recurrence.rule) && readable)
      for (const base::LocalTime start : expand(table, meeting, recurrence.rule))
        given.push_back(as_the_meeting(meeting, start));
    all = given;
    load_except(table, recurrence, all);
    if (!all.empty()) meeting.recurrence = std::move(recurrence);
  });
  keys.tables("occurrences", "an occurrence", [&](Keys& table) { load_occurrence(table, meeting, all, given); });
  if (const toml::Node* const list = keys.table().find("occurrences"); list != nullptr && !recurs && keys.file().whole)
    keys.report(diag::code::missing_key, list->items.empty() ? list->at : list->items.front().at,
                "a meeting with `[[occurrences]]` needs `recurrence`",
                "add above them:\n[recurrence]\nevery = \"week\"\ncount = 10");
  if (all.empty()) all.push_back(as_the_meeting(meeting, meeting.start));
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.start < b.start; });
  meeting.occurrences = std::move(all);
}

}  // namespace cenacle::content
