// Delimited text (libcsv): rows of fields, each with the line it stands on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cenacle::csv {

struct Row {
  std::uint32_t line = 0;  ///< of the row's first field, from 1
  std::vector<std::string> fields;
};

struct Table {
  char separator = ',';    ///< `;` or `,`, whichever the first line has more of
  std::vector<Row> rows;   ///< blank lines left out; the header is the first
  std::string error;       ///< what libcsv says of a text it cannot read, with `error_line`; empty: none
  std::uint32_t error_line = 0;
};

/// RFC 4180 with the separator guessed; a byte-order mark is skipped; quotes left open are an error.
Table parse(std::string_view text);

/// One line of RFC 4180, CRLF at its end, fields quoted where needed.
std::string line(const std::vector<std::string>& fields, char separator = ',');

}  // namespace cenacle::csv
