// A few keys out of the image of a tree, for those who look at every file and need little of each.
#pragma once

#include <span>
#include <string_view>

#include "formats/toml/toml.h"

namespace cenacle::toml {

/// The table that `image` is of, with no other entries than those of `keys`: what is passed over is not built. An empty
/// one when the image is not whole.
Node decode_entries(std::string_view image, std::span<const std::string_view> keys);

}  // namespace cenacle::toml
