// Quotes, payments, what is served, and the acts that a path waits for by name.
#include <algorithm>

#include "rules/registration/convention.h"
#include "rules/registration/doing.h"
#include "rules/registration/signatures.h"

namespace cenacle::rules {

using model::Fact;
using model::FactKind;
using model::Nature;

namespace {

/// The move that the act makes from the state it is in; null: none.
const Move* move_on(const Doing& doing, Act act) {
  for (const Move& it : doing.path().moves)
    if (it.from == doing.it().state && it.on == act) return &it;
  return nullptr;
}

std::string title_of(const Doing& doing, std::string_view charter) {
  const model::Charter* const current = current_charter(*doing.now.book.network, charter);
  return current == nullptr ? std::string(charter) : current->page.title;
}

void make(const Doing& doing, const Move& move, std::string_view cause) {
  doing.desk.enter(doing.it().id, move.to, cause, doing.now.now);
}

}  // namespace

std::optional<Obstacle> quote(const Doing& doing) {
  const Move* const move = move_on(doing, Act::quote);
  if (move == nullptr && doing.progress.quoted && !doing.progress.agreed)
    return doing.cannot(Hindrance::already_quoted);
  if (move == nullptr) return doing.cannot_so(Hindrance::not_now_to_quote);
  Fact quoted = doing.fact(FactKind::quoted);
  quoted.number = doing.now.records.next_quote(quoted.network, static_cast<int>(doing.now.today().year()));
  quoted.limit = doing.step.number, quoted.detail = doing.step.detail;
  quoted.day = doing.now.today(), quoted.body = doing.it().body;
  if (const auto& billing = doing.now.book.network->billing)
    quoted.until = doing.now.end_of(base::add_days(doing.now.today(), static_cast<int>(billing->valid_days)));
  doing.write(std::move(quoted));
  make(doing, *move, "quote");
  return std::nullopt;
}

std::optional<Obstacle> agree(const Doing& doing) {
  if (!doing.progress.quoted) return doing.cannot(Hindrance::no_quote);
  if (doing.progress.agreed) return doing.cannot(Hindrance::already_agreed);
  doing.write(FactKind::agreed);
  return std::nullopt;
}

/// The same reference is the same payment.
std::optional<Obstacle> pay(const Doing& doing) {
  if (doing.step.number <= 0) return Obstacle{Hindrance::bad_payment};
  for (const Fact& it : doing.now.records.facts_of(doing.it().id))
    if (it.kind == FactKind::paid && !doing.step.text.empty() && it.said == doing.step.text)
      return Obstacle{Hindrance::already_paid, {{"reference", doing.step.text}}};
  Fact paid = doing.fact(FactKind::paid);
  paid.body = doing.it().body, paid.object = doing.it().object;
  paid.number = doing.step.number, paid.day = doing.step.day.value_or(doing.now.today());
  paid.value = doing.step.value;
  doing.write(std::move(paid));
  return std::nullopt;
}

std::optional<Obstacle> serve(const Doing& doing) {
  if (doing.nature() != Nature::in) return doing.cannot_so(Hindrance::not_now_to_serve);
  if (doing.step.number <= 0) return Obstacle{Hindrance::bad_half_days};
  const base::Date day = doing.step.day.value_or(doing.now.today());
  Case it = doing.as_case();
  it.half_days = doing.step.number, it.day = day;
  Judgement judgement = judge(it);
  std::erase_if(judgement.verdicts, [](const Verdict& verdict) {
    return !verdict.rule->limit || verdict.rule->limit->count != Count::half_days;
  });
  if (auto against = override_breaches(doing, std::move(judgement))) return against;
  Fact served = doing.fact(FactKind::served);
  served.number = doing.step.number, served.day = day;
  doing.write(std::move(served));
  return std::nullopt;
}

std::optional<Obstacle> convene(const Doing& doing) {
  const Move* const move = move_on(doing, Act::convene);
  if (move == nullptr && doing.it().state == model::State::convened) return doing.cannot(Hindrance::already_convened);
  if (move == nullptr) return doing.cannot_so(Hindrance::not_now_to_convene);
  doing.write(FactKind::convened);
  make(doing, *move, "convene");
  return std::nullopt;
}

std::optional<Obstacle> attend(const Doing& doing) {
  const Move* const move = move_on(doing, Act::attend);
  if (move == nullptr && doing.it().state == model::State::attended) return doing.cannot(Hindrance::already_attended);
  if (move == nullptr) return doing.cannot_so(Hindrance::not_now_to_attend);
  make(doing, *move, "attend");
  return std::nullopt;
}

/// E1: before the notice begins, that is at least `notice_months` before the end.
std::optional<Obstacle> denounce(const Doing& doing) {
  if (doing.it().state == model::State::denounced) return doing.cannot(Hindrance::already_denounced);
  const Move* const move = move_on(doing, Act::denounce);
  if (move == nullptr) return doing.cannot_so(Hindrance::not_now_to_denounce);
  if (doing.path().term && doing.it().until) {
    const Term& term = *doing.path().term;
    const base::Date end = doing.now.day_of(*doing.it().until);
    const base::Date last = last_day_of_notice(end, term);
    if (last < doing.now.today())
      return doing.cannot(Hindrance::too_late, {{"day", last},
                                                {"months", term.notice_months},
                                                {"end", end},
                                                {"cited", ArticleOf{term.notice_article, title_of(doing, term.charter)}}});
  }
  doing.write(FactKind::denounced);
  make(doing, *move, "denounce");
  return std::nullopt;
}

}  // namespace cenacle::rules
