// What every letter needs of the portal.
#include "mail/around.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "template/escape.h"

namespace cenacle::mail {

namespace {

/// "mailto:reponses@reseaux.example?subject=Pr%C3%A9sent%20", before the token.
std::string beginning(const model::Portal& portal, const std::string& says) {
  return fmt::format("mailto:{}?subject={}%20", portal.mail.address, tmpl::percent_encoded(says));
}

}  // namespace

Around::Around(const Setting& setting)
    : setting_(setting), host_(calendar::host_of(portal().base_url)), readers_(portal(), setting.books) {
  const auto add = [&](const model::Audience& audience) {
    trees_.emplace(audience.id, site::Tree(portal(), audience));
  };
  add({});
  for (const model::Network& network : portal().networks) {
    add(network.members);
    for (const auto& it : network.groups) add(it.members);
    for (const auto& it : network.workshops) add(it.members);
    for (const auto& it : network.spaces) add(it.members);
  }
  constexpr Reply all[] = {
#define CENACLE_DECLARE(identifier, word, number) Reply::identifier,
      CENACLE_REPLIES(CENACLE_DECLARE)
#undef CENACLE_DECLARE
  };
  for (const Reply reply : all)
    links_.emplace(reply, beginning(portal(), word(fmt::format("reply.{}", mail::word(reply)))));
}

const model::Network* Around::network(std::string_view id) const {
  for (const model::Network& it : portal().networks)
    if (it.page.id == id) return &it;
  return nullptr;
}

rules::Setting Around::rules(const rules::Rulebook& book, base::Instant at) const {
  return {portal(), book, setting_.records, at, &language()};
}

base::Date Around::day_of(base::Instant instant) const {
  return base::date_of(locale::to_local(instant, portal().time_zone));
}

std::string Around::word(std::string_view key) const {
  const auto found = setting_.mails.words().find(key);
  return found == setting_.mails.words().end() ? std::string(key) : found->second;
}

std::optional<Reader> Around::reader(const workflow::Action& action, base::Date day) const {
  Reader reader;
  if (action.to.person.empty()) {
    reader.mail = action.to.mail;
    reader.name = action.to.name;
    read_as_mailbox(action, &reader);
    return reader.mail.empty() ? std::nullopt : std::optional(std::move(reader));
  }
  reader.person = setting_.records.person(action.to.person);
  if (!reader.person || reader.person->erased || reader.person->mail.empty()) return std::nullopt;
  const model::Person& person = *reader.person;
  reader.mail = person.mail;
  reader.name = base::trim(person.given_name + " " + person.family_name);
  for (const std::string_view it : readers_.read_by(person, setting_.records.of_person(person.id), day))
    reader.audiences.emplace(it);
  const auto mandates = person.mandates_in(action.network, day);
  reader.runs = std::any_of(mandates.begin(), mandates.end(), [](const auto* it) { return !it->role.empty(); });
  return reader;
}

/// The mailbox of a function reads what whoever holds it would (rules::Readers).
void Around::read_as_mailbox(const workflow::Action& action, Reader* reader) const {
  const model::Network* const of = network(action.network);
  if (of == nullptr) return;
  const auto take = [&](const std::vector<std::string_view>& audiences) {
    reader->runs = true;
    for (const std::string_view it : audiences) reader->audiences.emplace(it);
  };
  for (const model::Role& role : of->roles) {
    if (role.mail != reader->mail) continue;
    take({of->members.id});
    if (&role != of->contact.role) continue;
    for (const auto* list : {&of->groups})
      for (const auto& it : *list) take({it.members.id});
    for (const auto& it : of->workshops) take({it.members.id});
    for (const auto& it : of->spaces) take({it.members.id});
  }
  const auto mailbox_of = [](const model::Holder& it) -> const std::string& {
    return it.mail.empty() && it.role != nullptr ? it.role->mail : it.mail;
  };
  const auto holds = [&](const auto& things) {
    for (const auto& it : things)
      for (const model::Holder& holder : it.holders)
        if (mailbox_of(holder) == reader->mail) take({it.members.id, of->members.id});
  };
  holds(of->groups), holds(of->workshops), holds(of->spaces);
}

std::string Around::name_of(const model::PersonId& id) const {
  const auto person = id.empty() ? std::nullopt : setting_.records.person(id);
  if (!person || person->erased) return "";
  return std::string(base::trim(person->given_name + " " + person->family_name));
}

PersonView Around::person(const model::Network& network, const model::PersonId& id) const {
  PersonView view{name_of(id), ""};
  if (const auto person = setting_.records.person(id))
    for (const model::Mandate* it : person->mandates_in(network.page.id, portal().today))
      if (const model::Body* body = rules::find_body(network, it->body); body != nullptr && view.body.empty())
        view.body = body->name;
  return view;
}

std::string Around::address_of(const model::Page& page, const model::Audience& audience) const {
  const auto tree = trees_.find(audience.id);
  if (tree == trees_.end()) return "";
  const std::string path = tree->second.path_of(page);
  return tree->second.served_at() + (path == "index.html" ? "" : path);
}

std::string Around::url(const model::Page& page, const Reader& reader) const {
  return reader.reads(page.audience) ? address_of(page, page.audience) : "";
}

/// Its members have a page of it with the conference link; others, the one that they may see.
std::string Around::url(const model::Meeting& meeting, const Reader& reader) const {
  const auto tree = trees_.find(meeting.members.id);
  if (reader.reads(meeting.members) && tree != trees_.end() && tree->second.makes(meeting))
    return address_of(meeting.page, meeting.members);
  return url(meeting.page, reader);
}

std::string Around::url_for(const model::Page& page, const model::Audience& audience) const {
  return model::may_read(audience, page.audience) ? address_of(page, page.audience) : "";
}

std::string Around::join_url(const site::Joinable& it) const {
  const rules::Rulebook* const rules = book(it.network->page.id);
  const bool in_public = it.page->audience.kind == model::Audience::Kind::everybody;
  if (rules == nullptr || !in_public || site::paths_to(*rules, it).empty()) return "";
  return portal().base_url + site::join_address(portal(), it);
}

const Written* Around::text_of(const model::Page& page, const model::Audience& audience) const {
  if (page.text.empty) return nullptr;
  const auto [at, made] = texts_.try_emplace({&page, audience.id});
  if (made) at->second = write(page, audience);
  return &at->second;
}

Written Around::write(const model::Page& page, const model::Audience& audience) const {
  markdown::Options options = content::reading_options(portal(), page);
  options.min_heading_level = 3;  // below those of the letter
  const std::string source = setting_.content.sources->body(page.text.source);
  markdown::Document document(source, options);
  std::vector<std::string> targets;
  for (const markdown::Link& link : document.facts().links) {
    const content::Target target = setting_.links.resolve(link.target, page);
    std::string& url = targets.emplace_back();
    using Kind = content::Target::Kind;
    if (target.kind == Kind::outside) url = target.address;
    if (target.kind == Kind::page || target.kind == Kind::anchor) url = url_for(*target.page, audience);
    if (target.kind == Kind::file)
      if (const auto tree = trees_.find(page.audience.id); tree != trees_.end())
        url = tree->second.served_at() + content::asset_at(target.file).address;
    if (!url.empty() && !target.anchor.empty()) url += "#" + target.anchor;
    if (url.empty()) url = portal().base_url;  // to somewhere that this reader may not go
  }
  const markdown::Resolve resolve = [&](std::size_t link) { return std::string_view(targets[link]); };
  Written written;
  document.render(&written.html, resolve);
  written.html = dress(written.html, setting_.mails.style());
  written.text = document.text(resolve);
  return written;
}

std::string Around::link(const Answering& answering, Reply reply, std::uint8_t first, std::uint8_t second) const {
  return links_.at(reply) + write_token({answering.message, reply, first, second}, answering.secret);
}

ContactView Around::contact(const model::Role* role) const {
  if (role == nullptr) return {};
  return {role->title, role->mail, role->phone, ""};
}

void Around::open(Letter* letter, const workflow::Action& action, const Reader& reader, const Answering& answering,
                  base::Date today) const {
  letter->portal = {portal().title, portal().base_url, portal().mail.address};
  if (const model::Network* const of = network(action.network)) {
    letter->network = {of->page.id, of->page.title, url(of->page, reader), of->rights, contact(of->contact.role)};
    letter->network.contact.hours = of->contact.hours;
  }
  letter->to = {reader.name, reader.person ? reader.person->given_name : "", !reader.person};
  letter->today = today;
  letter->reply_url = link(answering, Reply::reply);
}

}  // namespace cenacle::mail
