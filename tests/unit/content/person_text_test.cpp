// Names, addresses and telephone numbers as lists have them.
#include <doctest/doctest.h>

#include "content/person_text.h"

using namespace cenacle;
using content::NameOrder;

namespace {

const locale::Locale& french() {
  static const locale::Locale language("fr");
  return language;
}

}  // namespace

TEST_CASE("person text: names in the usual case") {
  struct Row {
    std::string_view typed, wanted;
  };
  const Row rows[] = {
      {"DUPONT", "Dupont"},
      {"dupont", "Dupont"},
      {"DUPONT-LEFÈVRE", "Dupont-Lefèvre"},
      {"  LE   GOFF ", "Le Goff"},
      {"DE LA TOUR", "de La Tour"},
      {"de la tour", "de La Tour"},
      {"D'ESTIENNE", "d’Estienne"},
      {"D’ESTIENNE D'ORVES", "d’Estienne d’Orves"},
      {"O'BRIEN", "O’Brien"},
      {"L'HERMITE", "L’Hermite"},
      {"N'DIAYE", "N’Diaye"},
      {"VAN DER MEULEN", "Van der Meulen"},
      {"VON ARX", "von Arx"},
      {"MCDONALD", "McDonald"},
      {"McDonald", "McDonald"},
      {"DeSantis", "DeSantis"},
      {"Le Goff", "Le Goff"},
      {"d'Estienne", "d’Estienne"},
      {"MARIE-HÉLÈNE", "Marie-Hélène"},
      {"ÉLISE", "Élise"},
      {"SAINT-ÉTIENNE", "Saint-Étienne"},
      {"DU", "Du"},
      {"D", "D"},
      {"E\u0301LISE", "Élise"},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(content::cased_name(row.typed, french()) == row.wanted);
  }
}

TEST_CASE("person text: two names in one field") {
  struct Row {
    std::string_view typed;
    NameOrder order;
    std::string_view given, family;
  };
  const Row rows[] = {
      {"DUPONT-LEFÈVRE Marie-Hélène", NameOrder::unknown, "Marie-Hélène", "Dupont-Lefèvre"},
      {"Marie-Hélène DUPONT-LEFÈVRE", NameOrder::family_first, "Marie-Hélène", "Dupont-Lefèvre"},
      {"Mme DUPONT Marie", NameOrder::family_first, "Marie", "Dupont"},
      {"M. Paul MARTIN", NameOrder::family_first, "Paul", "Martin"},
      {"DE LA TOUR Anne", NameOrder::unknown, "Anne", "de La Tour"},
      {"Anne de LA TOUR", NameOrder::unknown, "Anne", "de La Tour"},
      {"LE GOFF Yann Marie", NameOrder::unknown, "Yann Marie", "Le Goff"},
      {"Le Goff Yann", NameOrder::family_first, "Yann", "Le Goff"},
      {"Yann Le Goff", NameOrder::given_first, "Yann", "Le Goff"},
      {"Dupont Marie", NameOrder::family_first, "Marie", "Dupont"},
      {"DUPONT MARIE", NameOrder::family_first, "Marie", "Dupont"},
      {"Marie Dupont", NameOrder::given_first, "Marie", "Dupont"},
      {"Dupont, Marie", NameOrder::unknown, "Marie", "Dupont"},
      {"Henri d'ESTIENNE", NameOrder::unknown, "Henri", "d’Estienne"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    const auto name = content::split_name(row.typed, row.order, french());
    REQUIRE(name);
    CHECK(name->given == row.given);
    CHECK(name->family == row.family);
  }
  for (const std::string_view typed : {"Dupont", "", "Garcia Lopez Maria", "Jean DUPONT Marc", ", Marie"}) {
    CAPTURE(typed);
    CHECK_FALSE(content::split_name(typed, NameOrder::family_first, french()));
  }
}

TEST_CASE("person text: addresses and telephone numbers") {
  struct Row {
    std::string_view typed, wanted;
  };
  const Row mails[] = {
      {" M.Dupont@Ville.example ", "m.dupont@ville.example"},
      {"m.dupont @ ville.example", "m.dupont@ville.example"},
      {"m.dupont@ville.example;", "m.dupont@ville.example"},
      {"<m.dupont@ville.example>", "m.dupont@ville.example"},
      {"Marie Dupont <m.dupont@ville.example>", "m.dupont@ville.example"},
      {"mailto:m.dupont@ville.example", "m.dupont@ville.example"},
      {"MAILTO:M.DUPONT@VILLE.EXAMPLE", "m.dupont@ville.example"},
      {"\u00A0m.dupont@ville.example\u200B", "m.dupont@ville.example"},
      {"ｍ．ｄｕｐｏｎｔ＠ｖｉｌｌｅ．ｅｘａｍｐｌｅ", "m.dupont@ville.example"},
      {"", ""},
  };
  for (const Row& row : mails) {
    CAPTURE(row.typed);
    CHECK(content::clean_mail(row.typed) == row.wanted);
  }
  const Row phones[] = {
      {"0612345678", "06 12 34 56 78"},
      {"06.12.34.56.78", "06 12 34 56 78"},
      {"612345678", "06 12 34 56 78"},
      {"+33 6 12 34 56 78", "06 12 34 56 78"},
      {"+33 (0)6 12 34 56 78", "06 12 34 56 78"},
      {"0033612345678", "06 12 34 56 78"},
      {"+32 2 123 45 67", "+32 2 123 45 67"},
      {"poste 12", "poste 12"},
      {"3949", "3949"},
      {"", ""},
  };
  for (const Row& row : phones) {
    CAPTURE(row.typed);
    CHECK(content::clean_phone(row.typed) == row.wanted);
  }
}
