// Writing JSON (nlohmann-json): values built in order, text escaped, nothing parsed.
#include "formats/json/json.h"

#include <nlohmann/json.hpp>
#include <vector>

namespace cenacle::json {

namespace {

using Value = nlohmann::ordered_json;
using Object = Value::object_t;

std::string dump(const Value& value, int indent) {
  return value.dump(indent, ' ', false, Value::error_handler_t::replace);
}

}  // namespace

struct Writer::State {
  Layout layout = Layout::indented;
  Value root;
  std::vector<Value*>
      open;  ///< containers not ended yet, the outermost first; only the last one grows, so all stay put
  std::string next_key;

  Value* put(Value value) {
    if (open.empty()) return &(root = std::move(value));
    Value& parent = *open.back();
    if (parent.is_array()) return &parent.emplace_back(std::move(value));
    // Not by operator[], which looks for the key among all those before.
    auto& members = static_cast<Object::Container&>(parent.get_ref<Object&>());
    members.emplace_back(std::move(next_key), std::move(value));
    next_key.clear();
    return &members.back().second;
  }
};

Writer::Writer(Layout layout) : state_(std::make_unique<State>()) { state_->layout = layout; }

Writer::~Writer() = default;

Writer& Writer::begin_object() {
  state_->open.push_back(state_->put(Value::object()));
  return *this;
}

Writer& Writer::end_object() {
  if (!state_->open.empty()) state_->open.pop_back();
  return *this;
}

Writer& Writer::begin_array() {
  state_->open.push_back(state_->put(Value::array()));
  return *this;
}

Writer& Writer::end_array() { return end_object(); }

Writer& Writer::key(std::string_view name) {
  state_->next_key = name;
  return *this;
}

Writer& Writer::text(std::string_view value) {
  state_->put(Value(std::string(value)));
  return *this;
}

Writer& Writer::integer(std::int64_t value) {
  state_->put(Value(value));
  return *this;
}

Writer& Writer::boolean(bool value) {
  state_->put(Value(value));
  return *this;
}

Writer& Writer::null() {
  state_->put(Value(nullptr));
  return *this;
}

std::string Writer::take() {
  const bool indented = state_->layout == Layout::indented;
  std::string out = dump(state_->root, indented ? 2 : -1);
  if (indented) out += '\n';
  state_->root = nullptr;
  state_->open.clear();
  return out;
}

std::string quoted(std::string_view text) {
  const std::string plain = dump(Value(std::string(text)), -1);
  std::string out;
  out.reserve(plain.size());
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const std::string_view rest = std::string_view(plain).substr(i, 3);
    if (plain[i] == '<') {
      out += "\\u003c";
    } else if (rest == "\u2028" || rest == "\u2029") {  // line ends to a script older than ECMAScript 2019
      out += rest == "\u2028" ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      out += plain[i];
    }
  }
  return out;
}

}  // namespace cenacle::json
