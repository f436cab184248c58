// The story of a person: every fact about her, told in the portal's language.
#include "cli/story.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "cli/who.h"
#include "formats/json/json.h"
#include "rules/registration/words.h"

namespace cenacle::cli {

Or<Story> story_of(Deed& deed, model::Person person) {
  Story story;
  story.registrations = deed.ledger().of_person(person.id);
  auto own = deed.ledger().facts_of_person(person.id);
  if (!own) return own.failure();
  std::map<std::int64_t, model::Fact> by_seq;
  for (model::Fact& it : *own) by_seq.emplace(it.seq, std::move(it));
  for (const model::Registration& registration : story.registrations)
    for (model::Fact& it : deed.ledger().facts_of(registration.id)) by_seq.emplace(it.seq, std::move(it));
  for (auto& [seq, fact] : by_seq) story.facts.push_back(std::move(fact));
  story.audiences = deed.read_by(person);
  story.person = std::move(person);
  return story;
}

namespace {

std::string name_of_id(Deed& deed, const model::PersonId& id) {
  if (id.empty()) return "";
  const auto person = deed.ledger().person(id);
  return person ? deed.phrases().name_of(*person) : id;
}

/// The article of the rule that a fact names, as its network's file has it today.
std::string article_of(Deed& deed, const model::Fact& fact) {
  const rules::Rulebook* const book = deed.books().of(fact.network);
  const rules::Rule* const rule = book == nullptr ? nullptr : book->rule(fact.value);
  if (rule == nullptr) return "";
  const std::string article = deed.telling().article(*rule, fact.network);
  return article.empty() ? "" : deed.phrases().say("cited", {{"article", article}});
}

/// The sentence of the fact's kind and closed value, where there is one of its own; else of its kind.
std::string key_of(const Phrases& phrases, const model::Fact& fact) {
  const std::string kind = fmt::format("fact.{}", model::word(fact.kind));
  const std::string& value = fact.kind == model::FactKind::judged ? fact.cause : fact.value;
  std::string special = kind + "." + value;
  return !value.empty() && phrases.has(special) ? special : kind;
}

std::string title_of_path(Deed& deed, const model::Fact& fact) {
  const rules::Rulebook* const book = deed.books().of(fact.network);
  const rules::Path* const path = book == nullptr ? nullptr : book->path(fact.path);
  return path == nullptr ? fact.path : path->title;
}

}  // namespace

std::string told(Deed& deed, const model::Fact& fact) {
  const Phrases& phrases = deed.phrases();
  const auto day = [&](const auto& date) { return date ? phrases.day(*date) : std::string(); };
  std::string text = phrases.say(key_of(phrases, fact),
                                 {{"n", std::to_string(fact.registration)},
                                  {"request", std::to_string(fact.request)},
                                  {"who", name_of_id(deed, fact.person)},
                                  {"other", name_of_id(deed, fact.other)},
                                  {"body", name_of_body(deed.content(), fact.network, fact.body)},
                                  {"network", fact.network},
                                  {"object", fact.object.empty() ? "" : title_of(deed.content(), phrases, fact.object)},
                                  {"path", title_of_path(deed, fact)},
                                  {"value", fact.value},
                                  {"cause", fact.cause},
                                  {"number", phrases.number(fact.number)},
                                  {"limit", phrases.number(fact.limit)},
                                  {"amount", phrases.money(fact.number)},
                                  {"day", day(fact.day)},
                                  {"until", fact.until ? phrases.last_day(*fact.until) : ""},
                                  {"article", article_of(deed, fact)}});
  if (!fact.said.empty()) text += phrases.say("words", {{"words", fact.said}});
  return text;
}

std::string as_text(Deed& deed, const Story& story) {
  const Phrases& phrases = deed.phrases();
  const Telling telling = deed.telling();
  std::string text = line_of(story.person, phrases) + "\n";
  if (story.person.departed)
    text += phrases.say("story.departed", {{"day", phrases.day(*story.person.departed)}}) + "\n";
  for (const model::Mandate& it : story.person.mandates)
    text += "  " +
            phrases.say(it.until ? "story.mandate-until" : "story.mandate",
                        {{"body", name_of_body(deed.content(), it.network, it.body)},
                         {"role", it.role},
                         {"network", it.network},
                         {"from", phrases.day(it.from)},
                         {"until", it.until ? phrases.day(*it.until) : ""}}) +
            "\n";
  for (const model::NetworkStanding& it : story.person.standings)
    text +=
        "  " + phrases.say("story.standing." + std::string(model::word(it.standing)), {{"network", it.network}}) + "\n";
  for (const model::Registration& it : story.registrations) {
    const auto network = find_network(deed.content(), it.network);
    const auto setting = network ? deed.setting(**network) : Or<rules::Setting>(network.stop());
    text += "  " +
            phrases.say("story.registration", {{"n", std::to_string(it.id)},
                                               {"object", title_of(deed.content(), phrases, it.object)},
                                               {"state", telling.state(it, setting ? rules::rank(*setting, it) : 0)}}) +
            "\n";
    if (setting)
      for (const std::string& line : telling.missing(rules::missing(*setting, it)))
        text += "    " + phrases.say("story.missing", {{"missing", line}}) + "\n";
  }
  for (const std::string_view it : story.audiences)
    text += "  " + phrases.say("story.reads", {{"audience", std::string(it)}}) + "\n";
  std::optional<base::Date> day;
  for (const model::Fact& fact : story.facts) {
    const base::Date date = phrases.date_of(fact.at);
    if (date != day) text += phrases.day(date) + "\n";
    day = date;
    text += "  " + told(deed, fact) + "\n";
  }
  return text;
}

std::string as_json(Deed& deed, const Story& story) {
  json::Writer writer;
  writer.begin_object().key("person").text(story.person.id).key("name").text(deed.phrases().name_of(story.person));
  writer.key("mail").text(story.person.mail).key("registrations").begin_array();
  for (const model::Registration& it : story.registrations) {
    writer.begin_object();
    write_registration(writer, it);
    writer.end_object();
  }
  writer.end_array().key("standings").begin_object();
  for (const model::NetworkStanding& it : story.person.standings) writer.key(it.network).text(model::word(it.standing));
  writer.end_object().key("reads").begin_array();
  for (const std::string_view it : story.audiences) writer.text(it);
  writer.end_array().key("facts").begin_array();
  for (const model::Fact& it : story.facts) {
    writer.begin_object()
        .key("seq")
        .integer(it.seq)
        .key("at")
        .text(base::iso(it.at))
        .key("kind")
        .text(model::word(it.kind));
    const std::pair<const char*, const std::string*> texts[] = {
        {"network", &it.network}, {"person", &it.person}, {"other", &it.other}, {"body", &it.body},
        {"object", &it.object},   {"path", &it.path},     {"value", &it.value}, {"cause", &it.cause},
        {"digest", &it.digest},   {"detail", &it.detail}, {"words", &it.said}};
    if (it.registration != 0) writer.key("registration").integer(it.registration);
    if (it.request != 0) writer.key("request").integer(it.request);
    for (const auto& [key, value] : texts)
      if (!value->empty()) writer.key(key).text(*value);
    if (it.number != 0) writer.key("number").integer(it.number);
    if (it.limit != 0) writer.key("limit").integer(it.limit);
    if (it.day) writer.key("day").text(base::iso(*it.day));
    if (it.until) writer.key("until").text(base::iso(*it.until));
    writer.key("told").text(told(deed, it)).end_object();
  }
  return writer.end_array().end_object().take();
}

std::optional<int> explain_person(const Context& context, const std::string& who) {
  const auto place = ledger::Place::of(context.folder);
  if (!place || !place->exists()) return std::nullopt;
  auto deed = Deed::open(context, Deed::For::reading);
  if (!deed) return tell(context, deed.stop());
  const bool looks_like_one = who.find_first_of("@ ") != std::string::npos || who.starts_with("p-");
  if (!looks_like_one) {
    const auto found = (*deed)->ledger().find_people(who);
    if (!found || found->empty()) return std::nullopt;
  }
  auto person = (*deed)->person(who);
  if (!person) return tell(context, person.stop());
  const auto story = story_of(**deed, std::move(*person));
  if (!story) return tell(context, story.stop());
  fmt::print("{}", context.format == Format::json ? as_json(**deed, *story) : as_text(**deed, *story));
  (*deed)->leave(Exit::done);
}

}  // namespace cenacle::cli
