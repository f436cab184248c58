// Rulebook → what a page « S'inscrire » says.
#include "site/join_maker.h"

#include <algorithm>
#include <set>

#include "rules/registration/words.h"

namespace cenacle::site {

namespace {

using rules::Need;
using rules::Path;

template <class Things>
List<Text> titles(const Things& things) {
  List<Text> all;
  for (const auto* it : things) all.push_back(it->plural.empty() ? it->title : it->plural);
  return all;
}

/// What happens on the way in, in order: words of needs, and of acts that others do.
List<Text> steps_of(const Path& path) {
  List<Text> steps;
  const auto note = [&](Text step) {
    if (std::find(steps.begin(), steps.end(), step) == steps.end()) steps.push_back(step);
  };
  std::set<model::State> passed;
  std::vector<model::State> ahead{path.start};
  while (!ahead.empty()) {
    const model::State from = ahead.front();
    ahead.erase(ahead.begin());
    if (!passed.insert(from).second || model::nature(from) == model::Nature::in) continue;
    for (const rules::Move& move : path.moves) {
      if (move.from != from || model::nature(move.to) == model::Nature::out) continue;
      for (const Need need : move.once) note(rules::word(need));
      if (move.on) note(rules::word(*move.on));
      ahead.push_back(move.to);
    }
  }
  return steps;
}

bool is_member(const model::Network& network, std::string_view membership) {
  for (const model::Membership& it : network.memberships)
    if (it.id == membership) return it.member;
  return false;
}

/// How many days a state lasts before it expires.
std::optional<std::int64_t> days_in(const Path& path, model::State state) {
  for (const rules::Move& move : path.moves)
    if (move.from == state && move.after_days) return move.after_days;
  return std::nullopt;
}

Text kind_word(const Joinable& it) { return rules::word(it.kind); }

}  // namespace

JoinView JoinMaker::join(const Joinable& it) const {
  JoinView view;
  view.kind = kind_word(it);
  view.of = views_.link(*it.page);
  if (it.meetings != nullptr) view.of.title = it.title();
  view.reference = it.reference();
  const model::Role* asked = network_.contact.role;
  for (const Path* from : paths_to(book_, it)) {
    view.paths.push_back(path(*from, it));
    if (asked == nullptr || asked->mail.empty()) asked = from->decided_by;
  }
  if (asked != nullptr) view.mail = asked->mail, view.mail_title = asked->title;
  view.closes = closing_day(book_, it);
  if (it.group != nullptr && it.group->call) {
    view.call_deadline = it.group->call->deadline;
    view.call_open = it.group->call->deadline >= views_.portal().today;
  }
  return view;
}

JoinPathView JoinMaker::path(const Path& from, const Joinable& it) const {
  JoinPathView view;
  view.id = from.id;
  view.title = from.title;
  view.unit = rules::word(from.unit);
  view.gives = rules::word(from.gives);
  view.at_meetings = it.meetings == nullptr && !from.joins_a(it.kind);
  view.reference = it.reference() + " · " + from.id;
  view.seat_of_body = from.seat_of_body;
  view.reason = from.reason;
  view.substitute = from.substitute;
  view.open_to = condition(from.open_to, it);
  view.steps = steps_of(from);
  view.decided = std::find(view.steps.begin(), view.steps.end(), rules::word(Need::decision)) != view.steps.end();
  for (const rules::Rule* each : from.rules) {
    if (!can_hold(each->when, it)) continue;
    JoinRuleView shown = rule(*each, from, it);
    // What must be so of the place that is joined is so, or the path would not lead there.
    if (shown.limit || !shown.must->clauses.empty()) view.rules.push_back(std::move(shown));
    view.queue = view.queue || each->otherwise == rules::Otherwise::wait;
  }
  for (const rules::Statement& each : from.statements)
    view.statements.push_back({each.text, each.by_employer, article(each.charter, each.article)});
  if (from.decided_by != nullptr) view.decided_by = views_.of(*from.decided_by);
  for (const rules::Approval& each : from.approvals) view.approvals.push_back(each.role->title);
  view.charter = views_.charter_link(from.charter);
  for (const rules::Signature& each : from.signatures)
    view.signatures.push_back({each.role->title, each.of_parent, condition(each.when, it)});
  view.rates = rates(from.rates, it, &view.rate_year);
  view.fees = rates(from.fee, it, &view.rate_year);
  view.offer_days = days_in(from, model::State::offered);
  view.quote_days = days_in(from, model::State::quoted);
  if (from.absences) view.absences = from.absences->value;
  for (const rules::Condition& each : from.first) view.first.push_back(condition(each, it));
  view.term = term(from);
  return view;
}

JoinRuleView JoinMaker::rule(const rules::Rule& from, const Path& path, const Joinable& it) const {
  JoinRuleView view;
  view.when = condition(from.when, it);
  if (from.must) view.must = condition(*from.must, it);
  if (from.limit) view.limit = limit(*from.limit);
  if (view.limit) view.limit->object = rules::word(path.joins_a(it.kind) ? it.kind : rules::Joins::meeting);
  const auto& of = from.when.memberships;
  view.bars = from.must && from.must->member == true && !of.empty() &&
              std::none_of(of.begin(), of.end(), [&](const std::string& id) { return is_member(network_, id); });
  view.firm = from.firm;
  view.otherwise = rules::word(from.otherwise);
  view.article = article(from.charter, from.article);
  return view;
}

ConditionView JoinMaker::condition(const rules::Condition& from, const Joinable& it) const {
  ConditionView view;
  const auto listed = [&](Text kind, List<Text> names, bool or_none = false) {
    if (!names.empty() || or_none) view.clauses.push_back({kind, true, std::move(names), or_none, 0});
  };
  const auto asked = [&](Text kind, const std::optional<bool>& yes) {
    if (yes) view.clauses.push_back({kind, *yes, {}, false, 0});
  };
  const auto counted = [&](Text kind, const std::optional<std::int64_t>& number) {
    if (number) view.clauses.push_back({kind, true, {}, false, *number});
  };
  asked("body", from.has_body);
  asked("member", from.member);
  List<Text> memberships, ways;
  bool none = false;
  for (const std::string& id : from.memberships) {
    none = none || id == "none";
    for (const model::Membership& membership : network_.memberships)
      if (membership.id == id) memberships.push_back(membership.title);
  }
  listed("membership", std::move(memberships), none);
  listed("body_kind", titles(from.body_kinds));
  counted("population_min", from.population_min);
  counted("population_max", from.population_max);
  asked("local", from.local);
  listed("role", titles(from.roles));
  listed("profile", List<Text>(from.profiles.begin(), from.profiles.end()));
  for (const std::string& id : from.registered)
    if (const Path* path = book_.path(id)) ways.push_back(path->title);
  listed("registered", std::move(ways));
  asked("pair", from.pair);
  asked("personal_mailbox", from.personal_mailbox);
  asked("call_open", from.call_open);
  asked("fee_paid", from.fee_paid);
  if (it.meetings == nullptr) listed("meeting_kind", titles(from.meeting_kinds));  // else it is of that kind
  counted("closes_days", from.closes_days);
  counted("rest_months", from.rest_months);
  return view;
}

LimitView JoinMaker::limit(const rules::Limit& from) const {
  LimitView view;
  for (const rules::Each each : from.each) view.each.push_back(rules::word(each));
  view.count = rules::word(from.count);
  view.max = from.max == rules::Max::number ? "number" : rules::word_in(rules::max_words, from.max);
  view.number = from.stated != nullptr ? from.stated->value : from.number;
  view.percent = from.percent;
  view.within_months = from.within_months;
  view.since_mandate = from.since_mandate;
  return view;
}

std::optional<TermView> JoinMaker::term(const Path& from) const {
  if (!from.term) return std::nullopt;
  const rules::Term& it = *from.term;
  return TermView{it.months,
                  it.renewals,
                  it.notice_months,
                  it.of_season,
                  it.since_mandate,
                  article(it.charter, it.article),
                  article(it.charter, it.notice_article)};
}

/// The rates of those ids in the last tariff that is not of a year to come.
List<RateView> JoinMaker::rates(const std::vector<std::string>& ids, const Joinable& it,
                                std::optional<std::int64_t>* year) const {
  List<RateView> found;
  if (ids.empty()) return found;
  for (const model::Tariff& tariff : network_.tariffs) {  // newest first
    if (tariff.year > static_cast<int>(views_.portal().today.year())) continue;
    for (const std::string& id : ids)
      for (const model::Rate& rate : tariff.rates)
        if (rate.id == id || (id == "object" && it.workshop != nullptr && rate.id == it.workshop->rate))
          found.push_back(rate_view(rate));
    if (!found.empty()) *year = tariff.year;
    break;
  }
  return found;
}

std::optional<CitationView> JoinMaker::article(const std::string& charter, const std::string& article) const {
  if (article.empty()) return std::nullopt;
  return views_.citation({charter, article}, network_);
}

}  // namespace cenacle::site
