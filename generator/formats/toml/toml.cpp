// Names and look-ups of TOML values.
#include "formats/toml/toml.h"

namespace cenacle::toml {

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::text:
      return "a text";
    case Kind::integer:
      return "an integer";
    case Kind::real:
      return "a decimal number";
    case Kind::boolean:
      return "a boolean";
    case Kind::date:
      return "a date";
    case Kind::date_time:
      return "a date and time";
    case Kind::offset_date_time:
      return "a date and time with an offset";
    case Kind::time:
      return "a time without a date";
    case Kind::array:
      return "a list";
    case Kind::table:
      return "a table";
  }
  return "";
}

const Node* Node::find(std::string_view key) const {
  for (const Entry& entry : entries)
    if (entry.key == key) return &entry.value;
  return nullptr;
}

}  // namespace cenacle::toml
