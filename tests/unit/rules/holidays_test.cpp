// Public holidays: Easter, the file's format and its mistakes, and the zones that come with the program.
#include "rules/holidays.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

#include <fmt/format.h>

using namespace cenacle;

namespace {

struct Read {
  rules::Holidays holidays;
  std::string mistakes;  // "line:column+length code summary | help" lines
};

Read read(std::string_view text) {
  diag::Diagnostics diagnostics;
  Read out{rules::parse_holidays(text, "h.toml", diagnostics), {}};
  for (const auto& d : diagnostics.sorted())
    out.mistakes += fmt::format("{}:{}+{} {}: {} | {}\n", d.place.line, d.place.column, d.place.length, d.code.name,
                                d.summary, d.help);
  return out;
}

base::Date day(std::string_view text) { return base::parse_date(text).value(); }

/// The title of the holiday on a day, or "-".
std::string on(const rules::Holidays& holidays, std::string_view date, std::string_view zone) {
  const rules::Holiday* found = holidays.on(day(date), zone);
  return found == nullptr ? "-" : found->title;
}

}  // namespace

TEST_CASE("Easter Sunday") {
  // Dates of the ecclesiastical tables: the earliest, the latest, and years around leap days and centuries.
  for (const char* date :
       {"1818-03-22", "1886-04-25", "1943-04-25", "1961-04-02", "2000-04-23", "2008-03-23", "2024-03-31", "2025-04-20",
        "2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25", "2285-03-22"})
    CHECK(base::iso(rules::easter(static_cast<int>(day(date).year()))) == date);
}

TEST_CASE("Easter is a Sunday of March or April, every year") {
  for (int year = 1583; year < 4000; ++year) {
    const base::Date date = rules::easter(year);
    REQUIRE(date.ok());
    CHECK(base::weekday(date) == 7);
    CHECK(
        (date.month() / date.day() >= std::chrono::March / 22 && date.month() / date.day() <= std::chrono::April / 25));
  }
}

TEST_CASE("zones, days, years") {
  const Read got = read(
      "[[zones]]\nid = \"a\"\ntitle = \"A\"\ndays = [\n  { title = \"Fête\", day = \"07-14\" },\n"
      "  { title = \"Avant\", after_easter = -2 },\n]\n[[zones]]\nid = \"b\"\ntitle = \"B\"\nlike = \"a\"\n"
      "days = [{ title = \"Bissextile\", day = \"02-29\" }, { title = \"Ancien\", day = \"06-29\", until = 2025 },\n"
      "  { title = \"Nouveau\", day = \"11-20\", since = 2026 }]\n");
  CHECK(got.mistakes == "");
  CHECK(got.holidays.zones.size() == 2);
  struct Row {
    const char *date, *zone, *title;
  };
  const Row rows[] = {
      {"2026-07-14", "a", "Fête"},     {"2026-07-15", "a", "-"},       {"2026-04-03", "a", "Avant"},
      {"2027-03-26", "b", "Avant"},    {"2026-07-14", "b", "Fête"},    {"2028-02-29", "b", "Bissextile"},
      {"2028-02-29", "a", "-"},        {"2025-06-29", "b", "Ancien"},  {"2026-06-29", "b", "-"},
      {"2025-11-20", "b", "-"},        {"2026-11-20", "b", "Nouveau"}, {"2026-07-14", "", "-"},
      {"2026-07-14", "ailleurs", "-"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.date);
    CHECK(on(got.holidays, row.date, row.zone) == row.title);
  }
}

