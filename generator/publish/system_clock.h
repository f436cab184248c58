// The machine's clock.
#pragma once

#include <chrono>

#include "base/time.h"

namespace cenacle::publish {

/// The time of now, to the second.
class SystemClock final : public base::Clock {
 public:
  base::Instant now() const override {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  }
};

}  // namespace cenacle::publish
