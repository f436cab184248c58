// What a build remembers of the one before, and what it does when this is lost, damaged, or no longer true.
#include <doctest/doctest.h>

#include <filesystem>
#include <random>

#include "publish/descriptor.h"
#include "site_build.h"

using namespace cenacle;
using namespace cenacle::publish;
using namespace cenacle::publish::test;

namespace {

const std::string page = "output/site/p.html";

bool keeps(const TemporaryFolder& folder, std::uint64_t fingerprint = hash::of("page", 7)) {
  auto tree = OutputTree::open(folder.path("output"), folder.path(".cenacle"));
  REQUIRE(tree);
  return (*tree)->keep("site/p.html", fingerprint);
}

}  // namespace

TEST_CASE("keep: as it was left, and made from the same") {
  const TemporaryFolder folder;
  CHECK_FALSE(keeps(folder));
  REQUIRE(build(folder, {{"site/p.html", "page"}}));
  CHECK(keeps(folder));
  CHECK_FALSE(keeps(folder, 1));
  SUBCASE("touched, but with the same bytes") {
    folder.set_modified_ns(page, 1);
    CHECK(keeps(folder));
    REQUIRE(build(folder, {{"site/p.html", "page"}}));
    CHECK(keeps(folder));
  }
  SUBCASE("written again by a person, the same bytes") {
    folder.remove(page);
    folder.write(page, "page");
    CHECK(keeps(folder));
  }
  SUBCASE("other bytes, other length") {
    folder.write(page, "another");
    CHECK_FALSE(keeps(folder));
  }
  SUBCASE("other bytes, same length") {
    folder.write(page, "PAGE");
    CHECK_FALSE(keeps(folder));
  }
  SUBCASE("removed") {
    folder.remove(page);
    CHECK_FALSE(keeps(folder));
  }
  SUBCASE("removed with its folder") {
    folder.remove("output/site");
    CHECK_FALSE(keeps(folder));
  }
  SUBCASE("a folder in its place") {
    folder.remove(page);
    folder.make_folder(page);
    CHECK_FALSE(keeps(folder));
  }
  SUBCASE("the manifest is lost") {
    folder.remove("output/.manifest");
    CHECK_FALSE(keeps(folder));
  }
  SUBCASE("the cache is lost") {
    folder.remove(".cenacle");
    CHECK_FALSE(keeps(folder));
  }
}

TEST_CASE("a page that a person changed in place the moment after the build is made again") {
  const TemporaryFolder folder;
  for (int i = 0; i < 200; ++i) {
    const std::string made = "page " + std::to_string(i), changed = "PAGE " + std::to_string(i);
    REQUIRE(build(folder, {{"site/p.html", made}}));
    folder.write(page, changed);  // often within the same tick of the clock, always of the same length
    CHECK_FALSE(keeps(folder, hash::of(made, 7)));
    for (const Way way : {Way::keep_then_put, Way::put_only}) {
      folder.write(page, changed);
      REQUIRE(build(folder, {{"site/p.html", made}}, {}, way));
      CHECK(folder.read(page) == made);
    }
  }
}

TEST_CASE("pages bear a time that had passed when they appeared, so that none that comes later can be the same") {
  const TemporaryFolder folder;
  Files site = {{"site/p.html", "page"}, {"site/a/q.html", "page"}};
  for (const char* bytes : {"page", "other"}) {
    site["site/p.html"] = bytes;
    REQUIRE(build(folder, site));
    const std::int64_t appeared = folder.modified_ns("output/.manifest");
    for (const auto& [path, unused] : site) CHECK_FALSE(racy(folder.modified_ns("output/" + path), appeared));
  }
}

TEST_CASE("a young file of a person that has a page's bytes is compared again by the next build") {
  const TemporaryFolder folder;
  const std::int64_t future = 4'000'000'000'123'456'789;  // younger than any build
  folder.write(page, "page");
  folder.set_modified_ns(page, future);
  REQUIRE(build(folder, {{"site/p.html", "page"}}));
  CHECK(keeps(folder));
  folder.write(page, "PAGE");  // the clock did not tick
  folder.set_modified_ns(page, future);
  CHECK_FALSE(keeps(folder));
  REQUIRE(build(folder, {{"site/p.html", "page"}}, {}, Way::put_only));
  CHECK(folder.read(page) == "page");
}

TEST_CASE("pages that a person changed or removed are made again, and go when they are no longer made") {
  const TemporaryFolder folder;
  const Files site = {{"site/p.html", "page"}, {"site/q.html", "page"}, {"site/r.html", "page"}};
  REQUIRE(build(folder, site));
  folder.write("output/site/p.html", "changed");
  folder.remove("output/site/q.html");
  const Built built = build(folder, site);
  REQUIRE(built);
  CHECK(built.summary->written == 2);
  CHECK(pages(folder) == site);
  folder.write("output/site/p.html", "changed");
  REQUIRE(build(folder, {}));
  CHECK(pages(folder).empty());
}

