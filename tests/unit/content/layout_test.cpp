// Which file is what by its path; paths as they should be, and as seen from a file.
#include "content/layout.h"

#include <doctest/doctest.h>

#include <string>

using namespace cenacle;
using Kind = content::FilePlace::Kind;

TEST_CASE("what a file is") {
  struct Row {
    std::string path;
    Kind kind;
    std::string network, stem;
  };
  const Row rows[] = {
      {"content/portal.toml", Kind::portal, "", "portal.toml"},
      {"content/calendar.lock", Kind::aside, "", "calendar.lock"},
      {"content/people.example.csv", Kind::aside, "", "people.example.csv"},
      {"content/pages/aide.md", Kind::portal_page, "", "aide"},
      {"content/pages/a/aide.md", Kind::unexpected, "", "aide"},
      {"content/pages/aide.txt", Kind::unexpected, "", "aide.txt"},
      {"content/README.md", Kind::unexpected, "", "README"},
      {"content/n/network.md", Kind::network, "n", "network"},
      {"content/n/bodies.csv", Kind::bodies, "n", "bodies.csv"},
      {"content/n/directory.toml", Kind::directory, "n", "directory.toml"},
      {"content/n/other.md", Kind::unexpected, "n", "other"},
      {"content/n/groups/g.md", Kind::item, "n", "g"},
      {"content/n/charters/c-v1.md", Kind::item, "n", "c-v1"},
      {"content/n/groups/.md", Kind::unexpected, "n", ".md"},
      {"content/n/groups/g.MD", Kind::unexpected, "n", "g.MD"},
      {"content/n/groups/x/g.md", Kind::unexpected, "n", "g"},
      {"content/n/group/g.md", Kind::unexpected, "n", "g"},
      {"content/n/files/a.pdf", Kind::attachment, "n", "a.pdf"},
      {"content/n/files/x/y/z/a.md", Kind::attachment, "n", "a"},
      {"content/files/a.pdf", Kind::unexpected, "files", "a.pdf"},
      {"content/n", Kind::unexpected, "", "n"},
      {"content/", Kind::unexpected, "", ""},
      {"elsewhere/portal.toml", Kind::unexpected, "", ""},
      {"", Kind::unexpected, "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    const content::FilePlace place = content::place_of(row.path);
    CHECK(place.kind == row.kind);
    CHECK(place.network == row.network);
    CHECK(place.stem == row.stem);
  }
  CHECK(content::place_of("content/n/pages/p.md").folder == content::Folder::pages);
  CHECK(content::path_of("n", content::Folder::sheets, "x") == "content/n/sheets/x.md");
}

TEST_CASE("a path as it should be") {
  struct Row {
    std::string path, proper;
  };
  const Row rows[] = {
      {"n/groups/g.md", "n/groups/g.md"},
      {"n/groups/Fiscalité locale.md", "n/groups/fiscalite-locale.md"},
      {"n/files/Bilan 2025 (final).PDF", "n/files/bilan-2025-final.pdf"},
      {"n/files/a_b.tar.gz", "n/files/a-b-tar.gz"},
      {"Été/x/…", "ete/x/unnamed"},
      {"n/files/sans-point", "n/files/sans-point"},
      {"n/files/.x", "n/files/x"},
      {"n/a--b/c", "n/a-b/c"},
      {"n/-a/b-.md", "n/a/b.md"},
      {"n/a.b/c.md", "n/a-b/c.md"},
      {"n/a.md.", "n/a-md"},
      {"n//b", "n/unnamed/b"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    CHECK(content::proper_path(row.path) == row.proper);
    CHECK(content::is_plainly_proper(row.proper));
    CHECK((!content::is_plainly_proper(row.path) || row.path == row.proper));
  }
}

TEST_CASE("a path as seen from a file") {
  struct Row {
    std::string from, target, path;
  };
  const Row rows[] = {
      {"content/n/groups/g.md", "h.md", "content/n/groups/h.md"},
      {"content/n/groups/g.md", "./h.md", "content/n/groups/h.md"},
      {"content/n/groups/g.md", "../files/a.pdf", "content/n/files/a.pdf"},
      {"content/n/groups/g.md", "../../m/files//a.pdf", "content/m/files/a.pdf"},
      {"content/n/groups/g.md", "../../../themes/x", ""},
      {"content/n/groups/g.md", "../../../../../../etc/passwd", ""},
      {"content/n/groups/g.md", "../../../content/x.md", ""},
      {"content/n/network.md", "", ""},
      {"content/portal.toml", "..", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.target);
    const std::string path = content::relative_to(row.from, row.target);
    if (row.target.empty()) {
      CHECK(path == "content/n");
    } else {
      CHECK(path == row.path);
    }
  }
}
