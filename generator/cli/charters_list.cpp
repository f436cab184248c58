// The verb `charters`: charters with their versions; of one, who has signed it, whose signature is missing by name of
// role, and who is asked again (E4, E15).
#include <fmt/format.h>

#include "cli/charter_verbs.h"
#include "cli/charters.h"

namespace cenacle::cli {

namespace {

/// Whether the text of the version that was signed is still the one that stands in content/.
Or<bool> is_as_signed(const Deed& deed, const model::Network& network, std::string_view charter,
                      const model::Fact& given) {
  for (const model::Charter* version : versions_of(network, charter)) {
    if (version->version != given.number) continue;
    const auto digest = digest_of(deed.content(), *version);
    if (!digest) return digest.stop();
    return *digest == given.digest;
  }
  return false;
}

std::string body_of(const Deed& deed, const rules::Signatory& it) {
  return it.body == nullptr ? deed.telling().person(it.person) : it.body->name;
}

/// "Maire : signé le 3 mars 2026, version 2", or what is missing.
Or<std::string> line_of(const Deed& deed, const CharterInForce& of, const rules::Signing& signing) {
  const Phrases& phrases = deed.phrases();
  if (!signing.given && !signing.former)
    return phrases.say("charter.missing", {{"missing", missing_signature(phrases, signing)}});
  const model::Fact& fact = signing.given ? *signing.given : *signing.former;
  std::string changed;
  if (signing.given) {
    const auto same = is_as_signed(deed, *of.network, of.charter->charter, fact);
    if (!same) return same.stop();
    if (!*same) changed = phrases.say("charter.changed");
  }
  return phrases.say(signing.given ? "charter.given" : "charter.again",
                     {{"role", signing.role->title},
                      {"body", signing.body == nullptr ? "" : signing.body->name},
                      {"day", phrases.day(phrases.date_of(fact.at))},
                      {"version", phrases.number(fact.number)},
                      {"current", phrases.number(of.charter->version)},
                      {"changed", changed}});
}

Or<int> tell(Deed& deed, const CharterInForce& of, const rules::Setting& setting) {
  const Phrases& phrases = deed.phrases();
  for (const model::Charter* version : versions_of(*of.network, of.charter->charter)) {
    const auto digest = digest_of(deed.content(), *version);
    if (!digest) return digest.stop();
    fmt::print("{}\n", phrases.say(version == of.charter ? "charter.version-in-force" : "charter.version",
                                   {{"charter", version->page.title},
                                    {"version", phrases.number(version->version)},
                                    {"day", phrases.day(version->in_force)},
                                    {"again", version->sign_again ? phrases.say("charter.sign-again") : ""},
                                    {"digest", digest->substr(0, 16)}}));
    for (const model::Change& it : version->changes)
      fmt::print("    {}\n", phrases.say("charter.change", {{"article", it.article}, {"text", it.text}}));
  }
  for (const rules::Signatory& it : rules::signatories(setting, of.charter->charter)) {
    fmt::print("{}\n", phrases.say(it.complete() ? "charter.complete" : "charter.incomplete",
                                   {{"body", body_of(deed, it)}, {"path", it.path->title}}));
    for (const rules::Signing& signing : it.signings) {
      const auto line = line_of(deed, of, signing);
      if (!line) return line.stop();
      fmt::print("    {}\n", *line);
    }
  }
  return int{Exit::done};
}

Acted write_signing(json::Writer& writer, const Deed& deed, const CharterInForce& of, const rules::Signing& it) {
  writer.begin_object().key("role").text(it.role->id).key("by").text(it.by->id);
  writer.key("body").text(it.body == nullptr ? "" : it.body->id);
  writer.key("signed").boolean(it.given.has_value()).key("again").boolean(it.former.has_value());
  if (const auto& fact = it.given ? it.given : it.former) {
    const auto same = is_as_signed(deed, *of.network, of.charter->charter, *fact);
    if (!same) return same.stop();
    writer.key("person").text(fact->person).key("version").integer(fact->number);
    writer.key("at").text(base::iso(fact->at)).key("digest").text(fact->digest).key("as_signed").boolean(*same);
  }
  writer.end_object();
  return base::Done{};
}

Or<int> write(Deed& deed, const CharterInForce& of, const rules::Setting& setting) {
  json::Writer writer;
  writer.begin_object().key("network").text(of.network->page.id).key("charter").text(of.charter->charter);
  writer.key("version").integer(of.charter->version).key("versions").begin_array();
  for (const model::Charter* version : versions_of(*of.network, of.charter->charter)) {
    const auto digest = digest_of(deed.content(), *version);
    if (!digest) return digest.stop();
    writer.begin_object().key("version").integer(version->version).key("in_force").text(base::iso(version->in_force));
    writer.key("sign_again").boolean(version->sign_again).key("digest").text(*digest).key("changes").begin_array();
    for (const model::Change& it : version->changes)
      writer.begin_object().key("article").text(it.article).key("text").text(it.text).end_object();
    writer.end_array().end_object();
  }
  writer.end_array().key("signatories").begin_array();
  for (const rules::Signatory& it : rules::signatories(setting, of.charter->charter)) {
    writer.begin_object().key("path").text(it.path->id).key("body").text(it.body == nullptr ? "" : it.body->id);
    writer.key("person").text(it.person).key("complete").boolean(it.complete()).key("signatures").begin_array();
    for (const rules::Signing& signing : it.signings)
      if (const auto done = write_signing(writer, deed, of, signing); !done) return done.stop();
    writer.end_array().end_object();
  }
  fmt::print("{}", writer.end_array().end_object().take());
  return int{Exit::done};
}

/// One line a charter: its version in force, and how many have still to sign.
Or<int> list(Deed& deed, const ChartersArguments& arguments) {
  const bool as_json = deed.context().format == Format::json;
  json::Writer writer;
  writer.begin_array();
  for (const model::Network& network : deed.content().portal->networks) {
    if (!arguments.network.empty() && arguments.network != network.page.id) continue;
    const rules::Rulebook* const book = deed.books().of(network.page.id);
    for (const model::Charter& it : network.charters) {
      if (!it.current) continue;
      std::int64_t asked = 0, complete = 0;
      if (book != nullptr)
        for (const rules::Signatory& by :
             rules::signatories({*deed.content().portal, *book, deed.ledger(), deed.now()}, it.charter))
          ++asked, complete += by.complete() ? 1 : 0;
      if (as_json) {
        writer.begin_object().key("network").text(network.page.id).key("charter").text(it.charter);
        writer.key("version").integer(it.version).key("in_force").text(base::iso(it.in_force));
        writer.key("asked").integer(asked).key("complete").integer(complete).end_object();
        continue;
      }
      fmt::print("{}\n", deed.phrases().say(asked == 0 ? "charter.row" : "charter.row-signed",
                                            {{"reference", rules::charter_reference(network, it.charter)},
                                             {"charter", it.page.title},
                                             {"version", deed.phrases().number(it.version)},
                                             {"day", deed.phrases().day(it.in_force)},
                                             {"complete", deed.phrases().number(complete)},
                                             {"asked", deed.phrases().number(asked)}}));
    }
  }
  if (as_json) fmt::print("{}", writer.end_array().take());
  return int{Exit::done};
}

}  // namespace

int charters(const Context& context, const ChartersArguments& arguments) {
  return look_up(context, [&](Deed& deed) -> Or<int> {
    if (!arguments.network.empty())
      if (const auto known = find_network(deed.content(), arguments.network); !known) return known.stop();
    if (arguments.charter.empty()) return list(deed, arguments);
    const auto of = find_charter(deed.content(), arguments.charter);
    if (!of) return of.stop();
    const auto setting = deed.setting(*of->network);
    if (!setting) return setting.stop();
    return context.format == Format::json ? write(deed, *of, *setting) : tell(deed, *of, *setting);
  });
}

}  // namespace cenacle::cli
