// Lists of people: what is understood, and what is said of what is not.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "content/roster.h"
#include "content/roster_header.h"
#include "content/sample.h"

using namespace cenacle;

namespace {

/// The sample's portal; lists are of its network `cercle`.
struct Desk {
  base::MemoryFileSystem files;
  content::Content content;

  Desk() {
    for (const auto& [path, bytes] : sample()) files.write("content/" + path, bytes);
    files.write("content/cercle/bodies.csv",
                "id;name;kind;population;membership\nville;Ville de Lormeval;commune;1 200;adherent\n"
                "bourg;Bourg-Sarlon;commune;480;\npuy;Le Puy-Mardon;commune;300;\n"
                "saint-aubrin;Commune de Saint-Aubrin-des-Prés;commune;300;\n"
                "cc;Communauté de communes de la Plaine;commune;9000;\ncommune-plaine;Commune de La "
                "Plaine;commune;900;\nvdp;Ville de La Plaine;commune;900;\n"
                "eaux-plaine;Service des eaux de la Plaine;eaux;;\n");
    std::string network = sample().at("cercle/network.md");
    network.insert(network.find("[[body_kinds]]"), "[[body_kinds]]\nid = \"eaux\"\ntitle = \"Service des eaux\"\n");
    files.write("content/cercle/network.md", network);
    diag::Diagnostics ignored;
    content = content::load(files, {base::Instant{}, 1}, {}, ignored);
  }

  struct Said {
    content::Roster roster;
    std::string diagnostics;  ///< "line:column code: summary" each
    std::size_t errors = 0;
  };
  Said read(std::string_view bytes, std::vector<std::uint32_t> allowed = {}, const char* network = "cercle") const {
    diag::Diagnostics diagnostics;
    content::RosterOptions options{"liste.csv", *content.portal,    nullptr,          {},
                                   {},          std::move(allowed), *content.language};
    for (const model::Network& it : content.portal->networks)
      if (it.page.id == network) options.network = &it;
    options.shared_mailboxes["cercle"] = {"mairie", "contact"};
    options.profiles["cercle"] = {"Élus"};
    Said said{content::read_roster(bytes, options, diagnostics), {}, diagnostics.errors()};
    for (const diag::Diagnostic& it : diagnostics.sorted())
      said.diagnostics +=
          fmt::format("{}:{}+{} {}: {}\n", it.place.line, it.place.column, it.place.length, it.code.name, it.summary);
    return said;
  }
};

const Desk& desk() {
  static const Desk made;
  return made;
}

std::string line_of(const content::RosterLine& it) {
  std::string roles;
  for (const model::Role* role : it.roles) roles += (roles.empty() ? "" : "+") + role->id;
  return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", it.given_name, it.family_name, it.mail,
                     it.body == nullptr ? "" : it.body->id, roles, it.object, it.phone, it.function, it.profile,
                     it.from ? base::iso(*it.from) : "", it.shown ? (*it.shown ? "yes" : "no") : "");
}

}  // namespace

TEST_CASE("roster: every column, in French and in English") {
  const std::string wanted =
      "Marie|Dupont|m.dupont@ville.example|ville|referent|group:cercle/archives|01 02 03 04 "
      "05|Archiviste|Archivistes|2026-03-12|yes";
  for (const std::string_view bytes :
       {"Nom;Prénom;Courriel;Collectivité;Rôle;Groupe;Téléphone;Fonction;Profil;Depuis;Accepte d'être cité\n"
        "DUPONT;Marie;M.Dupont@ville.example;Ville de Lormeval;Référent;Groupe "
        "Archives;0102030405;Archiviste;archiviste;12/03/2026;oui\n",
        "NOM DE FAMILLE,PRENOM,E-mail,Organisme,ROLE,Groupe de travail,Tél.,Qualité,Public,Date d'entrée,Accepte "
        "d’être cité(e)\n"
        "Dupont,Marie,m.dupont@ville.example,lormeval,referent,archives,01.02.03.04.05,Archiviste,Archivistes,2026-03-"
        "12,X\n",
        "Last name\tFirst name\tEmail\tEmployer\tRole\tGroup\tPhone\tJob title\tAudience\tSince\tConsent\n"
        "Dupont\tMarie\tm.dupont@ville.example\tMairie de Lormeval\treferent\tarchives\t01 02 03 04 "
        "05\tArchiviste\tArchivistes\t12/03/2026\tyes\n"}) {
    CAPTURE(bytes);
    const auto said = desk().read(bytes);
    CHECK(said.diagnostics == "");
    REQUIRE(said.roster.lines.size() == 1);
    CHECK(line_of(said.roster.lines[0]) == wanted);
  }
}

