// QR codes (libqrencode): a text as squares, and the squares as the path of an SVG.
#include "formats/qr/qr.h"

#include <qrencode.h>

#include <memory>

namespace cenacle::qr {

namespace {

struct Free {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

constexpr std::size_t longest = 2953;  // bytes of the largest code of level L

}  // namespace

Matrix encode(std::string_view text) {
  if (text.empty() || text.size() > longest) return {};
  const std::unique_ptr<QRcode, Free> code(QRcode_encodeData(
      static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_L));
  if (!code) return {};
  Matrix matrix{code->width, {}};
  const std::size_t modules = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
  matrix.dark.reserve(modules);
  for (std::size_t i = 0; i < modules; ++i) matrix.dark.push_back((code->data[i] & 1) != 0);
  return matrix;
}

std::string path_of(const Matrix& matrix) {
  std::string path;
  for (int row = 0; row < matrix.width; ++row) {
    int pen = -1;  // where the last run of this row ended; -1: there is none yet
    for (int column = 0; column < matrix.width; ++column) {
      if (!matrix.is_dark(row, column)) continue;
      const int from = column;
      while (column < matrix.width && matrix.is_dark(row, column)) ++column;
      path += pen < 0 ? "M" + std::to_string(from) + " " + std::to_string(row) + ".5"
                      : "m" + std::to_string(from - pen) + " 0";
      path += "h" + std::to_string(column - from);
      pen = column;
    }
  }
  return path;
}

}  // namespace cenacle::qr
