// Asking to take part: by which path, for which body, what the rules say, and where the request stands then.
#include <algorithm>

#include "rules/registration/desk.h"
#include "rules/registration/meets.h"
#include "rules/registration/obstacles.h"

namespace cenacle::rules {

namespace {

using model::Fact;
using model::FactKind;
using model::State;

/// One request on its way: filled in step by step, each of which may meet an obstacle.
class Request {
 public:
  Request(const Setting& setting, const Asking& asking, const Joined& joined)
      : setting_(setting), asking_(asking), joined_(joined) {}

  std::optional<Obstacle> look() {
    for (const auto step : {&Request::find_time, &Request::find_people, &Request::find_body, &Request::find_path,
                            &Request::find_others, &Request::find_words})
      if (std::optional<Obstacle> found = (this->*step)()) return found;
    return std::nullopt;
  }
  Case as_case(const Path& path) const {
    Case it{setting_, path, joined_};
    it.body = body_, it.asked = setting_.today();
    if (!asking_.person.empty()) it.person = setting_.records.person(asking_.person);
    if (!asking_.partner.empty()) it.partner = setting_.records.person(asking_.partner);
    if (it.person) it.profile = it.person->profile;
    return it;
  }
  const Path& path() const { return *path_; }
  const model::Body* body() const { return body_; }

 private:
  bool is_body() const { return asking_.person.empty(); }
  const std::string& title() const { return joined_.page().title; }

  std::optional<Obstacle> find_time() {
    if (is_cancelled(joined_)) return Obstacle{Hindrance::cancelled, {{"object", title()}}};
    if (const auto last = last_day(joined_); last && *last < setting_.today())
      return Obstacle{Hindrance::over, {{"object", title()}, {"day", *last}}};
    return std::nullopt;
  }

  std::optional<Obstacle> find_people() {
    if (is_body() && asking_.body.empty()) return Obstacle{Hindrance::nobody_asks};
    if (!is_body())
      if (auto found = bar(setting_, asking_.person)) return found;
    if (asking_.partner.empty()) return std::nullopt;
    if (is_body() || asking_.partner == asking_.person) return Obstacle{Hindrance::same_person};
    return bar(setting_, asking_.partner);
  }

  std::optional<Obstacle> find_body() {
    const model::Network& network = *setting_.book.network;
    if (!asking_.body.empty()) {
      body_ = rules::find_body(network, asking_.body);
      if (body_ == nullptr) return Obstacle{Hindrance::unknown_body, {{"body", asking_.body}}};
      return is_body() ? std::nullopt : stranger(setting_, asking_.person, body_);
    }
    const model::Person her = *setting_.records.person(asking_.person);
    std::set<std::string> bodies;
    for (const model::Mandate* it : her.mandates_in(network.page.id, setting_.today()))
      if (!it->body.empty()) bodies.insert(it->body);
    if (bodies.size() > 1)
      return Obstacle{Hindrance::which_body,
                      {{"who", name_of(setting_, her)}, {"number", static_cast<std::int64_t>(bodies.size())}}};
    if (!bodies.empty()) body_ = rules::find_body(network, *bodies.begin());
    return std::nullopt;
  }

  bool fits(const Path& path) const {
    return path.joins_a(joined_.kind) && (path.unit == Unit::body) == is_body() &&
           (asking_.partner.empty() || path.unit == Unit::pair);
  }

  std::optional<Obstacle> find_path() {
    if (asking_.path.empty()) {
      for (const Path& it : setting_.book.paths)
        if (path_ == nullptr && fits(it) && holds(it.open_to, as_case(it))) path_ = &it;
      if (path_ == nullptr) return Obstacle{Hindrance::no_path_open, {{"object", title()}}};
      return std::nullopt;
    }
    path_ = setting_.book.path(asking_.path);
    if (path_ == nullptr) return Obstacle{Hindrance::unknown_path, {{"path", asking_.path}}};
    const Obstacle::Named path{"path", path_->title};
    if (!path_->joins_a(joined_.kind)) return Obstacle{Hindrance::wrong_object, {path, {"object", title()}}};
    if ((path_->unit == Unit::body) != is_body())
      return Obstacle{is_body() ? Hindrance::wrong_unit_person : Hindrance::wrong_unit_body, {path}};
    if (!asking_.partner.empty() && path_->unit != Unit::pair) return Obstacle{Hindrance::no_pair, {path}};
    if (!holds(path_->open_to, as_case(*path_))) return Obstacle{Hindrance::not_open, {path}};
    return std::nullopt;
  }

