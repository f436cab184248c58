// Builds after one another in one folder: what is written, kept, removed, and what is refused.
#include "publish/output_tree.h"

#include <doctest/doctest.h>

#include <thread>

#include "site_build.h"

using namespace cenacle;
using namespace cenacle::publish;
using namespace cenacle::publish::test;

namespace {

const Files first_site = {{"site/index.html", "Accueil"},
                          {"site/groupes/achats.html", "Groupe des achats"},
                          {"site/groupes/eau.html", "Groupe de l'eau"},
                          {"site/groupes/eau/reunion-1.html", "Réunion"},
                          {"spaces/bureau/index.html", "Bureau"}};

std::string words(const Built& built) { return built ? "(built)" : built.failure.message; }

}  // namespace

TEST_CASE("a first build makes every file and a manifest, and leaves nothing else") {
  const TemporaryFolder folder;
  const Built built = build(folder, first_site);
  REQUIRE_MESSAGE(built, words(built));
  CHECK(built.summary->written == 5);
  CHECK(built.summary->unchanged == 0);
  CHECK(built.summary->paths_written.front() == "site/groupes/achats.html");
  CHECK(pages(folder) == first_site);
  CHECK_FALSE(folder.exists("output/.staging"));
  CHECK_FALSE(folder.exists("output/.journal"));
}

TEST_CASE("the manifest is text, sorted, and the same on every machine") {
  const TemporaryFolder folder;
  REQUIRE(build(folder, {{"site/b.html", "b"}, {"site/a.html", ""}}));
  CHECK(folder.read("output/.manifest") ==
        "cenacle-manifest 1\n"
        "2d06800538d394c2 0 site/a.html\n"
        "575a0b1c44d8843f 1 site/b.html\n"
        "end 2\n");
}

TEST_CASE("an empty site is a site") {
  const TemporaryFolder folder;
  REQUIRE(build(folder, {}));
  REQUIRE(build(folder, first_site));
  REQUIRE(build(folder, {}));
  CHECK(folder.all("output") == Files{{".manifest", "cenacle-manifest 1\nend 0\n"}});
}

TEST_CASE("a second build of the same site touches nothing") {
  for (const Way way : {Way::keep_then_put, Way::put_only}) {
    const TemporaryFolder folder;
    REQUIRE(build(folder, first_site));
    const std::uint64_t page = folder.inode("output/site/index.html"), manifest = folder.inode("output/.manifest"),
                        cache = folder.inode(".cenacle/cache/output");
    const Built built = build(folder, first_site, {}, way);
    REQUIRE(built);
    CHECK(built.summary->written == 0);
    CHECK(built.summary->unchanged == 5);
    CHECK(built.summary->paths_removed.empty());
    CHECK(folder.inode("output/site/index.html") == page);
    CHECK(folder.inode("output/.manifest") == manifest);
    CHECK(folder.inode(".cenacle/cache/output") == cache);
  }
}

TEST_CASE("only what changed is written, and what is no longer made goes with the folders that this empties") {
  const TemporaryFolder folder;
  REQUIRE(build(folder, first_site));
  const std::uint64_t kept = folder.inode("output/site/groupes/achats.html");
  Files site = first_site;
  site["site/index.html"] = "Bienvenue";
  site["site/nouveau/page.html"] = "Nouveau";
  site.erase("site/groupes/eau/reunion-1.html");
  site.erase("spaces/bureau/index.html");
  const Built built = build(folder, site);
  REQUIRE(built);
  CHECK(built.summary->paths_written == std::vector<std::string>{"site/index.html", "site/nouveau/page.html"});
  CHECK(built.summary->paths_removed ==
        std::vector<std::string>{"site/groupes/eau/reunion-1.html", "spaces/bureau/index.html"});
  CHECK(pages(folder) == site);
  CHECK_FALSE(folder.exists("output/site/groupes/eau"));
  CHECK_FALSE(folder.exists("output/spaces"));
  CHECK(folder.inode("output/site/groupes/achats.html") == kept);
}

TEST_CASE("nothing is seen before the commit, and nothing is left without one") {
  const TemporaryFolder folder;
  REQUIRE(build(folder, first_site));
  const Files before = folder.all("output");
  {
    auto tree = OutputTree::open(folder.path("output"), folder.path(".cenacle"));
    REQUIRE(tree);
    const std::string_view bytes[] = {"autre"};
    REQUIRE((*tree)->put("site/index.html", 1, bytes));
    REQUIRE((*tree)->put("site/neuf/page.html", 1, bytes));
    CHECK(folder.read("output/site/index.html") == "Accueil");
    CHECK_FALSE(folder.exists("output/site/neuf"));
  }
  CHECK(folder.all("output") == before);
}

TEST_CASE("a file that a person put into output is neither removed nor changed") {
  const TemporaryFolder folder;
  folder.write("output/.gitignore", "*\n");
  folder.write("output/site/photo.jpg", "de quelqu'un");
  REQUIRE(build(folder, first_site));
  folder.write("output/site/groupes/eau/notes.txt", "notes");
  folder.write("output/spaces/bureau/.htpasswd", "secret");
  REQUIRE(build(folder, {{"site/index.html", "Accueil"}}));
  CHECK(pages(folder) == Files{{".gitignore", "*\n"},
                               {"site/index.html", "Accueil"},
                               {"site/photo.jpg", "de quelqu'un"},
                               {"site/groupes/eau/notes.txt", "notes"},
                               {"spaces/bureau/.htpasswd", "secret"}});
}

