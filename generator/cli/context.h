// What every verb is given: where the portal is, what time it is, how to speak.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/file_system.h"
#include "base/result.h"
#include "base/time.h"
#include "base/worker_pool.h"
#include "diag/diagnostics.h"

namespace cenacle::cli {

enum class Format { text, json, gitlab, github };

/// Exit codes, as sysexits.h names the last two.
enum Exit : int { done = 0, mistakes = 1, usage = 2, disk_failure = 74, retry = 75 };

struct Context {
  std::string folder = ".";  ///< the portal's root (-C)
  base::Instant now{};
  Format format = Format::text;
  unsigned jobs = base::default_jobs();
  bool locked = false;  ///< build: calendar.lock may not change
};

/// The portal's files, completed by what comes with the program (themes, public holidays).
class PortalFiles {
 public:
  static base::Result<std::unique_ptr<PortalFiles>> open(const Context& context);
  const base::FileSystem& files() const { return *whole_; }
  /// The folder of what comes with the program: $CENACLE_DATA, beside an installed binary, or the source tree above a
  /// built one. Empty when there is none.
  static std::string shared_folder();
  /// What is looked for there when the portal does not have it.
  static std::vector<std::string> shared_parts() { return {"themes", "workflows/public-holidays.toml"}; }

 private:
  std::unique_ptr<const base::FileSystem> own_, shared_, whole_;
};

/// Shows diagnostics in the context's format, text on standard error, the others on standard output. `mistakes` when
/// there is an error, else `done`.
int report(const Context& context, const diag::Diagnostics& diagnostics, const base::FileSystem& files);

/// Says why the world failed, on standard error, and gives the exit code.
int fail(const base::Failure& failure);

/// Ends the process with `code` once all that was printed has left; nothing is destroyed.
[[noreturn]] void leave(int code);

/// What tells this program from another build of it, for caches.
std::uint64_t program_identity();

}  // namespace cenacle::cli
