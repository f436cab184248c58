// Every kind of mistake has a page, and every page a kind of mistake.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

#include "base/text.h"
#include "diag/codes.h"

using namespace cenacle;

TEST_CASE("every code has a page that says something") {
  for (const diag::Code& code : diag::all_codes()) {
    const std::string_view page = diag::explanation(code.name);
    CAPTURE(code.name);
    CHECK(page.starts_with("# " + std::string(code.name) + "\n\n"));
    CHECK(base::split(page, '\n').size() >= 8);
    CHECK(base::split(page, '\n').size() <= 40);
    CHECK(page.ends_with("\n"));
    CHECK_FALSE(base::first_invalid_utf8(page));
  }
  CHECK(diag::explanation("") == "");
  CHECK(diag::explanation("no-such-code") == "");
}

TEST_CASE("every page is of a code") {
  std::set<std::string, std::less<>> codes;
  for (const diag::Code& code : diag::all_codes()) codes.emplace(code.name);
  std::size_t pages = 0;
  for (const auto& entry : std::filesystem::directory_iterator("generator/diag/pages")) {
    CAPTURE(entry.path().string());
    CHECK(entry.path().extension() == ".md");
    CHECK(codes.contains(entry.path().stem().string()));
    ++pages;
  }
  CHECK(pages == codes.size());
}

TEST_CASE("names of codes: each once, words with hyphens, found in the pages' own list") {
  std::set<std::string_view> seen;
  for (const diag::Code& code : diag::all_codes()) {
    CHECK(base::is_id(code.name));
    CHECK(seen.insert(code.name).second);
  }
  CHECK(seen.size() >= 60);
}
