// Writing and reading 10,000 events beside the bare library: libical's own loop over the same properties, in turns, in
// one run. Prints both and the ratio; judges nothing.
//
// usage: bench_ical [EVENTS] [TURNS]
#include <fmt/format.h>
#include <libical/ical.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "formats/ical/ical.h"

using namespace cenacle;

namespace {

constexpr const char* zone = "Europe/Paris";

ical::Event event(int i) {
  using namespace std::chrono;
  const std::string number = std::to_string(i);
  ical::Event made;
  made.uid = "reunion-" + number + "@portail.example";
  made.stamp = sys_days(2024y / September / 1) + 8h;
  made.summary = "Réunion générale n° " + number + " : préparation de la fête d'été";
  made.description =
      "Ordre du jour : budget, planning et répartition des tâches ; merci d'apporter vos idées.\nAccès : entrée côté "
      "théâtre, code à demander à Hélène.\nPage : https://portail.example/e/" +
      number + "/";
  made.location = "Salle Édith-Piaf, 12 rue de l'Église, Saint-Étienne";
  made.url = "https://portail.example/e/" + number + "/";
  const auto day = year(2024 + i % 3) / month(static_cast<unsigned>(1 + i % 12)) /
                   std::chrono::day(static_cast<unsigned>(1 + i % 28));
  made.start = {base::LocalTime(local_days(day)) + hours(8 + i % 12), zone, false};
  made.end = {made.start.time + 2h, zone, false};
  if (i % 20 == 0) made.recurrence = ical::Recurrence{ical::Recurrence::Frequency::weekly, 1, {{2, 0}}, {}, 10};
  return made;
}

icaltimetype bare_time(base::LocalTime time) {
  const base::Date date = base::date_of(time);
  icaltimetype out = icaltime_null_time();
  out.year = static_cast<int>(date.year());
  out.month = static_cast<int>(static_cast<unsigned>(date.month()));
  out.day = static_cast<int>(static_cast<unsigned>(date.day()));
  out.hour = static_cast<int>((time - base::midnight(date)).count() / 3600);
  return out;
}

void add_timed(icalcomponent* component, icalproperty* property) {
  icalproperty_add_parameter(property, icalparameter_new_tzid(zone));
  icalcomponent_add_property(component, property);
}

/// The same events and properties, by libical's documentation and nothing else.
std::string bare_write(const std::vector<ical::Event>& events) {
  icalcomponent* calendar = icalcomponent_vanew(ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"),
                                                icalproperty_new_prodid("-//bench//libical//FR"), nullptr);
  icalcomponent_add_component(calendar, icalparser_parse_string(ical::vtimezone(zone).c_str()));
  const icaltimetype stamp = icaltime_from_string("20240901T080000Z");
  for (const ical::Event& one : events) {
    icalcomponent* component = icalcomponent_vanew(
        ICAL_VEVENT_COMPONENT, icalproperty_new_uid(one.uid.c_str()), icalproperty_new_dtstamp(stamp),
        icalproperty_new_sequence(0), icalproperty_new_summary(one.summary.c_str()),
        icalproperty_new_description(one.description.c_str()), icalproperty_new_location(one.location.c_str()),
        icalproperty_new_url(one.url.c_str()), nullptr);
    add_timed(component, icalproperty_new_dtstart(bare_time(one.start.time)));
    add_timed(component, icalproperty_new_dtend(bare_time(one.end.time)));
    if (one.recurrence) {
      icalcomponent_add_property(
          component, icalproperty_new_rrule(icalrecurrencetype_from_string("FREQ=WEEKLY;COUNT=10;BYDAY=TU")));
    }
    icalcomponent_add_component(calendar, component);
  }
  char* text = icalcomponent_as_ical_string_r(calendar);
  std::string out = text;
  std::free(text);
  icalcomponent_free(calendar);
  return out;
}

std::size_t bare_read(const std::string& text) {
  icalcomponent* calendar = icalparser_parse_string(text.c_str());
  std::size_t count = 0;
  for (icalcomponent* one = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); one != nullptr;
       one = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
    count += icalcomponent_get_dtstart(one).year != 0 && icalcomponent_get_summary(one) != nullptr;
  icalcomponent_free(calendar);
  return count;
}

/// The lines of a calendar's events without their folds, in an order of their own: what both sides must share.
std::vector<std::string> event_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::string line;
  for (std::size_t at = text.find("BEGIN:VEVENT"); at < text.size(); ++at) {
    if (text.compare(at, 3, "\r\n ") == 0) {
      at += 2;
    } else if (text.compare(at, 2, "\r\n") == 0) {
      lines.push_back(std::move(line));
      line.clear();
      ++at;
    } else {
      line += text[at];
    }
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

using Work = std::function<void()>;

double seconds(const Work& work) {
  const std::clock_t begun = std::clock();  // of the processor: a busy machine changes nothing
  work();
  return static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
}

void compare(const char* what, std::size_t events, int turns, const Work& bare, const Work& ours) {
  std::vector<double> bare_times, our_times;
  for (int turn = 0; turn < turns; ++turn) {
    bare_times.push_back(seconds(bare));
    our_times.push_back(seconds(ours));
  }
  const auto median = [](std::vector<double>& times) {
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
  };
  const double one = median(bare_times), other = median(our_times);
  fmt::print("{:6} libical {:7.3f} s   Cénacle {:7.3f} s   {:5.2f} µs an event   {:.2f} times the bare loop\n", what,
             one, other, other / static_cast<double>(events) * 1e6, other / one);
}

}  // namespace

int main(int count, char** arguments) {
  const int events = count > 1 ? std::atoi(arguments[1]) : 10'000, turns = count > 2 ? std::atoi(arguments[2]) : 5;
  ical::Calendar calendar;
  for (int i = 0; i < events; ++i) calendar.events.push_back(event(i));
  const std::string bare = bare_write(calendar.events), ours = ical::write(calendar);
  if (event_lines(bare) != event_lines(ours)) {
    fmt::print(stderr, "the two do not write the same properties\n");
    return 1;
  }
  if (bare_read(ours) != calendar.events.size() || ical::read(ours).calendar != calendar) {
    fmt::print(stderr, "what was written does not read back\n");
    return 1;
  }
  std::size_t sink = 0;
  compare(
      "write", calendar.events.size(), turns, [&] { sink += bare_write(calendar.events).size(); },
      [&] { sink += ical::write(calendar).size(); });
  compare(
      "read", calendar.events.size(), turns, [&] { sink += bare_read(ours); },
      [&] { sink += ical::read(ours).calendar.events.size(); });
  return sink == 0;
}
