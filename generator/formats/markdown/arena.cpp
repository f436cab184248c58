// Memory for one parsed text: taken from the end of a chunk, given back all at once.
#include "formats/markdown/arena.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace cenacle::markdown {

namespace {

constexpr std::size_t first_chunk = 256 * 1024;  ///< an ordinary page fits in it, and it in the cache
constexpr std::size_t largest_step = 64 * 1024 * 1024;

/// What stands before each block: its size, rounded up.
using Header = std::size_t;
static_assert(sizeof(Header) == alignof(void*));

std::size_t rounded(std::size_t size) { return (size + sizeof(Header) - 1) / sizeof(Header) * sizeof(Header); }

Header& header(void* block) { return *(static_cast<Header*>(block) - 1); }

/// The last arena that this thread gave back.
thread_local std::unique_ptr<Arena> spare;

}  // namespace

thread_local Arena* Arena::current = nullptr;

void Arena::Free::operator()(char* memory) const { std::free(memory); }

void Arena::grow(std::size_t size) {
  const std::size_t step = chunks_.empty() ? first_chunk : std::min(chunks_.back().size * 2, largest_step);
  const std::size_t wanted = std::max(step, size);
  Chunk chunk{std::unique_ptr<char, Free>(static_cast<char*>(std::malloc(wanted))), wanted};
  if (!chunk.memory) std::abort();
  next_ = chunk.memory.get();
  end_ = next_ + wanted;
  chunks_.push_back(std::move(chunk));
}

void* Arena::allocate(std::size_t size) {
  if (size > SIZE_MAX / 2) std::abort();
  const std::size_t needed = rounded(std::max<std::size_t>(size, 1));
  if (static_cast<std::size_t>(end_ - next_) < needed + sizeof(Header)) grow(needed + sizeof(Header));
  void* block = next_ + sizeof(Header);
  header(block) = needed;
  next_ += sizeof(Header) + needed;
  return block;
}

void* Arena::reallocate(void* block, std::size_t size) {
  if (block == nullptr) return allocate(size);
  const std::size_t before = header(block);
  if (size <= before) return block;
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

ArenaLease::ArenaLease() : arena_(spare ? std::move(spare) : std::make_unique<Arena>()) {}

ArenaLease::~ArenaLease() {
  arena_->reset();
  if (!spare) spare = std::move(arena_);
}

}  // namespace cenacle::markdown
