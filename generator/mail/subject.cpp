// References of actions, taken apart.
#include "mail/subject.h"

#include <charconv>

namespace cenacle::mail {

namespace {

std::int64_t number_in(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

/// "2026-10-08T14:00:00"
std::optional<base::LocalTime> local_time(std::string_view text) {
  const auto as_utc = base::parse_instant(std::string(text) + "Z");
  if (!as_utc) return std::nullopt;
  return base::LocalTime(as_utc->time_since_epoch());
}

}  // namespace

std::optional<Subject> subject_of(std::string_view reference) {
  const std::size_t colon = reference.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == reference.size()) return std::nullopt;
  Subject subject;
  subject.kind = reference.substr(0, colon);
  std::string_view rest = reference.substr(colon + 1);
  const bool timed = subject.kind == "meeting";
  if (const std::size_t mark = rest.find_last_of("@#"); mark != std::string_view::npos) {
    const std::string_view tail = rest.substr(mark + 1);
    if (timed) {
      subject.time = local_time(tail);
    } else {
      subject.number = number_in(tail);
    }
    if (subject.time || subject.number != 0) rest = rest.substr(0, mark);
  }
  if (const std::size_t slash = rest.find('/'); !timed && slash != std::string_view::npos) {
    subject.network = rest.substr(0, slash);
    rest.remove_prefix(slash + 1);
  }
  subject.id = rest;
  if (subject.kind == "registration" || subject.kind == "request") subject.number = number_in(rest);
  return subject;
}

}  // namespace cenacle::mail
