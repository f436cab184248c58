// `people export`: all that is known of a person (RGPD, articles 15 and 20): JSON for programs, a page for her.
#include <sys/stat.h>

#include <filesystem>

#include <fmt/format.h>

#include "cli/mentions.h"
#include "cli/people.h"
#include "cli/people_words.h"
#include "cli/person_page.h"
#include "cli/story.h"
#include "publish/replace_file.h"

namespace cenacle::cli {

namespace {

/// The story, with what followed her requests to the network.
Or<Story> whole_story(Deed& deed, model::Person person) {
  auto story = story_of(deed, std::move(person));
  if (!story) return story.stop();
  std::map<std::int64_t, model::Fact> facts;
  std::set<std::int64_t> requests;
  for (model::Fact& it : story->facts) {
    if (it.request != 0) requests.insert(it.request);
    facts.emplace(it.seq, std::move(it));
  }
  for (const std::int64_t request : requests) {
    auto followed = deed.ledger().facts_of_request(request);
    if (!followed) return followed.failure();
    for (model::Fact& it : *followed) facts.emplace(it.seq, std::move(it));
  }
  story->facts.clear();
  for (auto& [seq, fact] : facts) story->facts.push_back(std::move(fact));
  return std::move(*story);
}

void write_fact(json::Writer& out, Deed& deed, const model::Fact& fact) {
  const auto text = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) out.key(key).text(value);
  };
  const auto number = [&](std::string_view key, std::int64_t value) {
    if (value != 0) out.key(key).integer(value);
  };
  out.begin_object()
      .key("seq")
      .integer(fact.seq)
      .key("at")
      .text(base::iso(fact.at))
      .key("kind")
      .text(model::word(fact.kind));
  out.key("sentence").text(told(deed, fact));
  text("network", fact.network);
  number("registration", fact.registration);
  number("request", fact.request);
  text("person", fact.person);
  text("other", fact.other);
  text("body", fact.body);
  text("object", fact.object);
  text("path", fact.path);
  text("value", fact.value);
  text("cause", fact.cause);
  number("number", fact.number);
  number("limit", fact.limit);
  if (fact.day) out.key("day").text(base::iso(*fact.day));
  if (fact.until) out.key("until").text(base::iso(*fact.until));
  text("digest", fact.digest);
  text("detail", fact.detail);
  text("words", fact.said);
  out.end_object();
}

std::string as_json(Deed& deed, const Story& story, const std::vector<Mention>& mentions) {
  json::Writer out;
  out.begin_object().key("exported").text(base::iso(deed.now())).key("portal").text(deed.content().portal->title);
  out.key("person").begin_object();
  write_person(out, story.person);
  out.end_object().key("access").begin_array();
  for (const std::string_view it : story.audiences) out.text(it);
  out.end_array().key("registrations").begin_array();
  for (const model::Registration& it : story.registrations) {
    out.begin_object();
    write_registration(out, it);
    out.end_object();
  }
  out.end_array().key("facts").begin_array();
  for (const model::Fact& it : story.facts) write_fact(out, deed, it);
  out.end_array().key("mentions").begin_array();
  for (const Mention& it : mentions)
    out.begin_object().key("path").text(it.path).key("line").integer(it.line).end_object();
  return out.end_array().end_object().take();
}

std::vector<PersonField> fields_of(const Phrases& words, const model::Person& person) {
  std::vector<PersonField> fields;
  const auto add = [&](std::string_view field, const std::string& value) {
    if (!value.empty()) fields.push_back({words.say(fmt::format("field.{}", field)), value});
  };
  add("given_name", person.given_name);
  add("family_name", person.family_name);
  add("mail", person.mail);
  add("phone", person.phone);
  add("function", person.function);
  add("profile", person.profile);
  add("shown", words.say(person.shown ? "people.yes" : "people.no"));
  if (person.departed) add("departed", words.day(*person.departed));
  add("id", person.id);
  for (PersonField& it : fields)
    if (!it.name.empty()) it.name = words.capitalized(it.name);
  return fields;
}

