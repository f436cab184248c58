// What a stranger's bytes must pass before libical sees any of them: lines unfolded and cleaned, components matched,
// everything counted. libical recurses into components and is quadratic in parameters and values.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "formats/ical/ical.h"

namespace cenacle::ical {

/// What was wrong, at most a hundred sentences of it.
class Problems {
 public:
  explicit Problems(std::vector<std::string>* out) : out_(out) {}
  void add(std::string text);

 private:
  std::vector<std::string>* out_;
};

/// One content line, unfolded: well-formed UTF-8 without control characters.
struct ContentLine {
  std::string_view text;
  std::string_view name;        ///< before the first ; or :
  std::string_view parameters;  ///< between the name and the value, with its first ;
  std::string_view value;

  /// The value of a parameter, without its quotes; "" when it is not there.
  std::string_view parameter(std::string_view wanted) const;
};

/// Cuts bytes into content lines. Lines that are too long, or no content lines, are left out and said.
class LineReader {
 public:
  LineReader(std::string_view bytes, std::size_t longest, Problems* problems);

  /// False at the end. The line stands until the next call.
  bool next(ContentLine* line);
  /// Where the line begins that `next` gave last, and where the one after it begins.
  std::size_t line_begin() const { return begin_; }
  std::size_t line_end() const { return at_; }

 private:
  bool unfold();

  std::string_view bytes_;
  std::size_t longest_;
  Problems* problems_;
  bool is_clean_;
  std::size_t begin_ = 0, at_ = 0;
  std::string_view raw_;  ///< the bytes themselves where nothing was folded, else `unfolded_`
  std::string unfolded_, cleaned_;
};

/// Where everything stands: the bytes of each VEVENT and VTIMEZONE, and the properties of the VCALENDARs around them.
struct Outline {
  bool is_calendar = false;
  std::string properties;  ///< one line each
  std::vector<std::string_view> zones, events;
};
Outline outline(std::string_view bytes, const Limits& limits, Problems* problems);

}  // namespace cenacle::ical
