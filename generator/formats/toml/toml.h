// TOML (toml++) as a tree of values that know where they stand, with the mistakes people really make named.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "diag/diagnostics.h"

namespace cenacle::toml {

enum class Kind : std::uint8_t { text, integer, real, boolean, date, date_time, offset_date_time, time, array, table };

/// "a text", "an integer"…, for messages.
std::string_view name_of(Kind kind);

/// Where a key or a value stands in its file: line and column from 1, in code points.
struct Spot {
  std::uint32_t line = 0, column = 0, length = 0;
};

struct Entry;

/// A value. Which members mean something follows from `kind`.
struct Node {
  Kind kind = Kind::table;
  Spot at;
  std::string text;             ///< text; for `real`, `offset_date_time` and `time`: as written
  std::int64_t integer = 0;     ///< integer, boolean
  base::LocalTime when{};       ///< date (at midnight), date_time
  std::vector<Node> items;      ///< array
  std::vector<Entry> entries;   ///< table, in the order of the file

  /// The value of `key`, or null.
  const Node* find(std::string_view key) const;
};

struct Entry {
  std::string key;
  Spot at;
  Node value;
};

/// Reads `text`, whose first line is line `first_line` of the file `path`. Every line that cannot be read is reported
/// (codes of TOML, diag/codes.h) and left out, and the reading goes on: the tree holds the rest. `moment_keys` are keys
/// whose values are days with an hour, so that such a one is proposed in the place of what cannot be read.
Node parse(std::string_view text, std::string_view path, std::uint32_t first_line, diag::Diagnostics& diagnostics,
           std::span<const std::string_view> moment_keys = {});

/// A compact image of a tree, and back. `decode` of anything but an image of the same program gives false.
void encode(const Node& node, std::string* out);
bool decode(std::string_view* in, Node* node);

}  // namespace cenacle::toml
