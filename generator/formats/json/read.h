// Reading JSON (nlohmann-json): a document as a tree of plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cenacle::json {

enum class Kind : std::uint8_t { null, boolean, integer, number, text, array, object };

struct Value {
  Kind kind = Kind::null;
  bool boolean = false;
  std::int64_t integer = 0;  ///< of an `integer`; of a `number`, its whole part
  double number = 0;
  std::string text;
  std::vector<Value> items;        ///< of an array; of an object, the values of its members, in its order
  std::vector<std::string> names;  ///< of an object: theirs

  /// The member of that name; null when there is none, or when this is no object.
  const Value* find(std::string_view name) const;
  /// The member's value when it is of that kind; else an empty text, 0.
  std::string_view text_of(std::string_view name) const;
  std::int64_t integer_of(std::string_view name) const;
};

/// RFC 8259. Nothing for what is not one whole document, is not UTF-8, or nests deeper than 100.
std::optional<Value> parse(std::string_view document);

}  // namespace cenacle::json
