// One file of a person's tree that a build keeps up to date, replaced in one step.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace cenacle::publish {

/// Gives the file `path`, below the folder `root`, these bytes: at any moment, power failures included, it has the old
/// ones or the new ones. Its folder is there. What a killed program left beside it begins with a dot, and is replaced
/// by the next.
base::Outcome replace_file(const std::string& root, std::string_view path, std::string_view bytes);

}  // namespace cenacle::publish
