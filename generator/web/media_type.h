// What a browser or a calendar client is told that a file is.
#pragma once

#include <string_view>

namespace cenacle::web {

/// The media type of a file by the ending of its name, with `charset=utf-8` for texts; "application/octet-stream" for
/// what has none of the endings that a portal holds.
std::string_view media_type(std::string_view path);

}  // namespace cenacle::web
