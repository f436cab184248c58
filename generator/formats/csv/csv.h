// Delimited text (libcsv): rows of fields, each with the place it stands at.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cenacle::csv {

/// Where a field stands, its quotes included: line and column from 1, column and length in code points. A field over
/// several lines is cut at the end of its first; an empty one has length 0.
struct Stretch {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 0;
  friend bool operator==(const Stretch&, const Stretch&) = default;
};

struct Row {
  std::uint32_t line = 0;           ///< of the row's first field, from 1
  std::vector<std::string> fields;  ///< quotes taken off; white space around what is not quoted left out
  std::vector<Stretch> places;      ///< one for each field
};

struct Table {
  char separator = ',';   ///< of those asked for, the one that the first line has most of outside quotes
  std::vector<Row> rows;  ///< blank lines left out; the header is the first
  std::string error;      ///< why the rest cannot be read, the rows before it are kept; empty: all was read
  std::uint32_t error_line = 0;
  std::uint32_t error_column = 0;  ///< of the field
};

/// RFC 4180 with the separator guessed among `separators`, and any line ends; a byte-order mark is skipped; quotes left
/// open, or in the middle of a field and not doubled, are an error.
Table parse(std::string_view text, std::string_view separators = ",;");

/// One line of RFC 4180, CRLF at its end, fields quoted where needed. `parse` reads it back the same.
std::string line(const std::vector<std::string>& fields, char separator = ',');

}  // namespace cenacle::csv
