// Memory for one parsed text: taken from the end of a chunk, given back all at once.
#include "formats/markdown/arena.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>

namespace cenacle::markdown {

namespace {

constexpr std::size_t first_chunk = 256 * 1024;  ///< an ordinary page fits in it, and it in the cache
constexpr std::size_t largest_step = 64 * 1024 * 1024;

/// The last arena that this thread gave back.
thread_local std::unique_ptr<Arena> spare;

}  // namespace

constinit thread_local Arena* Arena::current = nullptr;

void Arena::Free::operator()(char* memory) const { std::free(memory); }

void Arena::give_up() {
  if (way_out_ == nullptr) throw std::bad_alloc();  // not in cmark: nothing of C is on the way
  std::longjmp(*way_out_, 1);
}

bool Arena::run(std::size_t budget, void (*work)(void*), void* argument) {
  Arena* const before = current;
  std::jmp_buf way_out;
  current = this;
  way_out_ = &way_out;
  left_ = budget;
  // No local variable changes between here and a jump (C 7.13.2.1).
  if (setjmp(way_out) != 0) {
    way_out_ = nullptr;
    left_ = unlimited;
    current = before;
    return false;
  }
  work(argument);
  way_out_ = nullptr;
  left_ = unlimited;
  current = before;
  return true;
}

void Arena::grow(std::size_t size) {
  const std::size_t step = chunks_.empty() ? first_chunk : std::min(chunks_.back().size * 2, largest_step);
  if (size > largest_block) give_up();
  const std::size_t wanted = std::max(step, rounded(size) + sizeof(Header));
  if (wanted > left_) give_up();
  char* const memory = static_cast<char*>(std::malloc(wanted));
  if (memory == nullptr) give_up();
  left_ -= wanted;
  next_ = memory;
  end_ = memory + wanted;
  chunks_.push_back({std::unique_ptr<char, Free>(memory), wanted});
}

void* Arena::reallocate(void* block, std::size_t size) {
  if (block == nullptr) return allocate(size);
  const std::size_t before = header(block);
  if (size <= before) return block;
  if (size > largest_block) give_up();
  if (static_cast<char*>(block) + before == next_ && rounded(size) - before <= static_cast<std::size_t>(end_ - next_)) {
    next_ += rounded(size) - before;
    header(block) = rounded(size);
    return block;
  }
  void* moved = allocate(size);
  std::memcpy(moved, block, before);
  return moved;
}

void Arena::free(void* block) {
  if (block == nullptr || static_cast<char*>(block) + header(block) != next_) return;
  next_ = static_cast<char*>(block) - sizeof(Header);
}

void Arena::reset() {
  if (chunks_.empty()) return;
  if (chunks_.size() > 1 || chunks_.front().size > first_chunk) {
    chunks_.clear();
    next_ = end_ = nullptr;
    return;
  }
  next_ = chunks_.front().memory.get();
}

std::size_t Arena::held() const {
  std::size_t bytes = 0;
  for (const Chunk& chunk : chunks_) bytes += chunk.size;
  return bytes;
}

ArenaLease::ArenaLease() : arena_(spare ? std::move(spare) : std::make_unique<Arena>()) {}

ArenaLease::~ArenaLease() {
  arena_->reset();
  if (!spare) spare = std::move(arena_);
}

}  // namespace cenacle::markdown
