// One act at work: the ledger as it will be, and the moves that follow from what is written there.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "rules/registration/draft.h"
#include "rules/registration/judge.h"
#include "rules/registration/needs.h"
#include "rules/registration/registrar.h"

namespace cenacle::rules {

/// A registration with what it refers to: nothing when its path or what it joins is no longer in the content.
struct Filed {
  model::Registration it;
  const Path* path = nullptr;
  std::optional<Joined> joined;

  explicit operator bool() const { return path != nullptr && joined.has_value(); }
};

class Desk {
 public:
  explicit Desk(const Setting& setting) : given_(setting), draft_(setting.records) {}

  /// The setting at an instant, with what was written so far.
  Setting at(base::Instant instant) const {
    return {given_.portal, given_.book, draft_, instant, given_.language, given_.naming};
  }
  base::Instant now() const { return given_.now; }
  const Rulebook& book() const { return given_.book; }
  const Draft& ledger() const { return draft_; }
  Filed filed(std::int64_t registration) const;

  /// A fact of the network, of a registration (0: none), to be filled in and written.
  model::Fact fact(model::FactKind kind, std::int64_t registration, base::Instant at) const;
  void write(model::Fact fact) { draft_.append(std::move(fact)); }
  void write_verdict(const Verdict& verdict, std::int64_t registration, base::Instant at);

  /// Moves the registration as said, whatever the rules.
  void put(std::int64_t registration, model::State to, bool holds, std::string_view cause, base::Instant at);
  /// The same state, and seat, as the path says for it; when a seat is to be taken, the rules are asked again, the seat
  /// first: without one she waits where there is a list; a rule that is against refuses.
  void enter(std::int64_t registration, model::State to, std::string_view cause, base::Instant at);
  /// Makes the moves whose needs are met, one after the other.
  void advance(std::int64_t registration, base::Instant at);

  /// Gives the seats that are free to those who wait, in order.
  void promote(std::string_view object, base::Instant at);
  /// What has fallen due until `now`, each at its own instant, then what can move on now.
  void settle(std::string_view object);

  /// What was written, and what became of whom: `own` first.
  void close(Ruling* ruling, std::int64_t own) const;

 private:
  std::optional<base::Instant> until(const Filed& of, model::State to, base::Instant at) const;
  std::optional<base::Instant> end_of_term(const Filed& of, model::State to, base::Instant at) const;
  bool expire(const model::Registration& due, base::Instant at);

  Setting given_;
  Draft draft_;
};

/// The fact that a statement of the path was made: by her, or by her employer (A12, B5).
model::Fact statement_of(const Desk& desk, const model::Registration& it, const Path& path, std::string_view statement);

/// The order of a waiting list: the first class of `first` that she is of, then arrival.
struct Place {
  std::size_t first = 0;
  std::int64_t arrival = 0, id = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};
/// Those who wait for the same seats as one who goes by `path`, in order.
std::vector<model::Registration> queue_of(const Setting& setting, const Joined& joined, const Path& path);

}  // namespace cenacle::rules
