// A compact image of a tree, so that an unchanged file need not be parsed again.
#include "formats/toml/image.h"

#include <algorithm>

namespace cenacle::toml {

namespace {

void put(std::uint64_t value, std::string* out) {  // LEB128
  while (value >= 0x80) {
    out->push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out->push_back(static_cast<char>(value));
}

bool get(std::string_view* in, std::uint64_t* value) {
  *value = 0;
  for (unsigned shift = 0; shift < 64 && !in->empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(in->front());
    in->remove_prefix(1);
    *value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

void put_text(std::string_view text, std::string* out) {
  put(text.size(), out);
  out->append(text);
}

bool get_text(std::string_view* in, std::string_view* text) {
  std::uint64_t size = 0;
  if (!get(in, &size) || size > in->size()) return false;
  *text = in->substr(0, size);
  in->remove_prefix(size);
  return true;
}

bool get_text(std::string_view* in, std::string* text) {
  std::string_view part;
  if (!get_text(in, &part)) return false;
  text->assign(part);
  return true;
}

void put_spot(const Spot& at, std::string* out) {
  put(at.line, out);
  put(at.column, out);
  put(at.length, out);
}

bool get_spot(std::string_view* in, Spot* at) {
  std::uint64_t line = 0, column = 0, length = 0;
  if (!get(in, &line) || !get(in, &column) || !get(in, &length)) return false;
  *at = {static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(column), static_cast<std::uint32_t>(length)};
  return true;
}

/// Signed numbers as unsigned ones, small ones small.
std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}

std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

bool decode_at(std::string_view* in, Node* node, int depth) {
  std::uint64_t kind = 0, number = 0;
  if (depth > 64 || !get(in, &kind) || kind > static_cast<std::uint64_t>(Kind::table) || !get_spot(in, &node->at))
    return false;
  node->kind = static_cast<Kind>(kind);
  switch (node->kind) {
    case Kind::text:
    case Kind::real:
    case Kind::time:
      return get_text(in, &node->text);
    case Kind::integer:
    case Kind::boolean:
      if (!get(in, &number)) return false;
      node->integer = unzigzag(number);
      return true;
    case Kind::date:
    case Kind::date_time:
    case Kind::offset_date_time:
      if (!get(in, &number)) return false;
      node->when = base::LocalTime(std::chrono::seconds(unzigzag(number)));
      return node->kind == Kind::date || get_text(in, &node->text);
    case Kind::array:
      if (!get(in, &number) || number > in->size()) return false;
      node->items.resize(number);
      for (Node& item : node->items)
        if (!decode_at(in, &item, depth + 1)) return false;
      return true;
    case Kind::table:
      if (!get(in, &number) || number > in->size()) return false;
      node->entries.resize(number);
      for (Entry& entry : node->entries)
        if (!get_text(in, &entry.key) || !get_spot(in, &entry.at) || !decode_at(in, &entry.value, depth + 1))
          return false;
      return true;
  }
  return false;
}

/// Goes by what `decode_at` would take.
bool pass_over(std::string_view* in, int depth) {
  std::uint64_t kind = 0, number = 0;
  std::string_view text;
  Spot at;
  if (depth > 64 || !get(in, &kind) || kind > static_cast<std::uint64_t>(Kind::table) || !get_spot(in, &at)) return false;
  switch (static_cast<Kind>(kind)) {
    case Kind::text:
    case Kind::real:
    case Kind::time:
      return get_text(in, &text);
    case Kind::integer:
    case Kind::boolean:
    case Kind::date:
      return get(in, &number);
    case Kind::date_time:
    case Kind::offset_date_time:
      return get(in, &number) && get_text(in, &text);
    case Kind::array:
      if (!get(in, &number)) return false;
      for (; number > 0; --number)
        if (!pass_over(in, depth + 1)) return false;
      return true;
    case Kind::table:
      if (!get(in, &number)) return false;
      for (; number > 0; --number)
        if (!get_text(in, &text) || !get_spot(in, &at) || !pass_over(in, depth + 1)) return false;
      return true;
  }
  return false;
}

}  // namespace

void encode(const Node& node, std::string* out) {
  put(static_cast<std::uint64_t>(node.kind), out);
  put_spot(node.at, out);
  switch (node.kind) {
    case Kind::text:
    case Kind::real:
    case Kind::time:
      put_text(node.text, out);
      break;
    case Kind::integer:
    case Kind::boolean:
      put(zigzag(node.integer), out);
      break;
    case Kind::date:
    case Kind::date_time:
    case Kind::offset_date_time:
      put(zigzag(node.when.time_since_epoch().count()), out);
      if (node.kind != Kind::date) put_text(node.text, out);
      break;
    case Kind::array:
      put(node.items.size(), out);
      for (const Node& item : node.items) encode(item, out);
      break;
    case Kind::table:
      put(node.entries.size(), out);
      for (const Entry& entry : node.entries) {
        put_text(entry.key, out);
        put_spot(entry.at, out);
        encode(entry.value, out);
      }
      break;
  }
}

bool decode(std::string_view* in, Node* node) { return decode_at(in, node, 0); }

Node decode_entries(std::string_view image, std::span<const std::string_view> keys) {
  Node node;
  std::uint64_t kind = 0, count = 0;
  if (!get(&image, &kind) || kind != static_cast<std::uint64_t>(Kind::table) || !get_spot(&image, &node.at) || !get(&image, &count))
    return {};
  for (; count > 0; --count) {
    std::string_view key;
    Spot at;
    if (!get_text(&image, &key) || !get_spot(&image, &at)) return {};
    const bool wanted = std::find(keys.begin(), keys.end(), key) != keys.end();
    if (wanted) node.entries.push_back({std::string(key), at, {}});
    if (!(wanted ? decode_at(&image, &node.entries.back().value, 1) : pass_over(&image, 1))) return {};
  }
  return node;
}

}  // namespace cenacle::toml
