// Everything that a reference may name, by kind, network and id.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "content/layout.h"
#include "model/portal.h"

namespace cenacle::content {

/// Kinds of things that have a scheme of their own (`group:`), in the order of FORMAT.md.
enum class Named : std::uint8_t {
  group,
  workshop,
  charter,
  body,
  role,
  meeting,
  minutes,
  document,
  contribution,
  sheet,
  space,
  news,
  page,
  survey,
  network
};
inline constexpr std::array<std::string_view, 15> named_words = {
    "group", "workshop", "charter", "body", "role", "meeting", "minutes", "document", "contribution", "sheet", "space", "news",
    "page", "survey", "network"};
constexpr std::string_view word_of(Named kind) { return named_words[static_cast<std::size_t>(kind)]; }
/// "a group", "minutes"…
std::string_view with_article(Named kind);

/// A reference taken apart: `charter:NETWORK/ID#2.1`. The views are parts of the text.
struct Reference {
  std::optional<Named> kind;  ///< none: no scheme, or one that is not known
  std::string_view scheme, network, id, article;
};
Reference parse_reference(std::string_view text);

/// The thing that a name leads to. A charter's is its current version.
struct Found {
  const void* thing = nullptr;
  const model::Page* page = nullptr;  ///< of bodies and roles: none
  explicit operator bool() const { return thing != nullptr; }
};

/// Built when all things have their ids; keeps references to the portal. Read from any thread.
class Names {
 public:
  explicit Names(const model::Portal& portal);

  Found find(Named kind, std::string_view network, std::string_view id) const;
  /// Ids of one kind in a network, in the order of the alphabet.
  std::vector<std::string_view> ids(Named kind, std::string_view network) const;
  /// Networks other than `network` that have such a thing.
  std::vector<std::string_view> networks_with(Named kind, std::string_view id, std::string_view network) const;
  /// Why the file that the reference would name is not there, when it is left out.
  const model::LeftOut* left_out(Named kind, std::string_view network, std::string_view id) const;

  /// "there is no group `x` in `finances`".
  std::string missing(Named kind, std::string_view network, std::string_view id) const;

  /// Where a list could not be read whole, nothing is said of names that are not in it. `Named::network`: all that
  /// network.md lists.
  void distrust(Named kind, std::string_view network) { doubtful_.emplace(kind, network); }
  bool is_doubtful(Named kind, std::string_view network) const { return doubtful_.contains({kind, network}); }

  const model::Page* page_at(std::string_view path) const;
  const model::LeftOut* left_out(std::string_view path) const;

 private:
  using Entries = std::array<std::unordered_map<std::string_view, Found>, named_words.size()>;

  void add_network(const model::Network& network);
  template <class Things>
  void add(Named kind, std::string_view network, const Things& things);
  void add_path(const model::Page& page) { paths_.emplace(page.path, &page); }

  const model::Portal& portal_;
  std::unordered_map<std::string_view, Entries> networks_;
  std::unordered_map<std::string_view, const model::Page*> paths_;
  std::unordered_map<std::string_view, const model::LeftOut*> left_out_;
  std::set<std::pair<Named, std::string_view>> doubtful_;
};

}  // namespace cenacle::content
