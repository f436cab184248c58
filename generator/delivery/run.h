// One run of sending, between two exchanges with the transport (outbox.h).
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "delivery/composer.h"
#include "delivery/pace.h"
#include "ledger/ledger.h"

namespace cenacle::delivery {

/// It passes over the outbox by rising id, again from the beginning as long as a pass found anything: meanwhile time
/// goes by, and other senders let go of what they had.
class Run {
 public:
  Run(ledger::Ledger& ledger, const Compose& compose, const base::Clock& clock, const Sending& sending)
      : ledger_(ledger), clock_(clock), sending_(sending), pace_(sending.limits), composer_(compose) {}

  /// Records the receipts, and claims what is given, in one transaction.
  Next exchange(std::vector<Receipt> ended, std::size_t room);
  base::Result<Tally> finish();

 private:
  struct Unwritable {
    model::Message message;
    std::string why;
  };
  struct Pass {
    std::int64_t after = 0;  ///< the last id that was looked at
    bool has_begun = false, has_ended = false, found = false;
  };

  bool is_stopped() const;
  void gather(bool wait);
  std::vector<Parcel> choose(std::size_t room, std::optional<std::chrono::milliseconds>* later);
  bool wants_more(bool is_blocked) const;
  bool record(std::vector<Parcel>* parcels, bool look);
  base::Outcome write(ledger::Transaction& it, std::vector<Parcel>* parcels, bool look, Tally* tally,
                      std::vector<model::Message>* found);
  void take_receipt(ledger::Transaction& it, const Receipt& receipt, std::vector<model::Fact>* facts,
                    Tally* tally) const;
  base::Result<std::vector<model::Message>> look_on(ledger::Transaction& it, Tally* tally);
  base::Result<Tally> count_left();

  ledger::Ledger& ledger_;
  const base::Clock& clock_;
  const Sending& sending_;
  Pace pace_;
  Tally tally_;
  std::deque<Parcel> ready_;            ///< written, and with nobody
  std::size_t octets_ = 0;              ///< of these
  std::vector<Receipt> receipts_;       ///< not recorded yet
  std::vector<Unwritable> unwritable_;  ///< likewise
  std::size_t under_way_ = 0;
  std::int64_t offered_ = 0;
  Pass pass_;
  std::string unreachable_;  ///< what the relay said last, when it was no answer to a message
  bool is_over_ = false;     ///< nothing is left for now
  std::optional<base::Failure> failure_;
  Composer composer_;  // last: it is stopped first
};

}  // namespace cenacle::delivery
