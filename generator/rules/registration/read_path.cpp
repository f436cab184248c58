// One path: what it joins, whom it is for, its states and moves, and what is asked on the way.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/registration/reading.h"

namespace cenacle::rules {

using content::Keys;
using Wanted = content::Need;

namespace {

constexpr Choice<bool> seats_of[] = {{"person", false}, {"body", true}};
constexpr Choice<bool> by_whom[] = {{"person", false}, {"employer", true}};
constexpr Choice<bool> of_which_body[] = {{"body", false}, {"parent", true}};
constexpr Choice<bool> term_since[] = {{"start", false}, {"mandate", true}};
constexpr Choice<bool> term_until[] = {{"season", true}};
enum class Asked : std::uint8_t { reason, substitute };
constexpr Choice<Asked> asked_of_leavers[] = {{"reason", Asked::reason}, {"substitute", Asked::substitute}};

/// States that nothing of the file leads to: everybody's ways out, and the waiting list, which a rule sends to.
constexpr model::State not_by_a_move[] = {model::State::waiting, model::State::withdrawn, model::State::excluded};

/// `after_days`: a number, or "quote": as long as the issuer's quotes are valid.
std::optional<std::int64_t> read_delay(Keys& keys, const Reading& reading) {
  const toml::Entry* const entry = keys.find("after_days");
  if (entry != nullptr && entry->value.kind == toml::Kind::text && entry->value.text == "quote") {
    if (reading.network.billing) return reading.network.billing->valid_days;
    keys.report(diag::code::bad_value, entry->value.at, "the network does not say how long its quotes are valid",
                "add the table `[billing]` to `" + reading.network.page.path + "`, with `valid_days`");
    return std::nullopt;
  }
  const auto days = figure(keys, "after_days", reading);
  return days ? std::optional(days->value) : std::nullopt;
}

void check_ends(const Keys& keys, const Move& it) {
  const toml::Node *const from = keys.table().find("from"), *const to = keys.table().find("to");
  if (from != nullptr && model::state_of(from->text) && model::nature(it.from) == model::Nature::out)
    keys.report(diag::code::bad_value, from->at, fmt::format("nothing follows the state `{}`", from->text),
                "a move starts from a state that is not over");
  if (to == nullptr || !model::state_of(to->text)) return;
  if (std::find(std::begin(not_by_a_move), std::end(not_by_a_move), it.to) == std::end(not_by_a_move)) return;
  keys.report(diag::code::bad_value, to->at, fmt::format("no move of a file leads to `{}`", to->text),
              it.to == model::State::waiting ? "a rule with `otherwise = \"wait\"` sends there"
                                             : "everybody may leave, and be excluded, whatever the file says");
}

/// `seat` is for who waits, `answer` for who is offered one.
void check_needs(const Keys& keys, const Move& it) {
  const toml::Node* const list = keys.table().find("once");
  const auto check = [&](Need need, model::Nature nature, std::string_view from) {
    if (std::find(it.once.begin(), it.once.end(), need) == it.once.end() || model::nature(it.from) == nature) return;
    keys.report(diag::code::bad_value, list->at, fmt::format("`{}` is met in the state `{}` only", word(need), from),
                fmt::format("write:\nfrom = \"{}\"", from));
  };
  check(Need::seat, model::Nature::queue, "waiting");
  check(Need::answer, model::Nature::offer, "offered");
}

Move read_move(Keys& keys, const Reading& reading) {
  Move it;
  it.at = spot_of(keys);
  it.from = state(keys, "from", Wanted::required).value_or(it.from);
  it.to = state(keys, "to", Wanted::required).value_or(it.to);
  it.once = chosen(keys, "once", need_words);
  if (const toml::Entry* on = keys.find("on"); on != nullptr) it.on = keys.choice("on", act_words, Act::quote);
  it.after_days = read_delay(keys, reading);
  it.at_term = keys.boolean("at_term");
  int ways = 0;
  for (const std::string_view key : {"once", "on", "after_days", "at_term"}) ways += keys.table().find(key) != nullptr;
  if (ways == 0) keys.missing("once", "[\"decision\"]");
  if (ways > 1)
    keys.report(diag::code::bad_value, keys.at(), "a move has one of `once`, `on`, `after_days` and `at_term`",
                "make several moves of it");
  check_ends(keys, it);
  check_needs(keys, it);
  return it;
}

Statement read_statement(Keys& keys, const Reading& reading, const std::vector<Statement>& before) {
  Statement it;
  it.id = new_id(keys, before);
  it.text = keys.text("text", Wanted::required);
  it.by_employer = keys.choice("by", by_whom, false);
  const Cited source = cited(keys, "article", reading, Wanted::required);
  if (source.charter != nullptr) it.charter = source.charter->charter;
  it.article = source.article;
  return it;
}

Signature read_signature(Keys& keys, const Reading& reading) {
  Signature it;
  it.role = content::reference<model::Role>(keys, "role", Wanted::required);
  it.of_parent = keys.choice("of", of_which_body, false);
  if (auto when = condition_at(keys, "when", reading)) it.when = std::move(*when);
  return it;
}

/// The article beside the number that `key` names, or `otherwise`.
Cited article_of(const Keys& keys, std::string_view key, const Reading& reading, const Cited& otherwise) {
  const toml::Node* const value = keys.table().find(key);
  if (value == nullptr || value->kind != toml::Kind::text) return otherwise;
  const Stated stated = stated_number(reading.network, reading.charter, value->text);
  return stated.rule == nullptr ? otherwise : Cited{stated.charter, stated.rule->article};
}

Term read_term(Keys& keys, const Reading& reading) {
  Term it;
  it.of_season = keys.choice("until", term_until, false);
  const auto number = [&](std::string_view key, Wanted need, std::int64_t least) {
    const auto found = figure(keys, key, reading, need, least);
    return found ? found->value : 0;
  };
  it.months = number("months", it.of_season ? Wanted::optional : Wanted::required, 1);
  it.renewals = number("renewals", Wanted::optional, 0);
  it.notice_months = number("notice_months", Wanted::optional, 0);
  it.since_mandate = keys.choice("since", term_since, false);
  const Cited written = cited(keys, "article", reading, Wanted::optional);
  const Cited length = article_of(keys, "months", reading, written);
  const Cited notice = article_of(keys, "notice_months", reading, written);
  it.charter = length.charter == nullptr ? std::string() : length.charter->charter;
  it.article = length.article;
  it.notice_article = notice.article;
  if (it.of_season && keys.table().find("months") != nullptr)
    keys.report(diag::code::bad_value, keys.find("months")->value.at,
                "a term has `months` or `until = \"season\"`, not both", "take one of them out");
  return it;
}

/// `sign`, and who signs: everybody that the charter itself lists, where the file does not say.
void read_charter_to_sign(Keys& keys, const Reading& reading, Path& it) {
  it.charter = charter(keys, "sign");
  const bool says = keys.table().find("signatures") != nullptr;
  keys.tables("signatures", "a signature",
              [&](Keys& table) { it.signatures.push_back(read_signature(table, reading)); });
  if (says || it.charter == nullptr) return;
  for (const model::Signatory& signatory : it.charter->signatories)
    if (signatory.role != nullptr) it.signatures.push_back({signatory.role, false, {}});
}

std::vector<Move> read_moves(Keys& keys, const Reading& reading) {
  std::vector<Move> all;
  keys.tables("moves", "a move", [&](Keys& table) { all.push_back(read_move(table, reading)); });
  return all;
}

void read_states(Keys& keys, const Reading& reading, Path& it) {
  it.start = state(keys, "start", Wanted::optional).value_or(model::State::requested);
  const bool says = keys.table().find("holds") != nullptr;
  it.holds = states(keys, "holds");
  it.moves = read_moves(keys, reading);
  if (says) return;
  for (const std::string_view name : model::state_words()) {
    const model::State state = *model::state_of(name);
    const model::Nature nature = model::nature(state);
    if (nature == model::Nature::offer || nature == model::Nature::in) it.holds.push_back(state);
  }
}

}  // namespace

Path read_path(Keys& keys, const Reading& reading) {
  Path it;
  it.at = spot_of(keys);
  it.id = new_id(keys, reading.book.paths);
  it.title = keys.text("title", Wanted::required);
  it.joins = chosen(keys, "joins", joins_words, Wanted::required);
  it.unit = keys.choice("unit", unit_words, Unit::person);
  it.gives = keys.choice("gives", gives_words, Gives::member);
  it.meetings = content::all_listed(keys, "meetings", "kind of meeting", reading.network.meeting_kinds);
  it.seat_of_body = keys.choice("seat_of", seats_of, false);
  if (auto open_to = condition_at(keys, "open_to", reading)) it.open_to = std::move(*open_to);
  read_states(keys, reading, it);
  it.decided_by = content::reference<model::Role>(keys, "decided_by");
  keys.tables("statements", "a statement",
              [&](Keys& table) { it.statements.push_back(read_statement(table, reading, it.statements)); });
  for (const model::Role* role : content::references<model::Role>(keys, "approvals")) it.approvals.push_back({role});
  read_charter_to_sign(keys, reading, it);
  keys.tables("first", "a condition", [&](Keys& table) { it.first.push_back(condition(table, reading)); });
  it.rates = rate_ids(keys, "rates", reading, true);
  it.fee = rate_ids(keys, "fee", reading, false);
  it.absences = figure(keys, "absences", reading, Wanted::optional, 1);
  for (const Asked asked : chosen(keys, "leaving", asked_of_leavers))
    (asked == Asked::reason ? it.reason : it.substitute) = true;
  keys.table("term", "a term", [&](Keys& table) { it.term = read_term(table, reading); });
  return it;
}

}  // namespace cenacle::rules
