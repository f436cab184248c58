// A check of texts that goes by an earlier one says and finds what a check of all texts does.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "content/sample.h"

using namespace cenacle;

namespace {

/// The sample, with texts that name each other's headings and use files, and with some of which something is said.
Files linked() {
  Files files = sample();
  files["cercle/groups/archives.md"] = front("title = \"Groupe Archives\"\nsummary = \"s\"", "## But\n\nRanger.\n");
  files["cercle/groups/accueil.md"] =
      front("title = \"Groupe Accueil\"\nsummary = \"s\"", "Voir [le but](archives.md#but), [ici](#ici).\n\n## Ici\n\n[Plan](../files/plan.csv)\n");
  files["cercle/documents/plan.md"] = front("title = \"Plan\"\nkind = \"guide\"\ndate = 2026-09-01\nsummary = \"s\"\nvisibility = \"public\"\n");
  files["cercle/sheets/bordereau.md"] = front("title = \"Bordereau\"\nsummary = \"s\"\nvisibility = \"public\"\n", "## Un\n\n#### Trop bas\n");
  files["val/groups/eau.md"] = front("title = \"Eau\"\nsummary = \"s\"\n", "[Le plan](../../cercle/files/plan.csv), [](group:cercle/accueil).\n");
  files["cercle/files/inutile.csv"] = "a\n";
  return files;
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// The texts that have changed from one to the other.
std::vector<bool> changed(const content::Sources& before, const content::Sources& after) {
  REQUIRE(before.size() == after.size());
  std::vector<bool> changed(after.size());
  for (std::size_t i = 0; i < after.size(); ++i) changed[i] = before[i].body_hash != after[i].body_hash;
  return changed;
}

content::TextFindings check(const Loaded& of, std::string* said, const content::EarlierCheck* earlier = nullptr) {
  diag::Diagnostics diagnostics;
  content::TextFindings found = content::check_texts(of.content, *of.links, 2, diagnostics, earlier);
  *said = told(diagnostics, {}, true);
  return found;
}

}  // namespace

TEST_CASE("after a text has changed, an earlier check spares looking at others and nothing else") {
  struct Row {
    std::string path, from, to, says;
  };
  const Row rows[] = {
      {"cercle/groups/accueil.md", "Voir", "Lire", ""},
      {"cercle/groups/archives.md", "Ranger.", "Ranger [tout](accueil.md#ici).", ""},
      {"cercle/groups/archives.md", "## But", "## Rôle", "`content/cercle/groups/archives.md` has no heading `#but`"},
      {"cercle/groups/accueil.md", "[Plan](../files/plan.csv)", "Plan", ""},
      {"cercle/groups/accueil.md", "[Plan](../files/plan.csv)", "[Plan](../files/plan.csv), [et](../files/inutile.csv)", ""},
      {"val/groups/eau.md", "[](group:cercle/accueil)", "[L’accueil](group:cercle/accueil)", ""},
      {"cercle/sheets/bordereau.md", "####", "###", ""},
      {"cercle/sheets/bordereau.md", "## Un\n", "## Un\n\n[x](group:zzzzzz)\n", "there is no group `zzzzzz`"},
  };
  const Loaded before(linked());
  std::string said_before;
  const content::TextFindings found_before = check(before, &said_before);
  for (const std::string_view code : {"heading-skipped", "link-without-text", "unused-file"}) CHECK(has(said_before, code));
  CHECK(found_before.headings.size() == 1 + 1);  // accueil → archives, and network.md → the charter
  for (const Row& row : rows) {
    CAPTURE(row.path);
    CAPTURE(row.to);
    Files files = linked();
    std::string& text = files[row.path];
    REQUIRE(has(text, row.from));
    text.replace(text.find(row.from), row.from.size(), row.to);
    const Loaded after(files);
    const std::vector<bool> changes = changed(*before.content.sources, *after.content.sources);
    const content::EarlierCheck earlier{found_before, changes};
    std::string said_whole, said;
    const content::TextFindings whole = check(after, &said_whole), found = check(after, &said, &earlier);
    CHECK(said == said_whole);
    CHECK(found == whole);
    CHECK(has(said, row.says));
  }
}

TEST_CASE("a text that nothing has changed for is not read again") {
  const Loaded before(linked());
  std::string said;
  const content::TextFindings found = check(before, &said);
  const std::vector<bool> none(before.content.sources->size());
  const content::EarlierCheck earlier{found, none};
  diag::Diagnostics diagnostics;
  auto disk = on_disk(linked());
  const content::Content content = content::load(disk, {now(), 1}, {}, diagnostics);
  const content::Links links(content);
  content::check_texts(content, links, 1, diagnostics, &earlier);
  std::string read;
  for (std::size_t i = 0; i < content.sources->size(); ++i)
    if (content.sources->has_facts(i)) read += (*content.sources)[i].path + " ";
  CHECK(read == "content/cercle/charters/cercle-v2.md content/cercle/sheets/bordereau.md content/val/groups/eau.md ");
}
