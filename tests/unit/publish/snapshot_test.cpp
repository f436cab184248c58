// A build with nothing to do is told by looking; anything else is not.
#include "publish/snapshot.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>

#include "site_build.h"

using namespace cenacle;
using namespace cenacle::publish;
using namespace cenacle::publish::test;

namespace {

Snapshot look(const TemporaryFolder& folder, std::string key = "key", unsigned jobs = 2) {
  return Snapshot::look({folder.path(), {"content", "themes", "workflows"}, {"output"}, "content", std::move(key)}, jobs);
}

void make_portal(const TemporaryFolder& folder) {
  folder.write("content/portal.toml", "title");
  folder.write("content/a/b/page.md", "page");
  folder.write("content/a/other.md", "other");
  folder.write("themes/default/page.html", "theme");
  folder.write("elsewhere.md", "elsewhere");
  folder.link("../elsewhere.md", "content/link.md");
  REQUIRE(build(folder, {{"site/index.html", "x"}, {"site/a/b.html", "y"}}));
}

std::string record(const TemporaryFolder& folder) { return folder.read(".cenacle/cache/snapshot"); }

/// Looks until the clock has moved on and no file is young any more.
void wait_until_old(const TemporaryFolder& folder) {
  const auto old = std::chrono::steady_clock::now() + std::chrono::milliseconds(60);
  while (std::chrono::steady_clock::now() < old) REQUIRE(look(folder).unchanged());
  REQUIRE(look(folder).unchanged());
}

}  // namespace

TEST_CASE("unchanged after a build, with what it said; not before the first, nor for another key") {
  const TemporaryFolder folder;
  make_portal(folder);
  Snapshot first = look(folder);
  CHECK_FALSE(first.unchanged());
  CHECK(first.remembered().empty());
  const std::string said("two drafts\nleft \0out\nend 0123456789abcdef\n", 41);
  REQUIRE(first.save(said));
  for (const unsigned jobs : {1u, 2u, 8u}) {
    const Snapshot second = look(folder, "key", jobs);
    CHECK(second.unchanged());
    CHECK(second.remembered() == said);
  }
  CHECK_FALSE(look(folder, "tomorrow").unchanged());
  CHECK(look(folder, "tomorrow").remembered().empty());
  REQUIRE(look(folder, "tomorrow").save(""));
  CHECK(look(folder, "tomorrow").unchanged());
  CHECK_FALSE(look(folder).unchanged());
}

