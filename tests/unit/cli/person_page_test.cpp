// The page of a person's data: it compiles, escapes what people wrote, and leaves nothing out.
#include <doctest/doctest.h>

#include "cli/person_page.h"

using namespace cenacle;

TEST_CASE("person page: everything is on it, escaped") {
  cli::PersonPage page;
  page.name = "Marie <Dupont>", page.portal = "Portail", page.made = "15 septembre 2026 à 9 h",
  page.contact = "dpo@essai.example";
  page.fields = {{"Adresse", "m.dupont@ville.example"}};
  page.mandates = {"Ville (Cercle), depuis le 12 mars 2026"}, page.access = {"Le cercle"},
  page.mentions = {"content/a.md, ligne 3"};
  page.registrations = {{"12", "groupe « Archives »", "acceptée", "1er juin 2026"}};
  page.years = {{"2026", {{"12 mars 2026 à 9 h", "Entre au registre : <b>mot</b>"}}}};
  const std::string html = cli::person_page(page);
  for (const std::string_view part :
       {"Marie &lt;Dupont&gt;", "m.dupont@ville.example", "Ville (Cercle), depuis le 12 mars 2026", "Le cercle",
        "content/a.md, ligne 3", "groupe « Archives »", "acceptée", "Entre au registre : &lt;b&gt;mot&lt;/b&gt;",
        "mailto:dpo@essai.example"}) {
    CAPTURE(part);
    CHECK(html.find(part) != std::string::npos);
  }
  CHECK(html.find("http") == std::string::npos);  // nothing from elsewhere
}

TEST_CASE("person page: of somebody who has done nothing") {
  const std::string html = cli::person_page({});
  CHECK(html.find("Aucune page réservée.") != std::string::npos);
  CHECK(html.find("Où votre nom est écrit") == std::string::npos);
}
