// Memory for one parsed text: taken from the end of a chunk, given back all at once.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace cenacle::markdown {

/// cmark's allocator has no argument for a context, so that the arena in use is a thread's `current` one while cmark is
/// called. Half as dear as malloc, since nothing is freed one by one. Runs out of memory as cmark does: abort().
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  void* allocate(std::size_t size);                 ///< not zeroed, aligned for pointers
  void* reallocate(void* block, std::size_t size);  ///< in place when it is the last block
  void free(void* block);                           ///< takes back the last block only
  void reset();                                     ///< frees all, keeps one chunk

  static thread_local Arena* current;

 private:
  struct Free {
    void operator()(char* memory) const;
  };
  struct Chunk {
    std::unique_ptr<char, Free> memory;
    std::size_t size = 0;
  };
  void grow(std::size_t size);

  std::vector<Chunk> chunks_;
  char* next_ = nullptr;  ///< free part of the last chunk
  char* end_ = nullptr;
};

/// An arena of one's own: one that this thread has used before when there is one.
class ArenaLease {
 public:
  ArenaLease();
  ~ArenaLease();
  ArenaLease(const ArenaLease&) = delete;
  ArenaLease& operator=(const ArenaLease&) = delete;
  Arena& operator*() const { return *arena_; }

 private:
  std::unique_ptr<Arena> arena_;
};

/// Makes an arena the current one for as long as it lives.
class ArenaScope {
 public:
  explicit ArenaScope(Arena& arena) : before_(Arena::current) { Arena::current = &arena; }
  ~ArenaScope() { Arena::current = before_; }
  ArenaScope(const ArenaScope&) = delete;
  ArenaScope& operator=(const ArenaScope&) = delete;

 private:
  Arena* before_;
};

}  // namespace cenacle::markdown