TEST_CASE("every change of inputs and outputs is seen") {
  const std::map<std::string, std::function<void(const TemporaryFolder&)>> changes = {
      {"other bytes", [](auto& f) { f.write("content/portal.toml", "another"); }},
      {"other bytes of the same length", [](auto& f) { f.write("content/portal.toml", "TITLE"); }},
      {"other bytes of the same length, and the old time",
       [](auto& f) {
         const std::int64_t time = f.modified_ns("content/portal.toml");
         f.write("content/portal.toml", "TITLE");
         f.set_modified_ns("content/portal.toml", time);
       }},
      {"a new file", [](auto& f) { f.write("content/a/new.md", ""); }},
      {"a new file in a folder that was not there", [](auto& f) { f.write("workflows/a.toml", ""); }},
      {"a file that goes", [](auto& f) { f.remove("content/a/other.md"); }},
      {"a folder that goes", [](auto& f) { f.remove("content/a"); }},
      {"a file with another name",
       [](auto& f) { std::filesystem::rename(f.path("content/a/other.md"), f.path("content/a/autre.md")); }},
      {"a file in another folder",
       [](auto& f) { std::filesystem::rename(f.path("content/a/other.md"), f.path("content/other.md")); }},
      {"two files that change places",
       [](auto& f) {
         std::filesystem::rename(f.path("content/a/other.md"), f.path("t"));
         std::filesystem::rename(f.path("content/a/b/page.md"), f.path("content/a/other.md"));
         std::filesystem::rename(f.path("t"), f.path("content/a/b/page.md"));
       }},
      {"what a link means", [](auto& f) { f.write("elsewhere.md", "ELSEWHERE"); }},
      {"a page changed by hand", [](auto& f) { f.write("output/site/index.html", "X"); }},
      {"a page removed by hand", [](auto& f) { f.remove("output/site/index.html"); }},
      {"the output removed", [](auto& f) { f.remove("output"); }},
      {"the manifest removed", [](auto& f) { f.remove("output/.manifest"); }},
      {"what a killed build staged", [](auto& f) { f.write("output/.staging/site/p.html", "x"); }},
      {"a killed build's journal", [](auto& f) { f.write("output/.journal", ""); }},
      {"the cache removed", [](auto& f) { f.remove(".cenacle"); }},
      {"a file becomes a folder",
       [](auto& f) {
         f.remove("content/a/other.md");
         f.make_folder("content/a/other.md");
       }},
  };
  for (const bool old : {false, true})
    for (const auto& entry : changes) {
      const auto& name = entry.first;
      const auto& change = entry.second;
      CAPTURE(name);
      const TemporaryFolder folder;
      make_portal(folder);
      REQUIRE(look(folder).save(""));
      if (old) wait_until_old(folder);
      REQUIRE(look(folder).unchanged());
      change(folder);
      CHECK_FALSE(look(folder).unchanged());
      REQUIRE(look(folder).save(""));
      CHECK(look(folder).unchanged());
    }
}

TEST_CASE("what is not read does not count") {
  const TemporaryFolder folder;
  make_portal(folder);
  REQUIRE(look(folder).save(""));
  folder.write("content/.page.md.swp", "x");
  folder.write("content/.git/index", "x");
  folder.write("README.md", "x");
  folder.write(".cenacle/ledger", "x");
  folder.make_folder("content/empty");
  CHECK(look(folder).unchanged());
}

TEST_CASE("an input that changes while the build runs is seen by the next") {
  const TemporaryFolder folder;
  make_portal(folder);
  for (int i = 0; i < 50; ++i) {
    Snapshot snapshot = look(folder);
    folder.write("content/portal.toml", i % 2 == 0 ? "TITLE" : "title");  // read before, by the build
    REQUIRE(snapshot.save(""));
    CHECK_FALSE(look(folder).unchanged());
  }
}

TEST_CASE("a file that changes within the tick of the clock in which it was looked at is seen") {
  const TemporaryFolder folder;
  make_portal(folder);
  for (int i = 0; i < 300; ++i) {
    folder.write("content/portal.toml", "first");
    Snapshot snapshot = look(folder);
    REQUIRE(snapshot.save(""));
    folder.write("content/portal.toml", "later");
    CHECK_FALSE(look(folder).unchanged());
    REQUIRE(look(folder).save(""));
    folder.write("output/site/index.html", i % 2 == 0 ? "x" : "y");
    CHECK_FALSE(look(folder).unchanged());
  }
}

TEST_CASE("young files are read until they are old, then looked at only") {
  const TemporaryFolder folder;
  make_portal(folder);
  REQUIRE(look(folder).save("said"));
  wait_until_old(folder);
  const std::string old = record(folder);
  CHECK(look(folder).remembered() == "said");
  CHECK(record(folder) == old);
}

TEST_CASE("what is kept comes back while only the listed folder changes; its files are told") {
  const TemporaryFolder folder;
  make_portal(folder);
  std::filesystem::remove(folder.path("content/link.md"));
  Snapshot first = look(folder);
  const auto listing = first.take_listing();
  REQUIRE(listing);
  std::vector<std::string> paths;
  for (const base::FileEntry& file : *listing) paths.push_back(file.path);
  CHECK(paths == std::vector<std::string>{"a/b/page.md", "a/other.md", "portal.toml"});
  CHECK_FALSE(first.take_listing());
  REQUIRE(first.save("", {.key = {}, .keep = "kept", .known = {}}));
  CHECK(look(folder).kept() == "kept");
  CHECK(look(folder, "tomorrow").kept().empty());
  folder.write("content/a/more.md", "more");
  folder.write("output/site/index.html", "by hand");
  CHECK_FALSE(look(folder).unchanged());
  CHECK(look(folder).kept() == "kept");
  folder.write("themes/default/page.html", "another theme");
  CHECK(look(folder).kept().empty());
}

