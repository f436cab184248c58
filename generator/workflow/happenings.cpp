// What happens to a subject, and when: days that its content or its term sets, and facts.
#include <algorithm>
#include <cstdlib>

#include "formats/locale/locale.h"
#include "rules/registration/attendance.h"
#include "rules/registration/case.h"
#include "rules/registration/convention.h"
#include "workflow/subject.h"

namespace cenacle::workflow {

namespace {

using Happenings = std::vector<Happening>;

std::int64_t number_of(base::Date day) {
  return int(day.year()) * 10000 + static_cast<std::int64_t>(unsigned(day.month())) * 100 + unsigned(day.day());
}

/// The facts about one time of a meeting, of one kind.
std::vector<model::Fact> facts_about(const Setting& setting, const Roll& roll, const Subject& subject,
                                     model::FactKind kind) {
  auto facts = setting.memory.facts_about(kind, roll.network().page.id, {}, "meeting:" + subject.meeting->uid);
  if (subject.occurrence != nullptr)
    std::erase_if(facts, [&](const model::Fact& it) { return it.day != base::date_of(subject.occurrence->start); });
  return facts;
}

Happenings of_meeting(const Setting& setting, const Roll& roll, const Subject& subject, Event event) {
  const model::Meeting& meeting = *subject.meeting;
  if (event == Event::start || event == Event::end) {
    const model::Occurrence& time = subject.occurrence != nullptr ? *subject.occurrence
                                    : event == Event::start       ? meeting.occurrences.front()
                                                                  : meeting.occurrences.back();
    base::LocalTime when = event == Event::start ? time.start : time.end;
    if (meeting.all_day) when += event == Event::start ? usual_hour : std::chrono::seconds(std::chrono::hours(18));
    return {at_time(when, meeting.time_zone, roll.calendar())};
  }
  const auto kind = event == Event::substituted ? model::FactKind::substituted : model::FactKind::answered;
  Happenings all;
  for (const model::Fact& it : facts_about(setting, roll, subject, kind)) {
    // Of several answers, the last one counts.
    std::erase_if(all, [&](const Happening& before) { return before.who == it.person; });
    if (event == Event::declined && it.value != "absent") continue;
    Happening one = by_fact({it.seq, it.at}, roll.calendar());
    one.who = it.person, one.other = it.other;
    all.push_back(std::move(one));
  }
  return all;
}

std::optional<base::Date> day_of_mandate(const Setting& setting, const Roll& roll, const model::Registration& it) {
  const model::Person* const her = setting.memory.find_person(it.person);
  std::optional<base::Date> first;
  if (her == nullptr) return first;
  for (const model::Mandate* mandate : her->mandates_in(it.network, roll.today()))
    if ((it.body.empty() || mandate->body == it.body) && (!first || mandate->from < *first)) first = mandate->from;
  return first;
}

Happenings of_sessions(const Roll& roll, const Subject& subject, Event event) {
  std::optional<Happening> found;
  for (const model::Meeting& meeting : roll.network().meetings) {
    const bool is_its = subject.meeting != nullptr ? subject.meeting == &meeting : meeting.owner == subject.owner;
    if (!is_its) continue;
    for (const model::Occurrence& it : meeting.occurrences) {
      if (it.status == model::MeetingStatus::cancelled || meeting.status == model::MeetingStatus::cancelled) continue;
      const bool first = event == Event::first_meeting;
      const Happening one = at_time(first ? it.start : it.end, meeting.time_zone, roll.calendar());
      if (!found || (first ? one.at < found->at : found->at < one.at)) found = one;
    }
  }
  return found ? Happenings{*found} : Happenings{};
}

Happenings of_convention(const Roll& roll, const Subject& subject, Event event) {
  using Kind = rules::Due::Kind;
  Happenings all;
  const auto convention = rules::convention(roll.registrar(), *subject.registration);
  if (!convention) return all;
  const Kind kind = event == Event::notice    ? Kind::notice
                    : event == Event::renewal ? Kind::renewal
                    : event == Event::fee     ? Kind::fee
                                              : Kind::end;
  for (const rules::Due& it : rules::dues(*convention, base::add_months(roll.today(), -12)))
    if (it.kind == kind) all.push_back(on_day(it.day, roll.calendar()));
  return all;
}

/// The last meeting that was held makes as many missed in a row as the path tells of.
Happenings of_absences(const Setting& setting, const Roll& roll, const Subject& subject) {
  if (!subject.path->absences) return {};
  const model::Registration& it = *subject.registration;
  std::optional<model::Fact> last;
  for (const model::Meeting& meeting : roll.network().meetings) {
    if (!(meeting.owner == subject.owner) || base::date_of(meeting.start) > roll.today()) continue;
    for (model::Fact& fact :
         setting.memory.facts_about(model::FactKind::attended, it.network, {}, "meeting:" + meeting.uid))
      if ((fact.person == it.person || fact.person == it.partner) && (!last || *last->day <= *fact.day))
        last = std::move(fact);
  }
  if (!last || last->value == "present") return {};
  const std::int64_t missed = rules::missed_in_a_row(setting.memory, roll.network(), it, roll.today());
  if (missed < subject.path->absences->value) return {};
  return {by_fact({last->seq, last->at}, roll.calendar())};
}

Happenings of_registration(const Setting& setting, const Roll& roll, const Subject& subject, const Moment& moment) {
  const model::Registration& it = *subject.registration;
  const bool is_over = model::nature(it.state) == model::Nature::out;
  switch (moment.event) {
    case Event::state:
      if (it.state != moment.state) return {};
      return {by_fact(setting.memory.stage(it.id), roll.calendar())};
    case Event::vacated: {
      const auto vacated = setting.memory.vacated(it.id);
      return vacated && !is_over ? Happenings{by_fact(*vacated, roll.calendar())} : Happenings{};
    }
    case Event::warned: {
      const auto breach = setting.memory.breach(it.id);
      const rules::Rule* const rule = breach ? roll.book()->rule(breach->first) : nullptr;
      if (is_over || rule == nullptr || rule->otherwise != rules::Otherwise::warn) return {};
      return {by_fact(breach->second, roll.calendar())};
    }
    case Event::absences:
      return is_over ? Happenings{} : of_absences(setting, roll, subject);
    case Event::due: {
      if (!it.until || is_over) return {};
      Happening due = by_fact({0, *it.until}, roll.calendar());
      due.revision = number_of(base::date_of(due.when));
      return {due};
    }
    case Event::mandate: {
      const auto day = day_of_mandate(setting, roll, it);
      return day && !is_over ? Happenings{on_day(*day, roll.calendar())} : Happenings{};
    }
    case Event::first_meeting:
    case Event::last_meeting:
      return is_over ? Happenings{} : of_sessions(roll, subject, moment.event);
    default:
      return is_over ? Happenings{} : of_convention(roll, subject, moment.event);
  }
}

Happenings of_request(const Roll& roll, const Request& it, Event event) {
  const auto when = [&](const std::optional<Happened>& fact) {
    return fact ? Happenings{by_fact(*fact, roll.calendar())} : Happenings{};
  };
  if (event == Event::asked) return when(it.asked);
  if (event == Event::routed) return when(it.routed);
  return when(event == Event::replied ? it.replied : it.closed);
}

/// The first time that she took part in the network; never again, whatever becomes of that.
Happenings of_arrival(const Setting& setting, const Roll& roll, const model::PersonId& person) {
  for (const model::Registration& it : setting.memory.of_person(person)) {
    if (it.network != roll.network().page.id || it.terms == 0) continue;
    Happening one = by_fact(setting.memory.stage(it.id), roll.calendar());
    one.revision = it.arrival;
    return {one};
  }
  return {};
}

Happenings each_year(const Roll& roll, std::chrono::month_day day) {
  Happenings all;
  for (int shift = -1; shift <= 2; ++shift) {
    const std::chrono::year_month_day date = (roll.today().year() + std::chrono::years(shift)) / day;
    if (date.ok()) all.push_back(on_day(date, roll.calendar()));
  }
  return all;
}

}  // namespace

Happening on_day(base::Date day, const Calendar& calendar) {
  const base::LocalTime when = base::midnight(day) + usual_hour;
  return {when, calendar.instant_of(when), number_of(day), {}, {}};
}

Happening at_time(base::LocalTime time, std::string_view zone, const Calendar& calendar) {
  const base::Instant at = locale::to_instant(time, zone);
  return {locale::to_local(at, calendar.time_zone), at, number_of(base::date_of(time)), {}, {}};
}

Happening by_fact(const Happened& fact, const Calendar& calendar) {
  return {locale::to_local(fact.at, calendar.time_zone), fact.at, fact.seq, {}, {}};
}

std::vector<Happening> happenings(const Setting& setting, const Roll& roll, const Subject& subject,
                                  const Moment& moment) {
  const auto days = [&](const std::optional<base::Date>& day) {
    return day ? Happenings{on_day(*day, roll.calendar())} : Happenings{};
  };
  switch (subject.about) {
    case About::meeting:
    case About::minutes:
      return of_meeting(setting, roll, subject, moment.event);
    case About::decision:
      return days(subject.decision->by);
    case About::survey:
      return days(moment.event == Event::announced ? subject.survey->date : subject.survey->closes);
    case About::sheet:
      return days(base::add_months(subject.sheet->reviewed, static_cast<int>(subject.sheet->review_months)));
    case About::charter:
      return days(subject.charter->in_force);
    case About::contribution:
      return days(subject.contribution->date);
    case About::group:
      return subject.group->call ? days(subject.group->call->deadline) : Happenings{};
    case About::network:
      return moment.event == Event::each_year ? each_year(roll, moment.day) : days(roll.network().opens);
    case About::request:
      return of_request(roll, *subject.request, moment.event);
    case About::registration:
      return of_registration(setting, roll, subject, moment);
    case About::person:
      return of_arrival(setting, roll, subject.person);
  }
  return {};
}

}  // namespace cenacle::workflow
