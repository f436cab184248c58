// Builds that are killed at any moment, and builds at once.
#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <random>
#include <thread>

#include "site_build.h"

using namespace cenacle;
using namespace cenacle::publish;
using namespace cenacle::publish::test;

namespace {

Files site_of(int version, int pages = 60) {
  Files site;
  for (int i = 0; i < pages; ++i) {
    if ((i + version) % 7 == 0) continue;  // each version leaves out some pages of the others
    const int folder = i % 6 == 5 ? 100 + version : i % 6;
    site["site/g" + std::to_string(folder) + "/p" + std::to_string(i) + ".html"] =
        i % 3 == 0 ? "the same in all" : "version " + std::to_string(version) + std::string(3000, '.');
  }
  site[version % 2 == 0 ? "site/changes" : "site/changes/index.html"] = "x";
  return site;
}

/// No page is half: it has the bytes of one of the two versions.
void check_old_or_new(const TemporaryFolder& folder, const Files& first, const Files& second) {
  for (const auto& page : pages(folder)) {
    const auto& path = page.first;
    const auto& bytes = page.second;
    if (path.ends_with('/')) continue;
    CAPTURE(path);
    const auto a = first.find(path), b = second.find(path);
    const bool known = (a != first.end() && a->second == bytes) || (b != second.end() && b->second == bytes);
    CHECK(known);
  }
}

/// How often each of the campaigns below kills; tests/long asks for more.
int kills() {
  const char* count = std::getenv("CENACLE_KILLS");
  return count != nullptr ? std::atoi(count) : 30;
}

}  // namespace

TEST_CASE("killed at each operation in turn, before, in the midst of, and after it") {
  const Files first = site_of(0, 12), second = site_of(1, 12), third = site_of(2, 12);
  for (const auto fault :
       {FaultyDisk::Fault::dies_before, FaultyDisk::Fault::dies_midway, FaultyDisk::Fault::dies_after}) {
    bool died = true;
    for (int at = 1; died; ++at) {
      CAPTURE(at);
      const TemporaryFolder folder;
      REQUIRE(build(folder, first));
      folder.write("output/site/foreign.txt", "d'une personne");
      const auto killed_build = [&](const Files& site, int moment) {
        FaultyDisk disk(moment, fault);
        build(folder, site, {.disk = &disk});
        return disk.operations() >= moment;
      };
      died = killed_build(second, at);
      CHECK(folder.read("output/site/foreign.txt") == "d'une personne");
      folder.remove("output/site/foreign.txt");
      check_old_or_new(folder, first, second);
      killed_build(at % 2 == 0 ? second : third, 1 + at * 5 % 60);  // and again, while it recovers
      const Files& last = at % 3 == 0 ? first : at % 3 == 1 ? second : third;
      const Built built = build(folder, last);
      REQUIRE_MESSAGE(built, built.failure.message);
      CHECK(pages(folder) == last);
      CHECK_FALSE(folder.exists("output/.journal"));
      CHECK_FALSE(folder.exists("output/.staging"));
    }
  }
}

TEST_CASE("killed at random moments, again and again") {
  const TemporaryFolder folder;
  std::mt19937 random(7);
  const auto start = std::chrono::steady_clock::now();
  REQUIRE(build(folder, site_of(0)));
  REQUIRE(build(folder, site_of(1)));
  const auto one_build = (std::chrono::steady_clock::now() - start) / 2;
  Files last = site_of(1);
  for (int i = 0; i < kills(); ++i) {
    CAPTURE(i);
    const Files next = site_of(static_cast<int>(random() % 5));
    const Child child([&] { return build(folder, next) ? 0 : 1; });
    std::this_thread::sleep_for(one_build * (random() % 1000) / 1000);
    child.kill();
    const int code = child.wait();
    CHECK((code == 0 || code == -SIGKILL));
    check_old_or_new(folder, last, next);
    last = site_of(static_cast<int>(random() % 5));
    const Built built = build(folder, last);
    REQUIRE_MESSAGE(built, built.failure.message);
    CHECK(pages(folder) == last);
  }
}

