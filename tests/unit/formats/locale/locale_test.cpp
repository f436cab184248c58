// Dates, numbers and letters as French and English write them.
#include "formats/locale/locale.h"

#include <doctest/doctest.h>

#include <chrono>
#include <limits>
#include <string>
#include <thread>
#include <vector>

using namespace cenacle;
using namespace std::chrono_literals;

namespace {

base::LocalTime at(int y, unsigned m, unsigned d, int hour, int minute = 0) {
  return base::midnight({std::chrono::year(y), std::chrono::month(m), std::chrono::day(d)}) + std::chrono::hours(hour) +
         std::chrono::minutes(minute);
}

base::Date day(int y, unsigned m, unsigned d) { return base::date_of(at(y, m, d, 0)); }

}  // namespace

TEST_CASE("dates") {
  const locale::Locale fr("fr"), en("en");
  struct Row {
    const locale::Locale& language;
    base::Date date;
    std::string style;
    std::string expected;
  };
  const Row rows[] = {
      {fr, day(2026, 10, 6), "long", "mardi 6 octobre 2026"},
      {fr, day(2026, 11, 1), "long", "dimanche 1er novembre 2026"},
      {fr, day(2026, 11, 1), "medium", "1er novembre 2026"},
      {fr, day(2026, 11, 11), "medium", "11 novembre 2026"},
      {fr, day(2026, 11, 21), "medium", "21 novembre 2026"},
      {fr, day(2026, 11, 1), "short", "01/11/2026"},
      {fr, day(2026, 10, 6), "short", "06/10/2026"},
      {fr, day(2026, 10, 6), "day", "mardi 6 octobre"},
      {fr, day(2026, 10, 1), "day", "jeudi 1er octobre"},
      {fr, day(2026, 8, 1), "month", "août 2026"},
      {fr, day(2026, 10, 4), "weekday", "dimanche"},
      {fr, day(2026, 10, 5), "weekday", "lundi"},
      {fr, day(2026, 10, 6), "iso", "2026-10-06"},
      {fr, day(2026, 10, 6), "yMMMd", "6 oct. 2026"},
      {fr, day(2026, 10, 1), "MMMd", "1er oct."},
      {fr, day(2026, 10, 1), "Md", "01/10"},
      {fr, day(2026, 2, 1), "EEEEd", "dimanche 1er"},
      {fr, day(2026, 2, 1), "y", "2026"},
      {fr, day(2026, 2, 1), "MMMM", "février"},
      {fr, day(2026, 12, 28), "D", "362"},
      {fr, day(2026, 5, 2), "yQQQQ", "2e trimestre 2026"},
      {fr, day(1, 1, 1), "long", "lundi 1er janvier 1"},
      {fr, day(1500, 3, 1), "G", "ap. J.-C."},
      {fr, day(2028, 2, 29), "long", "mardi 29 février 2028"},
      {fr, day(2026, 10, 6), "no such style", "mardi 6 octobre 2026"},
      {fr, day(2026, 10, 6), "", "mardi 6 octobre 2026"},
      {en, day(2026, 10, 6), "long", "Tuesday, 6 October 2026"},
      {en, day(2026, 11, 1), "medium", "1 November 2026"},
      {en, day(2026, 11, 1), "short", "01/11/2026"},
      {en, day(2026, 10, 6), "day", "Tuesday, 6 October"},
      {en, day(2026, 10, 6), "month", "October 2026"},
      {en, day(2026, 10, 6), "weekday", "Tuesday"},
      {en, day(2026, 10, 6), "iso", "2026-10-06"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.style);
    CHECK(row.language.date(row.date, row.style) == row.expected);
  }
  CHECK(fr.date(day(2026, 10, 6)) == "mardi 6 octobre 2026");
}

