// The keys that every page has (FORMAT.md): title, summary, visibility, address, former addresses.
#include "content/page_keys.h"

#include <fmt/format.h>

#include <array>

#include "content/references.h"
#include "content/sources.h"

namespace cenacle::content {

namespace {

using model::Audience;

Audience of_network(const model::Network* network) { return network == nullptr ? Audience{} : network->members; }

/// Nothing of a network that has not opened is for everybody.
Audience for_everybody(const model::Network* network) {
  return network != nullptr && !network->open ? network->members : Audience{};
}

Audience of_space(const Keys& keys, const toml::Node& value) {
  static constexpr Named kinds[] = {Named::space};
  const Referred space = look_up(keys, "visibility", value, {kinds, false});
  // What cannot be told is shown to nobody else than the network.
  return space ? space.as<model::Space>()->members : of_network(keys.file().network);
}

void report_group_without_owner(const Keys& keys, const toml::Node& value) {
  keys.report(diag::code::bad_value, value.at, fmt::format("{} has no group whose readers `group` could mean", keys.what()),
              paste("visibility", "\"network\""));
}

bool is_alias(std::string_view text) {
  if (text.size() < 2 || text.front() != '/' || text.find("//") != std::string_view::npos || text.find("/.") != std::string_view::npos)
    return false;
  return text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./~") == std::string_view::npos;
}

/// A former address as the path of a file: "/a/b/" → "a/b/index.html".
std::string alias_path(std::string_view text) {
  std::string path(text.substr(1));
  if (path.ends_with("/")) return path + "index.html";
  const std::size_t slash = path.rfind('/');
  return path.find('.', slash == std::string::npos ? 0 : slash) == std::string::npos ? path + ".html" : path;
}

std::string address_of(Keys& keys, const model::Page& page, const PageKind& kind) {
  const std::string slug = keys.id("slug");
  std::string address = page.network == nullptr ? std::string() : page.network->page.id + "/";
  address.append(keys.file().context.portal.word(kind.folder)).append("/");
  address.append(!slug.empty() ? std::string_view(slug) : !kind.stem.empty() ? kind.stem : std::string_view(page.id));
  return address.append(kind.stem_ending).append(".html");
}

}  // namespace

void load_aliases(Keys& keys, model::Page& page) {
  const toml::Node* const list = keys.find("aliases", toml::Kind::array, Need::optional, Keys::Items::texts);
  if (list == nullptr) return;
  for (const toml::Node& item : list->items) {
    if (item.kind != toml::Kind::text) continue;
    if (is_alias(item.text)) {
      page.aliases.push_back(alias_path(item.text));
      continue;
    }
    std::string meant = item.text;
    if (const std::size_t scheme = meant.find("://"); scheme != std::string::npos) {
      const std::size_t slash = meant.find('/', scheme + 3);
      meant = slash == std::string::npos ? "/" : meant.substr(slash);
    }
    if (!meant.starts_with("/")) meant.insert(0, "/");
    keys.report(diag::code::bad_address, item.at, "a former address begins with `/` and is made of letters, digits, `-`, `_`, `.` and `/`",
                is_alias(meant) ? "write:\n" + quoted(meant) : "write:\n\"/ancienne/adresse.html\"");
  }
}

model::Audience members_of(const model::Network& network, Audience::Kind kind, std::string_view id) {
  switch (kind) {
    case Audience::Kind::everybody: return {};
    case Audience::Kind::network: return {kind, &network, network.page.id};
    case Audience::Kind::space: return {kind, &network, std::string(id)};
    case Audience::Kind::group: return {kind, &network, network.page.id + "." + std::string(id)};
  }
  return {};
}

model::Audience load_visibility(Keys& keys, Visibility otherwise, const Audience* group) {
  const model::Network* const network = keys.file().network;
  static constexpr std::array<std::string_view, 4> words = {"public", "network", "group", "space:ID"};
  const toml::Node* const value = keys.word("visibility", words);
  if (value == nullptr) {
    if (otherwise == Visibility::group && group != nullptr) return *group;
    if (network == nullptr || network->public_by_default) return for_everybody(network);
    return network->members;
  }
  if (value->text == "public") return for_everybody(network);
  if (value->text == "network" && network != nullptr) return network->members;
  if (value->text == "group" && group != nullptr) return *group;
  if (value->text.starts_with("space:")) return of_space(keys, *value);
  if (value->text == "group") {
    report_group_without_owner(keys, *value);
  } else if (network == nullptr) {
    keys.not_of_list("visibility", *value, std::array<std::string_view, 1>{"public"});
  } else {
    keys.not_of_list("visibility", *value, words);
  }
  return of_network(network);
}

void load_page(Keys& keys, model::Page& page, const PageKind& kind) {
  if (std::string title = keys.text("title", kind.title); !title.empty()) page.title = std::move(title);
  page.summary = keys.text("summary");
  if (page.summary.empty()) page.summary = keys.file().context.sources[keys.file().source].opening;
  keys.boolean("draft");
  keys.date("published");
  page.audience = load_visibility(keys, kind.visibility, kind.group);
  page.address = address_of(keys, page, kind);
  load_aliases(keys, page);
}

}  // namespace cenacle::content
