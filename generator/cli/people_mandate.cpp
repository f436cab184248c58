// `people mandate`: what somebody is in a body begins or ends, on its day. Registrations are not touched: those that
// depend on the body are listed, each with what to do.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/days.h"
#include "cli/people.h"
#include "cli/people_words.h"

namespace cenacle::cli {

namespace {

class Change {
 public:
  Change(Deed& deed, const PeopleMandate& arguments) : deed_(deed), arguments_(arguments), words_(deed.phrases()) {}

  Acted run() {
    auto found = deed_.person(arguments_.who);
    if (!found) return found.stop();
    her_ = std::move(*found);
    if (const Acted read = read_arguments(); !read) return read;
    if (arguments_.end) return end_all();
    if (arguments_.instead) end_others();
    begin();
    if (const Acted appended = deed_.append(std::move(facts_)); !appended) return appended;
    for (const model::Mandate& it : ended_) review(it);
    return base::Done{};
  }

 private:
  Acted read_arguments() {
    const model::Network* network = nullptr;
    if (!arguments_.network.empty()) {
      const auto found = find_network(deed_.content(), arguments_.network);
      if (!found) return found.stop();
      network = *found;
    } else if (const auto only = only_network()) {
      const auto found = find_network(deed_.content(), *only);
      if (!found) return found.stop();
      network = *found;
    } else {
      return Stop{Exit::usage, "usage",
                  fmt::format("{} is in several networks, or in none: add --network", words_.name_of(her_))};
    }
    wanted_.network = network->page.id;
    if (const Acted read = read_body(*network); !read) return read;
    if (const Acted read = read_role(*network); !read) return read;
    if (!arguments_.in.empty()) {
      const auto object = deed_.object(arguments_.in);
      if (!object) return object.stop();
      wanted_.object = object->reference;
    }
    const auto from = day_given(deed_, arguments_.from);
    if (!from) return from.stop();
    wanted_.from = *from;
    if (arguments_.until.empty()) return base::Done{};
    const auto until = day_given(deed_, arguments_.until);
    if (!until) return until.stop();
    if (!arguments_.end && *until <= wanted_.from) return Stop{Exit::usage, "usage", "--until comes after --from"};
    wanted_.until = *until;
    return base::Done{};
  }

  std::optional<std::string> only_network() const {
    std::optional<std::string> only;
    for (const model::Mandate& it : her_.mandates) {
      if (only && *only != it.network) return std::nullopt;
      only = it.network;
    }
    return only;
  }

  Acted read_body(const model::Network& network) {
    if (arguments_.body.empty() && !arguments_.end) {
      const auto held = her_.mandates_in(network.page.id, deed_.today());
      const bool one = std::all_of(held.begin(), held.end(),
                                   [&](const model::Mandate* it) { return it->body == held.front()->body; });
      if (held.empty() || !one) return Stop{Exit::usage, "usage", "say of which body: --body ID, or --body none"};
      wanted_.body = held.front()->body;
    } else if (!arguments_.body.empty() && arguments_.body != "none") {
      const auto body = find_body(network, arguments_.body);
      if (!body) return body.stop();
      wanted_.body = (*body)->id;
    }
    return base::Done{};
  }

  Acted read_role(const model::Network& network) {
    if (arguments_.role.empty()) return base::Done{};
    std::vector<std::string_view> ids;
    for (const model::Role& it : network.roles) ids.push_back(it.id);
    if (std::find(ids.begin(), ids.end(), arguments_.role) == ids.end()) {
      const auto near = base::closest(arguments_.role, ids);
      return Stop{Exit::usage, "usage",
                  fmt::format("{} has no role `{}`; {}", network.page.id, arguments_.role,
                              near ? fmt::format("did you mean `{}`?", *near) : "it has " + base::listing(ids))};
    }
    wanted_.role = arguments_.role;
    return base::Done{};
  }

  model::Fact& fact(model::FactKind kind, const model::Mandate& mandate, base::Date day) {
    model::Fact& made = facts_.emplace_back(deed_.fact(kind, mandate.network));
    made.person = her_.id, made.body = mandate.body, made.value = mandate.role, made.object = mandate.object,
    made.day = day;
    return made;
  }
  void remark(std::string_view code, std::string sentence, std::int64_t number = 0) {
    deed_.account().remarks.push_back({std::string(code), std::move(sentence), number, her_.id});
  }
  void obstacle(std::string_view code, std::string sentence) {
    deed_.account().obstacle = {std::string(code), std::move(sentence)};
  }

