// One small network with rules of every kind, its people, and a ledger in memory: what each scenario begins with.
#pragma once

#include <doctest/doctest.h>

#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

#include "base/file_system.h"
#include "content/load.h"
#include "rules/registration/memory_records.h"
#include "rules/registration/read.h"
#include "rules/registration/registrar.h"

namespace cenacle {

inline base::Instant instant(std::string_view text) { return base::parse_instant(text).value(); }
inline base::Date civil_day(std::string_view text) { return base::parse_date(text).value(); }

/// The files of the network "reseau"; `rules` are added to its registration file.
inline std::map<std::string, std::string, std::less<>> house_files(std::string_view paths_and_rules) {
  const auto page = [](std::string front, std::string text = "Texte.\n") { return "+++\n" + front + "+++\n\n" + text; };
  const auto role = [](std::string_view id, std::string_view more = {}) {
    return "[[roles]]\nid = \"" + std::string(id) + "\"\ntitle = \"" + std::string(id) + "\"\n" + std::string(more);
  };
  return {
      {"content/portal.toml",
       "title = \"Portail\"\ndescription = \"Un portail.\"\nbase_url = \"https://essai.example/\"\n"
       "[legal]\npublisher = \"P\"\npublisher_address = \"A\"\ndirector = \"D\"\nhost = \"H\"\nhost_address = \"B\"\n"
       "contact = \"a@essai.example\"\n"
       "[accessibility]\nstatus = \"none\"\ncontact = \"b@essai.example\"\ndeclared = 2026-09-01\n"},
      {"content/reseau/network.md",
       page("title = \"Le réseau\"\nsummary = \"Un réseau.\"\norganiser = [\"body:cc\"]\n[contact]\nrole = "
            "\"coordination\"\n" +
            role("coordination", "mail = \"c@essai.example\"\n") +
            role("administrateur", "mail = \"d@essai.example\"\n") + role("chef", "mail = \"e@essai.example\"\n") +
            role("referent", "fallback = \"chef\"\n") + role("maire") + role("secretaire") +
            "[[body_kinds]]\nid = \"commune\"\ntitle = \"Commune\"\n[[body_kinds]]\nid = \"entreprise\"\ntitle = "
            "\"Entreprise\"\n"
            "[[memberships]]\nid = \"adherent\"\ntitle = \"Adhérent\"\n[[memberships]]\nid = \"forfait\"\ntitle = "
            "\"Forfait\"\n"
            "[[memberships]]\nid = \"partenaire\"\ntitle = \"Partenaire\"\nmember = false\n"
            "[[meeting_kinds]]\nid = \"seance\"\ntitle = \"Séance\"\nplural = \"Séances\"\n"
            "[billing]\nissuer = \"Communauté\"\nsiret = \"21910377100018\"\naddress = \"A\"\nvalid_days = 30\n"
            "vat = \"Sans TVA\"\npayment = \"Virement\"\nmail = \"f@essai.example\"\n")},
      {"content/reseau/bodies.csv",
       "id;name;kind;population;membership;contributions;parent\ncc;Communauté;commune;20000;adherent;;\n"
       "ville;Ville;commune;1200;adherent;2;cc\nbourg;Bourg;commune;480;forfait;;cc\nhameau;Hameau;commune;90;;;\n"
       "banque;Banque;entreprise;;partenaire;;\n"},
      {"content/reseau/charters/charte.md",
       page("title = \"Charte\"\ncharter = \"charte\"\nversion = 1\nin_force = 2025-01-01\n"
            "[[rules]]\nrule = \"number\"\nname = \"forfait\"\nvalue = 2\narticle = \"2\"\n",
            "## 1. But\n\nÉchanger.\n\n## 2. Places\n\nDes places.\n")},
      {"content/reseau/groups/archives.md",
       page("title = \"Archives\"\nseason = { from = 2026-02-01, to = 2026-10-31 }\n")},
      {"content/reseau/groups/budget.md", page("title = \"Budget\"\n")},
      {"content/reseau/groups/ecoles.md", page("title = \"Écoles\"\n")},
      {"content/reseau/workshops/tri.md", page("title = \"Le tri\"\nquestion = \"Comment faire pour trier ?\"\nobject "
                                               "= \"Un plan\"\nseats = 2\nprofiles = [\"agent\", "
                                               "\"élu\"]\n")},
      {"content/reseau/spaces/plaine.md", page("title = \"La plaine\"\nkind = \"community\"\nbody = \"body:cc\"\n")},
      {"content/reseau/meetings/2026-10-06.md",
       page("id = \"seance-octobre\"\nof = \"group:budget\"\nkind = \"seance\"\nstart = 2026-10-06T09:30:00\nend = "
            "2026-10-06T12:00:00\n")},
      {"content/reseau/meetings/2026-12-01.md",
       page("id = \"seance-decembre\"\nof = \"group:budget\"\nkind = \"seance\"\nstart = 2026-12-01T09:30:00\nend = "
            "2026-12-01T12:00:00\n")},
      {"content/reseau/meetings/2027-10-07.md",
       page("id = \"seance-an-prochain\"\nof = \"group:budget\"\nkind = \"seance\"\nstart = 2027-10-07T09:30:00\nend = "
            "2027-10-07T12:00:00\n")},
      {"workflows/registration-reseau.toml",
       "network = \"reseau\"\ncharter = \"charte\"\nshared_mailboxes = [\"mairie\", \"contact\"]\n"
       "profiles = [\"agent\", \"élu\"]\n" +
           std::string(paths_and_rules)},
  };
}

/// The names of the facts that an obstacle has, and that its kind says it has.
inline std::set<std::string> facts_given(const rules::Obstacle& obstacle) {
  std::set<std::string> names;
  for (const rules::Obstacle::Named& it : obstacle.facts) names.emplace(it.name);
  return names;
}
inline std::set<std::string> facts_promised(const rules::Obstacle& obstacle) {
  std::istringstream names{std::string(rules::facts_of(obstacle.what))};
  return {std::istream_iterator<std::string>(names), {}};
}

/// The network with its rules, a clock that the scenario moves, and acts that are written as a command would.
struct House {
  base::MemoryFileSystem files;
  content::Content content;
  rules::Rulebooks books;
  MemoryRecords records;
  base::Instant now = instant("2026-09-15T09:00:00+02:00");
  rules::Naming naming{"cette personne", " et "};

