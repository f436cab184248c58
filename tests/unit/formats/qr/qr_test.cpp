// What makes a square of modules a QR code. That cameras read it is for tests/calendars, with a decoder of its own.
#include "formats/qr/qr.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace cenacle;

namespace {

/// The finder pattern whose upper left corner is there: a dark ring, a light one, a dark square.
bool has_finder(const qr::Matrix& matrix, int row, int column) {
  for (int r = 0; r < 7; ++r)
    for (int c = 0; c < 7; ++c) {
      const int ring = std::min(std::min(r, 6 - r), std::min(c, 6 - c));
      if (matrix.is_dark(row + r, column + c) != (ring != 1)) return false;
    }
  return true;
}

}  // namespace

TEST_CASE("a code has the size of a version, and its three finder patterns") {
  for (const std::size_t length : {1, 17, 18, 78, 200, 2953}) {
    CAPTURE(length);
    const qr::Matrix matrix = qr::encode(std::string(length, 'a'));
    REQUIRE(matrix.width >= 21);
    CHECK(matrix.width % 4 == 1);
    CHECK(matrix.dark.size() == static_cast<std::size_t>(matrix.width) * static_cast<std::size_t>(matrix.width));
    CHECK(has_finder(matrix, 0, 0));
    CHECK(has_finder(matrix, 0, matrix.width - 7));
    CHECK(has_finder(matrix, matrix.width - 7, 0));
  }
}

TEST_CASE("what fits in a code is taken, and what does not is refused") {
  CHECK(qr::encode(std::string(17, 'a')).width == 21);
  CHECK(qr::encode(std::string(18, 'a')).width == 25);
  CHECK(qr::encode(std::string(2953, 'a')).width == 177);
  CHECK(qr::encode(std::string(2954, 'a')).width == 0);
  CHECK(qr::encode("").width == 0);
  CHECK(qr::encode(std::string_view("a\0b", 3)).width == 21);
}

TEST_CASE("a path has one line for each run of dark modules") {
  CHECK(qr::path_of({3, {true, true, false, false, false, false, true, false, true}}) == "M0 0.5h2M0 2.5h1m1 0h1");
  CHECK(qr::path_of({}).empty());
}
