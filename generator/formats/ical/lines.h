// The content lines of one component, as they are written: libical says how a property reads, we say where its line is
// folded and mend what libical leaves unescaped.
#pragma once

#include <string>
#include <string_view>

#include "formats/ical/ical.h"

struct icalproperty_impl;

namespace cenacle::ical {

class Lines {
 public:
  explicit Lines(std::string* out) : out_(out) {}

  /// Takes the property over. (libical also folds after a colon and after spaces, and blanks at a line's end get lost
  /// on the way: its folds are undone first.)
  void add(icalproperty_impl* property);
  /// A line as it is: what is in it is known to be clean.
  void add(std::string_view line) { out_->append(line).append("\r\n"); }
  /// A property whose value stands as it is given, already escaped. `name` may be one that libical would escape
  /// wrongly.
  void add_verbatim(const char* name, const std::string& value);

 private:
  std::string* out_;
  std::string unfolded_;
};

/// Appends the lines of the event, BEGIN:VEVENT to END:VEVENT.
void write_event(const Event& event, std::string* out);

}  // namespace cenacle::ical