  explicit House(std::string_view paths_and_rules) : files(house_files(paths_and_rules)) {
    diag::Diagnostics diagnostics;
    content = content::load(files, {.now = now}, {}, diagnostics);
    books = rules::read_rulebooks(files, content, diagnostics);
    for (const diag::Diagnostic& it : diagnostics.sorted())
      if (it.code.severity == diag::Severity::error) FAIL_CHECK(it.place.path << ": " << it.summary);
    REQUIRE(books.of("reseau") != nullptr);
    for (const char* id : {"ana", "bea", "cleo", "dora", "eva"}) person(id, "ville");
  }

  void person(std::string id, std::string body, std::string role = {}, std::string profile = "agent") {
    model::Person it;
    it.id = id, it.given_name = id, it.family_name = "Martin", it.mail = id + "@b.example";
    it.profile = std::move(profile);
    it.mandates.push_back({"reseau", std::move(body), std::move(role), "", civil_day("2026-01-01"), std::nullopt});
    records.add_person(it);
  }

  rules::Setting setting() const {
    return {*content.portal, *books.of("reseau"), records, now, content.language.get(), &naming};
  }
  rules::Ruling written(rules::Ruling ruling) {
    if (ruling.obstacle) {
      CHECK(ruling.facts.empty());
      CHECK(facts_given(*ruling.obstacle) == facts_promised(*ruling.obstacle));
    }
    records.append(ruling.facts);
    for (const rules::Ruling::Effect& it : ruling.effects) {  // what was foretold is what came
      model::Registration came = *records.registration(it.after.id);
      if (it.after.arrival == 0) came.arrival = 0;
      CHECK(came == it.after);
    }
    return ruling;
  }
  rules::Ruling ask(std::string person, std::string object, std::string path = {}) {
    rules::Asking asking;
    asking.person = std::move(person), asking.object = std::move(object), asking.path = std::move(path);
    return ask(asking);
  }
  rules::Ruling ask(const rules::Asking& asking) { return written(rules::ask(setting(), asking)); }
  rules::Ruling take(std::int64_t registration, rules::Step::Kind kind, std::string text = {}, std::string value = {},
                     std::string other = {}) {
    rules::Step step;
    step.kind = kind, step.registration = registration;
    step.text = std::move(text), step.value = std::move(value), step.other = std::move(other);
    return take(step);
  }
  rules::Ruling take(const rules::Step& step) { return written(rules::take(setting(), step)); }
  rules::Ruling settle(std::string_view object) { return written(rules::settle(setting(), object)); }
  void sign(std::string body, std::string role, std::int64_t version = 1) {
    model::Fact it;
    it.at = now, it.kind = model::FactKind::signed_, it.network = "reseau", it.person = "ana",
    it.body = std::move(body);
    it.object = "charter:reseau/charte", it.value = std::move(role), it.number = version;
    records.append({&it, 1});
  }
  void at(std::string_view when) { now = instant(when); }

  std::string_view state(std::int64_t registration) const {
    return model::word(records.registration(registration)->state);
  }
  model::Registration of(std::int64_t registration) const { return *records.registration(registration); }
  std::int64_t rank(std::int64_t registration) const { return rules::rank(setting(), of(registration)); }
};

/// The code of the obstacle, or "".
inline std::string code(const rules::Ruling& ruling) {
  return ruling.obstacle ? std::string(rules::code(ruling.obstacle->what)) : std::string();
}

}  // namespace cenacle
