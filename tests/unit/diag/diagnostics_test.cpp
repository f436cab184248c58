// Where a stretch of text is, and how diagnostics are gathered: in one order, each once, whatever the threads.
#include "diag/diagnostics.h"

#include <doctest/doctest.h>

#include <string>

#include "base/worker_pool.h"
#include "diag/codes.h"

using namespace cenacle;

TEST_CASE("places in a text") {
  struct Row {
    const char* name;
    const char* text;
    std::size_t offset, length;
    std::uint32_t first_line;
    diag::Place place;
  };
  const Row rows[] = {
      {"start", "abc", 0, 2, 1, {"f", 1, 1, 2}},
      {"columns are characters", "été = 1\n", 8, 1, 1, {"f", 1, 7, 1}},
      {"second line", "a\nbcd", 3, 2, 1, {"f", 2, 2, 2}},
      {"cut at the end of the line", "ab\ncd", 1, 4, 1, {"f", 1, 2, 1}},
      {"cut before a Windows line end", "ab\r\ncd", 0, 9, 1, {"f", 1, 1, 2}},
      {"a text that begins later", "x\ny", 2, 1, 10, {"f", 11, 1, 1}},
      {"past the end", "ab", 99, 9, 1, {"f", 1, 3, 0}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(diag::place_in("f", row.text, row.offset, row.length, row.first_line) == row.place);
  }
}

TEST_CASE("sorted by place, code and words; repeats dropped") {
  diag::Diagnostics diagnostics;
  diagnostics.add(diag::code::unknown_key, {"b", 1, 1, 1}, "x");
  diagnostics.add(diag::code::unknown_key, {"a", 10, 1, 1}, "x");
  diagnostics.add(diag::code::unknown_key, {"a", 2, 5, 1}, "x");
  diagnostics.add(diag::code::rhythm, {"a", 2, 5, 1}, "x");
  diagnostics.add(diag::code::unknown_key, {"a", 2, 5, 1}, "x");
  std::string order;
  for (const auto& d : diagnostics.sorted())
    order += d.place.path + std::to_string(d.place.line) + std::string(d.code.name) + " ";
  CHECK(order == "a2rhythm a2unknown-key a10unknown-key b1unknown-key ");
  CHECK(diagnostics.errors() == 3);
  CHECK(diagnostics.warnings() == 1);
}

TEST_CASE("the same from any number of threads") {
  std::string first;
  for (const unsigned jobs : {1U, 2U, 7U}) {
    diag::Diagnostics diagnostics;
    base::for_each_index(200, jobs, 3, [&](std::size_t i, unsigned) {
      diagnostics.add(diag::code::bad_value, {"f", static_cast<std::uint32_t>(i % 50), 1, 1}, "v" + std::to_string(i));
    });
    std::string all;
    for (const auto& d : diagnostics.sorted()) all += d.summary + " ";
    if (first.empty()) first = all;
    CHECK(all == first);
    CHECK(diagnostics.errors() == 200);
  }
}