std::string title_of_audience(const Deed& deed, std::string_view id) {
  for (const model::Network& network : deed.content().portal->networks) {
    const auto is = [&](const model::Audience& audience) { return audience.id == id; };
    if (is(network.members)) return network.page.title;
    for (const model::Group& it : network.groups)
      if (is(it.members)) return it.page.title;
    for (const model::Workshop& it : network.workshops)
      if (is(it.members)) return it.page.title;
    for (const model::Space& it : network.spaces)
      if (is(it.members)) return it.page.title;
  }
  return std::string(id);
}

PersonPage page_of(Deed& deed, const Story& story, const std::vector<Mention>& mentions) {
  const Phrases& words = deed.phrases();
  PersonPage page;
  page.name = deed.phrases().name_of(story.person), page.portal = deed.content().portal->title;
  page.language = words.language().language();
  page.made = words.moment(deed.now()), page.contact = deed.content().portal->legal.data_protection;
  page.fields = fields_of(words, story.person);
  for (const model::Mandate& it : story.person.mandates)
    page.mandates.push_back(it.until ? words.say("people.mandate-until", {{"mandate", mandate_in_words(deed, it)},
                                                                          {"from", words.day(it.from)},
                                                                          {"until", words.day(*it.until)}})
                                     : words.say("people.mandate-since", {{"mandate", mandate_in_words(deed, it)},
                                                                          {"from", words.day(it.from)}}));
  for (const model::NetworkStanding& it : story.person.standings)
    page.mandates.push_back(words.say(fmt::format("story.standing.{}", model::word(it.standing)),
                                      {{"network", network_in_words(deed, it.network)}}));
  for (const std::string_view it : story.audiences) page.access.push_back(title_of_audience(deed, it));
  for (const model::Registration& it : story.registrations)
    page.registrations.push_back({std::to_string(it.id), title_of(deed.content(), words, it.object),
                                  deed.telling().state(it, 0), words.day(words.date_of(it.since))});
  for (const model::Fact& it : story.facts) {
    const std::string year = std::to_string(static_cast<int>(words.date_of(it.at).year()));
    if (page.years.empty() || page.years.back().year != year) page.years.push_back({year, {}});
    page.years.back().facts.push_back({words.moment(it.at), words.capitalized(told(deed, it))});
  }
  for (const Mention& it : mentions)
    page.mentions.push_back(words.say("people.mention", {{"path", it.path}, {"line", std::to_string(it.line)}}));
  return page;
}

/// For the eyes of whoever made it alone.
base::Outcome write_private(const std::string& path, const std::string& text) {
  const std::filesystem::path file = std::filesystem::absolute(path);
  const mode_t before = umask(0077);
  const auto written = publish::replace_file(file.parent_path().string(), file.filename().string(), text);
  umask(before);
  return written;
}

}  // namespace

int export_person(const Context& context, const PeopleExport& arguments) {
  return look_up(context, [&](Deed& deed) -> Or<int> {
    auto person = deed.person(arguments.who);
    if (!person) return person.stop();
    const auto mentions = find_mentions(deed.files(), "content", *person);
    const auto story = whole_story(deed, std::move(*person));
    if (!story) return story.stop();
    if (arguments.html.empty()) {
      fmt::print("{}", as_json(deed, *story, mentions));
      return Exit::done;
    }
    const auto written = write_private(arguments.html, person_page(page_of(deed, *story, mentions),
                                                                   deed.phrases().words(), deed.phrases().language()));
    if (!written) return written.failure();
    fmt::print("{}\n", deed.phrases().say("export.written",
                                          {{"who", deed.phrases().name_of(story->person)}, {"path", arguments.html}}));
    return Exit::done;
  });
}

}  // namespace cenacle::cli
