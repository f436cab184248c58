// Reading JSON (nlohmann-json): a document as a tree of plain values.
#include "formats/json/read.h"

#include <nlohmann/json.hpp>

namespace cenacle::json {

namespace {

constexpr std::size_t deepest = 100;

/// Builds the tree as the parser meets its parts. What it refuses ends the parsing.
class Builder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Builder(Value* root) : root_(root) {}

  bool null() override { return put({}) != nullptr; }
  bool boolean(bool value) override {
    Value it;
    it.kind = Kind::boolean, it.boolean = value;
    return put(std::move(it)) != nullptr;
  }
  bool number_integer(number_integer_t value) override { return put_integer(value); }
  bool number_unsigned(number_unsigned_t value) override {
    return value <= INT64_MAX ? put_integer(static_cast<std::int64_t>(value))
                              : number_float(static_cast<double>(value), {});
  }
  bool number_float(number_float_t value, const string_t&) override {
    constexpr double whole = 9e18;
    Value it;
    it.kind = Kind::number, it.number = value;
    it.integer = value > -whole && value < whole ? static_cast<std::int64_t>(value) : 0;
    return put(std::move(it)) != nullptr;
  }
  bool string(string_t& value) override {
    Value it;
    it.kind = Kind::text, it.text = std::move(value);
    return put(std::move(it)) != nullptr;
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Kind::object); }
  bool start_array(std::size_t) override { return open(Kind::array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    key_ = std::move(name);
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

 private:
  Value* put(Value value) {
    if (open_.empty()) return &(*root_ = std::move(value));
    Value& parent = *open_.back();
    if (parent.kind == Kind::object) parent.names.push_back(std::move(key_));
    return &parent.items.emplace_back(std::move(value));
  }
  bool put_integer(std::int64_t value) {
    Value it;
    it.kind = Kind::integer, it.integer = value, it.number = static_cast<double>(value);
    return put(std::move(it)) != nullptr;
  }
  bool open(Kind kind) {
    if (open_.size() == deepest) return false;
    Value it;
    it.kind = kind;
    open_.push_back(put(std::move(it)));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  Value* root_;
  std::vector<Value*> open_;  ///< containers not ended yet; only the last one grows, so all stay put
  std::string key_;
};

}  // namespace

const Value* Value::find(std::string_view name) const {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return &items[i];
  return nullptr;
}

std::string_view Value::text_of(std::string_view name) const {
  const Value* const value = find(name);
  return value != nullptr && value->kind == Kind::text ? std::string_view(value->text) : std::string_view();
}

std::int64_t Value::integer_of(std::string_view name) const {
  const Value* const value = find(name);
  return value != nullptr && value->kind == Kind::integer ? value->integer : 0;
}

std::optional<Value> parse(std::string_view document) {
  Value root;
  Builder builder(&root);
  if (!nlohmann::json::sax_parse(document.begin(), document.end(), &builder)) return std::nullopt;
  return root;
}

}  // namespace cenacle::json
