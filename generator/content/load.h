// content/ → model: reads every file, reports every mistake, links neighbours.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"
#include "base/time.h"
#include "content/names.h"
#include "content/sources.h"
#include "diag/diagnostics.h"
#include "formats/locale/locale.h"
#include "model/portal.h"

namespace cenacle::content {

struct LoadOptions {
  base::Instant now{};
  unsigned jobs = 1;
  std::optional<std::vector<base::FileEntry>> listing = {};  ///< of content/, when the caller has it already
};

struct Content {
  std::unique_ptr<model::Portal> portal;  ///< null when portal.toml cannot be read
  std::unique_ptr<Sources> sources;
  std::unique_ptr<const locale::Locale> language;  ///< the portal's
  std::unique_ptr<const Names> names;              ///< what its references and links may name
};

/// Loads everything below content/. `cache` is what `save_cache` gave for an earlier run of the same program, or empty;
/// it changes nothing but the time taken, and must live as long as the content. Drafts and what is not yet published are left out (Portal::left_out).
Content load(const base::FileSystem& files, LoadOptions options, std::string_view cache, diag::Diagnostics& diagnostics);

/// The day of `now` in the portal's zone, read from portal.toml alone; a portal that cannot be read lives in the default zone.
base::Date today(const base::FileSystem& files, base::Instant now);

/// Nothing may be more open than what it belongs to: restricted-link. For content without mistakes of its own.
void check_openness(const Content& content, diag::Diagnostics& diagnostics);

/// What the next `load` can use: trees and facts by path and stamp.
std::string save_cache(const Content& content);

/// Whether writing the cache again is worth it: reading a few files once more costs less than writing what is known of all.
bool cache_is_behind(const Content& content);

}  // namespace cenacle::content
