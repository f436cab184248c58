// Why a command ends before its act: said to people in the portal's language, to programs by a stable code.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "base/result.h"
#include "cli/context.h"

namespace cenacle::cli {

struct Stop {
  int exit = Exit::mistakes;
  std::string code;      ///< "unknown-person", "busy"…
  std::string sentence;  ///< one sentence
};

/// What a failure of the world is to a command.
inline Stop stop(const base::Failure& failure) {
  const bool busy = failure.kind == base::FailureKind::busy;
  return {busy ? Exit::retry : Exit::disk_failure, busy ? "busy" : "disk", failure.message};
}

/// A value, or why there is none.
template <class T>
class [[nodiscard]] Or {
 public:
  Or(T value) : state_(std::move(value)) {}
  Or(Stop stop) : state_(std::move(stop)) {}
  Or(const base::Failure& failure) : state_(cli::stop(failure)) {}

  explicit operator bool() const { return std::holds_alternative<T>(state_); }
  T& operator*() { return std::get<T>(state_); }
  const T& operator*() const { return std::get<T>(state_); }
  T* operator->() { return &std::get<T>(state_); }
  const T* operator->() const { return &std::get<T>(state_); }
  const Stop& stop() const { return std::get<Stop>(state_); }

 private:
  std::variant<T, Stop> state_;
};

/// The end of an act that gives nothing.
using Acted = Or<base::Done>;

}  // namespace cenacle::cli
