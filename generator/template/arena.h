// Memory of one rendering: temporaries are laid side by side and given up together.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#if defined(__SANITIZE_ADDRESS__)
#define CENACLE_POISON
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CENACLE_POISON
#endif
#endif

#ifdef CENACLE_POISON
extern "C" void __asan_poison_memory_region(const volatile void* address, std::size_t size);
extern "C" void __asan_unpoison_memory_region(const volatile void* address, std::size_t size);
#endif

namespace cenacle::tmpl {

// A build with AddressSanitizer finds whoever reads memory that was given up.
#ifdef CENACLE_POISON
inline void poison(const void* address, std::size_t size) { __asan_poison_memory_region(address, size); }
inline void unpoison(const void* address, std::size_t size) { __asan_unpoison_memory_region(address, size); }
#else
inline void poison(const void*, std::size_t) {}
inline void unpoison(const void*, std::size_t) {}
#endif

/// Not thread-safe. Small renderings never leave the block inside the object, which belongs on a stack.
class Arena {
 public:
  /// Thrown when a rendering wants more memory, or more work, than any page needs. Stays inside the folder.
  struct Exhausted {};
  struct Mark {
    std::size_t block = 0;
    std::size_t used = 0;
  };

  /// `most_memory` bytes at a time; `most_work` as `work` counts it.
  Arena(std::size_t most_memory, std::size_t most_work) : most_memory_(most_memory), most_work_(most_work) {
    poison(first_, sizeof first_);
  }
  ~Arena() { unpoison(first_, sizeof first_); }
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  void* allocate(std::size_t bytes) {
    bytes = (bytes + 15) & ~std::size_t{15};
    work(bytes);
    if (bytes > capacity_ - used_) next_block(bytes);
    void* const memory = base_ + used_;
    used_ += bytes;
    unpoison(memory, bytes);
    return memory;
  }

  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    void* const memory = allocate(text.size());
    std::memcpy(memory, text.data(), text.size());
    return {static_cast<const char*>(memory), text.size()};
  }

  Mark mark() const { return {block_, used_}; }

  /// Everything allocated since `mark` is gone.
  void rewind(Mark mark) {
    if (mark.block != block_) {
      for (std::size_t block = mark.block + 1; block <= block_; ++block) forget(block, 0);
      select(mark.block);
    }
    used_ = mark.used;
    forget(block_, used_);
  }

  /// Counts work that grows with the data (bytes made, elements looked at), so that it is bounded.
  void work(std::size_t amount) {
    worked_ += amount;
    if (worked_ > most_work_) throw Exhausted{};
  }

 private:
  static constexpr std::size_t block_size = 64 << 10;

  struct Block {
    std::unique_ptr<char[]> memory;
    std::size_t size;
  };

  void select(std::size_t block) {
    block_ = block;
    base_ = block == 0 ? first_ : more_[block - 1].memory.get();
    capacity_ = block == 0 ? sizeof first_ : more_[block - 1].size;
  }

  void next_block(std::size_t bytes) {
    used_ = 0;
    while (block_ < more_.size()) {
      select(block_ + 1);
      if (bytes <= capacity_) return;
    }
    const std::size_t size = bytes > block_size ? bytes : block_size;
    total_ += size;
    if (total_ > most_memory_) throw Exhausted{};
    more_.push_back({std::unique_ptr<char[]>(new char[size]), size});
    select(more_.size());
    poison(base_, size);
  }

  void forget(std::size_t block, std::size_t used) {
    const char* const base = block == 0 ? first_ : more_[block - 1].memory.get();
    const std::size_t size = block == 0 ? sizeof first_ : more_[block - 1].size;
    poison(base + used, size - used);
  }

  const std::size_t most_memory_;
  const std::size_t most_work_;
  std::size_t block_ = 0;  ///< 0: `first_`
  std::size_t used_ = 0;
  std::size_t capacity_ = sizeof first_;
  std::size_t total_ = 0;
  std::size_t worked_ = 0;
  std::vector<Block> more_;
  char* base_ = first_;
  alignas(16) char first_[16 << 10];
};

}  // namespace cenacle::tmpl
