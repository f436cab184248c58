// Every operation on the disk fails once, in turn: the former site is whole, or the next build completes the new one.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <filesystem>
#include <system_error>

#include "site_build.h"

using namespace cenacle;
using namespace cenacle::publish;
using namespace cenacle::publish::test;

namespace {

const Files before = {{"site/index.html", "Accueil"},     {"site/stays.html", "reste"},
                      {"site/goes.html", "part"},         {"site/old/only.html", "seul"},
                      {"site/becomes-folder", "fichier"}, {"site/becomes-file/x.html", "x"}};
const Files after = {{"site/index.html", "Bienvenue"},      {"site/stays.html", "reste"},
                     {"site/new/a/b.html", "neuf"},         {"site/new.html", "neuf"},
                     {"site/becomes-folder/y.html", "y"},   {"site/becomes-file", "fichier"},
                     {"spaces/bureau/index.html", "Bureau"}};

/// Each page is the former or the new one, or one of the two that is not there yet or any more; nothing else is there.
void check_old_or_new(const TemporaryFolder& folder) {
  for (const auto& page : pages(folder)) {
    const auto& path = page.first;
    const auto& bytes = page.second;
    if (path.ends_with('/')) continue;
    CAPTURE(path);
    const auto old_bytes = before.find(path), new_bytes = after.find(path);
    const bool known = (old_bytes != before.end() && old_bytes->second == bytes) ||
                       (new_bytes != after.end() && new_bytes->second == bytes);
    CHECK(known);
  }
  CHECK(folder.read("output/site/stays.html") == "reste");
  CHECK(folder.exists("output/site/index.html"));
}

}  // namespace

TEST_CASE("any operation fails, once or from then on") {
  for (const auto fault : {FaultyDisk::Fault::fails, FaultyDisk::Fault::fails_from_now})
    for (const int error : {ENOSPC, EIO, EACCES, EDQUOT, EROFS}) {
      bool committed = false;
      for (int at = 1; !committed; ++at) {
        CAPTURE(at);
        CAPTURE(error);
        const TemporaryFolder folder;
        REQUIRE(build(folder, before));
        folder.write("output/site/foreign.txt", "d'une personne");
        const Files untouched = folder.all("output");
        FaultyDisk disk(at, fault, error);
        const Built built = build(folder, after, {.disk = &disk});
        committed = disk.operations() < at;
        if (!built) {
          CHECK(built.failure.kind == base::FailureKind::disk);
          CHECK_MESSAGE(built.failure.message.find(std::generic_category().message(error)) != std::string::npos,
                        built.failure.message);
          const bool partly = built.failure.message.find("partly new") != std::string::npos;
          if (partly || folder.exists("output/.journal")) {
            const std::string foreign = folder.read("output/site/foreign.txt");
            CHECK(foreign == "d'une personne");
            folder.remove("output/site/foreign.txt");
            check_old_or_new(folder);
            folder.write("output/site/foreign.txt", foreign);
          } else if (fault == FaultyDisk::Fault::fails) {
            CHECK(folder.all("output") == untouched);
          }
        }
        const Built next = build(folder, after);
        REQUIRE_MESSAGE(next, next.failure.message);
        Files expected = after;
        expected["site/foreign.txt"] = "d'une personne";
        Files found = pages(folder);
        if (error == EACCES) found.erase("site/old/");  // an empty folder that may not be removed is left
        CHECK(found == expected);
        CHECK_FALSE(folder.exists("output/.journal"));
        CHECK_FALSE(folder.exists("output/.staging"));
      }
    }
}

TEST_CASE("after a commit that failed, the next build may be of the former site, or of none") {
  bool committed = false;
  for (int at = 1; !committed; ++at) {
    CAPTURE(at);
    for (const Files& next : {before, Files{}}) {
      const TemporaryFolder folder;
      REQUIRE(build(folder, before));
      FaultyDisk disk(at, FaultyDisk::Fault::fails_from_now, ENOSPC);
      build(folder, after, {.disk = &disk});
      committed = disk.operations() < at;
      const Built built = build(folder, next);
      REQUIRE_MESSAGE(built, built.failure.message);
      CHECK(pages(folder) == next);
    }
  }
}

// Needs the right to mount; without it the failing disk above stands in.
TEST_CASE("a disk that is really full") {
  const TemporaryFolder folder;
  folder.make_folder("small");
  const std::string small = folder.path("small");
  if (mount("none", small.c_str(), "tmpfs", 0, "size=256k") != 0) {
    MESSAGE("not allowed to mount: the real full disk is left out");
    return;
  }
  const auto at = [&](const Files& site) {
    auto tree = OutputTree::open(small + "/output", folder.path(".cenacle"));
    if (!tree) return Built{std::nullopt, tree.failure()};
    for (const auto& [path, bytes] : site) {
      const std::string_view pieces[] = {bytes};
      if (auto put = (*tree)->put(path, 1, pieces); !put) return Built{std::nullopt, put.failure()};
    }
    auto summary = (*tree)->commit();
    return summary ? Built{std::move(*summary), {}} : Built{std::nullopt, summary.failure()};
  };
  Files site;
  for (int i = 0; i < 10; ++i) site["site/p" + std::to_string(i)] = std::string(8000, 'a');
  CHECK(at(site));
  const Files whole = folder.all("small/output");
  for (int i = 0; i < 40; ++i) site["site/p" + std::to_string(i)] = std::string(8000, 'b');
  const Built full = at(site);
  REQUIRE_FALSE(full);
  CHECK(full.failure.kind == base::FailureKind::disk);
  CHECK_MESSAGE(full.failure.message.ends_with("No space left on device"), full.failure.message);
  CHECK(folder.all("small/output") == whole);
  CHECK(at({{"site/p1", "small again"}}));
  CHECK(umount(small.c_str()) == 0);
}

TEST_CASE("a write that the system cuts short is a failure") {
  const TemporaryFolder folder;
  REQUIRE(build(folder, before));
  const Files untouched = folder.all("output");
  const Child child([&] {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1000, 1000};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
    const Built built = build(folder, {{"site/index.html", std::string(5000, 'x')}});
    return built || built.failure.message.find("File too large") == std::string::npos ? 1 : 0;
  });
  CHECK(child.wait() == 0);
  CHECK(folder.all("output") == untouched);
}

TEST_CASE("a folder that may not be written is found before anything changes") {
  const TemporaryFolder folder;
  std::filesystem::permissions(folder.path(), std::filesystem::perms::all);
  const auto as_nobody = [&](const std::function<int()>& work) {
    return Child([&] { return geteuid() == 0 && setuid(65534) != 0 ? 2 : work(); }).wait();
  };
  REQUIRE(as_nobody([&] { return build(folder, before) ? 0 : 1; }) == 0);
  const Files untouched = folder.all("output");
  for (const std::string closed : {"output", "output/site", "output/site/old", "output/site/becomes-file"}) {
    CAPTURE(closed);
    std::filesystem::permissions(folder.path(closed), static_cast<std::filesystem::perms>(0555));
    CHECK(as_nobody([&] {
            const Built built = build(folder, after);
            return built || built.failure.message.find("Permission denied") == std::string::npos ? 1 : 0;
          }) == 0);
    CHECK(folder.all("output") == untouched);
    std::filesystem::permissions(folder.path(closed), static_cast<std::filesystem::perms>(0755));
  }
  CHECK(as_nobody([&] { return build(folder, after) ? 0 : 1; }) == 0);
  CHECK(pages(folder) == after);
}
