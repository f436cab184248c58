// Which pages a build may leave as they are, because nothing but other pages' texts has changed.
#include "site/text_record.h"

#include <doctest/doctest.h>

#include <functional>

#include "base/file_system.h"
#include "content/cache.h"

using namespace cenacle;
using namespace cenacle::site;

namespace {

constexpr std::string_view group = "content/a/groups/g.md";

std::map<std::string, std::string, std::less<>> files() {
  return {{"content/portal.toml", "title = \"Portail\"\n"},
          {"content/a/network.md", "+++\ntitle = \"A\"\nsummary = \"s\"\n+++\nTexte.\n"},
          {std::string(group), "+++\ntitle = \"G\"\nsummary = \"s\"\n+++\nTexte.\n"},
          {"content/a/groups/h.md", "+++\ntitle = \"H\"\n+++\nDébut.\n\nSuite.\n"},
          {"content/a/pages/p.md", "+++\ntitle = \"P\"\nsummary = \"s\"\n+++\n## Titre\n"},
          {"content/a/files/f.pdf", "pdf"}};
}

/// What `files` hold, read.
struct Read {
  base::MemoryFileSystem disk;
  content::Sources sources;
  explicit Read(std::map<std::string, std::string, std::less<>> files)
      : disk(std::move(files)), sources(disk, disk.list("content").value(), true) {
    diag::Diagnostics diagnostics;
    sources.read(content::Cache(), 1, diagnostics);
    REQUIRE(diagnostics.errors() == 0);
  }
};

TextRecord record_of(const content::Sources& sources) {
  TextRecord record{1, model_digest(sources), {}, {}, {}};
  for (std::size_t i = 0; i < sources.size(); ++i) record.texts.push_back(sources[i].body_hash);
  return record;
}

/// The paths of the texts that an edit has changed, or "everything".
std::string changed_by(const std::function<void(std::map<std::string, std::string, std::less<>>&)>& edit) {
  const Read before(files());
  auto edited = files();
  edit(edited);
  const Read after(std::move(edited));
  const auto changed = changed_texts(after.sources, model_digest(after.sources), record_of(before.sources));
  if (!changed) return "everything";
  std::string paths;
  for (std::size_t i = 0; i < changed->size(); ++i)
    if ((*changed)[i]) paths += after.sources[i].path + " ";
  return paths;
}

}  // namespace

TEST_CASE("a text that changes concerns the pages that show it") {
  CHECK(changed_by([](auto&) {}).empty());
  CHECK(changed_by([](auto& all) { all[std::string(group)] += "Une phrase de plus.\n"; }) == std::string(group) + " ");
  CHECK(changed_by([](auto& all) { all["content/a/groups/h.md"] += "Une phrase de plus.\n"; }) == "content/a/groups/h.md ");
}

TEST_CASE("anything else concerns every page") {
  CHECK(changed_by([](auto& all) { all[std::string(group)] = "+++\ntitle = \"Autre\"\nsummary = \"s\"\n+++\nTexte.\n"; }) == "everything");
  CHECK(changed_by([](auto& all) { all["content/a/groups/h.md"] = "+++\ntitle = \"H\"\n+++\nAutre début.\n"; }) == "everything");
  CHECK(changed_by([](auto& all) { all[std::string(group)] = "+++\ntitle = \"G\"\nsummary = \"s\"\n+++\n"; }) == "everything");
  CHECK(changed_by([](auto& all) { all["content/a/pages/p.md"] += "## Autre titre\n"; }) == "everything");
  CHECK(changed_by([](auto& all) { all["content/a/groups/new.md"] = all[std::string(group)]; }) == "everything");
  CHECK(changed_by([](auto& all) { all.erase(std::string(group)); }) == "everything");
  CHECK(changed_by([](auto& all) { all["content/a/files/f.pdf"] = "longer"; }) == "everything");
}

TEST_CASE("a record comes back as it was, or not at all") {
  const TextRecord record{7,
                          1ull << 63,
                          {0, 1, ~0ull},
                          {{"site", "content/a/files/f.pdf", 2}},
                          {{0, 2}, {{1, 0}, {2, 1}}, {{2, "content/a/files/f.pdf"}}}};
  const std::string image = encode(record);
  const auto back = decode(image);
  REQUIRE(back);
  CHECK(back->output == record.output);
  CHECK(back->model == record.model);
  CHECK(back->texts == record.texts);
  CHECK(back->files == record.files);
  CHECK(back->findings == record.findings);
  for (std::size_t size = 0; size < image.size(); ++size) CHECK_FALSE(decode(std::string_view(image).substr(0, size)));
  CHECK_FALSE(decode(image + "x"));
}

TEST_CASE("a record that speaks of a source that it does not know is none") {
  const std::vector<std::uint64_t> two_texts{5, 6};
  CHECK(decode(encode({1, 2, two_texts, {{"site", "f", 1}}, {{1}, {{1, 1}}, {{1, "f"}}}})));
  CHECK_FALSE(decode(encode({1, 2, two_texts, {{"site", "f", 2}}, {}})));
  CHECK_FALSE(decode(encode({1, 2, two_texts, {}, {{2}, {}, {}}})));
  CHECK_FALSE(decode(encode({1, 2, two_texts, {}, {{}, {{2, 0}}, {}}})));
  CHECK_FALSE(decode(encode({1, 2, two_texts, {}, {{}, {{0, 2}}, {}}})));
  CHECK_FALSE(decode(encode({1, 2, two_texts, {}, {{}, {}, {{2, "f"}}}})));
}
