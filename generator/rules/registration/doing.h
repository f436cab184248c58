// An act on one registration, while it is done: what it looks at, and where its facts go.
#pragma once

#include <optional>
#include <string_view>

#include "rules/registration/desk.h"
#include "rules/registration/obstacles.h"

namespace cenacle::rules {

struct Doing {
  Desk& desk;
  const Setting& now;  ///< with what was settled and written so far
  const Step& step;
  const Filed& filed;
  const Progress& progress;
  Ruling& ruling;

  const model::Registration& it() const { return filed.it; }
  const Path& path() const { return *filed.path; }
  model::Nature nature() const { return model::nature(filed.it.state); }
  Case as_case() const { return Case::of(now, *filed.path, *filed.joined, filed.it); }
  /// A fact of the registration, now, with the step's text.
  model::Fact fact(model::FactKind kind) const;
  void write(model::Fact fact) const { desk.write(std::move(fact)); }
  void write(model::FactKind kind) const { desk.write(fact(kind)); }
  /// What hinders it: the registration's number, and what it is of, are among the facts.
  Obstacle cannot(Hindrance what, std::vector<Obstacle::Named> more = {}) const;
  /// The same, in the state that it is in.
  Obstacle cannot_so(Hindrance what) const { return cannot(what, {{"state", it().state}}); }
};

/// Does it, or says why it cannot be done. What can move on afterwards is moved by `take`.
using Deed = std::optional<Obstacle> (*)(const Doing&);

// registrar_decide.cpp
std::optional<Obstacle> accept(const Doing& doing);
std::optional<Obstacle> refuse(const Doing& doing);
std::optional<Obstacle> approve(const Doing& doing);
std::optional<Obstacle> object(const Doing& doing);
// registrar_quote.cpp
std::optional<Obstacle> quote(const Doing& doing);
std::optional<Obstacle> agree(const Doing& doing);
std::optional<Obstacle> pay(const Doing& doing);
std::optional<Obstacle> serve(const Doing& doing);
std::optional<Obstacle> convene(const Doing& doing);
std::optional<Obstacle> attend(const Doing& doing);
std::optional<Obstacle> denounce(const Doing& doing);
// registrar_seat.cpp
std::optional<Obstacle> take_offer(const Doing& doing);
std::optional<Obstacle> decline(const Doing& doing);
std::optional<Obstacle> withdraw(const Doing& doing);
std::optional<Obstacle> name(const Doing& doing);
std::optional<Obstacle> pair(const Doing& doing);

/// Judges the registration again, before somebody's word decides: breaches that may be overridden are, when there is a
/// text that says why; what stands in the way is the obstacle. The verdicts go into the ruling.
std::optional<Obstacle> override_breaches(const Doing& doing, Judgement judgement);

}  // namespace cenacle::rules
