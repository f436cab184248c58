// Where the moves of a path lead: to every state that they name, and out of each in which somebody waits for something.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "rules/registration/proof.h"

namespace cenacle::rules {

using model::Nature;
using model::State;

namespace {

std::set<State> reached_states(const Path& path) {
  std::set<State> reached{path.start};
  for (const Rule* rule : path.rules)
    if (rule->otherwise == Otherwise::wait) reached.insert(State::waiting);
  for (bool grows = true; grows;) {
    const std::size_t before = reached.size();
    for (const Move& move : path.moves)
      if (reached.contains(move.from)) reached.insert(move.to);
    grows = reached.size() > before;
  }
  return reached;
}

/// The first move into the state, the rule that sends to the waiting list, or the path itself.
const model::Spot& place_of(const Path& path, State state) {
  for (const Move& move : path.moves)
    if (move.to == state) return move.at;
  for (const Rule* rule : path.rules)
    if (state == State::waiting && rule->otherwise == Otherwise::wait) return rule->at;
  return path.at;
}

bool leaves(const Path& path, State state, bool by_itself) {
  return std::any_of(path.moves.begin(), path.moves.end(),
                     [&](const Move& move) { return move.from == state && (!by_itself || move.after_days); });
}

}  // namespace

void prove_states(const Proof& proof, const Path& path) {
  const std::set<State> reached = reached_states(path);
  for (const Move& move : path.moves) {
    if (reached.contains(move.from)) continue;
    proof.report(diag::code::unreachable_state, move.at,
                 fmt::format("nothing leads to the state `{}` of the path `{}`", word(move.from), path.id),
                 move.from == State::waiting ? "a rule of the path leads there with `otherwise = \"wait\"`"
                                             : "add the move that leads there, or take this one out");
  }
  for (const State state : reached) {
    const Nature nature = model::nature(state);
    if (nature == Nature::in || nature == Nature::out) continue;
    if (!leaves(path, state, false))
      proof.report(state == State::waiting ? diag::code::no_queue : diag::code::endless_state, place_of(path, state),
                   fmt::format("nobody leaves the state `{}` of the path `{}`", word(state), path.id),
                   state == State::waiting ? "add the move of who gets a seat:\n"
                                             "{ from = \"waiting\", to = \"offered\", once = [\"seat\"] },"
                                           : "add a move from it, to what becomes of those who are in it");
    else if ((state == State::offered || state == State::quoted) && !leaves(path, state, true))
      proof.report(diag::code::endless_offer, place_of(path, state),
                   fmt::format("what is `{}` never expires: a seat would be kept for ever for one who does not answer",
                               word(state)),
                   fmt::format("add its end:\n{{ from = \"{}\", to = \"expired\", after_days = {} }},", word(state),
                               state == State::quoted ? "\"quote\"" : "4"));
  }
}

}  // namespace cenacle::rules
