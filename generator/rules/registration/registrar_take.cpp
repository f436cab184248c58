// What is done to one registration: finds it, does the act, and lets follow what follows.
#include <algorithm>
#include <array>

#include "rules/registration/doing.h"

namespace cenacle::rules {

using model::Fact;
using model::FactKind;
using model::State;

Fact Doing::fact(FactKind kind) const {
  Fact made = desk.fact(kind, filed.it.id, now.now);
  made.said = step.text;
  return made;
}

Obstacle Doing::cannot(Hindrance what, std::vector<Obstacle::Named> more) const {
  more.insert(more.end(), {{"n", it().id}, {"object", filed.joined->page().title}});
  return {what, std::move(more)};
}

namespace {

std::optional<Obstacle> confirm(const Doing& doing) {
  if (!needs(doing.path(), Need::confirmation)) return doing.cannot(Hindrance::no_confirmation_asked);
  if (doing.progress.confirmed) return doing.cannot(Hindrance::already_confirmed);
  doing.write(FactKind::confirmed);
  return std::nullopt;
}

std::optional<Obstacle> state(const Doing& doing) {
  const auto& known = doing.path().statements;
  if (std::none_of(known.begin(), known.end(), [&](const Statement& it) { return it.id == doing.step.value; }))
    return doing.cannot(Hindrance::unknown_statement, {{"statement", doing.step.value}});
  if (doing.progress.statements.contains(doing.step.value))
    return doing.cannot(Hindrance::already_stated, {{"statement", doing.step.value}});
  doing.write(statement_of(doing.desk, doing.it(), doing.path(), doing.step.value));
  return std::nullopt;
}

/// In the order of Step::Kind.
constexpr std::array<Deed, 18> deeds = {confirm, state, approve, object,     accept,  refuse,
                                        quote,   agree, pay,     take_offer, decline, withdraw,
                                        name,    pair,  convene, attend,     serve,   denounce};
static_assert(static_cast<std::size_t>(Step::Kind::denounce) + 1 == deeds.size());

/// What may still be done to a registration that is over: what it owes can be paid.
bool outlives(Step::Kind kind, State state) { return kind == Step::Kind::pay && state == State::ended; }

std::optional<Obstacle> look(const Desk& desk, const Filed& filed, const Step& step) {
  if (filed.it.id == 0) return Obstacle{Hindrance::unknown_registration, {{"n", step.registration}}};
  if (!filed)
    return Obstacle{Hindrance::gone_object, {{"n", filed.it.id}, {"object", filed.it.object}, {"path", filed.it.path}}};
  if (model::nature(filed.it.state) == model::Nature::out && !outlives(step.kind, filed.it.state))
    return Obstacle{Hindrance::already_over,
                    {{"n", filed.it.id},
                     {"object", filed.joined->page().title},
                     {"state", filed.it.state},
                     {"day", desk.at(desk.now()).day_of(filed.it.since)}}};
  return std::nullopt;
}

}  // namespace

Ruling take(const Setting& setting, const Step& step) {
  Ruling ruling;
  Desk desk(setting);
  if (const auto known = setting.records.registration(step.registration)) desk.settle(known->object);
  const Filed filed = desk.filed(step.registration);
  ruling.obstacle = look(desk, filed, step);
  if (ruling.obstacle) return ruling;

  const Setting now = desk.at(setting.now);
  const Progress progress = Progress::of(now.records.facts_of(filed.it.id));
  ruling.obstacle = deeds[static_cast<std::size_t>(step.kind)]({desk, now, step, filed, progress, ruling});
  if (ruling.obstacle) return ruling;
  desk.advance(filed.it.id, setting.now);
  desk.promote(filed.it.object, setting.now);
  desk.close(&ruling, filed.it.id);
  return ruling;
}

std::vector<Missing> missing(const Setting& setting, const model::Registration& registration) {
  std::vector<Missing> found;
  const Desk desk(setting);
  const Filed filed = desk.filed(registration.id);
  if (!filed || model::nature(registration.state) == model::Nature::out) return found;
  const Setting now = desk.at(setting.now);
  const Case it = Case::of(now, *filed.path, *filed.joined, registration);
  const Progress progress = Progress::of(now.records.facts_of(registration.id));
  const auto add = [&](Need need) {
    const bool known =
        std::any_of(found.begin(), found.end(), [&](const Missing& other) { return other.need == need; });
    if (!known && !is_met(need, it, progress)) found.push_back({need, lacking(need, it, progress)});
  };
  for (const Move& move : filed.path->moves)
    if (move.from == registration.state)
      for (const Need need : move.once) add(need);
  add(Need::statements);
  add(Need::signatures);
  return found;
}

}  // namespace cenacle::rules
