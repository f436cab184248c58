// What must be known of every file before any can be loaded: whether it is published, what it is called, where it stands among others.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "content/layout.h"
#include "formats/locale/locale.h"
#include "formats/toml/toml.h"
#include "model/page.h"

namespace cenacle::content {

/// A few keys, taken without a word where they are not as they should be: they are read again, with care, when the file
/// is loaded.
struct Outline {
  bool draft = false;
  std::optional<base::Date> published;
  std::string title;
  std::string id;       ///< of a meeting: `id`; of a charter: `charter`; of minutes: the meeting
  toml::Spot id_at;
  std::int64_t order = 0;
  std::int64_t version = 1;
  base::LocalTime when{};  ///< `start`, `date` or `in_force`
};

Outline outline_of(const toml::Node& front, const FilePlace& place);
/// All that it looks at.
inline constexpr std::array<std::string_view, 11> outline_keys = {
    "draft", "published", "title", "order", "version", "start", "in_force", "date", "id", "charter", "meeting"};

/// Why a file with this outline is not shown on that day, if it is not.
std::optional<model::LeftOut> left_out(const Outline& outline, std::string_view path, base::Date today);

/// Where a thing stands among those of its folder: compared in this order, then by path.
struct Rank {
  std::string first;
  std::int64_t number = 0;
  std::string last;
  friend auto operator<=>(const Rank&, const Rank&) = default;
};

/// That of everything but minutes, whose meeting decides.
Rank rank_of(const Outline& outline, const FilePlace& place, const locale::Locale& language);

}  // namespace cenacle::content
