// Every key that the loader reads stands in FORMAT.md, between backquotes: the page is the format.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>

namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

/// `pattern`'s first group, wherever it stands.
void collect(const std::string& text, const std::regex& pattern, std::set<std::string>* found) {
  for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) found->insert((*at)[1]);
}

}  // namespace

TEST_CASE("every key that is read stands in FORMAT.md") {
  const std::filesystem::path folder = "generator/content";
  REQUIRE(std::filesystem::exists(folder / "FORMAT.md"));
  std::set<std::string> read, listed;
  const std::regex asked(
      R"re((?:\.(?:text|integer|boolean|date|moment|texts|id|mail|secure_address|web_address|month_day|choice|table|tables|find|word)\(|\b(?:reference|references)<model::\w+>\(\w+, |\b(?:refer|refer_all|owner|listed|all_listed|citation|when|day_or_moment|folder_address|fill)\(\w+, )"([a-z_]+)")re");
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".cpp") collect(bytes_of(entry.path()), asked, &read);
  const std::string page = bytes_of(folder / "FORMAT.md");
  collect(page, std::regex(R"re(`\[*(?:[a-z_]+\.)?([a-z_]+)\]*`)re"), &listed);
  collect(page, std::regex(R"re([{,] ([a-z_]+)(?=[,} ]))re"), &listed);  // `{ article, text }`
  CHECK(read.size() > 90);
  for (const std::string& key : read) {
    CAPTURE(key);
    CHECK(listed.contains(key));
  }
}