TEST_CASE("a first build that is killed leaves nothing that the next does not know") {
  for (const auto fault :
       {FaultyDisk::Fault::dies_before, FaultyDisk::Fault::dies_midway, FaultyDisk::Fault::dies_after})
    for (const Files& next : {Files{}, site_of(1, 6), Files{{"other.html", "x"}}}) {
      bool died = true;
      for (int at = 1; died; ++at) {
        CAPTURE(at);
        const TemporaryFolder folder;
        FaultyDisk disk(at, fault);
        build(folder, site_of(0, 6), {.disk = &disk});
        died = disk.operations() >= at;
        const Built built = build(folder, next);
        REQUIRE_MESSAGE(built, built.failure.message);
        CHECK(pages(folder) == next);
      }
    }
}

TEST_CASE("a person's file at a page's path, put there after a build was killed, stays a person's") {
  const Files site = {{"site/a.html", "page"}, {"site/index.html", "x"}};
  int refused = 0;
  bool died = true;
  for (int at = 1; died; ++at) {
    const TemporaryFolder folder;
    REQUIRE(build(folder, {{"site/index.html", "x"}}));
    FaultyDisk disk(at, FaultyDisk::Fault::dies_before);
    build(folder, site, {.disk = &disk});
    died = disk.operations() >= at;
    if (folder.exists("output/site/a.html")) continue;
    folder.write("output/site/a.html", "d'une personne");
    CHECK_FALSE(build(folder, site));
    REQUIRE(build(folder, {{"site/index.html", "x"}}));
    CHECK(folder.read("output/site/a.html") == "d'une personne");
    ++refused;
  }
  CHECK(refused > 3);
}

TEST_CASE("a journal speaks only beside the manifest it goes with") {
  const TemporaryFolder folder;
  REQUIRE(build(folder, {{"site/index.html", "x"}}));
  folder.write("output/site/a.html", "page");
  for (const std::string manifest : {"0000000000000000", "ffffffffffffffff"}) {
    folder.write("output/.journal",
                 "cenacle-journal 1 " + manifest + "\n" + std::string("0000000000000000 4 site/a.html\nend 1\n"));
    REQUIRE(build(folder, {{"site/index.html", "x"}}));
    CHECK(folder.read("output/site/a.html") == "page");
    CHECK_FALSE(folder.exists("output/.journal"));
  }
}

TEST_CASE("a second build waits for the first, or says who is at work") {
  const TemporaryFolder folder;
  // Started before there is a lock, which it would share as a child.
  const Child second([&] {
    while (!folder.exists("held")) std::this_thread::yield();
    return build(folder, {{"site/p.html", "x"}}) ? 0 : 1;
  });
  auto first = OutputTree::open(folder.path("output"), folder.path(".cenacle"));
  REQUIRE(first);
  const Built busy = build(folder, {{"site/p.html", "x"}}, {.lock_wait = std::chrono::milliseconds(0)});
  REQUIRE_FALSE(busy);
  CHECK(busy.failure.kind == base::FailureKind::busy);
  CHECK(busy.failure.message == "another build (process " + std::to_string(getpid()) + ") is at work here: it holds " +
                                    folder.path(".cenacle/build.lock"));
  folder.write("held", "");
  const std::string_view bytes[] = {"y"};
  REQUIRE((*first)->put("site/p.html", 1, bytes));
  REQUIRE((*first)->commit());
  first->reset();
  CHECK(second.wait() == 0);
  CHECK(pages(folder) == Files{{"site/p.html", "x"}});
}

TEST_CASE("a lock whose file was removed is no lock") {
  const TemporaryFolder folder;
  auto first = OutputTree::open(folder.path("output"), folder.path(".cenacle"));
  REQUIRE(first);
  folder.remove(".cenacle");
  CHECK((*first)->commit());  // without its cache
  first->reset();
  CHECK(build(folder, {{"site/p.html", "x"}}));
}

TEST_CASE("many builds at once, of different versions: each leaves its own, whole") {
  const TemporaryFolder folder;
  std::vector<Child> children;
  for (int version = 0; version < 6; ++version)
    children.emplace_back([&folder, version] {
      return build(folder, site_of(version), {.lock_wait = std::chrono::seconds(60)}) ? 0 : 1;
    });
  for (const Child& child : children) CHECK(child.wait() == 0);
  const Files found = pages(folder);
  int matches = 0;
  for (int version = 0; version < 6; ++version) matches += found == site_of(version) ? 1 : 0;
  CHECK(matches == 1);
}
