// `people list` and `people show`: who is in the ledger, in alphabetical order and without rank (C10); and one of them.
#include <algorithm>

#include <fmt/format.h>

#include "cli/people.h"
#include "cli/people_words.h"
#include "cli/story.h"

namespace cenacle::cli {

namespace {

/// The mandates for which somebody is listed; none: she is not.
std::vector<const model::Mandate*> wanted_of(const model::Person& person, const PeopleList& arguments,
                                             base::Date today) {
  std::vector<const model::Mandate*> wanted;
  const std::string_view body =
      arguments.body.starts_with("body:") ? std::string_view(arguments.body).substr(5) : arguments.body;
  for (const model::Mandate& it : person.mandates) {
    const bool holds = it.holds_on(today) || it.from > today;
    if ((holds || arguments.all) && (arguments.network.empty() || it.network == arguments.network) &&
        (body.empty() || it.body == body) && (arguments.role.empty() || it.role == arguments.role))
      wanted.push_back(&it);
  }
  return wanted;
}

bool has_filter(const PeopleList& arguments) {
  return !arguments.network.empty() || !arguments.body.empty() || !arguments.role.empty();
}

std::string row(const Deed& deed, const model::Person& person, const std::vector<const model::Mandate*>& mandates) {
  const Phrases& words = deed.phrases();
  std::string what;
  for (const model::Mandate* it : mandates)
    what.append(what.empty() ? "" : words.say("import.semicolon")).append(mandate_in_words(deed, *it));
  if (person.departed) what = words.say("people.departed", {{"day", words.day(*person.departed)}});
  return words.say(
             what.empty() ? "people.row" : "people.row-with",
             {{"family", person.family_name}, {"given", person.given_name}, {"mail", person.mail}, {"what", what}}) +
         "\n";
}

/// Nothing, when every filter names something that there is.
std::optional<Stop> unknown_filter(const Deed& deed, const PeopleList& arguments) {
  if (arguments.network.empty()) return std::nullopt;
  const auto network = find_network(deed.content(), arguments.network);
  if (!network) return network.stop();
  if (!arguments.body.empty())
    if (const auto body = find_body(**network, arguments.body); !body) return body.stop();
  return std::nullopt;
}

std::string row_of(Deed& deed, const model::Registration& it) {
  const Phrases& words = deed.phrases();
  return words.say("people.registration", {{"n", std::to_string(it.id)},
                                           {"object", title_of(deed.content(), words, it.object)},
                                           {"state", deed.telling().state(it, 0)},
                                           {"since", words.day(words.date_of(it.since))}});
}

std::string card(Deed& deed, const model::Person& person) {
  const Phrases& words = deed.phrases();
  std::string text = fmt::format("{}\n", words.name_of(person));
  const auto line = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) text += words.say("people.field", {{"field", words.say(key)}, {"value", value}}) + "\n";
  };
  line("field.mail", person.mail);
  line("field.phone", person.phone);
  line("field.function", person.function);
  line("field.profile", person.profile);
  line("field.shown", words.say(person.shown ? "people.yes" : "people.no"));
  line("field.id", person.id);
  if (person.departed) line("field.departed", words.day(*person.departed));
  for (const model::Mandate& it : person.mandates) {
    const std::string mandate = mandate_in_words(deed, it);
    line("field.mandate",
         it.until ? words.say("people.mandate-until",
                              {{"mandate", mandate}, {"from", words.day(it.from)}, {"until", words.day(*it.until)}})
                  : words.say("people.mandate-since", {{"mandate", mandate}, {"from", words.day(it.from)}}));
  }
  for (const model::NetworkStanding& it : person.standings)
    line("field.standing", words.say(fmt::format("story.standing.{}", model::word(it.standing)),
                                     {{"network", network_in_words(deed, it.network)}}));
  for (const model::Registration& it : deed.ledger().of_person(person.id)) line("field.registration", row_of(deed, it));
  return text;
}

}  // namespace

int list_people(const Context& context, const PeopleList& arguments) {
  return look_up(context, [&](Deed& deed) -> Or<int> {
    if (auto stop = unknown_filter(deed, arguments)) return *stop;
    auto people = deed.ledger().people();
    if (!people) return people.failure();
    struct Entry {
      std::string key;
      const model::Person* person;
      std::vector<const model::Mandate*> mandates;
    };
    std::vector<Entry> entries;
    for (const model::Person& it : *people) {
      auto mandates = wanted_of(it, arguments, deed.today());
      if (mandates.empty() && (has_filter(arguments) || (it.departed && !arguments.all))) continue;
      entries.push_back({deed.content().language->sort_key(directory_name(it)), &it, std::move(mandates)});
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
    if (context.format == Format::json) {
      json::Writer out;
      out.begin_object().key("people").begin_array();
      for (const Entry& it : entries) {
        out.begin_object();
        write_person(out, *it.person);
        out.end_object();
      }
      fmt::print("{}", out.end_array().end_object().take());
      return Exit::done;
    }
    for (const Entry& it : entries) fmt::print("{}", row(deed, *it.person, it.mandates));
    fmt::print("{}\n", deed.phrases().count("people.count", static_cast<std::int64_t>(entries.size())));
    return Exit::done;
  });
}

int show_person(const Context& context, const std::string& who) {
  return look_up(context, [&](Deed& deed) -> Or<int> {
    const auto person = deed.person(who);
    if (!person) return person.stop();
    if (context.format == Format::json) {
      json::Writer out;
      out.begin_object();
      write_person(out, *person);
      out.key("registrations").begin_array();
      for (const model::Registration& it : deed.ledger().of_person(person->id)) {
        out.begin_object();
        write_registration(out, it);
        out.end_object();
      }
      fmt::print("{}", out.end_array().end_object().take());
    } else {
      fmt::print("{}", card(deed, *person));
    }
    return Exit::done;
  });
}

}  // namespace cenacle::cli