  /// Who is there already.
  std::optional<Obstacle> find_others() {
    if (is_body()) {
      for (const model::Registration& it : setting_.records.of_body(setting_.book.network->page.id, body_->id))
        if (it.person.empty() && it.path == path_->id && it.object == joined_.reference &&
            model::nature(it.state) != model::Nature::out)
          return Obstacle{Hindrance::already_registered,
                          {{"who", body_->name}, {"n", it.id}, {"object", title()}, {"state", it.state}}};
      return std::nullopt;
    }
    if (auto found = already_there(setting_, asking_.person, joined_)) return found;
    if (asking_.partner.empty()) return std::nullopt;
    if (auto found = already_there(setting_, asking_.partner, joined_)) return found;
    return stranger(setting_, asking_.partner, body_);
  }

  std::optional<Obstacle> find_words() {
    for (const std::string& id : asking_.statements)
      if (std::none_of(path_->statements.begin(), path_->statements.end(),
                       [&](const Statement& it) { return it.id == id; }))
        return Obstacle{Hindrance::unknown_statement_of_path, {{"path", path_->title}, {"statement", id}}};
    if (asking_.insist && asking_.because.empty()) return Obstacle{Hindrance::reason_to_override};
    return std::nullopt;
  }

  const Setting& setting_;
  const Asking& asking_;
  const Joined& joined_;
  const Path* path_ = nullptr;
  const model::Body* body_ = nullptr;
};

/// Whether somebody who asks now has others before her, even if a seat is free at this instant.
bool others_wait(const Setting& setting, const Joined& joined, const Path& path, const Judgement& judgement) {
  const auto waits = [](const Verdict& it) { return it.rule->otherwise == Otherwise::wait; };
  return std::any_of(judgement.verdicts.begin(), judgement.verdicts.end(), waits) &&
         !queue_of(setting, joined, path).empty();
}

struct Outcome {
  State state = State::requested;
  bool holds = false;
  std::string cause;
  bool against = false;  ///< a rule is
};

/// Where a request stands once the rules have spoken.
Outcome outcome(const Setting& setting, const Joined& joined, const Path& path, const Judgement& judgement) {
  const Verdict* breach = judgement.against(Otherwise::refuse);
  const Verdict* const no_seat = judgement.against(Otherwise::wait);
  if (breach == nullptr && (no_seat != nullptr || others_wait(setting, joined, path, judgement)) && has_queue(path))
    return {State::waiting, false, no_seat == nullptr ? "queue" : no_seat->rule->id, false};
  if (breach == nullptr) breach = no_seat;
  if (breach == nullptr) return {path.start, path.holds_seat(path.start), "start", false};
  if (needs(path, Need::decision)) return {path.start, false, breach->rule->id, true};
  return {State::refused, false, breach->rule->id, true};
}

}  // namespace

Ruling ask(const Setting& setting, const Asking& asking) {
  Ruling ruling;
  const auto joined = find_joined(*setting.book.network, asking.object);
  if (!joined) {
    ruling.obstacle = Obstacle{Hindrance::unknown_object, {{"object", asking.object}}};
    return ruling;
  }
  Desk desk(setting);
  desk.settle(joined->reference);
  const Setting now = desk.at(setting.now);
  Request request(now, asking, *joined);
  ruling.obstacle = request.look();
  if (ruling.obstacle) return ruling;

  const Path& path = request.path();
  Judgement judgement = judge(request.as_case(path));
  const std::int64_t id = now.records.next_registration();
  Fact asked = desk.fact(FactKind::requested, id, setting.now);
  asked.person = asking.person, asked.other = asking.partner, asked.object = joined->reference, asked.path = path.id;
  asked.body = request.body() == nullptr ? "" : request.body()->id;
  asked.value = request.as_case(path).profile, asked.digest = setting.book.digest;
  for (Verdict& it : judgement.verdicts)
    it.overridden = asking.insist && it.result == Verdict::Result::breach && may_override(*it.rule);
  const Outcome then = outcome(now, *joined, path, judgement);
  ruling.refused = then.against;

  desk.write(std::move(asked));
  for (const std::string& statement : asking.statements)
    desk.write(statement_of(desk, *desk.ledger().registration(id), path, statement));
  for (const Verdict& it : judgement.verdicts) {
    desk.write_verdict(it, id, setting.now);
    if (!it.overridden) continue;
    Fact overridden = desk.fact(FactKind::overridden, id, setting.now);
    overridden.value = it.rule->id, overridden.said = asking.because;
    desk.write(std::move(overridden));
  }
  desk.put(id, then.state, then.holds, then.cause, setting.now);
  desk.advance(id, setting.now);
  desk.promote(joined->reference, setting.now);
  ruling.verdicts = std::move(judgement.verdicts);
  desk.close(&ruling, id);
  return ruling;
}

}  // namespace cenacle::rules
