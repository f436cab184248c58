// CHARTER on a command line, and what is told of charters and their signatures.
#include "cli/charters.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "formats/hash/hash.h"

namespace cenacle::cli {

Or<CharterInForce> find_charter(const content::Content& content, std::string_view what) {
  const content::Reference wanted = content::parse_reference(what);
  const auto usage = [](std::string sentence) { return Stop{Exit::usage, "usage", std::move(sentence)}; };
  if (!wanted.kind || *wanted.kind != content::Named::charter)
    return usage(fmt::format("`{}` is not a charter: charter:ID", what));
  std::vector<CharterInForce> found;
  std::vector<std::string_view> known;
  for (const model::Network& network : content.portal->networks)
    for (const model::Charter& it : network.charters) {
      if (!it.current) continue;
      known.push_back(it.charter);
      if (it.charter == wanted.id && (wanted.network.empty() || wanted.network == network.page.id))
        found.push_back({&network, &it});
    }
  if (found.size() == 1) return found.front();
  if (!found.empty())
    return usage(fmt::format("several networks have a charter `{0}`: write charter:{1}/{0}", wanted.id,
                             found.front().network->page.id));
  const auto near = base::closest(wanted.id, known);
  return usage(
      fmt::format("no charter `{}` is in force{}", wanted.id, near ? fmt::format("; did you mean `{}`?", *near) : ""));
}

std::vector<const model::Charter*> versions_of(const model::Network& network, std::string_view charter) {
  std::vector<const model::Charter*> versions;
  for (const model::Charter& it : network.charters)
    if (it.charter == charter) versions.push_back(&it);
  std::sort(versions.begin(), versions.end(), [](const auto* a, const auto* b) { return a->version < b->version; });
  return versions;
}

Or<std::string> digest_of(const content::Content& content, const model::Charter& version) {
  const auto text = content.sources->files().read(version.page.path);
  if (!text) return text.failure();
  return hash::sha256(*text);
}

std::string missing_signature(const Phrases& phrases, const rules::Signing& signing) {
  const std::string body = signing.body == nullptr ? "" : signing.body->name;
  if (signing.by == signing.role)
    return phrases.say("signature.missing", {{"role", signing.role->title}, {"body", body}});
  return phrases.say("signature.missing-vacant",
                     {{"role", signing.role->title}, {"body", body}, {"stands-in", signing.by->title}});
}

}  // namespace cenacle::cli
