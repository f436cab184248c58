// The same work on many items, on several threads; the result may not depend on how many.
#include "base/worker_pool.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace cenacle::base {

void for_each_index(std::size_t count, unsigned jobs, std::size_t grain,
                    const std::function<void(std::size_t, unsigned)>& work) {
  const auto threads = static_cast<unsigned>(std::min<std::size_t>(std::max(1u, jobs), (count + grain - 1) / grain));
  std::atomic<std::size_t> next{0};
  const auto run = [&](unsigned worker) {
    for (;;) {
      const std::size_t begin = next.fetch_add(grain);
      if (begin >= count) return;
      for (std::size_t i = begin; i < std::min(count, begin + grain); ++i) work(i, worker);
    }
  };
  std::vector<std::jthread> others;
  for (unsigned worker = 1; worker < threads; ++worker) others.emplace_back(run, worker);
  run(0);
}

unsigned default_jobs() { return std::max(1u, std::thread::hardware_concurrency()); }

}  // namespace cenacle::base
