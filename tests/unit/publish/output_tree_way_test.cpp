// What stands in the way of a page: folders where a file goes, files where a folder goes, links, names that differ by
// case only.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>

#include "site_build.h"

using namespace cenacle;
using namespace cenacle::publish;
using namespace cenacle::publish::test;

namespace {

/// Builds `site`, which must be refused for `reason`, and leaves the folder as it is.
void check_refused(const TemporaryFolder& folder, const Files& site, const std::string& reason) {
  const Files before = folder.all("");
  const Built built = build(folder, site, {}, Way::put_only);
  REQUIRE_FALSE(built);
  CHECK(built.failure.kind == base::FailureKind::disk);
  CHECK_MESSAGE(built.failure.message.find(reason) != std::string::npos, built.failure.message);
  CHECK(pages(folder) == [&] {
    Files output;
    for (const auto& [path, bytes] : before)
      if (path.starts_with("output/") && path != "output/.manifest") output[path.substr(7)] = bytes;
    return output;
  }());
}

}  // namespace

TEST_CASE("a page becomes a folder, and a folder a page") {
  const TemporaryFolder folder;
  const Files as_page = {{"site/a.html", "page"}, {"site/b", "page"}},
              as_folder = {{"site/a.html", "page"}, {"site/b/c/d.html", "x"}, {"site/b/e.html", "y"}};
  for (const Files* site : {&as_page, &as_folder, &as_page, &as_folder}) {
    const Built built = build(folder, *site);
    REQUIRE_MESSAGE(built, built.failure.message);
    CHECK(pages(folder) == *site);
  }
  CHECK(build(folder, as_page).summary->paths_removed == std::vector<std::string>{"site/b/c/d.html", "site/b/e.html"});
}

TEST_CASE("a folder that holds a person's file does not become a page") {
  const TemporaryFolder folder;
  REQUIRE(build(folder, {{"site/b/c/d.html", "x"}}));
  folder.write("output/site/b/c/notes.txt", "notes");
  check_refused(folder, {{"site/b", "page"}},
                "cannot make " + folder.path("output/site/b") + ": " + folder.path("output/site/b/c/notes.txt") +
                    " is in the way, and it is something that no build made");
  folder.remove("output/site/b/c/notes.txt");
  folder.make_folder("output/site/b/empty");  // holds nothing of anybody's
  CHECK(build(folder, {{"site/b", "page"}}));
}

TEST_CASE("a person's file does not become a folder") {
  const TemporaryFolder folder;
  folder.write("output/site/b", "notes");
  check_refused(folder, {{"site/b/c/d.html", "x"}},
                folder.path("output/site/b") + " is in the way, and it is something that no build made");
}

TEST_CASE("one build cannot make a file and a folder of the same name") {
  const TemporaryFolder folder;
  check_refused(folder, {{"site/b", "page"}, {"site/b/c.html", "x"}}, "another file of this build needs the same name");
  REQUIRE(build(folder, {{"site/b", "page"}}));
  check_refused(folder, {{"site/b", "page"}, {"site/b/c.html", "x"}}, "both need the same name");
  REQUIRE(build(folder, {{"site/b/c.html", "x"}}));
  check_refused(folder, {{"site/b", "page"}, {"site/b/c.html", "x"}}, "both need the same name");
}

TEST_CASE("a link that stands in for a folder is not followed: not to write, not to keep, not to remove") {
  const TemporaryFolder folder;
  REQUIRE(build(folder, {{"site/a/p.html", "x"}, {"site/index.html", "y"}}));
  std::filesystem::rename(folder.path("output/site/a"), folder.path("elsewhere"));
  folder.link(folder.path("elsewhere"), "output/site/a");
  check_refused(folder, {{"site/a/p.html", "z"}, {"site/index.html", "y"}}, "symbolic link, which is not followed");
  check_refused(folder, {{"site/a/b/p.html", "x"}}, "symbolic link, which is not followed");
  REQUIRE(build(folder, {{"site/index.html", "y"}}));
  CHECK(folder.read("elsewhere/p.html") == "x");
  CHECK(folder.exists("output/site/a"));
}

