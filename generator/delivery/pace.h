// How fast mails may leave, all together and to one domain: relays that are hurried shut the door.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>

namespace cenacle::delivery {

/// Mails a minute; 0: no limit.
struct Limits {
  int per_minute = 0, domain_per_minute = 0;
};

class Pace {
 public:
  using Time = std::chrono::steady_clock::time_point;
  explicit Pace(Limits limits) : limits_(limits) {}

  /// When a mail to this address may leave; `now` when it may at once.
  Time next(std::string_view to, Time now) const;
  /// One leaves.
  void took(std::string_view to, Time now);

 private:
  Limits limits_;
  Time any_{};
  std::map<std::string, Time, std::less<>> domains_;
};

}  // namespace cenacle::delivery
