// One run of sending: what is given to the transport, and what becomes of it.
#include "delivery/run.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "workflow/outbox.h"

namespace cenacle::delivery {

namespace {

using Outcome = Receipt::Outcome;
using model::Fact;
using model::Fate;
using model::Message;

/// How many messages are looked for at a time; how many are kept written, so that the transport does not wait, and at
/// most, so that one for another domain is found while some have to wait.
constexpr std::int64_t window = 64;
constexpr std::size_t few = 32, many = 512, most_octets = 64 << 20;

std::string_view word(Outcome outcome) {
  switch (outcome) {
    case Outcome::accepted:
      return "accepted";
    case Outcome::refused:
      return "refused";
    case Outcome::uncertain:
      return "uncertain";
    case Outcome::deferred:
    case Outcome::unreachable:
      break;
  }
  return "deferred";
}

std::int64_t& count_of(Outcome outcome, Tally& tally) {
  switch (outcome) {
    case Outcome::accepted:
      return tally.accepted;
    case Outcome::refused:
      return tally.refused;
    case Outcome::uncertain:
      return tally.in_doubt;
    case Outcome::deferred:
    case Outcome::unreachable:
      break;
  }
  return tally.deferred;
}

}  // namespace

Next Run::exchange(std::vector<Receipt> ended, std::size_t room) {
  under_way_ -= ended.size();
  for (Receipt& it : ended) {
    unreachable_ = it.outcome == Outcome::unreachable ? it.answer : "";
    receipts_.push_back(std::move(it));
  }
  while (!failure_) {
    std::vector<Parcel> parcels;
    if (room == 0 || is_stopped()) {
      if (!receipts_.empty()) record(&parcels, false);
      return {};
    }
    gather(false);
    std::optional<std::chrono::milliseconds> later;
    parcels = choose(room, &later);
    const bool looks = wants_more(later.has_value());
    if (looks || !parcels.empty() || !receipts_.empty() || !unwritable_.empty()) {
      if (!record(&parcels, looks)) break;
      if (!parcels.empty()) return {std::move(parcels), {}};
    }
    if (composer_.pending() > 0) {
      gather(true);
    } else if (!ready_.empty() || !unwritable_.empty()) {
      if (later) return {{}, later};
    } else if (pass_.has_ended) {
      if (under_way_ > 0) return {};
      if (!pass_.found) {
        is_over_ = true;
        return {};
      }
      pass_ = {};
    }
  }
  return {};
}

base::Result<Tally> Run::finish() {
  const std::optional<base::Failure> first = std::exchange(failure_, std::nullopt);
  std::vector<Parcel> none;
  if (!receipts_.empty() && !record(&none, false)) return *failure_;
  if (first) return *first;
  if (!is_over_ && !is_stopped()) tally_.trouble = unreachable_;
  return count_left();
}

bool Run::is_stopped() const {
  return (sending_.stop && sending_.stop()) || (sending_.at_most != 0 && offered_ >= sending_.at_most);
}

bool Run::wants_more(bool is_blocked) const {
  return !pass_.has_ended && octets_ < most_octets && ready_.size() + composer_.pending() < (is_blocked ? many : few);
}

void Run::gather(bool wait) {
  for (Written& it : composer_.take(wait)) {
    if (it.parcel) {
      octets_ += it.parcel->bytes.size();
      ready_.push_back(std::move(*it.parcel));
    } else if (it.parcel.failure().kind == base::FailureKind::not_found) {
      unwritable_.push_back({std::move(it.message), it.parcel.failure().message});
    } else {
      failure_ = it.parcel.failure();
    }
  }
}

/// The first that may leave now; `later` is when there is one, if there is none.
std::vector<Parcel> Run::choose(std::size_t room, std::optional<std::chrono::milliseconds>* later) {
  const Pace::Time now = std::chrono::steady_clock::now();
  if (sending_.at_most != 0) room = std::min(room, static_cast<std::size_t>(sending_.at_most - offered_));
  std::vector<Parcel> chosen;
  Pace::Time soonest = Pace::Time::max();
  for (auto it = ready_.begin(); it != ready_.end() && chosen.size() < room;) {
    const Pace::Time at = pace_.next(it->to, now);
    if (at > now) {
      soonest = std::min(soonest, at);
      ++it;
      continue;
    }
    pace_.took(it->to, now);
    octets_ -= it->bytes.size();
    chosen.push_back(std::move(*it));
    it = ready_.erase(it);
  }
  if (chosen.empty() && soonest != Pace::Time::max())
    *later = std::chrono::ceil<std::chrono::milliseconds>(soonest - now);
  return chosen;
}

/// One transaction. Of the parcels those stay that were claimed; when it fails nothing was recorded, and none stays.
bool Run::record(std::vector<Parcel>* parcels, bool look) {
  Tally tally = tally_;
  std::vector<Message> found;
  const std::size_t wanted = parcels->size();
  base::Outcome done = base::Done{};
  if (auto transaction = ledger_.write()) {
    done = write(**transaction, parcels, look, &tally, &found);
    if (done) done = (*transaction)->commit();
  } else {
    done = transaction.failure();
  }
  if (!done) {
    failure_ = done.failure();
    parcels->clear();
    return false;
  }
  tally_ = tally;
  receipts_.clear();
  unwritable_.clear();
  under_way_ += parcels->size();
  offered_ += static_cast<std::int64_t>(parcels->size());
  // Another sender is at the same place: further on, both find something.
  if (parcels->size() < wanted) pass_.after += window * static_cast<std::int64_t>(1 + sending_.sender.back() % 8);
  if (!found.empty()) composer_.add(std::move(found));
  if (sending_.progress) sending_.progress(tally_);
  return true;
}

base::Outcome Run::write(ledger::Transaction& it, std::vector<Parcel>* parcels, bool look, Tally* tally,
                         std::vector<Message>* found) {
  const base::Instant now = clock_.now();
  std::vector<Fact> facts;
  for (const Receipt& receipt : receipts_) take_receipt(it, receipt, &facts, tally);
  for (const Unwritable& each : unwritable_)
    if (const auto message = it.message(each.message.id); message && message->fate != Fate::offered) {
      facts.push_back(workflow::relayed(*message, "refused", now));
      facts.back().said = one_line(each.why);
      ++tally->refused;
    }
  if (const auto appended = it.append(facts); !appended) return appended;
  if (look) {
    auto more = look_on(it, tally);
    if (!more) return more.failure();
    *found = std::move(*more);
  }
  std::vector<std::int64_t> ids;
  for (const Parcel& each : *parcels) ids.push_back(each.message);
  const auto claimed = it.claim(ids, sending_.sender, now, now + sending_.lease);
  if (!claimed) return claimed.failure();
  std::erase_if(*parcels, [&](const Parcel& each) {
    return std::find(claimed->begin(), claimed->end(), each.message) == claimed->end();
  });
  return base::Done{};
}

/// A receipt that comes after its claim has ended is another sender's business, unless the relay has the message.
void Run::take_receipt(ledger::Transaction& it, const Receipt& receipt, std::vector<Fact>* facts, Tally* tally) const {
  const auto message = it.message(receipt.message);
  if (!message) return;
  const bool is_ours = message->fate == Fate::offered && message->sender == sending_.sender;
  if (!is_ours && receipt.outcome != Outcome::accepted) return;
  const base::Instant now = clock_.now();
  Fact& fact = facts->emplace_back(workflow::relayed(*message, word(receipt.outcome), now));
  fact.number = receipt.code;
  fact.said = receipt.answer;
  if (receipt.outcome == Outcome::deferred || receipt.outcome == Outcome::uncertain)
    fact.until = now + delay_after(message->offers);
  ++count_of(receipt.outcome, *tally);
  if (message->doubts > 0) ++tally->again;
}

/// The next that are due; those of no use any more expire on the way.
base::Result<std::vector<Message>> Run::look_on(ledger::Transaction& it, Tally* tally) {
  const base::Instant now = clock_.now();
  if (!pass_.has_begun)
    if (const auto abandoned = it.abandon_claims(under_way_ == 0 ? sending_.sender : "", now); !abandoned)
      return abandoned.failure();
  auto found = it.to_offer(now, pass_.after, window);
  if (!found) return found;
  pass_.has_begun = true;
  pass_.has_ended = static_cast<std::int64_t>(found->size()) < window;
  pass_.found = pass_.found || !found->empty();
  if (!found->empty()) pass_.after = found->back().id;
  std::vector<Fact> facts;
  for (const Message& each : *found)
    if (workflow::may_offer(each, now) == workflow::Offer::too_late)
      facts.push_back(workflow::relayed(each, "expired", now));
  if (const auto appended = it.append(facts); !appended) return appended.failure();
  tally->expired += static_cast<std::int64_t>(facts.size());
  std::erase_if(*found, [&](const Message& each) { return workflow::may_offer(each, now) != workflow::Offer::now; });
  return found;
}

base::Result<Tally> Run::count_left() {
  auto transaction = ledger_.read();
  if (!transaction) return transaction.failure();
  const auto open = (*transaction)->messages({.fates = {Fate::queued, Fate::offered, Fate::deferred, Fate::in_doubt}});
  if (!open) return open.failure();
  const base::Instant now = clock_.now();
  for (const Message& it : *open) {
    if (workflow::may_offer(it, now) == workflow::Offer::never) continue;
    ++tally_.left;
    const base::Instant at = std::max(now, it.again.value_or(now));
    tally_.earliest = std::min(tally_.earliest.value_or(at), at);
  }
  return tally_;
}

}  // namespace cenacle::delivery
