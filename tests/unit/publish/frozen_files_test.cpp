// Frozen files stay what they were; the next moment has what is new, and reads no more than that.
#include "publish/frozen_files.h"

#include <doctest/doctest.h>

#include <map>

using cenacle::base::MemoryFileSystem;
using cenacle::publish::FrozenFiles;

namespace {

/// Counts what is read of it; every file has the stamp that it is given.
class Disk final : public cenacle::base::FileSystem {
 public:
  void write(const std::string& path, std::string text, std::int64_t modified_ns) {
    times_[path] = modified_ns;
    files_.write(path, std::move(text));
  }
  cenacle::base::Result<std::string> read(std::string_view path) const override {
    ++reads;
    return files_.read(path);
  }
  cenacle::base::Result<std::vector<cenacle::base::FileEntry>> list(
      std::string_view folder, std::vector<std::string>* = nullptr) const override {
    if (folder == failing) return cenacle::base::Failure{cenacle::base::FailureKind::disk, "cannot list it"};
    auto entries = files_.list(folder);
    for (auto& entry : *entries) entry.stamp.modified_ns = times_.at(std::string(folder) + "/" + entry.path);
    return entries;
  }
  std::optional<cenacle::base::FileStamp> stamp(std::string_view path) const override { return files_.stamp(path); }

  mutable int reads = 0;
  std::string failing;

 private:
  MemoryFileSystem files_;
  std::map<std::string, std::int64_t> times_;
};

constexpr std::int64_t long_ago = 1'000'000'000'000'000'000 + 1;
constexpr std::int64_t far_away = 4'000'000'000'000'000'000 + 1;  // later than any clock of ours: never settled

}  // namespace

TEST_CASE("a text stays what it was, whatever happens to the disk") {
  Disk disk;
  disk.write("content/a.md", "before", long_ago);
  const FrozenFiles frozen(disk, {"content"}, nullptr);
  disk.write("content/a.md", "after", long_ago + 5);
  CHECK(*frozen.read("content/a.md") == "before");
  const FrozenFiles next(disk, {"content"}, &frozen);
  CHECK(*next.read("content/a.md") == "after");
  CHECK(*frozen.read("content/a.md") == "before");
}

TEST_CASE("what has not changed is not read again") {
  Disk disk;
  disk.write("content/a.md", "a", long_ago);
  disk.write("content/b.md", "b", long_ago);
  const FrozenFiles first(disk, {"content"}, nullptr);
  CHECK(disk.reads == 2);
  disk.write("content/b.md", "c", long_ago + 5);
  const FrozenFiles second(disk, {"content"}, &first);
  CHECK(disk.reads == 3);
  CHECK(*second.read("content/a.md") == "a");
  CHECK(*second.read("content/b.md") == "c");
  CHECK(disk.reads == 3);
}

TEST_CASE("a text that may still change within its time is read again, and its stamp tells nothing") {
  Disk disk;
  disk.write("content/a.md", "one", far_away);
  const FrozenFiles first(disk, {"content"}, nullptr);
  CHECK(first.stamp("content/a.md")->modified_ns == 0);
  disk.write("content/a.md", "two", far_away);
  const FrozenFiles second(disk, {"content"}, &first);
  CHECK(*second.read("content/a.md") == "two");
}

TEST_CASE("attachments are not held") {
  Disk disk;
  disk.write("content/files/a.pdf", "before", long_ago);
  const FrozenFiles frozen(disk, {"content"}, nullptr);
  CHECK(disk.reads == 0);
  disk.write("content/files/a.pdf", "after", long_ago);
  CHECK(*frozen.read("content/files/a.pdf") == "after");
}

TEST_CASE("listings are of the moment too, and folders in folders are listed") {
  Disk disk;
  disk.write("themes/default/a.html", "a", long_ago);
  disk.write("themes/default/parts/b.html", "b", long_ago);
  const FrozenFiles frozen(disk, {"themes"}, nullptr);
  disk.write("themes/default/c.html", "c", long_ago);
  const auto listed = frozen.list("themes/default");
  REQUIRE(listed);
  REQUIRE(listed->size() == 2);
  CHECK((*listed)[0].path == "a.html");
  CHECK((*listed)[1].path == "parts/b.html");
  CHECK_FALSE(frozen.stamp("themes/default/c.html"));
}

TEST_CASE("a folder that could not be listed says so") {
  Disk disk;
  disk.failing = "content";
  const FrozenFiles frozen(disk, {"content"}, nullptr);
  REQUIRE_FALSE(frozen.list("content"));
  CHECK(frozen.list("content").failure().message == "cannot list it");
}
