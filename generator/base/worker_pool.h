// The same work on many items, on several threads; the result may not depend on how many.
#pragma once

#include <cstddef>
#include <functional>

namespace cenacle::base {

/// Calls `work(index, worker)` once for each index below `count`, on `jobs` threads (at least 1); returns when all is
/// done. Indices are handed out in runs of `grain`, in order. `worker` is below `jobs`. `work` must not throw.
void for_each_index(std::size_t count, unsigned jobs, std::size_t grain,
                    const std::function<void(std::size_t index, unsigned worker)>& work);

/// The number of threads that suits this machine, at least 1.
unsigned default_jobs();

}  // namespace cenacle::base
