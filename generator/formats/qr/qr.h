// QR codes (libqrencode): a text as squares, and the squares as the path of an SVG.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cenacle::qr {

/// A square of modules without its quiet zone. Of width 0: the text is empty, or too long for a code (2,953 bytes).
struct Matrix {
  int width = 0;
  std::vector<bool> dark;  ///< row by row
  bool is_dark(int row, int column) const { return dark[static_cast<std::size_t>(row * width + column)]; }
};

/// The smallest code of these bytes that stands the loss of 7 % of its modules (ISO/IEC 18004, level L): read from a
/// screen, and small in the page. Thread-safe.
Matrix encode(std::string_view text);

/// What an SVG `<path>` draws with a stroke of width 1: one line for each run of dark modules, a module a unit, the
/// upper left corner at 0, 0.
std::string path_of(const Matrix& matrix);

}  // namespace cenacle::qr
