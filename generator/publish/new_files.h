// Files that were not there before, written into a portal's sources: all of them or none, and never over anything.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "publish/disk_operations.h"

namespace cenacle::publish {

struct BornFile {
  std::string path;  ///< below the folder that is written into
  std::string_view bytes;
};

/// Writes the files below `root`, with the folders that they need. Each appears whole or not at all; after a failure
/// none is left, nor a folder that was made for one.
base::Outcome write_new_files(DiskOperations& disk, const std::string& root, const std::vector<BornFile>& files);

/// Makes the folder `path` with these files, which appears with all that it holds. One that is there already holds
/// nothing but what Git keeps in it: it gets the files, `content/` last.
base::Outcome make_new_folder(DiskOperations& disk, const std::string& path, const std::vector<BornFile>& files);

/// Whether a folder of that name could be made: it is not there, or holds nothing (`.git` aside).
bool is_free_for_folder(const std::string& path);

}  // namespace cenacle::publish
