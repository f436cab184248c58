// Facts kept without their texts: names are numbered once, and a fact is some ninety bytes, so that a million of them
// fit beside everything else.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/registration.h"

namespace cenacle::workflow {

/// Texts, each once, by number. 0 is the empty one.
class Names {
 public:
  Names() { number(""); }
  std::uint32_t number(std::string_view text);
  /// Nothing for a text that was never numbered.
  std::optional<std::uint32_t> find(std::string_view text) const;
  const std::string& text(std::uint32_t number) const { return texts_[number]; }

 private:
  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

/// What there is of a fact besides its texts. `said`, `detail` and `digest` are left out.
struct Kept {
  std::int64_t seq = 0, at = 0, number = 0, limit = 0, until = 0;
  std::int32_t day = 0;
  std::uint32_t network = 0, person = 0, other = 0, body = 0, object = 0, path = 0, value = 0, cause = 0;
  std::uint32_t registration = 0;
  model::FactKind kind = model::FactKind::requested;
  bool has_day = false, has_until = false;
};

/// Keeps facts, and finds those of a registration, and those of one kind about something
/// (rules/registration/records.h).
class KeptFacts {
 public:
  /// Of a registration, and of the kinds that `about` is asked for; others need not come here.
  void keep(const model::Fact& fact, Names* names);
  std::vector<model::Fact> of_registration(std::int64_t registration, const Names& names) const;
  std::vector<model::Fact> about(model::FactKind kind, std::string_view network, std::string_view body,
                                 std::string_view object, const Names& names) const;

 private:
  using Places = std::vector<std::uint32_t>;
  void find_again(const Kept& kept, std::uint32_t place);

  std::vector<Kept> facts_;
  std::unordered_map<std::uint32_t, Places> by_registration_;
  std::unordered_map<std::uint64_t, Places> by_network_, by_body_, by_object_;  ///< and by kind
};

}  // namespace cenacle::workflow
