// base/worker_pool: each index once, whatever the number of threads.
#include "base/worker_pool.h"

#include <algorithm>
#include <atomic>
#include <vector>

#include <doctest/doctest.h>

using namespace cenacle::base;

TEST_CASE("workers: each index once, by a worker below the number of jobs") {
  for (const unsigned jobs : {1u, 2u, 8u, 64u}) {
    for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{1000}}) {
      std::vector<std::atomic<int>> done(count);
      std::atomic<bool> strange{false};
      for_each_index(count, jobs, 7, [&](std::size_t index, unsigned worker) {
        ++done[index];
        if (worker >= jobs) strange = true;
      });
      CHECK(std::all_of(done.begin(), done.end(), [](const auto& times) { return times == 1; }));
      CHECK_FALSE(strange);
    }
  }
}
