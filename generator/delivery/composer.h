// Messages are written ahead of the sending, by a thread of their own, so that relay, disk and processor work at once.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "delivery/outbox.h"

namespace cenacle::delivery {

struct Written {
  model::Message message;
  base::Result<Parcel> parcel;
};

class Composer {
 public:
  explicit Composer(const Compose& compose) : compose_(compose), thread_([this] { work(); }) {}
  Composer(const Composer&) = delete;
  Composer& operator=(const Composer&) = delete;
  /// What has not been begun is not written.
  ~Composer();

  void add(std::vector<model::Message> messages);
  /// How many it has: to be written, being written, and not taken yet.
  std::size_t pending() const;
  /// What has been written, in the order in which it was added; waits for one, unless none is pending.
  std::vector<Written> take(bool wait);

 private:
  void work();

  const Compose& compose_;
  mutable std::mutex mutex_;
  std::condition_variable to_do_, done_;
  std::deque<model::Message> waiting_;
  std::vector<Written> written_;
  bool is_writing_ = false, leaving_ = false;
  std::thread thread_;  // after what it uses
};

}  // namespace cenacle::delivery
