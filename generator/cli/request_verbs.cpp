// The verb `request`: questions, calls, reports and proposals to a network, with what becomes of them (E12, E17, E18,
// E19, D4).
#include <algorithm>

#include "cli/deed.h"
#include "cli/registration_verbs.h"
#include "cli/requests.h"
#include "rules/registration/roles.h"

namespace cenacle::cli {

namespace {

const model::Role* role_of(const model::Network& network, std::string_view id) {
  if (id.starts_with("role:")) id.remove_prefix(5);
  for (const model::Role& role : network.roles)
    if (role.id == id) return &role;
  return nullptr;
}

/// Whoever answers for the role: a vacant one falls to the one named in the network's file (E20).
const model::Role* in_charge(const Deed& deed, const model::Network& network, const model::Role* role) {
  const auto setting = deed.setting(network);
  return role == nullptr || !setting ? role : &rules::answering(*setting, *role, nullptr, nullptr);
}

Stop unknown(const char* what, const std::string& id, const model::Network& network) {
  return {Exit::usage, "usage", network.page.id + " has no " + what + " `" + id + "`"};
}

/// To whom a request goes when nobody says: the topic's expert, the directory's, whoever agrees to proposals, the
/// contact.
Or<const model::Role*> destination(const Deed& deed, const RequestArguments& arguments, const model::Network& network) {
  if (!arguments.role.empty()) {
    const model::Role* const role = role_of(network, arguments.role);
    if (role == nullptr) return unknown("role", arguments.role, network);
    return in_charge(deed, network, role);
  }
  if (!arguments.topic.empty()) {
    const auto topic = std::find_if(network.topics.begin(), network.topics.end(),
                                    [&](const model::Topic& it) { return it.id == arguments.topic; });
    if (topic == network.topics.end()) return unknown("topic", arguments.topic, network);
    if (!topic->experts.empty()) return in_charge(deed, network, topic->experts.front());
    for (const model::Expert& expert : network.directory.experts)
      if (expert.role != nullptr &&
          std::find(expert.topics.begin(), expert.topics.end(), &*topic) != expert.topics.end())
        return in_charge(deed, network, expert.role);
  }
  const rules::Rulebook* const book = deed.books().of(network.page.id);
  if ((arguments.kind == "group" || arguments.kind == "contribution") && book != nullptr &&
      book->proposals_by != nullptr)
    return in_charge(deed, network, book->proposals_by);
  return in_charge(deed, network, network.contact.role);
}

/// Why she may not ask this; empty when she may. An abuse is reported by anybody.
std::string hindrance(Deed& deed, const RequestArguments& arguments, const model::Person& person,
                      const model::Network& network) {
  if (person.erased || person.departed) return person.erased ? "erased" : "departed";
  const model::Standing standing = person.standing_in(network.page.id);
  if (standing == model::Standing::excluded) return "excluded";
  if (arguments.kind == "abuse") return "";
  if (standing == model::Standing::read_only) return "read-only";
  const bool contributes = arguments.kind == "group" || arguments.kind == "contribution";
  if (contributes && standing == model::Standing::no_contribution) return "no-contribution";
  if ((contributes || arguments.kind == "call") && !deed.may_read(person, network)) return "not-member";
  return "";
}

Acted hinder(Deed& deed, const std::string& code, const std::string& who) {
  deed.account().obstacle = {code, deed.phrases().say("obstacle." + code, {{"who", who}})};
  return base::Done{};
}

void remark(Deed& deed, const std::string& code, std::int64_t request,
            std::initializer_list<Phrases::Filling> fillings) {
  deed.account().remarks.push_back({code, deed.phrases().say("request." + code, fillings), request, ""});
}

/// An act on a request that is there, and open.
int on_request(const Context& context, const RequestArguments& arguments, const char* verb,
               const std::function<Acted(Deed&, const Request&)>& act) {
  return perform(context, {verb, arguments.rehearsal}, [&](Deed& deed) -> Acted {
    const auto facts = deed.ledger().facts_of_request(arguments.number);
    if (!facts) return facts.failure();
    const auto request = request_of(*facts);
    if (!request)
      return Stop{Exit::mistakes, "unknown-request",
                  deed.phrases().say("stop.unknown-request", {{"n", std::to_string(arguments.number)}})};
    if (request->closed) return hinder(deed, "request-closed", std::to_string(arguments.number));
    return act(deed, *request);
  });
}

model::Fact fact_of(const Deed& deed, const Request& request, model::FactKind kind) {
  model::Fact fact = deed.fact(kind, request.asked.network);
  fact.request = request.asked.request;
  return fact;
}

}  // namespace

int request_open(const Context& context, const RequestArguments& arguments) {
  return perform(context, {"request " + arguments.kind, arguments.rehearsal}, [&](Deed& deed) -> Acted {
    const auto object = deed.object(arguments.what);
    if (!object) return object.stop();
    const model::Network& network = *object->network;
    const auto person = deed.person(arguments.who);
    if (!person) return person.stop();
    const auto role = destination(deed, arguments, network);
    if (!role) return role.stop();
    if (const std::string why = hindrance(deed, arguments, *person, network); !why.empty())
      return hinder(deed, why, deed.phrases().name_of(*person));
    model::Fact asked = deed.fact(model::FactKind::asked, network.page.id);
    asked.request = deed.ledger().next_request();
    asked.person = person->id;
    asked.value = arguments.kind;
    asked.object = object->reference;
    asked.cause = arguments.topic;
    asked.said = arguments.text;
    if (!arguments.about.empty()) {
      const auto about = deed.person(arguments.about);
      if (!about) return about.stop();
      asked.other = about->id;
    }
    const std::int64_t number = asked.request;
    remark(deed, "asked", number,
           {{"n", std::to_string(number)},
            {"who", deed.phrases().name_of(*person)},
            {"kind", deed.phrases().say("request-kind." + arguments.kind)},
            {"object", object->title}});
    std::vector<model::Fact> facts{std::move(asked)};
    if (*role != nullptr) {
      model::Fact routed = deed.fact(model::FactKind::routed, network.page.id);
      routed.request = number;
      routed.value = (*role)->id;
      facts.push_back(std::move(routed));
      remark(deed, "routed", number, {{"n", std::to_string(number)}, {"role", (*role)->title}});
    }
    const rules::Rulebook* const book = deed.books().of(network.page.id);
    if (arguments.kind == "group" && book != nullptr && book->proposals == "direct") {
      model::Fact closed = deed.fact(model::FactKind::closed, network.page.id);
      closed.request = number;
      closed.value = "done";
      facts.push_back(std::move(closed));
      remark(deed, "agreed-at-once", number, {{"n", std::to_string(number)}});
    }
    if (arguments.kind == "call" || arguments.kind == "survey") {
      const auto readers = deed.readers_of(*object);
      if (!readers) return readers.stop();
      deed.account().mails.push_back(deed.phrases().count("mail.call", *readers));
    }
    return deed.append(std::move(facts));
  });
}

int request_route(const Context& context, const RequestArguments& arguments) {
  return on_request(context, arguments, "request route", [&](Deed& deed, const Request& request) -> Acted {
    const auto network = find_network(deed.content(), request.asked.network);
    if (!network) return network.stop();
    const model::Role* const named = role_of(**network, arguments.role);
    if (named == nullptr) return unknown("role", arguments.role, **network);
    const model::Role* const role = in_charge(deed, **network, named);
    model::Fact fact = fact_of(deed, request, model::FactKind::routed);
    fact.value = role->id;
    remark(deed, "routed", request.asked.request,
           {{"n", std::to_string(request.asked.request)}, {"role", role->title}});
    return deed.append({std::move(fact)});
  });
}

int request_reply(const Context& context, const RequestArguments& arguments) {
  return on_request(context, arguments, "request reply", [&](Deed& deed, const Request& request) -> Acted {
    if (arguments.text.empty() && arguments.choice.empty())
      return Stop{Exit::usage, "usage", "a reply has --text, or --choice"};
    const auto person = deed.person(arguments.who);
    if (!person) return person.stop();
    if (person->standing_in(request.asked.network) == model::Standing::excluded)
      return hinder(deed, "excluded", deed.phrases().name_of(*person));
    model::Fact fact = fact_of(deed, request, model::FactKind::replied);
    fact.person = person->id;
    fact.value = arguments.choice;
    fact.said = arguments.text;
    remark(deed, "replied", request.asked.request,
           {{"n", std::to_string(request.asked.request)}, {"who", deed.phrases().name_of(*person)}});
    if (const auto asker = deed.ledger().person(request.asked.person); asker && request.asked.value == "advice")
      deed.account().mails.push_back(deed.phrases().say("mail.reply", {{"who", deed.phrases().name_of(*asker)}}));
    return deed.append({std::move(fact)});
  });
}

int request_close(const Context& context, const RequestArguments& arguments) {
  return on_request(context, arguments, "request close", [&](Deed& deed, const Request& request) -> Acted {
    model::Fact fact = fact_of(deed, request, model::FactKind::closed);
    fact.value = arguments.outcome;
    fact.said = arguments.because;
    remark(deed, "closed", request.asked.request,
           {{"n", std::to_string(request.asked.request)},
            {"outcome", deed.phrases().say("outcome." + arguments.outcome)}});
    if (const auto asker = deed.ledger().person(request.asked.person))
      deed.account().mails.push_back(deed.phrases().say("mail.closed", {{"who", deed.phrases().name_of(*asker)}}));
    return deed.append({std::move(fact)});
  });
}

}  // namespace cenacle::cli