TEST_CASE("a link in the listed folder asks for a closer look") {
  const TemporaryFolder folder;
  make_portal(folder);
  CHECK_FALSE(look(folder).take_listing());
}

TEST_CASE("threads share a folder of many files") {
  const TemporaryFolder folder;
  for (int i = 0; i < 1000; ++i) folder.write("content/a/" + std::to_string(i) + ".md", "x");
  for (const unsigned jobs : {1u, 3u}) CHECK(look(folder, "key", jobs).take_listing()->size() == 1000);
}

TEST_CASE("marks that are known spare a look, and tell the same") {
  const TemporaryFolder folder;
  folder.write("content/a.md", "x");
  folder.set_modified_ns("content/a.md", 1'000'000'000'123'456'789);
  const int root = open(folder.path().c_str(), O_RDONLY | O_DIRECTORY);
  const std::int64_t later = 4'000'000'000'000'000'000;
  const auto digest = [&](DigestScope scope) { return look_at_folders(root, scope, {later, later}, 1).value().digests[0]; };
  struct stat about;
  REQUIRE(stat(folder.path("content/a.md").c_str(), &about) == 0);
  const Marks right = marks_of(about);
  Marks wrong = right;
  ++wrong.inode;
  const FolderDigest seen = digest({{"content"}, Reading::as_it_is, {}, {}, {}});
  for (const auto& [marks, same] : {std::pair(right, true), {wrong, false}}) {
    std::string asked;
    const auto known = [&, given = marks](std::string_view path) {
      asked = path;
      return std::optional(given);
    };
    CHECK((digest({{"content"}, Reading::as_it_is, {}, known, {}}) == seen) == same);
    CHECK(asked == "content/a.md");
  }
  close(root);
}

TEST_CASE("a digest is of a moment: it reads the files that changed within a tick before it") {
  const TemporaryFolder folder;
  folder.write("content/a.md", "x");
  folder.write("content/b.md", "x");
  folder.set_modified_ns("content/b.md",
                         4'000'000'000'123'456'789);  // far in the future: as long as it is, it may change
  struct stat about;
  REQUIRE(stat(folder.path("content/b.md").c_str(), &about) == 0);
  const std::int64_t last_change = about.st_ctim.tv_sec * 1'000'000'000 + about.st_ctim.tv_nsec;
  const int root = open(folder.path().c_str(), O_RDONLY | O_DIRECTORY);
  const auto digest = [&](std::int64_t moment, std::int64_t other) {
    return look_at_folders(root, {{"content"}, Reading::as_content, {}, {}, {}}, {moment, other}, 2).value().digests;
  };
  const auto young = digest(last_change, 1), old = digest(last_change + 30'000'000, 5'000'000'000'000'000'001);
  CHECK(young[0].read == 2);
  CHECK(young[1].read == 2);
  CHECK(young[0] == young[1]);
  CHECK(old[0].read == 1);
  CHECK(old[1].read == 0);
  CHECK(old[1].files == 2);
  CHECK(young[0] != old[0]);
  CHECK(old[0] != old[1]);
  close(root);
}

TEST_CASE("times that could come again") {
  const std::int64_t second = 1'000'000'000, tick = 20'000'000, time = 1'700'000'000 * second;
  CHECK(racy(time + 1, time + 1));
  CHECK(racy(time + 1, time + tick));
  CHECK_FALSE(racy(time + 1, time + 1 + tick));
  CHECK(racy(time + 2 * tick, time));
  // A whole second is what a coarse clock says: two of them have to pass.
  CHECK(racy(time, time + 2 * second - 1));
  CHECK_FALSE(racy(time, time + 2 * second));
}

