// A small network with its charter, in memory, to put a file of registration rules beside and see what is read and
// said.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/file_system.h"
#include "base/time.h"
#include "content/load.h"
#include "diag/diagnostics.h"
#include "rules/registration/read.h"

namespace cenacle {

inline std::map<std::string, std::string, std::less<>> network_files() {
  return {
      {"content/portal.toml",
       "title = \"P\"\ndescription = \"D\"\nbase_url = \"https://essai.example/\"\n"
       "[legal]\npublisher = \"P\"\npublisher_address = \"A\"\ndirector = \"D\"\nhost = \"H\"\nhost_address = \"B\"\n"
       "contact = \"a@essai.example\"\n"
       "[accessibility]\nstatus = \"none\"\ncontact = \"b@essai.example\"\ndeclared = 2026-09-01\n"},
      {"content/n/network.md",
       "+++\ntitle = \"Le réseau\"\nsummary = \"Un réseau.\"\norganiser = [\"body:ville\"]\n"
       "[contact]\nrole = \"coordination\"\n"
       "[billing]\nissuer = \"I\"\nsiret = \"28990001100007\"\naddress = \"A\"\nvat = \"V\"\nvalid_days = 30\n"
       "[[roles]]\nid = \"coordination\"\ntitle = \"C\"\nmail = \"c@essai.example\"\nbody = \"body:ville\"\n"
       "[[roles]]\nid = \"maire\"\ntitle = \"Maire\"\n"
       "[[body_kinds]]\nid = \"commune\"\ntitle = \"Commune\"\n"
       "[[memberships]]\nid = \"adherent\"\ntitle = \"Adhérent\"\n"
       "[[memberships]]\nid = \"partenaire\"\ntitle = \"Partenaire\"\nmember = false\n"
       "[[meeting_kinds]]\nid = \"seance\"\ntitle = \"S\"\nplural = \"S\"\n"
       "[[document_kinds]]\nid = \"guide\"\ntitle = \"G\"\nplural = \"G\"\n"
       "[[tariffs]]\nyear = 2026\n[[tariffs.rates]]\nid = \"jour\"\ntitle = \"J\"\namount = \"280,00 "
       "€\"\n+++\nTexte.\n"},
      {"content/n/bodies.csv", "id;name;kind;population;membership\nville;Ville;commune;1200;adherent\n"},
      {"content/n/charters/charte.md",
       "+++\ntitle = \"Charte\"\ncharter = \"charte\"\nversion = 1\nin_force = 2026-01-01\n"
       "signatories = [{ role = \"maire\" }]\n"
       "[[rules]]\nrule = \"number\"\nname = \"dix\"\nvalue = 10\narticle = \"2.1\"\n+++\n"
       "## 1. But\n\nA.\n\n## 2. Places\n\n### 2.1. Dix\n\nB.\n"},
      {"content/n/charters/autre.md",
       "+++\ntitle = \"Autre\"\ncharter = \"autre\"\nversion = 1\nin_force = 2026-01-01\n"
       "[[rules]]\nrule = \"number\"\nname = \"vingt\"\nvalue = 20\narticle = \"3\"\n+++\n## 3. Vingt\n\nC.\n"},
      {"content/n/groups/g.md", "+++\ntitle = \"G\"\n+++\nTexte.\n"},
      {"content/n/spaces/s.md", "+++\ntitle = \"S\"\nkind = \"community\"\nbody = \"body:ville\"\n+++\nTexte.\n"},
      {"content/n/workshops/w.md",
       "+++\ntitle = \"W\"\nquestion = \"Q ?\"\nobject = \"O\"\nseats = 12\nprofiles = [\"Archivistes\"]\n"
       "rate = \"jour\"\n+++\nTexte.\n"},
  };
}

/// The rulebooks of `files` laid over the small network; what is said of them, one line each: "line:column code:
/// summary".
struct ReadBook {
  base::MemoryFileSystem files{network_files()};
  diag::Diagnostics diagnostics;
  content::Content content;
  rules::Rulebooks rulebooks;

  explicit ReadBook(std::string_view rules, std::string_view path = "workflows/registration-n.toml") {
    files.write(std::string(path), std::string(rules));
    read();
  }
  ReadBook(const ReadBook&) = delete;

  void read() {
    const auto now = base::Instant{std::chrono::seconds{1789455600}};
    content = content::load(files, {.now = now}, {}, diagnostics);
    rulebooks = rules::read_rulebooks(files, content, diagnostics);
  }
  const rules::Rulebook& book() const { return rulebooks.books.at(0); }
  std::string said() const {
    std::string all;
    for (const diag::Diagnostic& it : diagnostics.sorted())
      all += fmt::format("{}:{} {}: {}\n", it.place.line, it.place.column, it.code.name, it.summary);
    return all;
  }
};

}  // namespace cenacle
