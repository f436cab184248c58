// Results of work on the world (disk, database, network): a value, or a failure that says what to do next.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace cenacle::base {

/// What a failure means for the caller; the command line turns it into an exit code (DESIGN §3).
enum class FailureKind {
  not_found,  ///< the thing asked for is not there
  disk,       ///< disk or database: exit 74
  busy,       ///< to be retried: exit 75
};

struct Failure {
  FailureKind kind = FailureKind::disk;
  std::string message;  ///< one sentence in English, without a full stop
};

/// A value or a failure. Never both, never neither.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Failure failure) : state_(std::move(failure)) {}

  explicit operator bool() const { return std::holds_alternative<T>(state_); }
  T& value() & { return std::get<T>(state_); }
  const T& value() const& { return std::get<T>(state_); }
  /// Of a result that is about to go: by value, so that `for (… : *files.list("x"))` does not look at what is gone.
  T value() && { return std::get<T>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const Failure& failure() const { return std::get<Failure>(state_); }

 private:
  std::variant<T, Failure> state_;
};

/// Success without a value.
struct Done {};
using Outcome = Result<Done>;

}  // namespace cenacle::base
