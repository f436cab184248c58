// WHAT on a command line: a group, a workshop, a space, a network or a meeting of the content.
#include "cli/objects.h"

#include <optional>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"

namespace cenacle::cli {

namespace {

using content::Named;

bool can_be_joined(Named kind) {
  return kind == Named::group || kind == Named::workshop || kind == Named::space || kind == Named::network ||
         kind == Named::meeting;
}

Stop misused(std::string sentence) { return {Exit::usage, "usage", std::move(sentence)}; }

/// Networks that have it.
std::vector<const model::Network*> holders_of(const content::Content& content, Named kind, std::string_view network,
                                              std::string_view id) {
  std::vector<const model::Network*> found;
  for (const model::Network& it : content.portal->networks)
    if ((network.empty() || it.page.id == network) && content.names->find(kind, it.page.id, id)) found.push_back(&it);
  return found;
}

Stop nowhere(const content::Content& content, Named kind, std::string_view id) {
  std::vector<std::string_view> known;
  for (const model::Network& it : content.portal->networks)
    for (const std::string_view other : content.names->ids(kind, kind == Named::network ? "" : it.page.id))
      known.push_back(other);
  const auto near = base::closest(id, known);
  return misused(fmt::format("there is no {} `{}`{}", content::word_of(kind), id,
                           near ? fmt::format("; did you mean `{}`?", *near) : ""));
}

std::string title_of_page(const Phrases& phrases, Named kind, const model::Page& page) {
  return phrases.say(fmt::format("object.{}", content::word_of(kind)), {{"title", page.title}});
}

}  // namespace

Or<Object> find_object(const content::Content& content, const Phrases& phrases, std::string_view what) {
  const content::Reference wanted = content::parse_reference(what);
  if (!wanted.kind || !can_be_joined(*wanted.kind))
    return misused(fmt::format("`{}` is not something to join: group:ID, workshop:ID, space:ID, network:ID, meeting:ID",
                             what));
  const Named kind = *wanted.kind;
  if (kind == Named::network) {
    const content::Found found = content.names->find(kind, "", wanted.id);
    if (!found) return nowhere(content, kind, wanted.id);
    return Object{fmt::format("network:{}", wanted.id), static_cast<const model::Network*>(found.thing),
                  title_of_page(phrases, kind, *found.page)};
  }
  const auto holders = holders_of(content, kind, wanted.network, wanted.id);
  if (holders.empty()) return nowhere(content, kind, wanted.id);
  if (holders.size() > 1)
    return misused(fmt::format("several networks have a {0} `{1}`: write {0}:{2}/{1}", content::word_of(kind), wanted.id,
                             holders.front()->page.id));
  const model::Network& network = *holders.front();
  const content::Found found = content.names->find(kind, network.page.id, wanted.id);
  Object object{fmt::format("{}:{}/{}", content::word_of(kind), network.page.id, wanted.id), &network,
                title_of_page(phrases, kind, *found.page)};
  if (kind == Named::space) object.reference = fmt::format("space:{}", wanted.id);
  if (kind == Named::meeting) {
    object.meeting = static_cast<const model::Meeting*>(found.thing);
    object.reference = "meeting:" + object.meeting->uid;
  }
  return object;
}

std::string title_of(const content::Content& content, const Phrases& phrases, std::string_view reference) {
  const auto object = find_object(content, phrases, reference);
  return object ? object->title : std::string(reference);
}

Or<const model::Network*> find_network(const content::Content& content, std::string_view id) {
  if (id.starts_with("network:")) id.remove_prefix(8);
  for (const model::Network& it : content.portal->networks)
    if (it.page.id == id) return &it;
  return nowhere(content, Named::network, id);
}

Or<const model::Body*> find_body(const model::Network& network, std::string_view id) {
  if (id.starts_with("body:")) id.remove_prefix(5);
  std::vector<std::string_view> known;
  for (const model::Body& it : network.bodies) {
    if (it.id == id) return &it;
    known.push_back(it.id);
  }
  const auto near = base::closest(id, known);
  return misused(fmt::format("{} has no body `{}`{}", network.page.id, id,
                           near ? fmt::format("; did you mean `{}`?", *near) : ""));
}

std::string name_of_body(const content::Content& content, std::string_view network, std::string_view id) {
  for (const model::Network& it : content.portal->networks)
    if (it.page.id == network)
      for (const model::Body& body : it.bodies)
        if (body.id == id) return body.name;
  return std::string(id);
}

}  // namespace cenacle::cli
