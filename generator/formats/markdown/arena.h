// Memory for one parsed text: taken from the end of a chunk, given back all at once.
#pragma once

#include <csetjmp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace cenacle::markdown {

/// cmark's allocator has no argument for a context, so that the arena in use is a thread's `current` one while cmark is
/// called. Half as dear as malloc, since nothing is freed one by one. A few bytes of text can ask cmark for gigabytes
/// (a wide table of short rows, a long target used a thousand times): hence the budget.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  /// Not zeroed, aligned for pointers. Here, since a page asks some thousand times.
  void* allocate(std::size_t size) {
    // What stands before each block is its size, rounded up.
    const std::size_t needed = rounded(size);
    if (size > largest_block || static_cast<std::size_t>(end_ - next_) < needed + sizeof(Header)) grow(size);
    void* const block = next_ + sizeof(Header);
    header(block) = needed;
    next_ += sizeof(Header) + needed;
    return block;
  }
  void* reallocate(void* block, std::size_t size);  ///< in place when it is the last block
  void free(void* block);                           ///< takes back the last block only
  void reset();                                     ///< frees all, keeps one chunk

  std::size_t held() const;  ///< bytes taken from the system

  /// Calls `work` with this arena as the current one. False: `work` wanted more than `budget` bytes in all, and was
  /// left in the middle (by longjmp: it may hold nothing but what is in the arena).
  bool run(std::size_t budget, void (*work)(void*), void* argument);

  static constinit thread_local Arena* current;

 private:
  struct Free {
    void operator()(char* memory) const;
  };
  struct Chunk {
    std::unique_ptr<char, Free> memory;
    std::size_t size = 0;
  };
  using Header = std::size_t;
  static_assert(sizeof(Header) == alignof(void*));
  static std::size_t rounded(std::size_t size) { return (size + sizeof(Header)) & ~(sizeof(Header) - 1); }
  static Header& header(void* block) { return *(static_cast<Header*>(block) - 1); }

  /// cmark's buffers grow by half, and it calls abort() for one of a gigabyte.
  static constexpr std::size_t largest_block = 700 * 1024 * 1024;

  void grow(std::size_t size);  ///< makes room for a block of that size
  [[noreturn]] void give_up();

  std::jmp_buf* way_out_ = nullptr;
  static constexpr std::size_t unlimited = SIZE_MAX;
  std::size_t left_ = unlimited;  ///< of the budget, while `run` is in progress
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

}  // namespace cenacle::markdown
