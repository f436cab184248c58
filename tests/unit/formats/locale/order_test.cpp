// The order of lists that people read, and the slugs of addresses.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "formats/locale/locale.h"

using namespace cenacle;

TEST_CASE("the order of a French directory") {
  const locale::Locale fr("fr");
  const std::vector<std::string> expected{
      "a b",         "a-c",   "ab",           "cote",          "côte",          "coté",          "côté",
      "côtés",       "élan",  "Élan",         "Eland",         "Été",           "Groupe 2",      "Groupe 10",
      "La Rochelle", "Lagny", "L'Étang-Salé", "L’Étang-Vergy", "oeuf",          "œuf",           "Oeuvre",
      "Œuvre",       "Ofra",  "Saint-Denis",  "Saint-Étienne", "Saint Quentin", "Saint-Quentin", "Saintes",
      "Zoé"};
  std::vector<std::string> sorted(expected.rbegin(), expected.rend());
  // « L'Étang » is the word « L », then « Étang »: before « La ».
  std::vector<std::string> wanted = expected;
  std::swap_ranges(wanted.begin() + 14, wanted.begin() + 16, wanted.begin() + 16);
  std::sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) { return fr.compare(a, b) < 0; });
  CHECK(sorted == wanted);
}

TEST_CASE("the order of keys is the order of texts") {
  for (const char* language : {"fr", "en", "sv"}) {
    const locale::Locale some(language);
    const std::vector<std::string> texts{"",
                                         "a",
                                         "A",
                                         "à",
                                         "â",
                                         "b",
                                         "ab",
                                         "a b",
                                         "a-b",
                                         "œ",
                                         "oe",
                                         "é",
                                         "e\u0301",
                                         "Saint-Denis",
                                         "Saint Denis",
                                         "10",
                                         "9",
                                         "Å",
                                         "z",
                                         "\xFF",
                                         "\u202F",
                                         "中",
                                         std::string(3000, 'x'),
                                         std::string(3000, 'x') + "y"};
    for (const auto& a : texts) {
      for (const auto& b : texts) {
        CAPTURE(a.substr(0, 20));
        CAPTURE(b.substr(0, 20));
        const int keys = some.sort_key(a).compare(some.sort_key(b));
        CHECK((keys > 0) - (keys < 0) == some.compare(a, b));
        CHECK((some.compare(a, b) == 0) == (a == b));
      }
    }
  }
  CHECK(locale::Locale("sv").compare("Å", "z") > 0);
  CHECK(locale::Locale("fr").compare("Å", "z") < 0);
}

TEST_CASE("slugs of Latin letters are ICU's own") {
  // A letter of another script sends the whole text through ICU's transliteration.
  for (char32_t c = 0x80; c < 0x250; ++c) {
    std::string text = "a";
    base::append_utf8(&text, c);
    text += "b";
    INFO(text);
    CHECK(locale::slug(text) + "-zhong" == locale::slug(text + " 中"));
  }
}

TEST_CASE("slugs") {
  struct Row {
    std::string text;
    std::string expected;
  };
  const Row rows[] = {
      {"", ""},
      {"Réunion générale", "reunion-generale"},
      {"Œuvre d’été à l'Île", "oeuvre-d-ete-a-l-ile"},
      {"Æthelred, cœur", "aethelred-coeur"},
      {"  --Déjà -- vu !  ", "deja-vu"},
      {"« Comment faire… ? »", "comment-faire"},
      {"n° 4 — le 1ᵉʳ", "n-4-le-1er"},
      {"№ 12", "no-12"},
      {"adhérent·e·s", "adherent-e-s"},
      {"Straße", "strasse"},
      {"e\u0301te\u0301", "ete"},
      {"co\u00ADopé\u200Bration", "cooperation"},
      {"ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ", "aaaceeeeiioouuuy"},
      {"Łódź", "lodz"},
      {"50 € / m²", "50-m2"},
      {"Афины", "afiny"},
      {"Ελλάδα", "ellada"},
      {"北京", "bei-jing"},
      {"!!!", ""},
      {"😀", ""},
      {"a😀b", "a-b"},
      {"\xC3", ""},
      {"a\xFF\x80z", "a-z"},
      {"2.1. Personnes publiques", "2-1-personnes-publiques"},
      {"snake_case", "snake-case"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(locale::slug(row.text) == row.expected);
  }
  CHECK(locale::slug(std::string("a\0b", 3)) == "a-b");
}
