// A described view with every kind of value, and a theme in memory, for the tests and the fuzzing of templates.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "diag/diagnostics.h"
#include "formats/locale/locale.h"
#include "template/template.h"

namespace cenacle::tmpl::test {

struct Person {
  std::string name;
  std::optional<std::string> email;
  int age = 0;
  bool chair = false;
  std::optional<base::Date> since;
};

struct Meeting {
  std::string title;
  Moment start;
  base::Date day;
  std::int64_t seats = 0;
  bool open = false;
  const Person* organiser = nullptr;
  const Meeting* next = nullptr;
  std::vector<Person> people;
  std::vector<std::string_view> tags;
  std::vector<std::vector<std::int64_t>> votes;
  std::optional<std::string> note;
  Html summary;
  std::optional<Html> aside;
  Hole body;
};

struct Site {
  std::string title;
  std::string_view url;
};

struct Page {
  Site site;
  Meeting meeting;
  std::vector<const Meeting*> meetings;
  std::vector<Meeting> none_yet;
  std::vector<std::optional<std::string>> lines;
  std::string text;
  std::string dangerous;
};

}  // namespace cenacle::tmpl::test

namespace cenacle::tmpl {

template <>
struct Describe<test::Person> {
  static constexpr std::string_view name = "person";
  static constexpr std::string_view doc = "somebody";
  static void fields(Fields<test::Person>& f) {
    f.add<&test::Person::name>("name", "as she writes it");
    f.add<&test::Person::email>("email", "where she is written to");
    f.add<&test::Person::age>("age", "in years");
    f.add<&test::Person::chair>("chair", "whether she presides");
    f.add<&test::Person::since>("since", "her first day");
  }
};

template <>
struct Describe<test::Meeting> {
  static constexpr std::string_view name = "meeting";
  static void fields(Fields<test::Meeting>& f) {
    f.add<&test::Meeting::title>("title", "what it is about");
    f.add<&test::Meeting::start>("start", "when it begins");
    f.add<&test::Meeting::day>("day", "its day");
    f.add<&test::Meeting::seats>("seats", "how many may come");
    f.add<&test::Meeting::open>("open", "whether one may register");
    f.add<&test::Meeting::organiser>("organiser", "who calls it");
    f.add<&test::Meeting::next>("next", "the one after it");
    f.add<&test::Meeting::people>("people", "who comes");
    f.add<&test::Meeting::tags>("tags", "its keywords");
    f.add<&test::Meeting::votes>("votes", "for, against, abstained");
    f.add<&test::Meeting::note>("note", "a word to those who come");
    f.add<&test::Meeting::summary>("summary", "in short");
    f.add<&test::Meeting::aside>("aside", "beside the text");
    f.add<&test::Meeting::body>("body", "the text");
  }
};

template <>
struct Describe<test::Site> {
  static constexpr std::string_view name = "site";
  static void fields(Fields<test::Site>& f) {
    f.add<&test::Site::title>("title", "of the portal");
    f.add<&test::Site::url>("url", "its address");
  }
};

template <>
struct Describe<test::Page> {
  static constexpr std::string_view name = "page";
  static void fields(Fields<test::Page>& f) {
    f.add<&test::Page::site>("site", "the portal");
    f.add<&test::Page::meeting>("meeting", "the meeting of this page");
    f.add<&test::Page::meetings>("meetings", "all meetings");
    f.add<&test::Page::none_yet>("none_yet", "an empty list");
    f.add<&test::Page::lines>("lines", "some are missing");
    f.add<&test::Page::text>("text", "a text");
    f.add<&test::Page::dangerous>("dangerous", "a text with markup");
  }
};

namespace test {

/// Pages that point into themselves stay where they are.
struct World {
  Person ada{"Ada Lovelace", "ada@example.org", 36, true, base::parse_date("2020-02-29")};
  Person jean{"Jean Zay", std::nullopt, 39, false, std::nullopt};
  Person elise{"Élise Reclus", "elise@example.org", 74, false, base::parse_date("2019-01-01")};
  Meeting later;
  Page page;

