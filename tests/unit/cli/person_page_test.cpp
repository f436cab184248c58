// The page of a person's data: it compiles, escapes what people wrote, and leaves nothing out.
#include <doctest/doctest.h>

#include "cli/person_page.h"
#include "publish/disk_file_system.h"
#include "site/theme.h"

using namespace cenacle;

namespace {

std::string printed(const cli::PersonPage& page, const std::string& name = "fr") {
  const auto files = publish::DiskFileSystem::open(".");
  REQUIRE(files);
  diag::Diagnostics mistakes;
  const tmpl::Words words = site::read_words(**files, "default", "people", name, mistakes);
  CHECK(mistakes.errors() == 0);
  return cli::person_page(page, words, locale::Locale(name));
}

}  // namespace

TEST_CASE("person page: everything is on it, escaped") {
  cli::PersonPage page;
  page.name = "Marie <Dupont>", page.portal = "Portail", page.made = "15 septembre 2026 à 9 h",
  page.contact = "dpo@essai.example";
  page.fields = {{"Adresse", "m.dupont@ville.example"}};
  page.mandates = {"Ville (Cercle), depuis le 12 mars 2026"}, page.access = {"Le cercle"},
  page.mentions = {"content/a.md, ligne 3"};
  page.registrations = {{"12", "groupe « Archives »", "acceptée", "1er juin 2026"}};
  page.years = {{"2026", {{"12 mars 2026 à 9 h", "Entre au registre : <b>mot</b>"}}}};
  const std::string html = printed(page);
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
  const std::string html = printed({});
  CHECK(html.find("Aucune page réservée.") != std::string::npos);
  CHECK(html.find("Où votre nom est écrit") == std::string::npos);
}

TEST_CASE("person page: in the portal's language") {
  cli::PersonPage page;
  page.language = "en", page.made = "15 September 2026";
  const std::string html = printed(page, "en");
  CHECK(html.find("<html lang=\"en\">") != std::string::npos);
  CHECK(html.find("All that the ledger knows of you, on 15 September 2026") != std::string::npos);
  CHECK(html.find("No restricted page.") != std::string::npos);
  CHECK(html.find("é") == std::string::npos);
}
