// Links of texts: where each leads, and what is said of one that leads nowhere, or to what its readers may not see.
#include "content/links.h"

#include <doctest/doctest.h>

#include <string>

#include "content/sample.h"

using namespace cenacle;

namespace {

/// "page cercle/groupes/x.html#but", "file content/…", "outside …", "anchor but", "nowhere CODE: problem => help".
std::string told(const content::Target& target) {
  using Kind = content::Target::Kind;
  const std::string anchor = target.anchor.empty() ? "" : "#" + target.anchor;
  std::string help = target.help;
  for (std::size_t at = 0; (at = help.find('\n', at)) != std::string::npos; at += 3) help.replace(at, 1, " / ");
  switch (target.kind) {
    case Kind::outside: return "outside " + target.address;
    case Kind::anchor: return "anchor " + target.anchor;
    case Kind::page: return "page " + target.page->address + anchor;
    case Kind::file: return "file " + target.file + anchor;
    case Kind::nowhere: return "nowhere " + std::string(target.code.name) + ": " + target.problem + " => " + help;
  }
  return {};
}

}  // namespace

TEST_CASE("where links of a group's text lead") {
  Files files = sample();
  files["cercle/network.md"].insert(files["cercle/network.md"].find("[[body_kinds]]"),
                                    "[[roles]]\nid = \"cachee\"\ntitle = \"C\"\nmail = \"secret@essai.example\"\npublic = false\n");
  files["cercle/bodies.csv"] = "id;name;kind;website\nville;V;commune;https://ville.example/\nbourg;B;commune;\n";
  files["cercle/pages/brouillon.md"] = front("title = \"B\"\ndraft = true");
  files["cercle/pages/demain.md"] = front("title = \"D\"\npublished = 2026-09-16");
  const Loaded loaded(files);
  const model::Page& from = loaded.network().groups[1].page;  // archives
  struct Row {
    std::string target, leads;
  };
  const Row rows[] = {
      // outside
      {"https://a.example/x?y#z", "outside https://a.example/x?y#z"},
      {"HTTP://a.example", "outside HTTP://a.example"},
      {"mailto:a@b.example", "outside mailto:a@b.example"},
      {"tel:+33100000000", "outside tel:+33100000000"},
      // references
      {"group:accueil", "page cercle/groupes/accueil.html"},
      {"group:val/eau", "page val/groupes/eau.html"},
      {"network:val", "page val/index.html"},
      {"charter:cercle", "page cercle/charters/cercle.html"},
      {"charter:cercle#2.1", "page cercle/charters/cercle.html#article-2-1"},
      {"charter:cercle#1-but", "page cercle/charters/cercle.html#article-1-but"},
      {"meeting:seance-une", "page cercle/rencontres/2026-10-06-archives.html"},
      {"meeting:2026-10-06-archives", "page cercle/rencontres/2026-10-06-archives.html"},
      {"minutes:2026-10-06-archives#decision-1", "page cercle/minutes/2026-10-06-archives.html#decision-1"},
      {"page:faq#ou", "page cercle/pages/faq.html#ou"},
      {"space:plaine", "page cercle/spaces/plaine.html"},
      {"sheet:bordereau", "page cercle/sheets/bordereau.html"},
      {"role:coordination", "outside mailto:c@essai.example"},
      {"role:referent", "outside mailto:c@essai.example"},
      {"role:cachee", "page cercle/index.html"},
      {"body:ville", "outside https://ville.example/"},
      {"body:bourg", "page cercle/index.html"},
      {"Group:accueil", "nowhere broken-link: a kind of reference is written in small letters => write: / group:accueil"},
      {"group:acceuil", "nowhere broken-link: there is no group `acceuil` in `cercle` => did you mean: / group:accueil"},
      {"group:eau#but", "nowhere broken-link: there is no group `eau` in `cercle` => that of another network is written: / group:val/eau#but"},
      {"group:val/eaux", "nowhere broken-link: there is no group `eaux` in `val` => did you mean: / group:val/eau"},
      {"group:x/eau", "nowhere broken-link: there is no network `x` => that of another network is written: / group:val/eau"},
      {"news:zzzzzzzzz", "nowhere broken-link: there is no news `zzzzzzzzz` in `cercle` => correct the name, or make it first"},
      {"page:brouillon", "nowhere broken-link: there is no page `brouillon` in `cercle` => `content/cercle/pages/brouillon.md` is a "
                         "draft: publish it, or take the link out"},
      {"page:demain", "nowhere broken-link: there is no page `demain` in `cercle` => `content/cercle/pages/demain.md` is not published "
                      "before 2026-09-16"},
      {"group:", "nowhere broken-link: there is no group `` in `cercle` => correct the name, or make it first"},
      // paths
      {"accueil.md", "page cercle/groupes/accueil.html"},
      {"./accueil.md#but", "page cercle/groupes/accueil.html#but"},
      {"../network.md", "page cercle/index.html"},
      {"../charters/cercle-v2.md#2.1", "page cercle/charters/cercle.html#article-2-1"},
      {"../charters/cercle-v1.md", "page cercle/charters/cercle-v1.html"},
      {"../files/plan.csv", "file content/cercle/files/plan.csv"},
      {"../files/plan.csv#page=2", "file content/cercle/files/plan.csv#page=2"},
      {"../files/pl%61n.csv", "file content/cercle/files/plan.csv"},
      {"../../pages/aide.md", "page pages/aide.html"},
      {"../files/plan.cvs", "nowhere broken-link: there is no page or file `content/cercle/files/plan.cvs` => did you mean: / ../files/plan.csv"},
      {"acceuil.md#x", "nowhere broken-link: there is no page or file `content/cercle/groups/acceuil.md` => did you mean: / accueil.md"},
      {"accueil", "nowhere broken-link: there is no page or file `content/cercle/groups/accueil` => write: / accueil.md"},
      {"zzzzzzzzzzzz.md", "nowhere broken-link: there is no page or file `content/cercle/groups/zzzzzzzzzzzz.md` => correct the path: it is "
                          "seen from the folder of this file"},
      {"../pages/brouillon.md", "nowhere broken-link: `content/cercle/pages/brouillon.md` is left out => it is a draft: publish it, or "
                                "take the link out"},
      {"../bodies.csv", "nowhere broken-link: there is no page or file `content/cercle/bodies.csv` => did you mean: / ../bodies.csv"},
      {"../../portal.toml", "nowhere broken-link: there is no page or file `content/portal.toml` => did you mean: / ../../portal.toml"},
      {"../../../themes/x.css", "nowhere broken-link: the link leads out of the content => files that pages link to are in the network's "
                                "folder `files/`"},
      // addresses
      {"/cercle/groupes/accueil.html", "page cercle/groupes/accueil.html"},
      {"/cercle/groupes/accueil.html?x#but", "page cercle/groupes/accueil.html#but"},
      {"/cercle/", "page cercle/index.html"},
      {"/cercle", "page cercle/index.html"},
      {"/cercle/groupes/", "nowhere broken-link: no page has the address `/cercle/groupes/` => name the page by its kind and id: "
                           "`group:…`, `page:…`"},
      {"//a.example/x", "nowhere broken-link: an outside address begins with `https://` => write: / https://a.example/x"},
      // anchors
      {"#but", "anchor but"},
      {"#", "anchor "},
      // nothing, and worse
      {"", "nowhere broken-link: the link leads nowhere => write where it leads between the parentheses"},
      {"  ", "nowhere broken-link: the link leads nowhere => write where it leads between the parentheses"},
      {"javascript:alert(1)", "nowhere unsafe-link: a link may not begin with `javascript:` => outside addresses begin with `https:`, "
                              "`http:`, `mailto:` or `tel:`"},
      {" JavaScript:alert(1)", "nowhere unsafe-link: a link may not begin with `javascript:` => outside addresses begin with `https:`, "
                               "`http:`, `mailto:` or `tel:`"},
      {"java\tscript:alert(1)", "nowhere unsafe-link: the link holds control characters => write the address again by hand"},
      {"\x01javascript:alert(1)", "nowhere unsafe-link: the link holds control characters => write the address again by hand"},
      {"data:text/html,x", "nowhere unsafe-link: a link may not begin with `data:` => outside addresses begin with `https:`, `http:`, "
                           "`mailto:` or `tel:`"},
      {"ftp://a.example", "nowhere unsafe-link: a link may not begin with `ftp:` => outside addresses begin with `https:`, `http:`, "
                          "`mailto:` or `tel:`"},
      {"groupe:accueil", "nowhere unsafe-link: a link may not begin with `groupe:` => did you mean: / group:accueil"},
      {":x", "nowhere unsafe-link: a link may not begin with `:` => outside addresses begin with `https:`, `http:`, `mailto:` or `tel:`"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.target);
    CHECK(told(loaded.links->resolve(row.target, from)) == row.leads);
  }
}