TEST_CASE("a day that does not exist is written as it is, without a word") {
  const locale::Locale fr("fr");
  using namespace std::chrono;
  CHECK(fr.date(base::Date(year(2026), month(2), std::chrono::day(31))) == "2026-02-31");
  CHECK(fr.date(base::Date(year(2026), month(13), std::chrono::day(1)), "month") == "2026-13-01");
}

TEST_CASE("all days of a year agree with the names of the language") {
  const locale::Locale fr("fr");
  const std::vector<std::string> days{"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"};
  const std::vector<std::string> months{"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                        "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
  for (base::Date date = day(2026, 1, 1); date < day(2027, 1, 1); date = base::add_days(date, 1)) {
    const auto number = static_cast<unsigned>(date.day());
    const std::string expected = days[static_cast<std::size_t>(base::weekday(date) - 1)] + " " +
                                 (number == 1 ? "1er" : std::to_string(number)) + " " +
                                 months[static_cast<unsigned>(date.month()) - 1] + " 2026";
    CHECK(fr.date(date) == expected);
  }
}

TEST_CASE("names of styles and skeletons") {
  for (const char* good :
       {"long", "medium", "short", "day", "month", "weekday", "iso", "yMMMd", "EEEE", "d", "MMMMd", "yQQQ"}) {
    CAPTURE(good);
    CHECK(locale::Locale::is_date_style(good));
  }
  for (const char* bad : {"", "Long", "longer", "full", "HH:mm", "yMMMd ", "d/M/y", "yMy", "jm", "d%s", "été", "'d'",
                          "ddddddddddddddddddddddddddddddddddddddddddd"}) {
    CAPTURE(bad);
    CHECK_FALSE(locale::Locale::is_date_style(bad));
  }
}

TEST_CASE("times of day") {
  const locale::Locale fr("fr"), en("en"), de("de");
  CHECK(fr.time(at(2026, 10, 6, 9, 30)) == "9\u00A0h\u00A030");
  CHECK(fr.time(at(2026, 10, 6, 9, 5)) == "9\u00A0h\u00A005");
  CHECK(fr.time(at(2026, 10, 6, 14)) == "14\u00A0h");
  CHECK(fr.time(at(2026, 10, 6, 0)) == "0\u00A0h");
  CHECK(fr.time(at(2026, 10, 6, 23, 59) + 59s) == "23\u00A0h\u00A059");
  CHECK(fr.time(at(1965, 10, 6, 14)) == "14\u00A0h");
  CHECK(en.time(at(2026, 10, 6, 9, 30)) == "9:30\u00A0am");
  CHECK(en.time(at(2026, 10, 6, 14)) == "2:00\u00A0pm");
  CHECK(en.time(at(2026, 10, 6, 0)) == "12:00\u00A0am");
  CHECK(en.time(at(2026, 10, 6, 12)) == "12:00\u00A0pm");
  CHECK(de.time(at(2026, 10, 6, 9, 30)) == "09:30");
}

TEST_CASE("zones as people say them") {
  const locale::Locale fr("fr"), en("en");
  CHECK(fr.zone_name("Europe/Paris") == "heure de Paris");
  CHECK(fr.zone_name("Indian/Reunion") == "heure de La Réunion");
  CHECK(fr.zone_name("Africa/Cairo") == "heure du Caire");
  CHECK(fr.zone_name("Europe/Athens") == "heure d’Athènes");
  CHECK(fr.zone_name("Etc/UTC") == "UTC");
  CHECK(fr.zone_name("No/Where") == "No/Where");
  CHECK(en.zone_name("Europe/Paris") == "Paris time");
}

TEST_CASE("singular and plural") {
  const locale::Locale fr("fr"), en("en");
  for (const std::int64_t number : {0, 1, -1}) CHECK(fr.is_singular(number));
  for (const std::int64_t number : {2, 10, 101, 128, 1000, 1000000}) CHECK_FALSE(fr.is_singular(number));
  for (const std::int64_t number : {1, -1}) CHECK(en.is_singular(number));
  for (const std::int64_t number : {0, 2, 21, 1001, 1000001}) CHECK_FALSE(en.is_singular(number));
}

TEST_CASE("numbers and amounts") {
  const locale::Locale fr("fr"), en("en");
  CHECK(fr.number(0) == "0");
  CHECK(fr.number(999) == "999");
  CHECK(fr.number(1234) == "1\u202F234");
  CHECK(fr.number(-1234567) == "-1\u202F234\u202F567");
  CHECK(en.number(1234567) == "1,234,567");
  CHECK(fr.number(std::numeric_limits<std::int64_t>::min()) ==
        "-9\u202F223\u202F372\u202F036\u202F854\u202F775\u202F808");
  CHECK(fr.money(28000) == "280,00\u00A0€");
  CHECK(fr.money(5) == "0,05\u00A0€");
  CHECK(fr.money(0) == "0,00\u00A0€");
  CHECK(fr.money(-150) == "-1,50\u00A0€");
  CHECK(fr.money(123456789) == "1\u202F234\u202F567,89\u00A0€");
  CHECK(en.money(123456) == "€1,234.56");
}

TEST_CASE("letters") {
  const locale::Locale fr("fr");
  CHECK(fr.upper("été à l’œuvre") == "ÉTÉ À L’ŒUVRE");
  CHECK(fr.lower("ÉTÉ À L’ŒUVRE") == "été à l’œuvre");
  CHECK(fr.capitalize("élan du Groupe") == "Élan du Groupe");
  CHECK(fr.capitalize("œuvre") == "Œuvre");
  CHECK(fr.capitalize("« été »") == "« Été »");
  CHECK(fr.capitalize("1er novembre") == "1er novembre");
  CHECK(fr.capitalize("").empty());
  CHECK(fr.upper("a\xFF\xC3") == "A\xFF\xC3");
  CHECK(fr.lower(std::string("A\0B", 3)) == std::string("a\0b", 3));
}

TEST_CASE("folding") {
  CHECK(locale::fold("Été ŒUVRE Straße") == locale::fold("éTÉ œuvre STRASSE"));
  CHECK(locale::fold("é") != locale::fold("e"));
}

TEST_CASE("any tag makes a locale") {
  for (const char* tag : {"", "xx", "fr-CA", "en-US", "not a tag", "zh-Hant-TW-u-nu-hanidec-x-foo", "\xFF\xFE"}) {
    CAPTURE(tag);
    const locale::Locale some(tag);
    CHECK(some.language() == tag);
    CHECK_FALSE(some.date(day(2026, 10, 6)).empty());
    CHECK_FALSE(some.time(at(2026, 10, 6, 9, 30)).empty());
    CHECK_FALSE(some.number(12).empty());
  }
  CHECK(locale::Locale("en-US").date(day(2026, 10, 6), "medium") == "October 6, 2026");
}

TEST_CASE("one locale on many threads, its first use included") {
  const locale::Locale fr("fr");
  const auto everything = [&fr] {
    std::string out;
    for (int i = 0; i < 200; ++i) {
      const base::Date date = base::add_days(day(2026, 1, 1), i);
      out += fr.date(date) + fr.date(date, "yQQQQ") + fr.date(date, "yMMMd") + fr.time(at(2026, 1, 1, i % 24, i % 60)) +
             fr.number(i * 1000) + fr.money(i) + fr.sort_key(fr.date(date, "month")) + fr.zone_name("Asia/Tokyo") +
             locale::slug("Œuvre № " + std::to_string(i)) +
             locale::iso_with_offset(at(2026, 1, 1, 12) + std::chrono::days(i), i % 2 ? "Europe/Paris" : "Asia/Tokyo") +
             (fr.is_singular(i) ? "1" : "2");
    }
    return out;
  };
  std::vector<std::string> results(8);
  std::vector<std::thread> threads;
  for (std::string& result : results) threads.emplace_back([&result, &everything] { result = everything(); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == results.front());
}
