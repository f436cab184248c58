// The order of a directory: word by word, accents and case last, numbers by value.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace cenacle::locale {

/// Thread-safe: what ICU built is never changed afterwards.
class Order {
 public:
  /// `icu_name` as ICU writes it: "fr_FR".
  explicit Order(const std::string& icu_name);
  ~Order();
  Order(const Order&) = delete;
  Order& operator=(const Order&) = delete;

  int compare(std::string_view a, std::string_view b) const;
  std::string sort_key(std::string_view text) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cenacle::locale
