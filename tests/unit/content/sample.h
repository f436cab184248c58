// A small portal in memory, sound as it stands, to put one file in and see what is said.
#pragma once

#include <fmt/format.h>

#include <map>
#include <string>
#include <string_view>

#include "base/file_system.h"
#include "base/time.h"
#include "content/links.h"
#include "content/load.h"
#include "diag/diagnostics.h"

namespace cenacle {

using Files = std::map<std::string, std::string, std::less<>>;

inline std::string front(std::string_view toml, std::string_view text = {}) {
  return fmt::format("+++\n{}{}+++\n{}", toml, toml.empty() || toml.ends_with('\n') ? "" : "\n", text);
}

/// Networks `cercle` and `val`; paths without "content/".
inline Files sample() {
  return {
      {"portal.toml",
       "title = \"Portail\"\ndescription = \"Un portail.\"\nbase_url = \"https://essai.example/\"\n"
       "[addresses]\ngroups = \"groupes\"\nmeetings = \"rencontres\"\n"
       "[legal]\npublisher = \"P\"\npublisher_address = \"A\"\ndirector = \"D\"\nhost = \"H\"\nhost_address = \"B\"\n"
       "contact = \"a@essai.example\"\n"
       "[accessibility]\nstatus = \"none\"\ncontact = \"b@essai.example\"\ndeclared = 2026-09-01\n"},
      {"pages/aide.md", front("title = \"Aide\"", "Lire [la charte](charter:cercle/cercle).")},
      {"cercle/network.md",
       front("title = \"Le cercle\"\nsummary = \"Un réseau.\"\norganiser = [\"body:ville\"]\n"
             "[contact]\nrole = \"coordination\"\n"
             "[[roles]]\nid = \"coordination\"\ntitle = \"Coordination\"\nmail = \"c@essai.example\"\nbody = \"body:ville\"\n"
             "[[roles]]\nid = \"referent\"\ntitle = \"Référent\"\nfallback = \"coordination\"\n"
             "[[body_kinds]]\nid = \"commune\"\ntitle = \"Commune\"\n"
             "[[memberships]]\nid = \"adherent\"\ntitle = \"Adhérent\"\n"
             "[[meeting_kinds]]\nid = \"seance\"\ntitle = \"Séance\"\nplural = \"Séances\"\n"
             "[[document_kinds]]\nid = \"guide\"\ntitle = \"Guide\"\nplural = \"Guides\"\n"
             "[[topics]]\nid = \"archives\"\ntitle = \"Archives\"\nexperts = [\"role:referent\"]\n"
             "[[tariffs]]\nyear = 2026\n[[tariffs.rates]]\nid = \"jour\"\ntitle = \"Un jour\"\namount = \"280,00 €\"\n",
             "Le réseau a une [charte](charter:cercle#2.1).")},
      {"cercle/bodies.csv", "id;name;kind;population;membership\nville;Ville;commune;1 200;adherent\nbourg;Bourg;commune;480;\n"},
      {"cercle/charters/cercle-v1.md",
       front("title = \"Charte\"\ncharter = \"cercle\"\nversion = 1\nin_force = 2025-01-01", "## 1. But\n")},
      {"cercle/charters/cercle-v2.md",
       front("title = \"Charte\"\ncharter = \"cercle\"\nversion = 2\nin_force = 2026-01-01\n"
             "[[rules]]\nrule = \"rhythm\"\narticle = \"2.1\"\nmax_months = 3\n",
             "## 1. But\n\nÉchanger.\n\n## 2. Vie\n\n### 2.1. Rythme\n\nSouvent.\n")},
      {"cercle/groups/archives.md",
       front("title = \"Groupe Archives\"\ncharter = \"charter:cercle\"\ntopics = [\"archives\"]\n"
             "[[holders]]\nrole = \"referent\"\nbody = \"body:ville\"\n",
             "## But\n\nRanger.\n")},
      {"cercle/groups/accueil.md", front("title = \"Groupe Accueil\"", "Accueillir.")},
      {"cercle/workshops/tri.md",
       front("title = \"Le tri\"\nquestion = \"Comment faire pour trier ?\"\nobject = \"Un plan\"\nseats = 12\n"
             "profiles = [\"Archivistes\"]\nrate = \"jour\"\n")},
      {"cercle/spaces/plaine.md", front("title = \"La plaine\"\nkind = \"community\"\nbody = \"body:bourg\"\n")},
      {"cercle/meetings/2026-10-06-archives.md",
       front("id = \"seance-une\"\nof = \"group:archives\"\nkind = \"seance\"\nstart = 2026-10-06T09:30:00\nend = 2026-10-06T12:00:00\n"
             "online = \"https://visio.example/x\"\n",
             "- tour de table\n")},
      {"cercle/minutes/2026-10-06-archives.md",
       front("meeting = \"meeting:2026-10-06-archives\"\n[[decisions]]\ntext = \"Trier.\"\noutcome = \"consensus\"\n"
             "carried_by = \"role:referent\"\narticle = \"charter:cercle#1\"\n",
             "On a trié.\n")},
      {"cercle/documents/plan.md",
       front("title = \"Plan\"\nkind = \"guide\"\ndate = 2026-09-01\nof = \"group:archives\"\nvisibility = \"public\"\n"
             "authors = [\"body:ville\"]\nfiles = [{ path = \"../files/plan.csv\", title = \"Le plan\" }]\n")},
      {"cercle/contributions/question.md",
       front("title = \"Q\"\nkind = \"question\"\ndate = 2026-09-01\nauthor = \"body:ville\"\ntopics = [\"archives\"]\n", "Où ?\n")},
      {"cercle/contributions/reponse.md",
       front("title = \"R\"\nkind = \"answer\"\ndate = 2026-09-02\nauthor = \"body:bourg\"\ntopics = [\"archives\"]\n"
             "answers = \"contribution:question\"\n",
             "Là.\n")},
      {"cercle/sheets/bordereau.md",
       front("title = \"Bordereau\"\ntopics = [\"archives\"]\nreviewed = 2026-01-01\nowner = \"role:referent\"\n"
             "visibility = \"space:plaine\"\n")},
      {"cercle/news/rentree.md", front("title = \"Rentrée\"\ndate = 2026-09-01\n", "C’est la [rentrée](meeting:seance-une).\n")},
      {"cercle/pages/faq.md", front("title = \"Questions\"\nkind = \"faq\"\n", "## Où ?\n\nIci, voir [là](#ou).\n")},
      {"cercle/directory.toml",
       "[[software]]\nname = \"Classeur\"\nbodies = [\"body:ville\"]\n[[experts]]\nfunction = \"Archiviste\"\nrole = \"role:referent\"\n"
       "software = [\"Classeur\"]\n"},
      {"cercle/files/plan.csv", "a;b\n"},
      {"val/network.md", front("title = \"Le val\"\nsummary = \"Un autre.\"\n[[meeting_kinds]]\nid = \"atelier\"\ntitle = \"Atelier\"\n"
                               "plural = \"Ateliers\"\n[[roles]]\nid = \"coordination\"\ntitle = \"Coordination\"\n")},
      {"val/groups/eau.md", front("title = \"Eau\"\n")},
  };
}

inline base::MemoryFileSystem on_disk(const Files& files) {
  base::MemoryFileSystem disk;
  for (const auto& [path, bytes] : files) disk.write("content/" + path, bytes);
  return disk;
}

inline base::Instant now() { return base::parse_instant("2026-09-15T09:00:00+02:00").value(); }

/// A portal that was loaded, with its texts checked, and what was said.
struct Loaded {
  base::MemoryFileSystem disk;
  diag::Diagnostics diagnostics;
  content::Content content;
  std::unique_ptr<content::Links> links;

