// What must be known of the portal before it is loaded: its language and its day, from portal.toml alone.
#pragma once

#include <string>

#include "base/file_system.h"

namespace cenacle::content {

/// As far as portal.toml can be read; otherwise the defaults of model::Portal.
struct Peek {
  std::string language;
  std::string time_zone;
};

Peek peek(const base::FileSystem& files);

}  // namespace cenacle::content
