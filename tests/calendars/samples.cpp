// Writes hand-made calendars of everything that clients have stumbled over; tests/calendars/expected says what they
// hold.
//
// usage: calendar_samples FOLDER
#include <fstream>
#include <string>

#include "../unit/formats/ical/samples.h"

using namespace cenacle;
using namespace cenacle::ical;
using namespace cenacle::ical::test;

namespace {

using Frequency = Recurrence::Frequency;

Event event(const std::string& uid, const std::string& title, Moment start, Moment end) {
  Event made;
  made.uid = uid + "@portail.example";
  made.stamp = made.last_modified = instant("2026-01-05T08:00:00Z");
  made.summary = title;
  made.start = std::move(start);
  made.end = std::move(end);
  made.status = Status::confirmed;
  return made;
}

Event occurrence(const Event& series, const std::string& when, Moment start, Moment end, Status status) {
  Event made = series;
  made.recurrence.reset();
  made.exceptions.clear();
  made.recurrence_id = at(when, series.start.zone);
  made.start = std::move(start);
  made.end = std::move(end);
  made.status = status;
  return made;
}

Calendar named(const std::string& name) {
  Calendar made;
  made.method = "PUBLISH";
  made.name = name;
  made.time_zone = "Europe/Paris";
  made.refresh_minutes = 720;
  return made;
}

/// The weeks before and after both changes of hour, one by one and as a series with a moved, a cancelled and a removed
/// occurrence.
Calendar changes_of_hour() {
  Calendar calendar = named("Changements d’heure");
  int number = 0;
  for (const char* date : {"2026-03-27", "2026-03-30", "2026-10-23", "2026-10-26"}) {
    const std::string day(date);
    calendar.events.push_back(
        event("week-" + std::to_string(++number), "Réunion du " + day, at(day + "T09:30:00"), at(day + "T11:00:00")));
  }
  calendar.events.push_back(
      event("night", "La nuit du changement", at("2026-10-24T22:00:00"), at("2026-10-25T06:00:00")));
  Event series = event("weekly", "Point hebdomadaire", at("2026-10-06T14:00:00"), at("2026-10-06T15:30:00"));
  series.recurrence = Recurrence{Frequency::weekly, 1, {{2, 0}}, wall("2026-11-17T14:00:00"), {}};
  series.exceptions = {at("2026-10-13T14:00:00")};
  calendar.events.push_back(series);
  calendar.events.push_back(occurrence(series, "2026-10-27T14:00:00", at("2026-10-28T10:00:00"),
                                       at("2026-10-28T11:30:00"), Status::confirmed));
  calendar.events.back().summary = "Point hebdomadaire (déplacé)";
  calendar.events.push_back(occurrence(series, "2026-11-10T14:00:00", at("2026-11-10T14:00:00"),
                                       at("2026-11-10T15:30:00"), Status::cancelled));
  Event spring = event("spring", "Série de printemps", at("2026-03-24T08:00:00"), at("2026-03-24T09:00:00"));
  spring.recurrence = Recurrence{Frequency::weekly, 1, {}, {}, 3};
  calendar.events.push_back(spring);
  Event monthly = event("monthly", "Deuxième mardi", at("2026-09-08T18:00:00"), at("2026-09-08T20:00:00"));
  monthly.recurrence = Recurrence{Frequency::monthly, 1, {{2, 2}}, {}, 4};
  calendar.events.push_back(monthly);
  return calendar;
}

/// Days, and other zones: without changes, and with changes that no yearly rule says.
Calendar days_and_zones() {
  Calendar calendar = named("Journées et fuseaux");
  calendar.events.push_back(event("day", "Journée d’étude", day("2026-06-11"), day("2026-06-12")));
  calendar.events.push_back(event("days", "Rencontres nationales", day("2026-03-28"), day("2026-03-31")));
  Event yearly = event("yearly", "Anniversaire du réseau", day("2025-10-25"), day("2025-10-26"));
  yearly.recurrence = Recurrence{Frequency::yearly, 1, {}, {}, 3};
  calendar.events.push_back(yearly);
  calendar.events.push_back(event("reunion", "À La Réunion", at("2026-07-01T09:00:00", "Indian/Reunion"),
                                  at("2026-07-01T10:00:00", "Indian/Reunion")));
  Event casablanca = event("casablanca", "À Casablanca", at("2026-02-10T09:00:00", "Africa/Casablanca"),
                           at("2026-02-10T10:00:00", "Africa/Casablanca"));
  casablanca.recurrence = Recurrence{Frequency::weekly, 1, {}, {}, 3};
  calendar.events.push_back(casablanca);
  Event dropped = event("dropped", "Annulée", at("2026-09-01T09:00:00"), at("2026-09-01T10:00:00"));
  dropped.status = Status::cancelled;
  calendar.events.push_back(dropped);
  return calendar;
}

/// Titles at which a careless writer or reader trips. (No "\\n" or "\\," here: python3-icalendar 4 and node-ical
/// unescape twice.)
Calendar titles() {
  Calendar calendar = named("Titres, difficiles ; \\ et \"cités\"");
  const std::string texts[] = {"Budget, plan ; bilan : suite",
                               "Chemin C:\\temp\\dossier",
                               "« Guillemets » et \"quotes\" et 'apostrophes'",
                               "Emojis 😀 et drapeau 🇫🇷 et e\u0301",
                               "BEGIN:VEVENT",
                               "a^b ^n ^^ %20 &amp; <b>",
                               "Une barre \\ seule"};
  int number = 0;
  const auto add = [&](const std::string& title) {
    const std::string date = "2026-05-" + std::to_string(11 + number);
    calendar.events.push_back(
        event("title-" + std::to_string(++number), title, at(date + "T09:00:00"), at(date + "T10:00:00")));
  };
  for (const std::string& text : texts) add(text);
  for (const std::string& unit : {std::string("é"), std::string("xé"), std::string("😀"), std::string("été ")}) {
    std::string title = "L";
    while (title.size() < 200) title += unit;
    add(title + "fin");
  }
  return calendar;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const std::string folder = arguments[1];
  const auto save = [&](const std::string& name, const Calendar& calendar) {
    std::ofstream(folder + "/" + name + ".ics", std::ios::binary) << write(calendar);
  };
  save("changes-of-hour", changes_of_hour());
  save("days-and-zones", days_and_zones());
  save("titles", titles());
  Calendar empty = named("Rien");
  empty.time_zone = "Indian/Reunion";
  save("empty", empty);
}
