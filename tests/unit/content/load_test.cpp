// The sample portal, loaded: what the model holds, in which order, for whom, at which address.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "content/sample.h"
#include "content/whole.h"

using namespace cenacle;

namespace {

/// The page that was made of a file.
const model::Page& page(const Loaded& loaded, const std::string& path) {
  const model::Page* found = nullptr;
  content::for_each_page(loaded.portal(), [&](const model::Page& it) {
    if (it.path == "content/" + path) found = &it;
  });
  REQUIRE_MESSAGE(found != nullptr, path);
  return *found;
}

template <class Things>
std::string ids(const Things& things) {
  std::string out;
  for (const auto& it : things) out += (out.empty() ? "" : " ") + it.page.id;
  return out;
}

}  // namespace

TEST_CASE("the sample has no mistake") {
  const Loaded loaded(sample());
  CHECK(told(loaded.diagnostics) == "");
  REQUIRE(loaded.content.portal);
  CHECK(ids(loaded.portal().networks) == "cercle val");
}

TEST_CASE("addresses") {
  Files files = sample();
  files["cercle/groups/accueil.md"] = front("title = \"Accueil\"\nslug = \"bienvenue\"\naliases = [\"/vieux/\", \"/a/b\", \"/c.html\"]");
  const Loaded loaded(files);
  CHECK(told(loaded.diagnostics) == "");
  struct Row {
    std::string path, address;
  };
  const Row rows[] = {
      {"pages/aide.md", "pages/aide.html"},
      {"cercle/network.md", "cercle/index.html"},
      {"cercle/charters/cercle-v1.md", "cercle/charters/cercle-v1.html"},
      {"cercle/charters/cercle-v2.md", "cercle/charters/cercle.html"},
      {"cercle/groups/archives.md", "cercle/groupes/archives.html"},
      {"cercle/groups/accueil.md", "cercle/groupes/bienvenue.html"},
      {"cercle/workshops/tri.md", "cercle/workshops/tri.html"},
      {"cercle/spaces/plaine.md", "cercle/spaces/plaine.html"},
      {"cercle/meetings/2026-10-06-archives.md", "cercle/rencontres/2026-10-06-archives.html"},
      {"cercle/minutes/2026-10-06-archives.md", "cercle/minutes/2026-10-06-archives.html"},
      {"cercle/documents/plan.md", "cercle/documents/plan.html"},
      {"cercle/contributions/reponse.md", "cercle/contributions/reponse.html"},
      {"cercle/sheets/bordereau.md", "cercle/sheets/bordereau.html"},
      {"cercle/news/rentree.md", "cercle/news/rentree.html"},
      {"cercle/pages/faq.md", "cercle/pages/faq.html"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    CHECK(page(loaded, row.path).address == row.address);
  }
  CHECK(page(loaded, "cercle/groups/accueil.md").aliases == std::vector<std::string>{"vieux/index.html", "a/b.html", "c.html"});
}

TEST_CASE("readers of pages that do not say") {
  const Loaded loaded(sample());
  struct Row {
    std::string path, readers;
  };
  const Row rows[] = {
      {"pages/aide.md", ""},
      {"cercle/network.md", ""},
      {"cercle/charters/cercle-v2.md", ""},
      {"cercle/groups/archives.md", ""},
      {"cercle/meetings/2026-10-06-archives.md", ""},
      {"cercle/minutes/2026-10-06-archives.md", "cercle.archives"},
      {"cercle/documents/plan.md", ""},
      {"cercle/sheets/bordereau.md", "plaine"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    CHECK(page(loaded, row.path).audience.id == row.readers);
  }
  const model::Network& network = loaded.network();
  CHECK(network.meetings.front().members.id == "cercle.archives");
  CHECK(network.members.id == "cercle");
  CHECK(network.spaces.front().members.kind == model::Audience::Kind::space);
  CHECK(network.directory.audience.id == "");
}

TEST_CASE("readers by the network's visibility, by owners, before it opens") {
  struct Row {
    std::string name, network, path, bytes, readers;
  };
  const std::string document = "title = \"D\"\nkind = \"guide\"\ndate = 2026-09-01\n";
  const std::string group = "title = \"G\"\n";
  const Row rows[] = {
      {"a network for its members", "visibility = \"network\"\n", "groups/x.md", group, "cercle"},
      {"a public page of it", "visibility = \"network\"\n", "groups/x.md", group + "visibility = \"public\"\n", ""},
      {"a charter of it", "visibility = \"network\"\n", "charters/x.md",
       "title = \"C\"\ncharter = \"x\"\nversion = 1\nin_force = 2026-01-01\n", "cercle"},
      {"a space of it", "visibility = \"network\"\n", "spaces/x.md", "title = \"S\"\n", "cercle"},
      {"a network that has opened", "opens = 2026-09-15\n", "groups/x.md", group, ""},
      {"a network that has not opened", "opens = 2026-09-16\n", "groups/x.md", group, "cercle"},
      {"a public page of it", "opens = 2026-09-16\n", "groups/x.md", group + "visibility = \"public\"\n", "cercle"},
      {"a group's page of it", "opens = 2026-09-16\n", "groups/x.md", group + "visibility = \"group\"\n", "cercle.x"},
      {"a charter of it", "opens = 2026-09-16\n", "charters/x.md",
       "title = \"C\"\ncharter = \"x\"\nversion = 1\nin_force = 2026-01-01\n", "cercle"},
      {"a document of the network", "", "documents/x.md", document, "cercle"},
      {"a document of a workshop", "", "documents/x.md", document + "of = \"workshop:tri\"\n", "cercle.tri"},
      {"a document of a space", "", "documents/x.md", document + "of = \"space:plaine\"\n", "plaine"},
      {"a document of a meeting", "", "documents/x.md", document + "meeting = \"meeting:seance-une\"\n", "cercle.archives"},
      {"a document of a meeting and of another group", "", "documents/x.md",
       document + "meeting = \"meeting:seance-une\"\nof = \"group:accueil\"\n", "cercle.accueil"},
      {"a document for the network", "", "documents/x.md", document + "of = \"group:accueil\"\nvisibility = \"network\"\n", "cercle"},
      {"a page of a space", "", "pages/x.md", "title = \"P\"\nof = \"space:plaine\"\nvisibility = \"group\"\n", "plaine"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Files files = sample();
    files["cercle/network.md"].insert(4, row.network);
    files["cercle/" + row.path] = front(row.bytes);
    const Loaded loaded(files);
    const auto& it = page(loaded, "cercle/" + row.path);
    CHECK(it.audience.id == row.readers);
  }
}

TEST_CASE("order") {
  Files files = sample();
  for (auto& [path, bytes] : sample())
    if (path.starts_with("cercle/contributions/") || path.starts_with("cercle/minutes/") || path.starts_with("cercle/groups/"))
      files.erase(path);
  const auto meeting = [](const std::string& id, const std::string& day) {
    return front("id = \"" + id + "\"\nkind = \"seance\"\nstart = " + day + "T09:30:00\nend = " + day + "T12:00:00\n");
  };
  files["cercle/meetings/2026-10-06-archives.md"] = meeting("seance-une", "2026-10-06");
  files["cercle/meetings/a.md"] = meeting("seance-trois", "2026-12-01");
  files["cercle/meetings/b.md"] = meeting("seance-deux", "2026-11-03");
  files["cercle/minutes/x.md"] = front("meeting = \"meeting:seance-une\"");
  files["cercle/minutes/y.md"] = front("meeting = \"meeting:a\"");
  files["cercle/minutes/z.md"] = front("meeting = \"meeting:seance-deux\"");
  files["cercle/groups/a.md"] = front("title = \"Zones 10\"");
  files["cercle/groups/b.md"] = front("title = \"Éducation\"");
  files["cercle/groups/c.md"] = front("title = \"Zones 9\"");
  files["cercle/groups/d.md"] = front("title = \"Eau\"");
  files["cercle/workshops/a.md"] = files["cercle/workshops/tri.md"];
  files["cercle/spaces/a.md"] = front("title = \"Z\"\norder = -1");
  files["cercle/spaces/b.md"] = front("title = \"A\"\norder = 0");
  files["cercle/news/z.md"] = front("title = \"N\"\ndate = 2026-09-02");
  files["cercle/pages/a.md"] = front("title = \"Z\"\norder = 1");
  files["cercle/pages/b.md"] = front("title = \"B\"");
  files["val/network.md"] = front("title = \"Le val\"\nsummary = \"Un autre.\"\norder = -5\n");
  const Loaded loaded(files);
  CHECK(ids(loaded.portal().networks) == "val cercle");
  const model::Network& network = loaded.portal().networks.back();
  CHECK(ids(network.meetings) == "2026-10-06-archives b a");
  CHECK(ids(network.minutes) == "y z x");
  CHECK(ids(network.groups) == "d b c a");
  CHECK(ids(network.workshops) == "a tri");
  CHECK(ids(network.spaces) == "a b plaine");
  CHECK(ids(network.charters) == "cercle-v2 cercle-v1");
  CHECK(ids(network.news) == "z rentree");
  CHECK(ids(network.pages) == "b faq a");
  CHECK(network.minutes.front().page.title == "Séance");
}

TEST_CASE("what the model holds") {
  Files files = sample();
  files["portal.toml"] += "[[menu]]\ntitle = \"Aide\"\nto = \"page:aide\"\n[[menu]]\ntitle = \"Agenda\"\nto = \"/cercle/agenda.html\"\n";
  files["cercle/meetings/sans-titre.md"] =
      front("id = \"seance-trois\"\nof = \"group:accueil\"\nkind = \"seance\"\nstart = 2026-12-01\nend = 2026-12-02\nlunch = true\n"
            "with = [\"role:referent\", \"body:bourg\"]\ntime_zone = \"Indian/Reunion\"\nstatus = \"cancelled\"\n");
  files["cercle/network.md"].insert(files["cercle/network.md"].rfind("+++"),
                                    "[[tariffs.rates]]\nid = \"libre\"\ntitle = \"L\"\ncents = 500\nmembership = [\"none\", \"adherent\"]\n"
                                    "[[tariffs]]\nyear = 2027\n");
  const Loaded loaded(files);
  CHECK(told(loaded.diagnostics) == "");
  const model::Portal& portal = loaded.portal();
  CHECK(portal.language == "fr");
  CHECK(portal.spaces_url == "https://essai.example/espaces/");
  CHECK(base::iso(portal.today) == "2026-09-15");
  CHECK(portal.menu[0].page->title == "Aide");
  CHECK(portal.menu[1].to == "/cercle/agenda.html");
  const model::Network& network = loaded.network();
  CHECK(network.roles[1].fallback == &network.roles[0]);
  CHECK(network.organisers == std::vector<const model::Body*>{&network.bodies[0]});
  CHECK(network.bodies[0].population == 1200);
  CHECK(network.bodies[1].membership == nullptr);
  CHECK(network.topics[0].experts.front()->id == "referent");
  CHECK(network.tariffs[0].year == 2027);
  const auto& rates = network.tariffs[1].rates;
  CHECK(rates[0].cents == 28000);
  CHECK(rates[1].without_membership);
  CHECK(rates[1].memberships.size() == 1);
  CHECK(network.charters[0].current);
  CHECK_FALSE(network.charters[1].current);
  CHECK(network.charters[0].rules[0].at.line == 7);
  const model::Group& archives = network.groups[1];
  CHECK(archives.charter == &network.charters[0]);
  CHECK(archives.holders[0].role->id == "referent");
  CHECK(archives.holders_at.line == 6);
  CHECK(archives.page.summary == "Ranger.");
  const model::Meeting& last = network.meetings.back();
  CHECK(last.page.title == "Séance – Groupe Accueil");
  CHECK(last.all_day);
  CHECK(last.lunch);
  CHECK(base::iso(last.end) == "2026-12-02T00:00:00");
  CHECK(last.time_zone == "Indian/Reunion");
  CHECK(last.with.size() == 2);
  CHECK(last.status == model::MeetingStatus::cancelled);
  CHECK(last.start_at.line == 5);
  const model::Minutes& minutes = network.minutes.front();
  CHECK(minutes.meeting == &network.meetings.front());
  CHECK(minutes.decisions[0].article->article == "1");
  CHECK(std::get<const model::Role*>(minutes.decisions[0].carried_by)->id == "referent");
  const model::Document& plan = network.documents.front();
  CHECK(plan.files[0].asset.path == "content/cercle/files/plan.csv");
  CHECK(plan.files[0].asset.address == "cercle/files/plan.csv");
  CHECK(plan.files[0].bytes == 4);
  CHECK(network.contributions.front().answers == &network.contributions.back());
  CHECK(network.directory.experts[0].software[0] == &network.directory.software[0]);
}

TEST_CASE("drafts and what is not published yet") {
  Files files = sample();
  const auto why = [](const Loaded& loaded) {
    std::string out;
    for (const auto& it : loaded.portal().left_out)
      out += it.path.substr(8) + (it.reason == model::LeftOut::Reason::draft ? " draft\n" : " " + base::iso(*it.from) + "\n");
    return out;
  };
  SUBCASE("are left out, and the first is not even checked") {
    files["cercle/groups/x.md"] = front("draft = true\nnothing = 1");
    files["cercle/groups/y.md"] = front("title = \"Y\"\npublished = 2026-09-16\nnothing = 1");
    files["cercle/groups/z.md"] = front("title = \"Z\"\npublished = 2026-09-15");
    const Loaded loaded(files);
    CHECK(why(loaded) == "cercle/groups/x.md draft\ncercle/groups/y.md 2026-09-16\n");
    CHECK(ids(loaded.network().groups) == "accueil archives z");
    CHECK(told(loaded.diagnostics) == "cercle/groups/y.md:4:1+7 unknown-key: a group has no key `nothing` => take it out\n");
  }
  SUBCASE("may refer to each other, but nothing else to them") {
    files["cercle/meetings/x.md"] =
        front("id = \"seance-deux\"\npublished = 2026-10-01\nkind = \"seance\"\nstart = 2026-11-03T09:30:00\nend = 2026-11-03T12:00:00");
    files["cercle/minutes/x.md"] = front("published = 2026-10-01\nmeeting = \"meeting:x\"");
    files["cercle/minutes/y.md"] = front("meeting = \"meeting:x\"");
    const Loaded loaded(files);
    CHECK(told(loaded.diagnostics, "cercle/minutes/y.md", true) ==
          "2:11+11 unknown-reference: there is no meeting `x` in `cercle` => publish that file first, or take the reference out\n"
          "  `content/cercle/meetings/x.md` is not published before 2026-10-01 (:0:0)\n");
  }
  SUBCASE("a network") {
    files["val/network.md"].insert(4, "draft = true\n");
    const Loaded loaded(files);
    CHECK(told(loaded.diagnostics) == "");
    CHECK(ids(loaded.portal().networks) == "cercle");
  }
  SUBCASE("are not unused files' only readers") {
    files["cercle/pages/x.md"] = front("title = \"X\"\ndraft = true", "[x](../files/x.pdf)");
    files["cercle/documents/x.md"] = front("title = \"X\"\ndraft = true\nfiles = [{ path = \"../files/y.pdf\" }]");
    files["cercle/files/x.pdf"] = "x";
    files["cercle/files/y.pdf"] = "y";
    CHECK(told(Loaded(files).diagnostics) == "");
  }
}

TEST_CASE("a charter's current version") {
  Files files = sample();
  SUBCASE("is the last in force") {
    files["cercle/charters/cercle-v3.md"] = front("title = \"C\"\ncharter = \"cercle\"\nversion = 3\nin_force = 2026-09-16");
    const Loaded loaded(files);
    CHECK(loaded.network().charters[1].current);
    CHECK(page(loaded, "cercle/charters/cercle-v3.md").address == "cercle/charters/cercle-v3.html");
  }
  SUBCASE("is the first while none is in force") {
    files["cercle/charters/x-v1.md"] = front("title = \"C\"\ncharter = \"x\"\nversion = 1\nin_force = 2027-01-01");
    files["cercle/charters/x-v2.md"] = front("title = \"C\"\ncharter = \"x\"\nversion = 2\nin_force = 2028-01-01");
    const Loaded loaded(files);
    CHECK(page(loaded, "cercle/charters/x-v1.md").address == "cercle/charters/x.html");
  }
}

TEST_CASE("what cannot be read spoils nothing else") {
  Files files = sample();
  SUBCASE("a file") {
    files["cercle/groups/archives.md"] = "title = \"Groupe\"";
    const Loaded loaded(files);
    CHECK(told(loaded.diagnostics, "cercle/groups/archives.md") ==
          "1:1+16 front-matter-missing: the file does not begin with front matter => put this at the very top of the file, with its "
          "own title: / +++ / title = \"…\" / +++\n");
    CHECK(ids(loaded.network().groups) == "archives accueil");
  }
  SUBCASE("a network's file") {
    files["cercle/network.md"] = "Bonjour";
    CHECK(told(Loaded(files).diagnostics, "cercle/network.md").starts_with("1:1+7 front-matter-missing"));
  }
  SUBCASE("a network's line") {
    files["cercle/network.md"].insert(4, "roles : rien\n");
    CHECK(told(Loaded(files).diagnostics) == "cercle/network.md:2:7+1 colon-for-equals: a key and its value are joined by `=`, not by "
                                             "`:` => write: / roles = \"rien\"\n");
  }
  SUBCASE("its bodies") {
    files["cercle/bodies.csv"] = "id;name;kind\nville;Vill\xE9;commune\n";
    CHECK(told(Loaded(files).diagnostics, "cercle/bodies.csv").starts_with("2:11+1 not-utf8"));
  }
  SUBCASE("the portal") {
    files["portal.toml"] = "\xE9";
    const Loaded loaded(files);
    CHECK(loaded.content.portal == nullptr);
    CHECK(loaded.diagnostics.errors() == 1);
  }
  SUBCASE("no portal") {
    const Loaded loaded(Files{});
    CHECK(loaded.content.portal == nullptr);
    CHECK(told(loaded.diagnostics) ==
          "portal.toml:0:0+0 portal-missing: there is no `content/portal.toml` => run Cénacle in the folder that holds `content/`, or "
          "make a portal: / cenacle new portal .\n");
  }
}

TEST_CASE("any number of threads gives the same model and the same mistakes") {
  Files files = sample();
  for (int i = 0; i < 200; ++i) {
    const std::string n = std::to_string(i);
    files["cercle/pages/p" + n + ".md"] =
        front("title = \"P" + n + "\"\nodd = " + n, "Texte " + n + " [x](page:p" + std::to_string(i * 7 % 230) + ") et [y](#z).\n\n#### H\n");
  }
  const Loaded one(files, 1), three(files, 3);
  CHECK(told(one.diagnostics, {}, true) == told(three.diagnostics, {}, true));
  CHECK(ids(one.network().pages) == ids(three.network().pages));
  CHECK(one.diagnostics.errors() > 400);
}
