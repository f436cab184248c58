// Several connections to one relay. libcurl's easy interface with a thread for each has measured half as fast again as
// its multi interface in one thread; and while receipts are recorded, the connections that were not waited for go on.
#include "delivery/smtp_transport.h"

#include <condition_variable>
#include <csignal>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

#include "delivery/smtp_connection.h"

namespace cenacle::delivery {

namespace {

class Crew {
 public:
  explicit Crew(const Smtp& settings) : settings_(settings) {}
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;
  ~Crew() {
    {
      const std::lock_guard lock(mutex_);
      leaving_ = true;
    }
    work_.notify_all();
    for (std::thread& it : threads_) it.join();
  }

  /// What has ended since the last time.
  std::vector<Receipt> ended() {
    const std::lock_guard lock(mutex_);
    return std::exchange(ended_, {});
  }
  /// How many more parcels can be under way.
  std::size_t room() {
    const std::lock_guard lock(mutex_);
    const auto all = static_cast<std::size_t>(settings_.connections);
    return all - std::min(all, lost_ + busy_);
  }
  bool is_idle() {
    const std::lock_guard lock(mutex_);
    return busy_ == 0 && ended_.empty();
  }
  void give(std::vector<Parcel> parcels) {
    for (Parcel& it : parcels) {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(std::move(it));
      if (++busy_ > threads_.size() - lost_) threads_.emplace_back([this] { work(); });
      work_.notify_one();
    }
  }
  /// Until something has ended, but not longer than `most`.
  void wait(std::optional<std::chrono::milliseconds> most) {
    std::unique_lock lock(mutex_);
    const auto is_over = [&] { return !ended_.empty(); };
    if (most) {
      done_.wait_for(lock, *most, is_over);
    } else {
      done_.wait(lock, is_over);
    }
  }

 private:
  void work() {
    // Writing to a relay that has closed is an error, not the end of the program: OpenSSL does not see to that.
    sigset_t broken_pipe;
    sigemptyset(&broken_pipe);
    sigaddset(&broken_pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &broken_pipe, nullptr);
    SmtpConnection connection(settings_);
    for (std::unique_lock lock(mutex_);;) {
      work_.wait(lock, [&] { return leaving_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      const Parcel parcel = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      Receipt receipt = connection.offer(parcel);
      lock.lock();
      const bool is_lost = receipt.outcome == Receipt::Outcome::unreachable;
      ended_.push_back(std::move(receipt));
      --busy_;
      done_.notify_one();
      if (!is_lost) continue;
      ++lost_;
      return;
    }
  }

  const Smtp& settings_;
  std::mutex mutex_;
  std::condition_variable work_, done_;
  std::vector<std::thread> threads_;
  std::deque<Parcel> waiting_;
  std::vector<Receipt> ended_;
  std::size_t busy_ = 0, lost_ = 0;  ///< parcels under way; connections that do not work
  bool leaving_ = false;
};

}  // namespace

void SmtpTransport::send(const Exchange& exchange) {
  for (Crew crew(settings_);;) {
    Next next = exchange(crew.ended(), crew.room());
    const bool is_empty = next.parcels.empty();
    crew.give(std::move(next.parcels));
    if (!is_empty && crew.room() > 0) continue;
    if (is_empty && !next.later && crew.is_idle()) return;
    crew.wait(next.later);
  }
}

}  // namespace cenacle::delivery