TEST_CASE("mistakes in the file of public holidays") {
  struct Row {
    const char* name;
    const char* text;
    const char* mistakes;
  };
  const Row rows[] = {
      {"nothing at all", "", ""},
      {"an unknown table", "[zone]\n", "1:2+4 unknown-key: no key is called `zone` here | did you mean `zones`?\n"},
      {"zones that are no list", "zones = 3\n",
       "1:9+1 wrong-type: `zones` is an integer here | `zones` takes a list\n"},
      {"no id", "[[zones]]\ntitle = \"A\"\n", "1:1+9 missing-key: `id` is missing | add:\nid = \"metropole\"\n"},
      {"an id that is none", "[[zones]]\nid = \"La Réunion\"\ntitle = \"A\"\n",
       "2:6+12 bad-value: `La Réunion` is not an id | an id is made of a-z, 0-9 and -\n"},
      {"two of a name", "[[zones]]\nid = \"a\"\ntitle = \"A\"\n[[zones]]\nid = \"a\"\ntitle = \"A\"\n",
       "5:6+3 duplicate-id: two zones are called `a` | keep one of them, or give this one another id\n"},
      {"like one below", "[[zones]]\nid = \"a\"\ntitle = \"A\"\nlike = \"zz\"\n",
       "4:8+4 unknown-reference: no zone above this one is called `zz` | a zone comes after the one that it is like\n"},
      {"like one misspelt",
       "[[zones]]\nid = \"metropole\"\ntitle = \"A\"\n[[zones]]\nid = \"b\"\ntitle = \"B\"\nlike = \"metropol\"\n",
       "7:8+10 unknown-reference: no zone above this one is called `metropol` | did you mean `metropole`?\n"},
      {"a day that is a text", "[[zones]]\nid = \"a\"\ntitle = \"A\"\ndays = [\"07-14\"]\n",
       "4:9+7 wrong-type: a day is a text here | write:\n{ title = \"Fête nationale\", day = \"07-14\" },\n"},
      {"a day of no month", "[[zones]]\nid = \"a\"\ntitle = \"A\"\ndays = [{ title = \"X\", day = \"13-01\" }]\n",
       "4:30+7 bad-value: `13-01` is not a day of the year | write the month, then the day, with two digits each: `day "
       "= "
       "\"07-14\"` is 14 July\n"},
      {"a French day", "[[zones]]\nid = \"a\"\ntitle = \"A\"\ndays = [{ title = \"X\", day = \"14/07\" }]\n",
       "4:30+7 bad-value: `14/07` is not a day of the year | write the month, then the day, with two digits each: `day "
       "= "
       "\"07-14\"` is 14 July\n"},
      {"no day", "[[zones]]\nid = \"a\"\ntitle = \"A\"\ndays = [{ title = \"X\" }]\n",
       "4:9+15 missing-key: nothing says when this day is | write `day = \"07-14\"` (month-day) or `after_easter = 39` "
       "(days "
       "after Easter Sunday)\n"},
      {"both kinds of day",
       "[[zones]]\nid = \"a\"\ntitle = \"A\"\ndays = [{ title = \"X\", day = \"01-01\", after_easter = 1 }]\n",
       "4:54+1 bad-value: a day has `day` or `after_easter`, not both | write `day = \"07-14\"` (month-day) or "
       "`after_easter = "
       "39` (days after Easter Sunday)\n"},
      {"far from Easter",
       "[[zones]]\nid = \"a\"\ntitle = \"A\"\ndays = [{ title = \"X\", after_easter = 99999999999 }]\n",
       "4:39+11 bad-value: `after_easter` is 99999999999, which is not from -300 to 300 | \n"},
      {"until before since",
       "[[zones]]\nid = \"a\"\ntitle = \"A\"\ndays = [{ title = \"X\", day = \"01-01\", since = 2026, until = 2025 "
       "}]\n",
       "4:61+4 bad-value: a day since 2026 cannot end in 2025 | \n"},
      {"no title", "[[zones]]\nid = \"a\"\ntitle = \"A\"\ndays = [{ day = \"01-01\" }]\n",
       "4:9+17 missing-key: `title` is missing | add:\ntitle = \"Fête nationale\"\n"},
      {"not UTF-8", "[[zones]]\nid = \"\xE9\"\n", "2:1+1 not-utf8: this line is not UTF-8 | save the file as UTF-8\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(read(row.text).mistakes == row.mistakes);
  }
}

TEST_CASE("a zone keeps its good days when one of them is wrong") {
  const Read got =
      read("[[zones]]\nid = \"a\"\ntitle = \"A\"\ndays = [{ title = \"X\" }, { title = \"Y\", day = \"01-01\" }]\n");
  CHECK(got.mistakes != "");
  CHECK(on(got.holidays, "2026-01-01", "a") == "Y");
}

TEST_CASE("the zones that come with the program") {
  std::ifstream file("workflows/public-holidays.toml", std::ios::binary);
  REQUIRE(file);
  std::stringstream text;
  text << file.rdbuf();
  const Read got = read(text.str());
  CHECK(got.mistakes == "");
  struct Row {
    const char *zone, *date, *title;
  };
  const Row rows[] = {
      {"metropole", "2026-01-01", "Jour de l’An"},
      {"metropole", "2026-04-06", "Lundi de Pâques"},
      {"metropole", "2027-03-29", "Lundi de Pâques"},
      {"metropole", "2026-05-01", "Fête du Travail"},
      {"metropole", "2026-05-08", "Victoire de 1945"},
      {"metropole", "2026-05-14", "Ascension"},
      {"metropole", "2027-05-06", "Ascension"},
      {"metropole", "2026-05-25", "Lundi de Pentecôte"},
      {"metropole", "2027-05-17", "Lundi de Pentecôte"},
      {"metropole", "2026-07-14", "Fête nationale"},
      {"metropole", "2026-08-15", "Assomption"},
      {"metropole", "2026-11-01", "Toussaint"},
      {"metropole", "2026-11-11", "Armistice de 1918"},
      {"metropole", "2026-12-25", "Noël"},
      {"metropole", "2026-04-03", "-"},
      {"metropole", "2026-12-26", "-"},
      {"alsace-moselle", "2026-04-03", "Vendredi saint"},
      {"alsace-moselle", "2026-12-26", "Second jour de Noël"},
      {"alsace-moselle", "2026-07-14", "Fête nationale"},
      {"guadeloupe", "2026-05-27", "Abolition de l’esclavage"},
      {"martinique", "2026-05-22", "Abolition de l’esclavage"},
      {"guyane", "2026-06-10", "Abolition de l’esclavage"},
      {"reunion", "2026-12-20", "Abolition de l’esclavage"},
      {"mayotte", "2026-04-27", "Abolition de l’esclavage"},
      {"saint-barthelemy", "2026-10-09", "Abolition de l’esclavage"},
      {"saint-martin", "2026-05-28", "Abolition de l’esclavage"},
      {"saint-martin", "2026-05-27", "-"},
      {"saint-pierre-et-miquelon", "2026-11-11", "Armistice de 1918"},
      {"nouvelle-caledonie", "2026-09-24", "Fête de la citoyenneté"},
      {"polynesie-francaise", "2026-03-05", "Arrivée de l’Évangile"},
      {"polynesie-francaise", "2026-04-03", "Vendredi saint"},
      {"polynesie-francaise", "2026-06-29", "-"},
      {"polynesie-francaise", "2026-11-20", "Matari’i i ni’a"},
      {"wallis-et-futuna", "2026-04-28", "Saint Pierre Chanel"},
      {"wallis-et-futuna", "2026-07-29", "Fête du Territoire"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.zone);
    CAPTURE(row.date);
    CHECK(on(got.holidays, row.date, row.zone) == row.title);
  }
  for (const auto& zone : got.holidays.zones) {
    CAPTURE(zone.first);
    for (const char* everywhere : {"2026-01-01", "2026-04-06", "2026-05-01", "2026-12-25"})
      CHECK(got.holidays.on(day(everywhere), zone.first) != nullptr);
  }
}
