// The cache: it changes nothing but the time taken, and one that is not whole is as if it were not there.
#include "content/cache.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "content/image.h"
#include "content/sample.h"
#include "content/whole.h"

using namespace cenacle;

namespace {

/// Files with times, that counts what is read.
class StampedFiles final : public base::FileSystem {
 public:
  explicit StampedFiles(const Files& files) : files_(on_disk(files)) {}
  base::Result<std::string> read(std::string_view path) const override {
    ++reads[std::string(path)];
    return files_.read(path);
  }
  base::Result<std::vector<base::FileEntry>> list(std::string_view folder, std::vector<std::string>* not_followed = nullptr) const override {
    auto entries = files_.list(folder, not_followed);
    for (base::FileEntry& entry : *entries) entry.stamp.modified_ns = modified(entry.path);
    return entries;
  }
  std::optional<base::FileStamp> stamp(std::string_view path) const override { return files_.stamp(path); }

  std::int64_t modified(const std::string& path) const {
    const auto at = times.find(path);
    return at == times.end() ? 7 : at->second;
  }
  std::map<std::string, std::int64_t> times;  ///< other than 7, by path without "content/"
  mutable std::map<std::string, int> reads;

 private:
  base::MemoryFileSystem files_;
};

struct Run {
  diag::Diagnostics diagnostics;
  content::Content content;
  std::string said, cache, model;

  Run(const base::FileSystem& files, std::string_view cache_before) {
    content = content::load(files, {now(), 1}, cache_before, diagnostics);
    const content::Links links(content);
    content::check_texts(content, links, 1, diagnostics);
    said = told(diagnostics, {}, true);
    cache = content::save_cache(content);
    content::for_each_page(*content.portal, [&](const model::Page& page) {
      model += page.path + "|" + page.title + "|" + page.summary + "|" + page.address + "|" + page.audience.id + "|" +
               content.sources->body(page.text.source) + "\n";
    });
  }
};

Files with_mistakes() {
  Files files = sample();
  files["cercle/groups/x.md"] = front("title = \"X\"\nodd = 1", "[a](group:y)\n\n#### H\n");
  files["cercle/groups/y.md"] = front("title = «Y»", "Texte.");
  files["cercle/groups/z.md"] = front("title = \"Z\"", "Sans résumé.\n\nSuite.");
  return files;
}

}  // namespace

TEST_CASE("a run with a cache says and makes the same, and reads only what it must") {
  const StampedFiles files(with_mistakes());
  const Run first(files, {});
  CHECK(first.said.find("unknown-key") != std::string::npos);
  files.reads.clear();
  const Run second(files, first.cache);
  CHECK(second.said == first.said);
  CHECK(second.model == first.model);
  CHECK(second.cache == first.cache);
  int reads = 0;
  files.reads.clear();
  diag::Diagnostics none;
  const auto content = content::load(files, {now(), 1}, second.cache, none);
  for (const auto& [path, count] : files.reads) reads += count;
  CHECK(reads == 3);  // what is never kept: bodies.csv, and the file with a mistake of syntax; and the peek at the language
  CHECK(files.reads.contains("content/cercle/bodies.csv"));
  CHECK(files.reads.contains("content/cercle/groups/y.md"));
}

TEST_CASE("a file that has changed is read again") {
  StampedFiles files(sample());
  const Run first(files, {});
  Files changed = sample();
  changed["cercle/groups/accueil.md"] = front("title = \"Groupe Accueils\"", "Accueillir!");
  StampedFiles later(changed);
  later.times["cercle/groups/accueil.md"] = 8;
  CHECK(Run(later, first.cache).model == Run(later, {}).model);
}

TEST_CASE("stamps without a time tell nothing") {
  const base::MemoryFileSystem before = on_disk(sample());
  Files changed = sample();
  changed["cercle/groups/accueil.md"] = front("title = \"Groupe Accueiz\"", "Accueillir.");  // as long as before
  const base::MemoryFileSystem after = on_disk(changed);
  const Run first(before, {});
  CHECK(Run(after, first.cache).model.find("Accueiz") != std::string::npos);
}

TEST_CASE("another language reads all again") {
  Files files = sample();
  files["cercle/pages/x.md"] = front("title = \"X\"", "Oui ?");
  const Run french(StampedFiles(files), {});
  files["portal.toml"].insert(0, "language = \"en\"\n");
  StampedFiles english(files);
  english.times["portal.toml"] = 8;
  CHECK(Run(english, french.cache).model == Run(english, {}).model);
}

TEST_CASE("a cache that is not whole is as if it were not there") {
  const StampedFiles files(with_mistakes());
  const Run whole(files, {});
  const std::string& cache = whole.cache;
  REQUIRE(content::decode_cache(cache));
  for (std::size_t size = 0; size < cache.size(); size += 1 + size / 9) CHECK_FALSE(content::decode_cache(cache.substr(0, size)));
  for (std::size_t at = 0; at < cache.size(); at += 1 + cache.size() / 300) {
    std::string broken = cache;
    broken[at] = static_cast<char>(broken[at] ^ 0x10);
    CHECK_FALSE(content::decode_cache(broken));
  }
  CHECK_FALSE(content::decode_cache(cache + "x"));
  std::string other = cache;
  other[16] = '0';  // another version
  CHECK(Run(files, other).model == whole.model);
}

TEST_CASE("facts are kept whole") {
  markdown::Facts facts;
  facts.links.push_back({"group:x", true, false, false, {1, 2, 3}});
  facts.links.push_back({"https://a.example/", false, true, true, {4, 5, 6}});
  facts.headings.push_back({3, "2.1. Été", "article-2-1", "2.1", {7, 8, 900000}});
  facts.problems.push_back({markdown::ProblemKind::unreadable, {1, 1, 0}});
  const std::string image = content::encode_facts(facts);
  const auto back = content::decode_facts(image);
  REQUIRE(back);
  CHECK(content::encode_facts(*back) == image);
  CHECK(back->links[0].image);
  CHECK_FALSE(back->links[0].has_text);
  CHECK(back->links[1].bare);
  CHECK(back->headings[0].at.length == 900000);
  CHECK(back->headings[0].text == "2.1. Été");
  CHECK(back->problems[0].kind == markdown::ProblemKind::unreadable);
  CHECK_FALSE(content::encode_facts({}).empty());
  for (std::size_t size = 0; size < image.size(); ++size) CHECK_FALSE(content::decode_facts(image.substr(0, size)));
}

TEST_CASE("images of numbers") {
  std::string out;
  content::ImageWriter writer(&out);
  for (const std::uint64_t number : {0ull, 127ull, 128ull, 16384ull, ~0ull}) writer.number(number);
  writer.text("é");
  content::ImageReader reader(out);
  for (const std::uint64_t number : {0ull, 127ull, 128ull, 16384ull, ~0ull}) CHECK(reader.number() == number);
  CHECK(reader.text() == "é");
  CHECK(reader.at_end());
  content::ImageReader endless(std::string_view("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 11));
  CHECK(endless.number() == 0);
  CHECK_FALSE(endless.ok());
  content::ImageReader beyond(std::string_view("\x05"
                                               "ab"));
  CHECK(beyond.text().empty());
  CHECK_FALSE(beyond.ok());
}
