// New files: all or none, never over anything, whatever operation of the disk fails.
#include "publish/new_files.h"

#include <doctest/doctest.h>

#include "site_build.h"

using namespace cenacle;
using namespace cenacle::publish;
using namespace cenacle::publish::test;

namespace {

const std::vector<BornFile> born{{"content/portal.toml", "p"}, {"content/n/groups/a.md", "aaaa"}, {".gitignore", "g"}};
const Files whole{{"content/portal.toml", "p"}, {"content/n/groups/a.md", "aaaa"}, {".gitignore", "g"}};

Files below(const TemporaryFolder& folder, std::string_view name) {
  Files files = folder.all(name);
  std::erase_if(files, [](const auto& file) { return file.first.starts_with(".new."); });
  return files;
}

}  // namespace

TEST_CASE("files are written with the folders that they need") {
  TemporaryFolder folder;
  folder.write("content/n/network.md", "n");
  SystemDisk disk;
  CHECK(write_new_files(disk, folder.path(), born));
  CHECK(folder.read("content/n/groups/a.md") == "aaaa");
  CHECK(folder.all("").size() == 4);
}

TEST_CASE("nothing is written over a file, a folder or a link, and nothing else is written then") {
  for (const char* there : {"file", "folder", "link"}) {
    TemporaryFolder folder;
    const std::string path = "content/n/groups/a.md";
    if (there == std::string_view("file")) folder.write(path, "mine");
    if (there == std::string_view("folder")) folder.make_folder(path);
    folder.make_folder("content/n/groups");
    if (there == std::string_view("link")) folder.link("/nowhere", path);
    const Files before = folder.all("");
    SystemDisk disk;
    const auto outcome = write_new_files(disk, folder.path(), born);
    REQUIRE(!outcome);
    CHECK(outcome.failure().message.find(path) != std::string::npos);
    CHECK(folder.all("") == before);
  }
}

TEST_CASE("after any failure of the disk nothing is left") {
  for (int at = 1;; ++at) {
    CAPTURE(at);
    TemporaryFolder folder;
    folder.write("content/n/network.md", "n");
    const Files before = folder.all("");
    FaultyDisk disk(at, FaultyDisk::Fault::fails, ENOSPC);
    const auto outcome = write_new_files(disk, folder.path(), born);
    if (outcome) {
      CHECK(at > 8);
      break;
    }
    CHECK(outcome.failure().kind == base::FailureKind::disk);
    CHECK(folder.all("") == before);
  }
}

TEST_CASE("a new folder appears with all that it holds") {
  for (const bool is_there : {false, true}) {
    TemporaryFolder folder;
    if (is_there) folder.write("p/.git/HEAD", "ref");
    CHECK(is_free_for_folder(folder.path("p")));
    SystemDisk disk;
    CHECK(make_new_folder(disk, folder.path("p"), born));
    Files wanted = whole;
    if (is_there) wanted[".git/HEAD"] = "ref";
    CHECK(folder.all("p") == wanted);
    CHECK(!is_free_for_folder(folder.path("p")));
    CHECK(!make_new_folder(disk, folder.path("p"), born));
    CHECK(folder.all("p") == wanted);
  }
}

TEST_CASE("after any failure there is no folder, or the empty one that was there") {
  for (const bool is_there : {false, true}) {
    for (int at = 1;; ++at) {
      CAPTURE(is_there);
      CAPTURE(at);
      TemporaryFolder folder;
      if (is_there) folder.make_folder("p");
      FaultyDisk disk(at, FaultyDisk::Fault::fails, ENOSPC);
      const auto outcome = make_new_folder(disk, folder.path("p"), born);
      if (outcome) {
        CHECK(below(folder, "p") == whole);
        if (disk.operations() < at) break;
      } else {
        CHECK(folder.exists("p") == is_there);
        CHECK(below(folder, "p").empty());
        CHECK(folder.all("").size() <= 1);
      }
    }
  }
}

TEST_CASE("what a new folder may not stand on") {
  TemporaryFolder folder;
  CHECK(is_free_for_folder(folder.path("nothing")));
  folder.make_folder("empty");
  CHECK(is_free_for_folder(folder.path("empty")));
  folder.write("file", "");
  CHECK(!is_free_for_folder(folder.path("file")));
  folder.write("full/.hidden", "");
  CHECK(!is_free_for_folder(folder.path("full")));
  folder.link("/nowhere", "link");
  CHECK(!is_free_for_folder(folder.path("link")));
}
