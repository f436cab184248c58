// What a build leaves in .cenacle/cache for the next: parsed content. It may be deleted at any time.
#pragma once

#include <string>
#include <string_view>

#include "cli/context.h"

namespace cenacle::cli {

class BuildCache {
 public:
  explicit BuildCache(const Context& context);
  /// What `content::save_cache` gave to the same program, or empty.
  std::string_view content() const;
  /// A failure to write is no mistake: the next build takes longer.
  void save(const std::string& content);

 private:
  std::string path_;
  std::string identity_;
  std::string bytes_;
};

}  // namespace cenacle::cli
