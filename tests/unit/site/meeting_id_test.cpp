// Ids of new meetings: their form, that they differ, and that they keep clear of the lock.
#include <doctest/doctest.h>

#include <set>

#include "base/text.h"
#include "content/cache.h"
#include "site/new_making.h"

using namespace cenacle;

namespace {

const base::Date october = base::parse_date("2026-10-06").value();

std::string made(std::string_view network, std::string_view owner, std::string_view seed,
                 const std::vector<std::string>& taken = {}) {
  return site::new_meeting_id(network, owner, october, seed, taken);
}

}  // namespace

TEST_CASE("readable, and the same for the same arguments") {
  const std::string id = made("finances", "fiscalite", "a");
  CHECK(id.starts_with("finances-fiscalite-2026-10-06-"));
  CHECK(id.size() == std::string("finances-fiscalite-2026-10-06-").size() + 4);
  CHECK(id == made("finances", "fiscalite", "a"));
  CHECK(made("finances", "", "a").starts_with("finances-2026-10-06-"));
}

TEST_CASE("always an id of 8 to 64 letters") {
  for (const std::size_t length : {1, 20, 47, 48, 49, 60, 300}) {
    const std::string id = made(std::string(length, 'n'), "un-groupe", "a");
    CHECK(base::is_id(id));
    CHECK(id.size() >= 8);
    CHECK(id.size() <= 64);
  }
  CHECK(made("secretaires-de-mairie", "rencontre-communautaire-de-la-plaine", "a")
            .starts_with("secretaires-de-mairie-rencontre-communautaire-de-2026-10-06-"));
}

TEST_CASE("two meetings of one day differ, and none takes an id that is taken") {
  std::set<std::string> ids;
  for (int i = 0; i < 200; ++i) ids.insert(made("n", "g", std::to_string(i)));
  CHECK(ids.size() == 200);
  const std::string first = made("n", "g", "a"), second = made("n", "g", "a", {first});
  CHECK(second != first);
  CHECK(made("n", "g", "a", {first, second}) != first);
  CHECK(made("n", "g", "a", {first, second}) != second);
}

TEST_CASE("whatever the lock holds that could be an id is taken") {
  base::MemoryFileSystem files;
  files.write("content/portal.toml", "");
  files.write("content/n/meetings/a.md", "+++\nid = \"n-g-2026-10-06-aaaa\"\ndraft = true\n+++\n");
  files.write("content/n/groups/a.md", "+++\nid = \"not-a-meeting\"\n+++\n");
  diag::Diagnostics diagnostics;
  content::Sources sources(files, files.list("content").value(), true);
  sources.read(content::Cache(), 1, diagnostics);
  const auto ids = site::meeting_ids_in(sources, "[[entry]]\nid = \"n-g-2026-10-06-bbbb\"\nshort\nn-g-2026-10-06-cccc");
  const std::set<std::string> all(ids.begin(), ids.end());
  CHECK(all.contains("n-g-2026-10-06-aaaa"));
  CHECK(all.contains("n-g-2026-10-06-bbbb"));
  CHECK(all.contains("n-g-2026-10-06-cccc"));
  CHECK(!all.contains("short"));
  CHECK(!all.contains("not-a-meeting"));
}
