// A look finds every change since the last one, and writes nothing.
#include "publish/folder_changes.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "temporary_folder.h"

using cenacle::publish::FolderChanges;
using cenacle::publish::test::TemporaryFolder;

TEST_CASE("a look finds what changed since the last, and only that") {
  TemporaryFolder folder;
  folder.write("content/a.md", "one");
  auto look = FolderChanges::open(folder.path(), {"content", "themes"}, 2);
  REQUIRE(look);
  CHECK(look->changed());
  CHECK_FALSE(look->changed());
  SUBCASE("same size, same moment") { folder.write("content/a.md", "two"); }
  SUBCASE("a new file") { folder.write("content/b.md", ""); }
  SUBCASE("a file that goes") { folder.remove("content/a.md"); }
  SUBCASE("a renamed folder") { std::filesystem::rename(folder.path("content"), folder.path("elsewhere")); }
  SUBCASE("a folder that was not there") { folder.write("themes/x.html", ""); }
  CHECK(look->changed());
  CHECK_FALSE(look->changed());
}

TEST_CASE("every one of many saves is found, however fast they follow") {
  TemporaryFolder folder;
  folder.write("content/a.md", "00000");
  auto look = FolderChanges::open(folder.path(), {"content"}, 1);
  REQUIRE(look);
  CHECK(look->changed());
  for (int i = 1; i < 500; ++i) {
    folder.write("content/a.md", std::to_string(10'000 + i));
    REQUIRE(look->changed());
  }
}

TEST_CASE("a look leaves nothing behind") {
  TemporaryFolder folder;
  folder.write("content/a.md", "one");
  const auto before = folder.all("");
  CHECK(FolderChanges::open(folder.path(), {"content"}, 1)->changed());
  CHECK(folder.all("") == before);
}

TEST_CASE("a folder that is not there") { CHECK_FALSE(FolderChanges::open("/nonexistent", {"content"}, 1)); }
