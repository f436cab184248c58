// One run of sending: what is due is written ahead, claimed, offered, and its receipts recorded.
#include "delivery/outbox.h"

#include <algorithm>
#include <array>

#include "delivery/run.h"

namespace cenacle::delivery {

base::Result<Tally> send(ledger::Ledger& ledger, Transport& transport, const Compose& compose, const base::Clock& clock,
                         const Sending& sending) {
  Run run(ledger, compose, clock, sending);
  transport.send([&](std::vector<Receipt> ended, std::size_t room) { return run.exchange(std::move(ended), room); });
  return run.finish();
}

std::chrono::seconds delay_after(std::int64_t offers) {
  using namespace std::chrono_literals;
  constexpr std::array<std::chrono::seconds, 6> delays = {1min, 5min, 15min, 1h, 3h, 6h};
  return delays[static_cast<std::size_t>(std::clamp<std::int64_t>(offers - 1, 0, delays.size() - 1))];
}

}  // namespace cenacle::delivery
