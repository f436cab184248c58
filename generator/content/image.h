// Numbers and texts as bytes, and back, for what the cache keeps.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cenacle::content {

/// Appends to a text.
class ImageWriter {
 public:
  explicit ImageWriter(std::string* out) : out_(out) {}

  void number(std::uint64_t value) {  // LEB128
    for (; value >= 0x80; value >>= 7) out_->push_back(static_cast<char>(value | 0x80));
    out_->push_back(static_cast<char>(value));
  }
  void text(std::string_view value) {
    number(value.size());
    out_->append(value);
  }

 private:
  std::string* out_;
};

/// Reads what ImageWriter wrote. After something else was met, `ok()` is false and everything read is 0 or empty.
class ImageReader {
 public:
  explicit ImageReader(std::string_view in) : in_(in) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !in_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(in_.front());
      in_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    return fail();
  }
  std::uint32_t small() { return static_cast<std::uint32_t>(number()); }
  /// A part of what is read.
  std::string_view text() {
    const std::uint64_t size = number();
    if (size > in_.size()) return fail(), std::string_view();
    const std::string_view value = in_.substr(0, size);
    in_.remove_prefix(size);
    return value;
  }
  /// How many things follow, each of at least one byte.
  std::size_t count() {
    const std::uint64_t value = number();
    return value > in_.size() ? fail() : value;
  }
  std::string_view rest() const { return in_; }
  bool ok() const { return ok_; }
  bool at_end() const { return ok_ && in_.empty(); }

 private:
  std::uint64_t fail() {
    ok_ = false;
    in_ = {};
    return 0;
  }

  std::string_view in_;
  bool ok_ = true;
};

}  // namespace cenacle::content