TEST_CASE("roster: what spreadsheets do to a list") {
  struct Row {
    std::string_view name, bytes;
  };
  const Row rows[] = {
      {"a mark", "\xEF\xBB\xBFNom;Prénom;Courriel\nDupont;Zoé;z@ville.example\n"},
      {"Windows-1252", "Nom;Pr\xE9nom;Courriel\r\nDupont;Zo\xE9;z@ville.example\r\n"},
      {"lone CR", "Nom;Prénom;Courriel\rDupont;Zoé;z@ville.example\r"},
      {"separators at the ends", "Nom;Prénom;Courriel;\nDupont;Zoé;z@ville.example;;;\n"},
      {"empty fields left out", "Nom;Prénom;Courriel;Fonction;Depuis\nDupont;Zoé;z@ville.example\n"},
      {"titles", "Liste des membres;;\n\nNom;Prénom;Courriel\nDupont;Zoé;z@ville.example\n"},
      {"sep=", "sep=;\nNom;Prénom;Courriel\nDupont;Zoé;z@ville.example\n"},
      {"lines of separators", "Nom;Prénom;Courriel\n;;\nDupont;Zoé;z@ville.example\n;;\n"},
      {"quotes", "\"Nom\";\"Prénom\";\"Courriel\"\n\"Dupont\";\"Zoé\";\"z@ville.example\"\n"},
      {"a day with an hour", "Nom;Prénom;Courriel;Depuis\nDupont;Zoé;z@ville.example;12/03/2026 00:00:00\n"},
      {"one column", "Nom Prénom;Courriel\nDUPONT Zoé;z@ville.example\n"},
      {"the name alone", "Nom;Courriel\nDUPONT Zoé;z@ville.example\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto said = desk().read(row.bytes);
    CHECK(said.diagnostics == "");
    REQUIRE(said.roster.lines.size() == 1);
    CHECK(said.roster.lines[0].given_name == "Zoé");
    CHECK(said.roster.lines[0].family_name == "Dupont");
  }
}

TEST_CASE("roster: bodies by the names that people give them") {
  struct Row {
    std::string_view written, id;
  };
  const Row rows[] = {{"ville", "ville"},
                      {"VILLE DE LORMEVAL", "ville"},
                      {"Mairie de Lormeval", "ville"},
                      {"Lormeval", "ville"},
                      {"commune de lormeval", "ville"},
                      {"Bourg Sarlon", "bourg"},
                      {"Mairie du Puy-Mardon", "puy"},
                      {"Le Puy Mardon", "puy"},
                      {"St-Aubrin-des-Prés", "saint-aubrin"},
                      {"CC de la Plaine", "cc"},
                      {"SDE de la Plaine", "eaux-plaine"},
                      {"SE Plaine", "eaux-plaine"},
                      {"Commune de la Plaine", "commune-plaine"}};
  for (const Row& row : rows) {
    CAPTURE(row.written);
    const auto said =
        desk().read(fmt::format("Nom;Prénom;Courriel;Collectivité\nDupont;Zoé;z@ville.example;{}\n", row.written));
    CHECK(said.diagnostics == "");
    REQUIRE(said.roster.lines.size() == 1);
    REQUIRE(said.roster.lines[0].body != nullptr);
    CHECK(said.roster.lines[0].body->id == row.id);
  }
}

TEST_CASE("roster: mistakes, each at its place") {
  struct Row {
    std::string name, bytes, said;
  };
  const std::string head = "Nom;Prénom;Courriel;Collectivité;Rôle;Depuis;Accepte d’être cité\n";
  const Row rows[] = {
      {"nothing", "", "1:1+1 missing-key: the list of people is empty\n"},
      {"no address", "Nom;Prénom\nDupont;Zoé\n", "1:1+3 missing-key: a list of people needs an address: `Courriel`\n"},
      {"no name", "Courriel;Fonction\nz@ville.example;Agent\n",
       "1:1+8 missing-key: a list of people needs a name: `Nom` and `Prénom`, or `Nom Prénom`\n"},
      {"two columns", "Nom;Prénom;Courriel;E-mail\nDupont;Zoé;z@ville.example;\n",
       "1:21+6 roster-column-twice: two columns are `Courriel`\n"},
      {"an unknown column", "Nom;Prénom;Courriel;Taille\nDupont;Zoé;z@ville.example;12\n",
       "1:21+6 roster-column: nobody reads the column `Taille`\n"},
      {"no address on a line", head + "Dupont;Zoé;;ville\n", "2:12+1 missing-key: this line has no address\n"},
      {"no given name", head + "Dupont;;z@ville.example\n", "2:8+1 missing-key: this line has no given name\n"},
      {"no mail", head + "Dupont;Zoé;z(at)ville.example\n",
       "2:12+18 bad-mail: `z(at)ville.example` is no mail address\n"},
      {"two addresses", head + "Dupont;Zoé;\"z@ville.example; y@ville.example\"\n",
       "2:12+34 bad-mail: `z@ville.example; y@ville.example` is more than one address\n"},
      {"a shared one", head + "Dupont;Zoé;mairie@ville.example\n",
       "2:12+20 shared-mailbox: mairie@ville.example is an address that several people read\n"},
      {"a shared one with a place", head + "Dupont;Zoé;mairie.lormeval@fai.example\n",
       "2:12+27 shared-mailbox: mairie.lormeval@fai.example is an address that several people read\n"},
      {"an unknown body", head + "Dupont;Zoé;z@ville.example;Bourg-Sarlo\n",
       "2:28+11 unknown-reference: there is no body `Bourg-Sarlo`\n"},
      {"a body that may be two", head + "Dupont;Zoé;z@ville.example;Plaine\n",
       "2:28+6 ambiguous-name: `Plaine` may be several bodies\n"},
      {"an unknown role", head + "Dupont;Zoé;z@ville.example;ville;Pilotte\n",
       "2:34+7 unknown-reference: the network has no role `Pilotte`\n"},
      {"no date", head + "Dupont;Zoé;z@ville.example;ville;;bientôt\n", "2:35+7 bad-value: `bientôt` is no date\n"},
      {"no such day", head + "Dupont;Zoé;z@ville.example;ville;;31/02/2026\n",
       "2:35+10 no-such-day: the calendar has no day 31/02/2026\n"},
      {"neither yes nor no", head + "Dupont;Zoé;z@ville.example;ville;;;peut-être\n",
       "2:36+9 bad-value: `peut-être` says neither yes nor no\n"},
      {"a field too many", "Nom;Prénom;Courriel\nDupont;Zoé;z@ville.example;Agent\n",
       "2:28+5 bad-csv: this line has 4 fields, the headers are 3\n"},
      {"letters lost", "Nom;Prénom;Courriel\nDupont;ZoÃ©;z@ville.example\n",
       "2:8+4 garbled-text: `ZoÃ©` was `Zoé`, before some program took it for another encoding\n"},
      {"an unclear name", "Nom Prénom;Courriel\nGarcia Lopez Maria;m@ville.example\n",
       "2:1+18 unclear-name: it cannot be told which of `Garcia Lopez Maria` is the family name\n"},
      {"two people of one address", "Nom;Prénom;Courriel\nDupont;Zoé;z@ville.example\nMartin;Paul;Z@ville.example\n",
       "3:13+15 person-twice: two people have the address z@ville.example\n"},
      {"one name twice", "Nom;Prénom;Courriel\nDupont;Zoé;z@ville.example\nDUPONT;Zoe;y@ville.example\n",
       "3:1+6 same-name: two people are called Zoe Dupont\n"},
      {"one person, two telephones",
       "Nom;Prénom;Courriel;Tél;Rôle\nDupont;Zoé;z@ville.example;0102030405;\nDupont;Zoé;z@ville.example;0607080910;"
       "referent\n",
       "3:1+6 roster-conflict: this line gives Zoé Dupont another telephone\n"},
      {"an unknown profile", "Nom;Prénom;Courriel;Profil\nDupont;Zoé;z@ville.example;Plombiers\n",
       "2:28+9 unknown-profile: the network knows no profile `Plombiers`\n"},
      {"a quote left open", "Nom;Prénom;Courriel\nDupont;\"Zoé;z@ville.example\n",
       "2:8+1 bad-csv: a quote that is left open\n"},
      {"below a title, the line is that of the file", "Membres 2026\nNom;Prénom;Courriel\nDupont;Zoé;z@\n",
       "3:12+2 bad-mail: `z@` is no mail address\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(desk().read(row.bytes).diagnostics == row.said);
  }
}

TEST_CASE("roster: lines of one person") {
  const auto said = desk().read(
      "Nom;Prénom;Courriel;Collectivité;Rôle\nDupont;Zoé;z@ville.example;ville;referent\n"
      "DUPONT;Zoé;Z@ville.example;bourg;\nDupont;Zoé;z@ville.example;ville;referent\n");
  CHECK(said.diagnostics == "");
  CHECK(said.roster.lines.size() == 2);
  CHECK(said.roster.repeated == 1);
}

TEST_CASE("roster: a shared address that is allowed") {
  const std::string_view list = "Nom;Prénom;Courriel\nDupont;Zoé;mairie@ville.example\n";
  CHECK(desk().read(list).errors == 1);
  const auto said = desk().read(list, {2});
  CHECK(said.diagnostics == "");
  REQUIRE(said.roster.lines.size() == 1);
  CHECK(said.roster.lines[0].shared_allowed);
}

TEST_CASE("roster: several networks in one list") {
  const std::string_view list =
      "Réseau;Nom;Prénom;Courriel\nLe cercle;Dupont;Zoé;z@ville.example\nval;Martin;Paul;p@ville.example\n";
  const auto all = desk().read(list, {}, "");
  CHECK(all.diagnostics == "");
  CHECK(all.roster.lines.size() == 2);
  const auto one = desk().read(list);
  CHECK(one.roster.lines.size() == 1);
  CHECK(one.roster.of_other_networks == 1);
  CHECK(desk().read("Nom;Prénom;Courriel\nDupont;Zoé;z@ville.example\n", {}, "").diagnostics ==
        "2:1+6 missing-key: this line does not say of which network she is\n");
}

TEST_CASE("roster: shared mailboxes") {
  const std::vector<std::string> shared = {"mairie", "contact"};
  for (const std::string_view mail :
       {"mairie@x.example", "mairie.bourg@x.example", "contact2@x.example", "contact-rh@x.example"})
    CHECK(content::is_shared_mailbox(mail, shared));
  for (const std::string_view mail : {"mairieux@x.example", "m.dupont@mairie.example", "j.contact@x.example"})
    CHECK_FALSE(content::is_shared_mailbox(mail, shared));
}
