// The watch hears of every way in which files and folders change, and of nothing else.
#include "publish/folder_watch.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <thread>

#include "temporary_folder.h"

using cenacle::publish::FolderWatch;
using cenacle::publish::test::TemporaryFolder;
using Heard = FolderWatch::Heard;
using std::chrono::milliseconds;

namespace {

struct Watched {
  TemporaryFolder folder;
  FolderWatch watch = [this] {
    folder.write("content/a/b/page.md", "x");
    folder.make_folder("kept/old");
    return std::move(*FolderWatch::open(folder.path(), {"content", "themes"}));
  }();

  /// What was done is known to the kernel before it returns: no waiting.
  Heard heard() { return watch.wait(milliseconds(0)); }
  void rename(const char* from, const char* to) { std::filesystem::rename(folder.path(from), folder.path(to)); }
};

}  // namespace

TEST_CASE("nothing changed: silence") {
  Watched it;
  CHECK(it.heard() == Heard::silence);
}

TEST_CASE("each change is heard once") {
  Watched it;
  SUBCASE("a file written in place") { it.folder.write("content/a/b/page.md", "y"); }
  SUBCASE("a file that comes") { it.folder.write("content/a/b/new.md", "y"); }
  SUBCASE("a file that goes") { it.folder.remove("content/a/b/page.md"); }
  SUBCASE("a file put in place by a rename") {
    it.folder.write("content/a/b/.page.md.swp", "y");
    CHECK(it.heard() == Heard::silence);
    it.rename("content/a/b/.page.md.swp", "content/a/b/page.md");
  }
  SUBCASE("a file whose time is set") { it.folder.set_modified_ns("content/a/b/page.md", 1'000'000'000); }
  SUBCASE("a folder that comes") { it.folder.make_folder("content/c"); }
  SUBCASE("a folder that is renamed") { it.rename("content/a", "content/z"); }
  SUBCASE("a folder that goes elsewhere") { it.rename("content/a", "kept/a"); }
  SUBCASE("a watched folder that was not there") { it.folder.make_folder("themes"); }
  SUBCASE("a watched folder that goes") { it.rename("content", "kept/content"); }
  CHECK(it.heard() == Heard::change);
  CHECK(it.heard() == Heard::silence);
}

TEST_CASE("what lies elsewhere, and names with a dot, are not heard of") {
  Watched it;
  it.folder.write("output/site/index.html", "x");
  it.folder.write("content/.hidden", "x");
  it.folder.write("content/a/.git/x", "x");
  it.folder.write("note.txt", "x");
  CHECK(it.heard() == Heard::silence);
}

TEST_CASE("a folder is still heard after it has changed") {
  Watched it;
  std::string page = "content/a/b/page.md";
  SUBCASE("renamed") {
    it.rename("content/a", "content/z");
    page = "content/z/b/page.md";
  }
  SUBCASE("renamed and back") {
    it.rename("content/a", "content/z");
    CHECK(it.heard() == Heard::change);
    it.rename("content/z", "content/a");
  }
  SUBCASE("gone and come back, with all that is watched") {
    it.rename("content", "kept/content");
    CHECK(it.heard() == Heard::change);
    it.rename("kept/content", "content");
  }
  SUBCASE("new, with folders in it") {
    it.folder.write("content/new/deep/er/page.md", "x");
    page = "content/new/deep/er/page.md";
  }
  SUBCASE("come from elsewhere, with folders in it") {
    it.folder.write("kept/old/deep/page.md", "x");
    it.rename("kept/old", "content/old");
    page = "content/old/deep/page.md";
  }
  CHECK(it.heard() == Heard::change);
  CHECK(it.heard() == Heard::silence);
  it.folder.write(page, "changed");
  CHECK(it.heard() == Heard::change);
}

TEST_CASE("more changes than the kernel keeps are a change, and the watch goes on") {
  Watched it;
  for (int i = 0; i < 40'000; ++i) {
    it.folder.set_modified_ns("content/a/b/page.md", 1'000'000'000LL * (i + 1));
    it.folder.set_modified_ns("content/a", 1'000'000'000LL * (i + 1));
  }
  CHECK(it.heard() == Heard::change);
  CHECK(it.heard() == Heard::silence);
  it.folder.write("content/a/b/page.md", "y");
  CHECK(it.heard() == Heard::change);
}

TEST_CASE("an interruption ends the present wait, or the next") {
  Watched it;
  it.watch.interrupt();
  CHECK(it.watch.wait(milliseconds(60'000)) == Heard::interruption);
  std::jthread other([&] { it.watch.interrupt(); });
  CHECK(it.watch.wait(milliseconds(60'000)) == Heard::interruption);
}

TEST_CASE("a change ends the wait for it") {
  Watched it;
  std::jthread other([&] { it.folder.write("content/a/b/page.md", "y"); });
  CHECK(it.watch.wait(milliseconds(60'000)) == Heard::change);
}