TEST_CASE("a record that is damaged is none") {
  const TemporaryFolder folder;
  make_portal(folder);
  REQUIRE(look(folder).save("said"));
  const std::string good = record(folder);
  for (std::size_t i = 0; i < good.size(); ++i) {
    CAPTURE(i);
    folder.write(".cenacle/cache/snapshot", good.substr(0, i));
    CHECK_FALSE(look(folder).unchanged());
    std::string bad = good;
    bad[i] ^= 1;
    folder.write(".cenacle/cache/snapshot", bad);
    CHECK_FALSE(look(folder).unchanged());
  }
  folder.write(".cenacle/cache/snapshot", good);
  CHECK(look(folder).unchanged());
  folder.write(".cenacle/cache/snapshot", good + std::string(1000, 'x'));
  CHECK_FALSE(look(folder).unchanged());
  REQUIRE(look(folder).save("said"));
  CHECK(look(folder).unchanged());
}

TEST_CASE("what cannot be looked at has changed") {
  const TemporaryFolder folder;
  make_portal(folder);
  Snapshot none = Snapshot::look({folder.path("missing"), {"content"}, {"output"}, "", ""}, 2);
  CHECK_FALSE(none.unchanged());
  CHECK_FALSE(none.save(""));
  std::filesystem::permissions(folder.path(), std::filesystem::perms::all);
  folder.make_folder(".cenacle/cache");
  for (const char* path : {".cenacle", ".cenacle/cache"})
    std::filesystem::permissions(folder.path(path), std::filesystem::perms::all);
  std::filesystem::permissions(folder.path("content/a/b"), std::filesystem::perms::none);
  const Child child([&] {
    if (geteuid() == 0 && setuid(65534) != 0) return 2;
    Snapshot snapshot = look(folder);
    return snapshot.unchanged() || snapshot.save("") ? 1 : 0;
  });
  CHECK(child.wait() == 0);
  std::filesystem::permissions(folder.path("content/a/b"), std::filesystem::perms::all);
}

TEST_CASE("a single file is an input as good as a folder, and a folder that is not there has no files") {
  const TemporaryFolder folder;
  folder.write("portal.toml", "x");
  const SnapshotScope scope{folder.path(), {"portal.toml", "missing"}, {"output"}, "", ""};
  REQUIRE(Snapshot::look(scope, 1).save(""));
  CHECK(Snapshot::look(scope, 1).unchanged());
  folder.write("portal.toml", "y");
  CHECK_FALSE(Snapshot::look(scope, 1).unchanged());
}

TEST_CASE("a pipe among the files is looked at, not waited for") {
  const TemporaryFolder folder;
  make_portal(folder);
  REQUIRE(mkfifo(folder.path("content/pipe").c_str(), 0600) == 0);
  REQUIRE(look(folder).save(""));
  CHECK(look(folder).unchanged());
}

TEST_CASE("a file that builds write themselves counts by the key alone, which the build may change") {
  const TemporaryFolder folder;
  make_portal(folder);
  folder.write("content/calendar.lock", "one");
  const auto apart = [&](std::string key) {
    return Snapshot::look({folder.path(), {"content", "themes", "workflows"}, {"output"}, "content", std::move(key), "content/calendar.lock"}, 2);
  };
  Snapshot first = apart("one");
  folder.write("content/calendar.lock", "two");
  REQUIRE(first.save("", {.key = "two", .keep = {}, .known = {}}));
  CHECK(apart("two").unchanged());
  CHECK_FALSE(apart("one").unchanged());
  folder.write("content/a/calendar.lock", "of no build");
  CHECK_FALSE(apart("two").unchanged());
}
