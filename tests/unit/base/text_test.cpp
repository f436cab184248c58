// base/text: trimming, UTF-8, the nearest name.
#include "base/text.h"

#include <array>
#include <string>

#include <doctest/doctest.h>

using namespace cenacle::base;

TEST_CASE("text: trim and split") {
  CHECK(trim(" \t a b \r\n") == "a b");
  CHECK(trim("  ").empty());
  CHECK(split("a;;b", ';') == std::vector<std::string_view>{"a", "", "b"});
  CHECK(split("", ';') == std::vector<std::string_view>{""});
}

TEST_CASE("text: the first byte that is not UTF-8") {
  struct Row {
    std::string text;
    std::optional<std::size_t> expected;
  };
  const std::string ascii(40, 'a');
  const Row rows[] = {
      {"", std::nullopt},
      {"réunion à 14 h", std::nullopt},
      {ascii + "é" + ascii, std::nullopt},
      {ascii + "\xE9", 40},                // Windows-1252
      {"1234567\xC3", 7},                  // cut short at the end
      {"12345678\xC3(", 8},                // cut short inside
      {"\xC0\xAF", 0},                     // overlong
      {"\xED\xA0\x80", 0},                 // a surrogate
      {"\xF4\x90\x80\x80", 0},             // beyond U+10FFFF
      {"\xF0\x9F\x98\x80", std::nullopt},  // U+1F600
      {"a\x80", 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(first_invalid_utf8(row.text) == row.expected);
  }
}

TEST_CASE("text: code points, there and back") {
  CHECK(code_points("œuvre é") == 7);
  for (const char32_t c : {U'a', U'é', U'\u202F', U'\U0001F600'}) {
    std::string out;
    append_utf8(&out, c);
    std::size_t at = 0;
    CHECK(next_code_point(out, &at) == c);
    CHECK(at == out.size());
  }
}

TEST_CASE("text: the name that was meant") {
  const std::array<std::string_view, 4> names{"title", "summary", "visibility", "draft"};
  CHECK(closest("titel", names) == "title");  // two letters swapped
  CHECK(closest("visiblity", names) == "visibility");
  CHECK(closest("sumary", names) == "summary");
  CHECK_FALSE(closest("bananas", names).has_value());
  CHECK_FALSE(closest(std::string(100, 't'), names).has_value());
}

TEST_CASE("text: a list in a sentence") {
  const std::array<std::string_view, 3> names{"a", "b", "c"};
  CHECK(listing(names) == "a, b or c");
  CHECK(listing(std::span(names).first(1)) == "a");
  CHECK(listing({}).empty());
}

TEST_CASE("text: ids") {
  for (const std::string_view good : {"a", "gt-fiscalite", "2026-10-06-fiscalite"}) CHECK(is_id(good));
  for (const std::string_view bad : {"", "-a", "a-", "Fiscalite", "fiscalité", "a b", "a_b", "../a"})
    CHECK_FALSE(is_id(bad));
}
