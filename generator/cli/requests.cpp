// A request to a network as its facts leave it; and `request list`.
#include "cli/requests.h"

#include <map>

#include <fmt/format.h>

#include "cli/deed.h"
#include "cli/registration_verbs.h"

namespace cenacle::cli {

std::optional<Request> request_of(std::span<const model::Fact> facts) {
  std::optional<Request> request;
  for (const model::Fact& fact : facts) {
    if (fact.kind == model::FactKind::asked) request = Request{fact, "", {}, std::nullopt};
    if (!request) continue;
    if (fact.kind == model::FactKind::routed) request->role = fact.value;
    if (fact.kind == model::FactKind::replied) request->replies.push_back(fact);
    if (fact.kind == model::FactKind::closed) request->closed = fact;
  }
  return request;
}

std::vector<Request> requests_of(std::span<const model::Fact> facts) {
  std::map<std::int64_t, std::vector<model::Fact>> by_number;
  for (const model::Fact& fact : facts) by_number[fact.request].push_back(fact);
  std::vector<Request> requests;
  for (const auto& [number, of_one] : by_number)
    if (auto request = request_of(of_one)) requests.push_back(std::move(*request));
  return requests;
}

namespace {

/// How many made each choice; of each person, the last one counts (E12, E18).
std::map<std::string, std::int64_t> choices_of(const Request& request) {
  std::map<model::PersonId, std::string> last;
  for (const model::Fact& reply : request.replies)
    if (!reply.value.empty()) last[reply.person] = reply.value;
  std::map<std::string, std::int64_t> counted;
  for (const auto& [person, choice] : last) ++counted[choice];
  return counted;
}

std::string as_text(Deed& deed, const Request& request) {
  const Phrases& phrases = deed.phrases();
  const auto name = [&](const model::PersonId& id) {
    const auto person = deed.ledger().person(id);
    return person ? phrases.name_of(*person) : id;
  };
  const model::Fact& asked = request.asked;
  std::string text = phrases.say("request.row", {{"n", std::to_string(asked.request)},
                                                 {"day", phrases.day(phrases.date_of(asked.at))},
                                                 {"kind", phrases.say("request-kind." + asked.value)},
                                                 {"who", name(asked.person)},
                                                 {"object", title_of(deed.content(), phrases, asked.object)}}) +
                     "\n";
  const auto add = [&](std::string line) { text += "  " + std::move(line) + "\n"; };
  if (!asked.said.empty()) add(phrases.say("quoted", {{"words", asked.said}}));
  if (!asked.other.empty()) add(phrases.say("request.about", {{"who", name(asked.other)}}));
  if (!request.role.empty()) add(phrases.say("request.with", {{"role", request.role}}));
  for (const auto& [choice, number] : choices_of(request))
    add(phrases.say("request.choice", {{"choice", choice}, {"n", phrases.number(number)}}));
  for (const model::Fact& reply : request.replies)
    if (!reply.said.empty())
      add(phrases.say(
          "request.reply",
          {{"who", name(reply.person)}, {"day", phrases.day(phrases.date_of(reply.at))}, {"words", reply.said}}));
  add(request.closed ? phrases.say("request.end", {{"outcome", phrases.say("outcome." + request.closed->value)},
                                                   {"day", phrases.day(phrases.date_of(request.closed->at))}})
                     : phrases.say(request.replies.empty() ? "request.unanswered" : "request.open"));
  return text;
}

void write(json::Writer& writer, const Request& request) {
  const model::Fact& asked = request.asked;
  writer.begin_object().key("request").integer(asked.request).key("kind").text(asked.value);
  writer.key("network").text(asked.network).key("object").text(asked.object).key("person").text(asked.person);
  writer.key("asked").text(base::iso(asked.at)).key("topic").text(asked.cause).key("text").text(asked.said);
  if (!asked.other.empty()) writer.key("about").text(asked.other);
  writer.key("role").text(request.role).key("replies").begin_array();
  for (const model::Fact& reply : request.replies)
    writer.begin_object()
        .key("person")
        .text(reply.person)
        .key("choice")
        .text(reply.value)
        .key("text")
        .text(reply.said)
        .key("at")
        .text(base::iso(reply.at))
        .end_object();
  writer.end_array().key("choices").begin_object();
  for (const auto& [choice, number] : choices_of(request)) writer.key(choice).integer(number);
  writer.end_object().key("outcome");
  request.closed ? writer.text(request.closed->value) : writer.null();
  writer.end_object();
}

}  // namespace

int request_list(const Context& context, const RequestArguments& arguments) {
  return look_up(context, [&](Deed& deed) -> Or<int> {
    std::vector<Request> found;
    for (const model::Network& network : deed.content().portal->networks) {
      if (!arguments.network.empty() && network.page.id != arguments.network) continue;
      const auto facts = deed.ledger().requests(network.page.id);
      if (!facts) return facts.failure();
      for (Request& it : requests_of(*facts)) {
        if (!arguments.kind.empty() && it.asked.value != arguments.kind) continue;
        if (!arguments.open_only || !it.closed) found.push_back(std::move(it));
      }
    }
    json::Writer writer;
    writer.begin_array();
    std::string text;
    for (const Request& it : found) {
      if (context.format == Format::json) {
        write(writer, it);
      } else {
        text += as_text(deed, it);
      }
    }
    if (found.empty()) text = deed.phrases().say("request.none") + "\n";
    fmt::print("{}", context.format == Format::json ? writer.end_array().take() : text);
    return int{Exit::done};
  });
}

}  // namespace cenacle::cli
