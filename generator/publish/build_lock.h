// One build at a time in a portal's folder.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "base/result.h"
#include "publish/descriptor.h"

namespace cenacle::publish {

/// Held until destroyed, or until its program ends in whatever way: the system then lets go of it (flock).
class BuildLock {
 public:
  BuildLock() = default;
  /// Takes `build.lock` in the open folder `state`, which messages call `shown`. Waits for at most `wait`, then `busy`,
  /// with the number of the process that holds it.
  static base::Result<BuildLock> take(int state, const std::string& shown, std::chrono::milliseconds wait);

  /// The time at which it was taken, by the clock of the file system that holds it.
  std::int64_t taken_ns() const { return taken_ns_; }

 private:
  Descriptor file_;
  std::int64_t taken_ns_ = 0;
};

}  // namespace cenacle::publish