TEST_CASE("a cache that is lost or damaged costs reading, never a wrong page") {
  const TemporaryFolder folder;
  const Files site = {{"site/p.html", "page"}, {"site/q.html", "page"}, {"site/r.html", "page"}};
  REQUIRE(build(folder, site));
  const std::string good = folder.read(".cenacle/cache/output");
  std::mt19937 random(1);
  for (std::size_t i = 0; i <= good.size() + 8; ++i) {
    CAPTURE(i);
    std::string bad = i < good.size() ? good : good.substr(0, (i - good.size()) * good.size() / 9);
    if (i < good.size()) bad[i] = static_cast<char>(bad[i] ^ static_cast<char>(1 + random() % 255));
    folder.write(".cenacle/cache/output", bad);
    const Built built = build(folder, site);
    REQUIRE(built);
    CHECK(built.summary->written == 0);
    CHECK(pages(folder) == site);
    CHECK(folder.read(".cenacle/cache/output") == good);
  }
}

TEST_CASE("the cache is of the manifest it was written with, and of no other") {
  const TemporaryFolder folder;
  REQUIRE(build(folder, {{"site/p.html", "page"}}));
  const std::string older = folder.read(".cenacle/cache/output");
  REQUIRE(build(folder, {{"site/p.html", "PAGE"}}));
  folder.write(".cenacle/cache/output", older);
  CHECK_FALSE(keeps(folder));
  REQUIRE(build(folder, {{"site/p.html", "page"}}));
  folder.write(".cenacle/cache/output", older);  // the same manifest again, but not the same file
  CHECK(keeps(folder));                          // its bytes were compared
}

TEST_CASE("a manifest that is damaged names nothing, and the refusal says so") {
  const TemporaryFolder folder;
  const Files site = {{"site/p.html", "page"}, {"site/q.html", "page"}};
  REQUIRE(build(folder, site));
  const std::string good = folder.read("output/.manifest");
  for (std::size_t length = 1; length < good.size(); ++length) {
    folder.write("output/.manifest", good.substr(0, length));
    REQUIRE(build(folder, site));  // all bytes are the same: adopted
    CHECK(folder.read("output/.manifest") == good);
  }
  folder.write("output/.manifest", good.substr(0, good.size() - 1));
  const Built built = build(folder, {{"site/p.html", "other"}});
  REQUIRE_FALSE(built);
  CHECK_MESSAGE(built.failure.message.find(".manifest, which names what builds made, is damaged") != std::string::npos,
                built.failure.message);
  folder.remove("output/.manifest");
  REQUIRE(build(folder, {{"site/q.html", "page"}}));
  CHECK(pages(folder) == site);  // without a manifest p.html may be a person's
}

TEST_CASE("a manifest that names files out of the folder is damaged") {
  const TemporaryFolder folder;
  folder.write("precious", "x");
  for (const std::string path : {"../precious", "site/../../precious", "/precious", ".", ".manifest", ""}) {
    CAPTURE(path);
    folder.write("output/.manifest", "cenacle-manifest 1\n0000000000000001 1 " + path + "\nend 1\n");
    REQUIRE(build(folder, {}));
    CHECK(folder.read("precious") == "x");
  }
}

TEST_CASE("whatever was built before, the output is what a first build makes") {
  const TemporaryFolder folder;
  std::mt19937 random(20260915);
  const auto pick = [&](std::size_t below) { return static_cast<std::size_t>(random() % below); };
  const std::vector<std::string> names = {"site/a.html", "site/a",         "site/a/b.html",   "site/a/c",
                                          "site/a/c/d",  "site/A.html",    "site/a-b/x.html", "site/e/f/g/h.html",
                                          "spaces/1/x",  "spaces/1/a.ics", "top.html"};
  Files site;
  for (int round = 0; round < 150; ++round) {
    for (std::size_t edits = 1 + pick(4); edits > 0; --edits) {
      const std::string& path = names[pick(names.size())];
      std::erase_if(site, [&](const auto& file) {  // no file and folder of one name
        return file.first.starts_with(path + "/") || path.starts_with(file.first + "/");
      });
      if (pick(3) == 0) {
        site.erase(path);
      } else {
        site[path] = std::string(pick(4), static_cast<char>('a' + pick(3)));
      }
    }
    const std::size_t accident = pick(12);
    if (accident == 0) folder.remove(".cenacle");
    if (accident == 1) folder.remove(".cenacle/cache");
    if (accident == 2) folder.remove("output");
    if (accident == 3) folder.write("output/.journal", "cenacle-journal 1 rubbish\n");
    if (accident == 4 && folder.exists("output/site/a.html")) folder.write("output/site/a.html", "tampered");
    const Built built = build(folder, site, {}, pick(2) == 0 ? Way::keep_then_put : Way::put_only);
    REQUIRE_MESSAGE(built, built.failure.message);
    const TemporaryFolder fresh;
    REQUIRE(build(fresh, site));
    CHECK(folder.all("output") == fresh.all("output"));
  }
}