  void end(const model::Mandate& mandate, base::Date asked) {
    const base::Date day = std::max(asked, mandate.from);
    fact(model::FactKind::mandate_ended, mandate, day);
    remark("mandate-ended",
           words_.say("mandate.ends", {{"mandate", mandate_in_words(deed_, mandate)}, {"day", words_.day(day)}}));
    ended_.push_back(mandate);
  }

  /// Whether the arguments mean this one: what they do not say does not count.
  bool is_meant(const model::Mandate& it, base::Date day) const {
    return it.network == wanted_.network && (!it.until || day < *it.until) &&
           (arguments_.body.empty() || it.body == wanted_.body) &&
           (arguments_.role.empty() || it.role == wanted_.role) &&
           (arguments_.in.empty() || it.object == wanted_.object);
  }

  Acted end_all() {
    const base::Date day = wanted_.until.value_or(deed_.today());
    for (const model::Mandate& it : her_.mandates)
      if (is_meant(it, day)) end(it, day);
    if (ended_.empty()) {
      obstacle("no-mandate", words_.say("mandate.none", {{"who", words_.name_of(her_)},
                                                         {"network", network_in_words(deed_, wanted_.network)}}));
      return base::Done{};
    }
    if (const Acted appended = deed_.append(std::move(facts_)); !appended) return appended;
    for (const model::Mandate& it : ended_) review(it);
    return base::Done{};
  }

  void end_others() {
    for (const model::Mandate& it : her_.mandates)
      if (it.network == wanted_.network && it.body != wanted_.body && (!it.until || wanted_.from < *it.until))
        end(it, wanted_.from);
  }

  void begin() {
    for (const model::Mandate& it : her_.mandates)
      if (it.network == wanted_.network && it.body == wanted_.body && it.role == wanted_.role &&
          it.object == wanted_.object && (!it.until || wanted_.from < *it.until)) {
        if (facts_.empty())
          obstacle("mandate-known", words_.say("mandate.known", {{"mandate", mandate_in_words(deed_, it)},
                                                                 {"day", words_.day(it.from)}}));
        return;
      }
    fact(model::FactKind::mandate_began, wanted_, wanted_.from);
    if (wanted_.until) fact(model::FactKind::mandate_ended, wanted_, *wanted_.until);
    remark("mandate-began", words_.say("mandate.begins", {{"mandate", mandate_in_words(deed_, wanted_)},
                                                          {"day", words_.day(wanted_.from)}}));
  }

  /// Her registrations in the network once what she was in a body has ended.
  void review(const model::Mandate& mandate) {
    for (const model::Registration& it : deed_.ledger().of_person(her_.id)) {
      if (it.network != mandate.network || model::nature(it.state) == model::Nature::out || told_.contains(it.id))
        continue;
      const bool still = std::any_of(her_.mandates.begin(), her_.mandates.end(), [&](const model::Mandate& other) {
        const bool gone = std::find(ended_.begin(), ended_.end(), other) != ended_.end();
        return !gone && other.network == it.network && other.body == it.body && !other.until;
      });
      const char* const what = it.body.empty()                    ? "follows"
                               : still || it.body == wanted_.body ? "stays"
                               : seat_of_body(it)                 ? "seat"
                                                                  : "review";
      told_.insert(it.id);
      remark(fmt::format("registration-{}", what),
             words_.say(fmt::format("mandate.registration-{}", what),
                        {{"n", std::to_string(it.id)},
                         {"object", title_of(deed_.content(), words_, it.object)},
                         {"body", name_of_body(deed_.content(), it.network, it.body)}}),
             it.id);
    }
  }

  bool seat_of_body(const model::Registration& registration) const {
    const rules::Rulebook* const book = deed_.books().of(registration.network);
    const rules::Path* const path = book == nullptr ? nullptr : book->path(registration.path);
    return path != nullptr && path->seat_of_body;
  }

  Deed& deed_;
  const PeopleMandate& arguments_;
  const Phrases& words_;
  model::Person her_;
  model::Mandate wanted_;
  std::vector<model::Mandate> ended_;
  std::vector<model::Fact> facts_;
  std::set<std::int64_t> told_;  ///< registrations
};

}  // namespace

int set_mandate(const Context& context, const PeopleMandate& arguments) {
  return perform(context, {"people mandate", arguments.dry_run},
                 [&](Deed& deed) { return Change(deed, arguments).run(); });
}

}  // namespace cenacle::cli
