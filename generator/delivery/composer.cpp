// Writing messages ahead of the sending.
#include "delivery/composer.h"

#include <iterator>
#include <utility>

namespace cenacle::delivery {

Composer::~Composer() {
  {
    const std::lock_guard lock(mutex_);
    leaving_ = true;
  }
  to_do_.notify_one();
  thread_.join();
}

void Composer::add(std::vector<model::Message> messages) {
  {
    const std::lock_guard lock(mutex_);
    std::move(messages.begin(), messages.end(), std::back_inserter(waiting_));
  }
  to_do_.notify_one();
}

std::size_t Composer::pending() const {
  const std::lock_guard lock(mutex_);
  return waiting_.size() + (is_writing_ ? 1 : 0) + written_.size();
}

std::vector<Written> Composer::take(bool wait) {
  std::unique_lock lock(mutex_);
  if (wait) done_.wait(lock, [&] { return !written_.empty() || (waiting_.empty() && !is_writing_); });
  return std::exchange(written_, {});
}

void Composer::work() {
  for (std::unique_lock lock(mutex_);;) {
    to_do_.wait(lock, [&] { return leaving_ || !waiting_.empty(); });
    if (leaving_) return;
    model::Message message = std::move(waiting_.front());
    waiting_.pop_front();
    is_writing_ = true;
    lock.unlock();
    base::Result<Parcel> parcel = compose_(message);
    if (parcel) parcel->message = message.id;
    lock.lock();
    is_writing_ = false;
    written_.push_back({std::move(message), std::move(parcel)});
    done_.notify_one();
  }
}

}  // namespace cenacle::delivery
