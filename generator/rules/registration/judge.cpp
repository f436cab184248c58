// What the rules of a path say of a request: a verdict for each rule that is about it.
#include "rules/registration/judge.h"

#include <algorithm>

#include "rules/registration/limits.h"
#include "rules/registration/meets.h"
#include "rules/registration/sentence.h"

namespace cenacle::rules {

namespace {

Verdict speak(const Rule& rule, const Case& it) {
  Verdict verdict;
  verdict.rule = &rule;
  Blanks blanks;
  bool breached = false;
  if (rule.limit) {
    const Tally found = tally(rule, it);
    verdict.counted = found.used, verdict.limit = found.max.value_or(0);
    breached = found.breached();
    blanks = {found.used, found.max.value_or(0), found.date};
  } else if (rule.must) {
    breached = !holds(*rule.must, it, rule.paths);
    blanks.date = opening_day(*rule.must, it, rule.paths);
    if (!blanks.date) blanks.date = closing_day(*rule.must, it);
  }
  if (!breached) return verdict;
  verdict.result = rule.otherwise == Otherwise::warn ? Verdict::Result::warning : Verdict::Result::breach;
  verdict.sentence = filled_in(rule.says, it, blanks);
  return verdict;
}

/// Whether it may say one thing of somebody and another of her colleague on the same seat.
bool is_of_the_person(const Rule& rule) {
  if (!rule.limit) return true;
  const auto looks = [](Each each) { return each == Each::person || each == Each::profile; };
  return !is_of_seats(rule) && std::any_of(rule.limit->each.begin(), rule.limit->each.end(), looks);
}

}  // namespace

const Verdict* Judgement::against(Otherwise what) const {
  for (const Verdict& it : verdicts)
    if (it.result == Verdict::Result::breach && !it.overridden && it.rule->otherwise == what) return &it;
  return nullptr;
}

bool may_override(const Rule& rule) { return !rule.firm && !is_of_seats(rule); }

bool is_of_seats(const Rule& rule) {
  return rule.otherwise == Otherwise::wait || (rule.limit && rule.limit->max == Max::seats);
}

Judgement judge(const Case& it, const std::set<std::string>& overridden, Asked asked) {
  Judgement judgement;
  for (const Rule* rule : it.path.rules) {
    if (asked == Asked::of_the_person && !is_of_the_person(*rule)) continue;
    if (!holds(rule->when, it, rule->paths)) continue;
    Verdict verdict = speak(*rule, it);
    verdict.overridden =
        verdict.result == Verdict::Result::breach && may_override(*rule) && overridden.contains(rule->id);
    judgement.verdicts.push_back(std::move(verdict));
  }
  return judgement;
}

std::set<std::string> overridden_of(const std::vector<model::Fact>& facts) {
  std::set<std::string> rules;
  for (const model::Fact& it : facts)
    if (it.kind == model::FactKind::overridden) rules.insert(it.value);
  return rules;
}

}  // namespace cenacle::rules
