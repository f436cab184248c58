// The preview's own pages: each template compiles, shows what it is given, and escapes it.
#include "web/own_pages.h"

#include <doctest/doctest.h>

using namespace cenacle::web;

namespace {

StatePage state() {
  return {"run-7", "/_cenacle/", true, 1, 1, {{true, "a.md:1:1: error: <b> [x]"}, {false, "careful"}}};
}

bool has(const std::string& page, std::string_view what) { return page.find(what) != page.npos; }

}  // namespace

TEST_CASE("the overlay shows mistakes, escaped, only when there is an error") {
  const OwnPages pages;
  const std::string broken = pages.overlay(state());
  CHECK(has(broken, "a.md:1:1: error: &lt;b&gt; [x]"));
  CHECK(has(broken, "data-state=\"run-7\""));
  CHECK(has(broken, "Aperçu · 1\u00a0erreur") != has(broken, "Aperçu · 1 erreur"));
  StatePage good = state();
  good.errors = 0;
  const std::string fine = pages.overlay(good);
  CHECK_FALSE(has(fine, "careful"));
  CHECK(has(fine, "avertissement"));
  CHECK(has(fine, "data-state=\"run-7\""));
}

TEST_CASE("the page of mistakes") {
  const std::string page = OwnPages().mistakes(state());
  CHECK(has(page, "a.md:1:1: error: &lt;b&gt; [x]"));
  CHECK(has(page, "careful"));
}

TEST_CASE("the panel lists trees, calendars and what is left out") {
  PanelPage panel;
  panel.state = {"run-1", "/_cenacle/", true, 0, 0, {}};
  panel.title = "Réseaux <en> commun";
  panel.today = cenacle::base::Date{std::chrono::year(2026), std::chrono::month(9), std::chrono::day(15)};
  panel.trees = {{"", "Tous", "everybody", "/", "https://a.example/", false},
                 {"cercle", "Le cercle", "network", "", "https://a.example/espaces/cercle/", true}};
  panel.calendars = {{"/cercle/agenda.ics", "cercle/agenda.ics", "", 12}};
  panel.left_out = {{"content/a.md", "/_cenacle/left-out/content/a.md", {}},
                    {"content/b.md", "/_cenacle/left-out/content/b.md", panel.today}};
  const std::string page = OwnPages().panel(panel);
  for (const char* what :
       {"Réseaux &lt;en&gt; commun", "mardi 15 septembre 2026", "<a href=\"/\">Tous</a>",
        "<span>Le cercle</span> <code>cercle</code>", "Pour les membres du réseau", "serve --all",
        "href=\"/cercle/agenda.ics\"", "brouillon", "publié à partir du 15 septembre 2026", "Aucune erreur"}) {
    CAPTURE(what);
    CHECK(has(page, what));
  }
}

TEST_CASE("the text of what is left out") {
  const std::string page = OwnPages().source({state(), "content/a.md", "+++\ntitle = \"<x>\"\n"});
  CHECK(has(page, "title = &quot;&lt;x&gt;&quot;"));
}

TEST_CASE("a file that is not embedded is empty") { CHECK(embedded("nothing.html").empty()); }
