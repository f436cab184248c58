// Writing JSON (nlohmann-json): values built in order, text escaped, nothing parsed.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace cenacle::json {

/// Writes one JSON document in the order of the calls. Inside an object every value is preceded by `key`.
/// Ill-formed UTF-8 is replaced (U+FFFD).
class Writer {
 public:
  enum class Layout { compact, indented };
  explicit Writer(Layout layout = Layout::indented);
  ~Writer();

  Writer& begin_object();
  Writer& end_object();
  Writer& begin_array();
  Writer& end_array();
  Writer& key(std::string_view name);
  Writer& text(std::string_view value);
  Writer& integer(std::int64_t value);
  Writer& boolean(bool value);
  Writer& null();

  /// The document; a final line end when indented.
  std::string take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A JSON string with its quotes, safe inside `<script>` (`<` as \u003c, U+2028 escaped).
std::string quoted(std::string_view text);

}  // namespace cenacle::json