TEST_CASE("a link that stands in for a page") {
  const TemporaryFolder folder;
  folder.write("elsewhere.html", "ailleurs");
  SUBCASE("where no build made one: refused, even with the same bytes") {
    folder.link(folder.path("elsewhere.html"), "output/site/p.html");
    check_refused(folder, {{"site/p.html", "x"}}, "something stands there that no build made");
    check_refused(folder, {{"site/p.html", "ailleurs"}}, "something stands there that no build made");
  }
  SUBCASE("where a build made one: the link is replaced, or removed; what it means is not touched") {
    REQUIRE(build(folder, {{"site/p.html", "ailleurs"}, {"site/q.html", "q"}}));
    for (const char* page : {"output/site/p.html", "output/site/q.html"}) {
      folder.remove(page);
      folder.link(folder.path("elsewhere.html"), page);
    }
    REQUIRE(build(folder, {{"site/p.html", "ailleurs"}}));
    CHECK(pages(folder) == Files{{"site/p.html", "ailleurs"}});
  }
  CHECK(folder.read("elsewhere.html") == "ailleurs");
}

TEST_CASE("what builds keep for themselves may not be a link either") {
  const TemporaryFolder folder;
  folder.write("precious/file", "x");
  folder.link(folder.path("precious"), "output/.staging");
  REQUIRE(build(folder, {{"site/p.html", "x"}}));
  CHECK(folder.read("precious/file") == "x");
  folder.remove("output/.manifest");
  folder.link(folder.path("precious/file"), "output/.manifest");
  CHECK_FALSE(build(folder, {{"site/p.html", "y"}}));
  CHECK(folder.read("precious/file") == "x");
}

TEST_CASE("a pipe in the way is refused, not waited for") {
  const TemporaryFolder folder;
  REQUIRE(build(folder, {{"site/p.html", "x"}}));
  REQUIRE(mkfifo(folder.path("output/site/q.html").c_str(), 0600) == 0);
  check_refused(folder, {{"site/p.html", "x"}, {"site/q.html", "y"}}, "something stands there that no build made");
  folder.remove("output/site/p.html");
  REQUIRE(mkfifo(folder.path("output/site/p.html").c_str(), 0600) == 0);
  REQUIRE(build(folder, {{"site/p.html", "x"}}));
  CHECK(folder.read("output/site/p.html") == "x");
}

TEST_CASE("output itself may be a link: it is the folder that was asked for") {
  const TemporaryFolder folder;
  folder.make_folder("srv");
  folder.link("srv", "output");
  REQUIRE(build(folder, {{"site/p.html", "x"}}));
  CHECK(folder.read("srv/site/p.html") == "x");
}

// A second name of the same file is what a disk that ignores case shows for `A.html` and `a.html`.
TEST_CASE("a page whose name changes in case only, on a disk that ignores case") {
  const TemporaryFolder folder;
  for (const std::string bytes : {"same", "other"}) {
    REQUIRE(build(folder, {{"site/A.html", "same"}}));
    std::filesystem::create_hard_link(folder.path("output/site/A.html"), folder.path("output/site/a.html"));
    const Built built = build(folder, {{"site/a.html", bytes}});
    REQUIRE_MESSAGE(built, built.failure.message);
    CHECK(built.summary->paths_removed == std::vector<std::string>{"site/A.html"});
    CHECK(pages(folder) == Files{{"site/a.html", bytes}});
    REQUIRE(build(folder, {}));
  }
  REQUIRE(build(folder, {{"site/A.html", "same"}}));
  std::filesystem::create_hard_link(folder.path("output/site/A.html"), folder.path("output/site/a.html"));
  check_refused(folder, {{"site/A.html", "same"}, {"site/a.html", "same"}}, "both need the same name on this disk");
}
