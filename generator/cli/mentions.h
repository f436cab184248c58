// Where somebody's name stands in files: what a person wrote in prose, no command may take out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"
#include "model/person.h"

namespace cenacle::cli {

struct Mention {
  std::string path;
  std::uint32_t line = 0;
};

/// Lines of the text files below `folder` that have her address, her name (either half first) or her family name after
/// a title ("Mme", "M."), in any case. By path and line.
std::vector<Mention> find_mentions(const base::FileSystem& files, std::string_view folder, const model::Person& person);

}  // namespace cenacle::cli