TEST_CASE("where links of a portal's page lead") {
  const Loaded loaded(sample());
  const model::Page& from = loaded.portal().pages.front().page;
  CHECK(told(loaded.links->resolve("page:aide", from)) == "page pages/aide.html");
  CHECK(told(loaded.links->resolve("group:cercle/accueil", from)) == "page cercle/groupes/accueil.html");
  CHECK(told(loaded.links->resolve("group:accueil", from)) ==
        "nowhere broken-link: there is no group `accueil` => that of another network is written: / group:cercle/accueil");
  CHECK(told(loaded.links->resolve("../cercle/network.md", from)) == "page cercle/index.html");
}

TEST_CASE("what is said of texts") {
  struct Row {
    std::string name, path, front, text, said;
  };
  const std::string group = "title = \"G\"", members = "title = \"G\"\nvisibility = \"group\"";
  const std::string path = "cercle/groups/essai.md";
  const Row rows[] = {
      {"nothing wrong", path, group, "## But\n\n[a](#but) [b](charter:cercle#1) ![Un plan](../files/plan.csv) <https://a.example>\n", ""},
      {"a broken link, where its target stands", path, group, "Voir\nl’[été](group:acceuil).\n",
       "5:9+13 broken-link: there is no group `acceuil` in `cercle` => did you mean: / group:accueil\n"},
      {"a broken anchor of the page", path, group, "## Le but\n\n[a](#but)\n",
       "6:5+4 broken-anchor: `content/cercle/groups/essai.md` has no heading `#but` => name one of its headings\n"
       "  it has `#le-but` (:0:0)\n"},
      {"a broken anchor that is near", path, group, "## Le but\n\n[a](#le-bu)\n",
       "6:5+6 broken-anchor: `content/cercle/groups/essai.md` has no heading `#le-bu` => did you mean: / #le-but\n"
       "  it has `#le-but` (:0:0)\n"},
      {"a broken anchor elsewhere", path, group, "[a](page:faq#quand)\n",
       "4:5+14 broken-anchor: `content/cercle/pages/faq.md` has no heading `#quand` => name one of its headings\n"
       "  it has `#ou` (:0:0)\n"},
      {"an article that is not", path, group, "[a](charter:cercle#2.4)\n",
       "4:5+18 broken-anchor: `content/cercle/charters/cercle-v2.md` has no article 2.4 => name one of its headings\n"
       "  it has `#article-1`, `#article-2`, `#article-2-1` (:0:0)\n"},
      {"an anchor of a page without text", path, group, "[a](group:val/eau#x)\n",
       "4:5+15 broken-anchor: `content/val/groups/eau.md` has no heading `#x` => name one of its headings\n"
       "  it has no heading (:0:0)\n"},
      {"a decision that is not", path, members + "\n", "[a](minutes:2026-10-06-archives#decision-2)\n",
       "5:5+38 restricted-link: this page is for the group `cercle.essai`, and leads to one for the group `cercle.archives` only => "
       "take the link out, or change the `visibility` of one of them\n"
       "  it leads to `content/cercle/minutes/2026-10-06-archives.md` (:0:0)\n"},
      {"a group's minutes, from a page for everybody", path, group, "[a](minutes:2026-10-06-archives)\n",
       "4:5+27 restricted-link: this page is for everybody, and leads to one for the group `cercle.archives` only => take the link "
       "out, or change the `visibility` of one of them\n"
       "  it leads to `content/cercle/minutes/2026-10-06-archives.md` (:0:0)\n"},
      {"a public page, from a group's", path, members, "[a](group:accueil)\n", ""},
      {"a network's page, from a group's", "cercle/documents/essai.md",
       "title = \"D\"\nkind = \"guide\"\ndate = 2026-09-01\nof = \"group:accueil\"", "[a](document:interne)\n", ""},
      {"a group's minutes, from that group's document", "cercle/documents/essai.md",
       "title = \"D\"\nkind = \"guide\"\ndate = 2026-09-01\nof = \"group:archives\"", "[a](minutes:2026-10-06-archives#decision-1)\n", ""},
      {"the decision that is not, from that group's document", "cercle/documents/essai.md",
       "title = \"D\"\nkind = \"guide\"\ndate = 2026-09-01\nof = \"group:archives\"", "[a](minutes:2026-10-06-archives#decision-2)\n",
       "7:5+38 broken-anchor: `content/cercle/minutes/2026-10-06-archives.md` has no heading `#decision-2` => name one of its headings\n"
       "  it has no heading (:0:0)\n"},
      {"an image without words", path, group, "![](../files/plan.csv)\n",
       "4:5+17 image-without-text: the image says nothing to those who cannot see it => say between the brackets what it shows: / "
       "![Ce que montre l’image](../files/plan.csv)\n"},
      {"a link without words", path, group, "[](group:accueil)\n",
       "4:4+13 link-without-text: the link has no words => say between the brackets where it leads: / [Vers quoi](group:accueil)\n"},
      {"an image that is a page", path, group, "![x](group:accueil)\n",
       "4:6+13 broken-link: an image is a file, not a page => put the image in the network's folder `files/`\n"},
      {"an unsafe link", path, group, "[x](javascript:alert(1))\n",
       "4:5+19 unsafe-link: a link may not begin with `javascript:` => outside addresses begin with `https:`, `http:`, `mailto:` or "
       "`tel:`\n"},
      {"HTML", path, group, "Un <b>mot</b>.\n",
       "4:4+3 raw-html: HTML is left out of texts => write it in Markdown, or put a `\\` before the `<`\n"
       "4:10+4 raw-html: HTML is left out of texts => write it in Markdown, or put a `\\` before the `<`\n"},
      {"a level of heading skipped", path, group, "## A\n\n#### B\n",
       "6:6+1 heading-skipped: a level of heading is skipped => a heading is at most one `#` longer than the one above it\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Files files = sample();
    files["cercle/documents/interne.md"] = front("title = \"I\"\nkind = \"guide\"\ndate = 2026-09-01\n");
    files[row.path] = front(row.front, row.text);
    CHECK(cenacle::told(Loaded(files).diagnostics, row.path, true) == row.said);
  }
}

TEST_CASE("files that nobody uses") {
  Files files = sample();
  files["cercle/files/image.svg"] = "x";
  files["cercle/files/vieux/note.md"] = "x";
  files["cercle/pages/faq.md"] = front("title = \"Q\"\nkind = \"faq\"", "![Une image](../files/image.svg)");
  CHECK(cenacle::told(Loaded(files).diagnostics) ==
        "cercle/files/vieux/note.md:0:0+0 unused-file: no page refers to this file => link to it from a page, or take it out: / git rm "
        "'content/cercle/files/vieux/note.md'\n");
}

TEST_CASE("how texts are read") {
  const Loaded loaded(sample());
  CHECK(content::reading_options(loaded.portal(), loaded.network().charters[0].page).articles);
  CHECK_FALSE(content::reading_options(loaded.portal(), loaded.network().groups[0].page).articles);
  CHECK(content::reading_options(loaded.portal(), loaded.network().page).french);
}