TEST_CASE("a person's file at a page's path: other bytes are refused before anything changes, the same are adopted") {
  const TemporaryFolder folder;
  REQUIRE(build(folder, {{"site/index.html", "Accueil"}}));
  folder.write("output/site/groupes/eau.html", "écrit à la main");
  const Files before = folder.all("output");
  const Built refused = build(folder, first_site);
  REQUIRE_FALSE(refused);
  CHECK(refused.failure.kind == base::FailureKind::disk);
  CHECK(refused.failure.message == "cannot make " + folder.path("output/site/groupes/eau.html") +
                                       ": something stands there that no build made; move it away or give the page "
                                       "another address");
  CHECK(folder.all("output") == before);

  folder.write("output/site/groupes/eau.html", first_site.at("site/groupes/eau.html"));
  const Built adopted = build(folder, first_site);
  REQUIRE_MESSAGE(adopted, words(adopted));
  CHECK(adopted.summary->unchanged == 2);
  CHECK(pages(folder) == first_site);
  REQUIRE(build(folder, {}));
  CHECK(pages(folder).empty());  // from then on it is the build's
}

TEST_CASE("after a failed put nothing is committed") {
  const TemporaryFolder folder;
  REQUIRE(build(folder, first_site));
  const Files before = folder.all("output");
  auto tree = OutputTree::open(folder.path("output"), folder.path(".cenacle"));
  REQUIRE(tree);
  const std::string_view bytes[] = {"autre"};
  REQUIRE((*tree)->put("site/index.html", 1, bytes));
  REQUIRE_FALSE((*tree)->put("../dehors.html", 1, bytes));
  const auto summary = (*tree)->commit();
  REQUIRE_FALSE(summary);
  CHECK(summary.failure().message.find("../dehors.html") != std::string::npos);
  tree->reset();
  CHECK(folder.all("output") == before);
}

TEST_CASE("paths that are refused") {
  const TemporaryFolder folder;
  const std::string long_path = "site/" + std::string(4000, 'a'), long_name = "site/" + std::string(300, 'a');
  std::string deep_path = "site";
  for (int i = 0; i < 100; ++i) deep_path += "/a";
  for (const std::string& path :
       {std::string(""), std::string("/etc/passwd"), std::string("../x"), std::string("site/../x"),
        std::string("site/../../x"), std::string("site/.."), std::string("site/./x"), std::string("site//x"),
        std::string("site/x/"), std::string(".manifest"), std::string(".staging/x"), std::string(".."),
        std::string("site/a\nb"), std::string("site/a\0b", 8), std::string("site/\x7f"), long_path, long_name,
        deep_path}) {
    CAPTURE(path);
    const Built built = build(folder, {{path, "x"}});
    REQUIRE_FALSE(built);
    CHECK(built.failure.kind == base::FailureKind::disk);
    CHECK(pages(folder).empty());
  }
  CHECK(build(folder, {{"site/.well-known/security.txt", "x"}, {"site/.htaccess", "y"}, {"site/é à.html", "z"}}));
}

TEST_CASE("a page is made once a build") {
  const TemporaryFolder folder;
  REQUIRE(build(folder, {{"site/kept.html", "x"}}));
  auto tree = OutputTree::open(folder.path("output"), folder.path(".cenacle"));
  REQUIRE(tree);
  const std::string_view bytes[] = {"x"};
  CHECK((*tree)->keep("site/kept.html", hash::of("x", 7)));
  CHECK_FALSE((*tree)->keep("site/kept.html", hash::of("x", 7)));
  CHECK_FALSE((*tree)->put("site/kept.html", 1, bytes));
  CHECK((*tree)->put("site/new.html", 1, bytes));
  const auto again = (*tree)->put("site/new.html", 1, bytes);
  REQUIRE_FALSE(again);
  CHECK(again.failure().message ==
        "cannot make " + folder.path("output/site/new.html") + ": this build made it already");
}

TEST_CASE("eight threads put and keep at once") {
  const TemporaryFolder folder;
  Files site;
  for (int i = 0; i < 800; ++i)
    site["site/g" + std::to_string(i % 40) + "/p" + std::to_string(i) + ".html"] = "page " + std::to_string(i);
  for (int round = 0; round < 3; ++round) {
    auto tree = OutputTree::open(folder.path("output"), folder.path(".cenacle"));
    REQUIRE(tree);
    std::atomic<std::size_t> next = 0, failures = 0;
    std::vector<const Files::value_type*> all;
    for (const auto& file : site) all.push_back(&file);
    {
      std::vector<std::jthread> threads;
      for (int t = 0; t < 8; ++t)
        threads.emplace_back([&] {
          for (std::size_t i; (i = next++) < all.size();) {
            const auto& [path, bytes] = *all[i];
            const std::string_view pieces[] = {bytes, round == 1 ? "!" : ""};
            if (round == 2 && (*tree)->keep(path, 0)) continue;
            if (!(*tree)->put(path, 0, pieces)) ++failures;
          }
        });
    }
    CHECK(failures == 0);
    const auto summary = (*tree)->commit();
    REQUIRE(summary);
    CHECK(summary->written == (round == 2 ? 0 : site.size()));
  }
  for (auto& [path, bytes] : site) bytes += '!';
  CHECK(pages(folder) == site);
}