  World() {
    const auto moment = [](std::string_view day, int hour, int minute) {
      return Moment{base::midnight(*base::parse_date(day)) + std::chrono::hours(hour) + std::chrono::minutes(minute),
                    "Europe/Paris"};
    };
    later.title = "L'après";
    later.start = moment("2026-11-03", 14, 0);
    later.day = *base::parse_date("2026-11-03");
    later.seats = 12;
    Meeting& m = page.meeting;
    m = {.title = "Conseil & bureau",
         .start = moment("2026-10-06", 9, 30),
         .day = *base::parse_date("2026-10-06"),
         .seats = 1234,
         .open = true,
         .organiser = &ada,
         .next = &later,
         .people = {ada, jean, elise},
         .tags = {"zéro", "Écologie", "eau", "action"},
         .votes = {{3, 1}, {}},
         .note = "Apportez <vos> idées",
         .summary = {"<p>Un <b>mot</b>&nbsp;&amp; deux.</p><p>Fin</p>"},
         .aside = std::nullopt,
         .body = {7}};
    page.site = {"Le réseau", "https://example.org/"};
    page.meetings = {&page.meeting, &later};
    page.lines = {"one", std::nullopt, "three"};
    page.text = "simple";
    page.dangerous = "<a href=\"x\">'&'</a> *b*";
  }
  World(const World&) = delete;
};

/// A theme: files by name; diagnostics show the name as the path.
struct Theme {
  std::map<std::string, std::string, std::less<>> files;
  Words words = {{"home", "Accueil"}, {"nav.next", "Suivant >"}, {"seat", "{n} place"}, {"seats", "{n} places"}};
  locale::Locale locale{"fr"};
  Limits limits = {};

  Environment environment() const {
    Environment environment;
    environment.load = [this](std::string_view name) -> std::optional<Source> {
      const auto found = files.find(name);
      if (found == files.end() && name.starts_with("default:")) return std::nullopt;
      if (found == files.end()) return default_of(name);
      return Source{found->first, found->second};
    };
    for (const auto& [name, text] : files) environment.names.push_back(name);
    environment.words = &words;
    environment.locale = &locale;
    environment.limits = limits;
    return environment;
  }

 private:
  std::optional<Source> default_of(std::string_view name) const {
    const auto found = files.find("default:" + std::string(name));
    if (found == files.end()) return std::nullopt;
    return Source{found->first, found->second};
  }
};

/// "path:line:column+length: summary [code] (note @ path:line:column) help", a line for each.
inline std::string shown(const std::vector<diag::Diagnostic>& diagnostics) {
  std::string out;
  const auto place = [](const diag::Place& p) {
    return p.path + ":" + std::to_string(p.line) + ":" + std::to_string(p.column);
  };
  for (const diag::Diagnostic& d : diagnostics) {
    if (!out.empty()) out += "\n";
    out += place(d.place) + "+" + std::to_string(d.place.length) + ": " + d.summary + " [" + std::string(d.code.name) +
           "]";
    for (const diag::Note& note : d.notes) out += " (" + note.text + " @ " + place(note.place) + ")";
    if (!d.help.empty()) out += " | " + d.help;
  }
  return out;
}

/// The page that `name` of the theme makes of the world, or the mistakes.
inline std::string render(const Theme& theme, std::string_view name = "page.html") {
  static const World world;
  diag::Diagnostics diagnostics;
  const auto compiled = compile(name, *type_of<Page>(), theme.environment(), diagnostics);
  if (!compiled) return shown(diagnostics.sorted());
  Output out;
  if (const auto stopped = compiled->render(&world.page, &out)) return "stopped: " + shown({*stopped});
  for (std::size_t i = out.holes.size(); i-- > 0;)
    out.text.insert(out.holes[i].offset, "[hole " + std::to_string(out.holes[i].hole) + "]");
  return out.text;
}

/// The same of one file.
inline std::string render(std::string_view text, std::string_view name = "page.html") {
  Theme theme;
  theme.files.emplace(name, text);
  return render(theme, name);
}

}  // namespace test

}  // namespace cenacle::tmpl
