// Asking to take part: by which path, for which body, what the rules say, and where the request stands then.
#include <algorithm>

#include <fmt/format.h>

#include "rules/registration/desk.h"
#include "rules/registration/meets.h"
#include "rules/registration/obstacles.h"
#include "rules/registration/sentence.h"

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

  std::optional<Obstacle> find_time() {
    if (is_cancelled(joined_))
      return obstacle("cancelled", fmt::format("{} est annulée.", quoted(joined_.page().title)));
    if (const auto last = last_day(joined_); last && *last < setting_.today())
      return obstacle("over", fmt::format("{} est du passé : c’était jusqu’au {}.", quoted(joined_.page().title),
                                          in_words(setting_, *last)));
    return std::nullopt;
  }

  std::optional<Obstacle> find_people() {
    if (is_body() && asking_.body.empty())
      return obstacle("nobody", "Dites qui s’inscrit : une personne, ou une collectivité.");
    if (!is_body())
      if (auto found = bar(setting_, asking_.person)) return found;
    if (asking_.partner.empty()) return std::nullopt;
    if (is_body() || asking_.partner == asking_.person)
      return obstacle("same-person", "Un binôme réunit deux personnes différentes.");
    return bar(setting_, asking_.partner);
  }

  std::optional<Obstacle> find_body() {
    const model::Network& network = *setting_.book.network;
    if (!asking_.body.empty()) {
      body_ = rules::find_body(network, asking_.body);
      if (body_ == nullptr)
        return obstacle("unknown-body",
                        fmt::format("La collectivité {} n’est pas dans la liste du réseau.", quoted(asking_.body)));
      return is_body() ? std::nullopt : stranger(setting_, asking_.person, body_);
    }
    const model::Person her = *setting_.records.person(asking_.person);
    std::set<std::string> bodies;
    for (const model::Mandate* it : her.mandates_in(network.page.id, setting_.today()))
      if (!it->body.empty()) bodies.insert(it->body);
    if (bodies.size() > 1)
      return obstacle("which-body", fmt::format("{} a des fonctions dans {} collectivités : dites pour laquelle.",
                                                name_of(her), bodies.size()));
    if (!bodies.empty()) body_ = rules::find_body(network, *bodies.begin());
    return std::nullopt;
  }

  bool fits(const Path& path) const {
    return path.joins_a(joined_.kind) && (path.unit == Unit::body) == is_body() &&
           (asking_.partner.empty() || path.unit == Unit::pair);
  }

  std::optional<Obstacle> find_path() {
    const std::string title = quoted(joined_.page().title);
    if (asking_.path.empty()) {
      for (const Path& it : setting_.book.paths)
        if (path_ == nullptr && fits(it) && holds(it.open_to, as_case(it))) path_ = &it;
      if (path_ == nullptr)
        return obstacle("not-open", fmt::format("Aucune voie d’inscription à {} n’est ouverte dans ce cas.", title));
      return std::nullopt;
    }
    path_ = setting_.book.path(asking_.path);
    if (path_ == nullptr)
      return obstacle("unknown-path", fmt::format("Le réseau n’a pas de voie {}.", quoted(asking_.path)));
    if (!path_->joins_a(joined_.kind))
      return obstacle("wrong-object", fmt::format("La voie {} ne mène pas à {}.", quoted(path_->title), title));
    if ((path_->unit == Unit::body) != is_body())
      return obstacle("wrong-unit", fmt::format("La voie {} est ouverte {}.", quoted(path_->title),
                                                is_body() ? "aux personnes" : "aux collectivités en tant que telles"));
    if (!asking_.partner.empty() && path_->unit != Unit::pair)
      return obstacle("no-pair", fmt::format("Par la voie {}, une place ne se partage pas.", quoted(path_->title)));
    if (!holds(path_->open_to, as_case(*path_)))
      return obstacle("not-open", fmt::format("La voie {} n’est pas ouverte dans ce cas.", quoted(path_->title)));
    return std::nullopt;
  }

  /// Who is there already.
  std::optional<Obstacle> find_others() {
    if (is_body()) {
      for (const model::Registration& it : setting_.records.of_body(setting_.book.network->page.id, body_->id))
        if (it.person.empty() && it.path == path_->id && it.object == joined_.reference &&
            model::nature(it.state) != model::Nature::out)
          return obstacle("already-registered", fmt::format("{} a déjà l’inscription {} : {}.", body_->name,
                                                            numbered(it.id), in_french(it.state)));
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
        return obstacle("unknown-statement",
                        fmt::format("La voie {} ne demande pas {}.", quoted(path_->title), quoted(id)));
    if (asking_.insist && asking_.because.empty())
      return obstacle("reason-needed", "Pour passer outre une règle, il faut dire pourquoi.");
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
    ruling.obstacle =
        obstacle("unknown-object", fmt::format("Le réseau n’a rien qui s’appelle {}.", quoted(asking.object)));
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
