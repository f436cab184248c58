// Mails spread evenly over the minute.
#include "delivery/pace.h"

#include <algorithm>

namespace cenacle::delivery {

namespace {

std::string domain_of(std::string_view address) {
  std::string domain(address.substr(std::min(address.rfind('@') + 1, address.size())));
  for (char& c : domain)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return domain;
}

std::chrono::steady_clock::duration between(int per_minute) {
  return std::chrono::steady_clock::duration(std::chrono::minutes(1)) / per_minute;
}

}  // namespace

Pace::Time Pace::next(std::string_view to, Time now) const {
  Time at = std::max(now, any_);
  if (limits_.domain_per_minute > 0)
    if (const auto it = domains_.find(domain_of(to)); it != domains_.end()) at = std::max(at, it->second);
  return at;
}

void Pace::took(std::string_view to, Time now) {
  if (limits_.per_minute > 0) any_ = now + between(limits_.per_minute);
  if (limits_.domain_per_minute > 0) domains_[domain_of(to)] = now + between(limits_.domain_per_minute);
}

}  // namespace cenacle::delivery