  explicit Loaded(const Files& files, unsigned jobs = 1) : disk(on_disk(files)) {
    content = content::load(disk, {now(), jobs}, {}, diagnostics);
    if (!content.portal) return;
    links = std::make_unique<content::Links>(content);
    content::check_texts(content, *links, jobs, diagnostics);
  }
  const model::Portal& portal() const { return *content.portal; }
  const model::Network& network() const { return portal().networks.front(); }
};

/// "2:9+7 unknown-key: … => …", one line each, line ends in helps as " / ". Only those of `path` (without "content/"),
/// where it is not empty.
inline std::string told(const diag::Diagnostics& diagnostics, std::string_view path = {}, bool notes = false) {
  std::string out;
  const auto flat = [](std::string text) {
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 3) text.replace(at, 1, " / ");
    return text;
  };
  for (const diag::Diagnostic& it : diagnostics.sorted()) {
    if (path.empty()) {
      out += it.place.path.substr(it.place.path.find('/') + 1) + ":";
    } else if (it.place.path != "content/" + std::string(path)) {
      out += "elsewhere: " + it.place.path + ":";
    }
    out += fmt::format("{}:{}+{} {}: {} => {}\n", it.place.line, it.place.column, it.place.length, it.code.name, it.summary, flat(it.help));
    if (!notes) continue;
    for (const diag::Note& note : it.notes)
      out += fmt::format("  {} ({}:{}:{})\n", note.text, note.place.path, note.place.line, note.place.column);
  }
  return out;
}

/// What is said when one file is put in the sample, or put in another's place.
inline std::string with(const std::string& path, const std::string& bytes, bool notes = false) {
  Files files = sample();
  files[path] = bytes;
  return told(Loaded(files).diagnostics, path, notes);
}

}  // namespace cenacle
