// base/file_system: files in memory, and one layer over another.
#include "base/file_system.h"

#include <doctest/doctest.h>

using namespace cenacle::base;

namespace {

std::string names(const Result<std::vector<FileEntry>>& entries) {
  std::string out;
  for (const FileEntry& entry : *entries) out += entry.path + " ";
  return out;
}

}  // namespace

TEST_CASE("memory: a folder's files, sorted, without dot-files") {
  MemoryFileSystem files(
      {{"content/b.md", "b"}, {"content/a/c.md", "c"}, {"content/.git/x", ""}, {"contents/d.md", ""}});
  CHECK(names(files.list("content")) == "a/c.md b.md ");
  CHECK(names(files.list("nowhere")).empty());
  CHECK(*files.read("content/b.md") == "b");
  CHECK(files.read("content/z.md").failure().kind == FailureKind::not_found);
  CHECK(files.stamp("content/b.md")->size == 1);
  CHECK_FALSE(files.stamp("content").has_value());
}

TEST_CASE("layers: the second is asked only below shared folders") {
  const MemoryFileSystem own({{"themes/default/a.html", "own"}, {"content/x.md", "x"}});
  const MemoryFileSystem shared(
      {{"themes/default/a.html", "shared"}, {"themes/default/b.html", "b"}, {"content/y.md", "y"}});
  const LayeredFileSystem both(own, shared, {"themes"});
  CHECK(*both.read("themes/default/a.html") == "own");
  CHECK(*both.read("themes/default/b.html") == "b");
  CHECK_FALSE(static_cast<bool>(both.read("content/y.md")));
  CHECK(names(both.list("themes/default")) == "a.html b.html ");
  CHECK(names(both.list("content")) == "x.md ");
  CHECK_FALSE(both.stamp("content/y.md").has_value());
}
