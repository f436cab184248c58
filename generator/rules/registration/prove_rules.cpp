// Rules that nobody could meet, that could never say anything, or that send to a waiting list that is not there.
#include <algorithm>

#include <fmt/format.h>

#include "rules/registration/contradiction.h"
#include "rules/registration/proof.h"

namespace cenacle::rules {

namespace {

std::vector<const Path*> paths_of(const Rulebook& book, const Rule& rule) {
  std::vector<const Path*> paths;
  for (const Path& path : book.paths)
    if (std::find(path.rules.begin(), path.rules.end(), &rule) != path.rules.end()) paths.push_back(&path);
  return paths;
}

bool joins_meetings_or_spaces(const Path& path, const Condition& it) {
  return (it.meeting_kinds.empty() || path.joins_a(Joins::meeting)) &&
         (it.space_kinds.empty() || path.joins_a(Joins::space));
}

/// Whether nobody who takes this path could meet the condition.
bool shut(const Path& path, const Condition& it, const model::Network& network) {
  const bool needs_itself = it.registered.size() == 1 && it.registered.front() == path.id;
  const bool pair_of_one = it.pair == std::optional(true) && path.unit != Unit::pair;
  return contradict(it, path.open_to, network) || needs_itself || pair_of_one || !joins_meetings_or_spaces(path, it);
}

void prove_condition(const Proof& proof, const Rule& rule, const std::vector<const Path*>& paths) {
  const model::Network& network = *proof.book.network;
  const auto impossible = [&](std::string why) {
    proof.report(diag::code::impossible_rule, rule.at,
                 fmt::format("nobody can ever meet the rule `{}`: {}", rule.id, why),
                 "correct `must`, or the path that it is about");
  };
  if (contradict(*rule.must, *rule.must, network)) return impossible("its `must` contradicts itself");
  for (const Path* path : paths)
    if (shut(*path, *rule.must, network))
      impossible(fmt::format("its `must` shuts the path `{}` to everybody it is open to", path->id));
  const bool always = std::all_of(paths.begin(), paths.end(), [&](const Path* path) {
    return rule.must->empty || implies(path->open_to, *rule.must, network) || implies(rule.when, *rule.must, network);
  });
  if (always && !paths.empty())
    proof.report(
        diag::code::silent_rule, rule.at, fmt::format("the rule `{}` is always met: it can never speak", rule.id),
        rule.must->empty ? "say what must be, or take the rule out"
                         : "what it asks follows from `when` or from the path's `open_to`: take one of them out");
}

void prove_limit(const Proof& proof, const Rule& rule, const std::vector<const Path*>& paths) {
  const Limit& limit = *rule.limit;
  if (limit.max == Max::number && limit.number == 0)
    proof.report(diag::code::impossible_rule, rule.at,
                 fmt::format("the rule `{}` lets nobody in: its limit is 0", rule.id),
                 "write the number that may be there");
  const bool seats = std::any_of(paths.begin(), paths.end(), [](const Path* path) {
    return path->joins_a(Joins::workshop) || path->joins_a(Joins::series);
  });
  if (limit.max == Max::seats && !seats)
    proof.report(diag::code::silent_rule, rule.at,
                 fmt::format("the rule `{}` counts seats where nothing has any: it can never speak", rule.id),
                 "workshops and series have seats; elsewhere, write a number");
}

}  // namespace

void prove_rule(const Proof& proof, const Rule& rule) {
  const std::vector<const Path*> paths = paths_of(proof.book, rule);
  const bool speaks = std::any_of(paths.begin(), paths.end(), [&](const Path* path) {
    return !shut(*path, rule.when, *proof.book.network) && !contradict(rule.when, rule.when, *proof.book.network);
  });
  if (!speaks) {
    proof.report(diag::code::silent_rule, rule.at,
                 fmt::format("the rule `{}` is about nobody: it can never speak", rule.id),
                 "its `when` contradicts itself, or whom its paths are open to");
    return;
  }
  if (rule.must) prove_condition(proof, rule, paths);
  if (rule.limit) prove_limit(proof, rule, paths);
}

}  // namespace cenacle::rules
