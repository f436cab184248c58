// Every key and every word that a file of registration rules may have stands in FORMAT.md: the page is the vocabulary.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "model/registration.h"
#include "rules/registration/book.h"
#include "rules/registration/words.h"

using namespace cenacle;

namespace {

const std::filesystem::path folder = "generator/rules/registration";

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

/// The words of the page that stand as code: between backquotes, and in its examples.
std::set<std::string> words_of_page() {
  std::set<std::string> words;
  bool example = false;
  std::stringstream page(bytes_of(folder / "FORMAT.md"));
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("```")) {
      example = !example;
      continue;
    }
    bool code = example;
    std::string word;
    for (const char c : line + "`") {
      const bool part = code && (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-');
      if (part) word += c;
      if (!part && !word.empty()) words.insert(word), word.clear();
      if (c == '`' && !example) code = !code;
    }
  }
  return words;
}

}  // namespace

TEST_CASE("every key that is read stands in FORMAT.md") {
  const std::regex asked(
      R"re((?:\.(?:text|integer|boolean|texts|id|choice|table|tables|find|word)\(|\b(?:number|chosen|figure|state|states|cited|charter|yes_or_no|path_ids|rate_ids|texts_among|memberships|space_kinds|condition_at|references?<model::Role>|all_listed|refer)\((?:keys|table), )"([a-z_]+)")re");
  std::set<std::string> read;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    if (entry.path().extension() != ".cpp" || !name.starts_with("read")) continue;
    const std::string text = bytes_of(entry.path());
    for (std::sregex_iterator at(text.begin(), text.end(), asked), end; at != end; ++at) read.insert((*at)[1]);
  }
  CHECK(read.size() > 65);
  const std::set<std::string> listed = words_of_page();
  for (const std::string& key : read) {
    CAPTURE(key);
    CHECK(listed.contains(key));
  }
}

TEST_CASE("every word of the closed lists stands in FORMAT.md") {
  const std::set<std::string> listed = words_of_page();
  const auto check = [&](const auto& words) {
    for (const std::string_view word : words) {
      CAPTURE(word);
      CHECK(listed.contains(std::string(word)));
    }
  };
  check(rules::words_of(rules::joins_words));
  check(rules::words_of(rules::unit_words));
  check(rules::words_of(rules::gives_words));
  check(rules::words_of(rules::each_words));
  check(rules::words_of(rules::count_words));
  check(rules::words_of(rules::max_words));
  check(rules::words_of(rules::otherwise_words));
  check(rules::words_of(rules::need_words));
  check(rules::words_of(rules::act_words));
  check(model::state_words());
  check(rules::placeholders);
}

TEST_CASE("the first example of FORMAT.md is a file without a mistake") {
  const std::string page = bytes_of(folder / "FORMAT.md");
  const std::size_t begin = page.find("```toml\n") + 8;
  std::string example = page.substr(begin, page.find("```", begin) - begin);
  example.replace(example.find("\"jardins\""), 9, "\"n\"");
  example.replace(example.find("\"1.2\""), 5, "\"1\"");
  CHECK(ReadBook(example).said() == "");
}
