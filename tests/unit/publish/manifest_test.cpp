// The texts in which an output folder keeps count of its files: what is written is read, anything else is not.
#include "publish/manifest.h"

#include <doctest/doctest.h>

#include <random>

#include "publish/stamp_cache.h"

using namespace cenacle::publish;

namespace {

const std::vector<ManifestLine> lines = {{"site/a b.html", 0, 0},
                                         {"site/index.html", 12345678901, 0xFFFFFFFFFFFFFFFF},
                                         {"spaces/é.ics", 7, 0x0123456789abcdef}};

constexpr std::string_view text =
    "cenacle-manifest 1\n"
    "0000000000000000 0 site/a b.html\n"
    "ffffffffffffffff 12345678901 site/index.html\n"
    "0123456789abcdef 7 spaces/é.ics\n"
    "end 3\n";

}  // namespace

TEST_CASE("a manifest is written and read") {
  CHECK(write_manifest(lines) == text);
  CHECK(read_manifest(text) == lines);
  CHECK(read_manifest(write_manifest({})) == std::vector<ManifestLine>());
}

TEST_CASE("a journal is written and read, beside its manifest only") {
  const std::string journal = write_journal(lines, 0xAB);
  CHECK(journal == "cenacle-journal 1 00000000000000ab\n" + std::string(text.substr(text.find('\n') + 1)));
  CHECK(read_journal(journal, 0xAB) == lines);
  CHECK_FALSE(read_journal(journal, 0xAC));
  CHECK_FALSE(read_journal(text, 0xAB));
  CHECK_FALSE(read_manifest(journal));
  for (std::size_t length = 0; length < journal.size(); ++length)
    CHECK_FALSE(read_journal(journal.substr(0, length), 0xAB));
}

TEST_CASE("a manifest that is cut anywhere is none") {
  for (std::size_t length = 0; length < text.size(); ++length) CHECK_FALSE(read_manifest(text.substr(0, length)));
}

TEST_CASE("texts that are no manifest") {
  for (const char* bad :
       {"cenacle-manifest 2\nend 0\n", "cenacle-manifest 1\nend 1\n", "cenacle-manifest 1\nend 0\nx",
        "cenacle-manifest 1\n0000000000000000 1 b\n0000000000000000 1 a\nend 2\n",
        "cenacle-manifest 1\n0000000000000000 1 a\n0000000000000000 1 a\nend 2\n",
        "cenacle-manifest 1\n0000000000000000 -1 a\nend 1\n",
        "cenacle-manifest 1\n0000000000000000 99999999999999999999 a\nend 1\n",
        "cenacle-manifest 1\n00000000000000000 1 ../a\nend 1\n", "cenacle-manifest 1\n0000000000000000 1 /a\nend 1\n",
        "cenacle-manifest 1\n0000000000000000 1 .manifest\nend 1\n",
        "cenacle-manifest 1\n0000000000000000 1 a//b\nend 1\n", "cenacle-manifest 1\n0000000000000000  a\nend 1\n",
        "cenacle-manifest 1\n 1 a\nend 1\n", "cenacle-manifest 1\nend \n", "cenacle-manifest 1\nend",
        "cenacle-manifest 1\n\nend 0\n"}) {
    CAPTURE(bad);
    CHECK_FALSE(read_manifest(bad));
  }
}

TEST_CASE("whatever byte is changed, a manifest never names what a build may not make") {
  std::mt19937 random(3);
  for (int i = 0; i < 20'000; ++i) {
    std::string bad(text);
    for (int changes = 0; changes < 3; ++changes) bad[random() % bad.size()] = "./ \n0aendz\x7f"[random() % 11];
    if (const auto read = read_manifest(bad))
      for (const ManifestLine& line : *read) CHECK(is_output_path(line.path));
  }
}

TEST_CASE("the stamps' cache is written and read, beside its manifest only, and only whole") {
  const std::vector<LeftFile> files = {{1, 2, 3}, {LeftFile::unknown, 0, 0xFFFFFFFFFFFFFFFF}};
  const std::string bytes = write_stamp_cache(files, 5);
  CHECK(read_stamp_cache(bytes, 5, 2) == files);
  CHECK_FALSE(read_stamp_cache(bytes, 6, 2));
  CHECK_FALSE(read_stamp_cache(bytes, 5, 1));
  CHECK_FALSE(read_stamp_cache(bytes, 5, 3));
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    CHECK_FALSE(read_stamp_cache(bytes.substr(0, length), 5, 2));
    std::string bad = bytes;
    bad[length] ^= 1;
    CHECK_FALSE(read_stamp_cache(bad, 5, 2));
  }
  CHECK(read_stamp_cache(write_stamp_cache({}, 1), 1, 0) == std::vector<LeftFile>());
}
