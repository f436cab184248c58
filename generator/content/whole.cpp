// What can only be said of the content as a whole: names of files, addresses, ids that must differ everywhere.
#include "content/whole.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/text.h"
#include "content/layout.h"
#include "diag/codes.h"

namespace cenacle::content {

namespace {

using Kind = FilePlace::Kind;

constexpr std::string_view root = "content/";

diag::Place file(std::string_view path) { return {std::string(path), 0, 0, 0}; }

/// Where the key stands in the front matter of a source, or its opening line.
diag::Place place_of_key(const Sources& sources, const model::Page& page, std::string_view key, std::string_view item = {}) {
  const toml::Node front = sources.front(page.text.source);
  const toml::Node* value = front.find(key);
  if (value != nullptr && !item.empty())
    for (const toml::Node& it : value->items)
      if (it.text == item) value = &it;
  const toml::Spot at = value == nullptr ? toml::Spot{1, 1, 3} : value->at;
  return {page.path, at.line, at.column, at.length};
}

std::string advice_for(std::string_view path) {
  std::vector<std::string_view> known(folder_names.begin(), folder_names.end());
  known.push_back("files");
  const auto parts = base::split(path, '/');
  if (parts.size() == 2 && path.ends_with(".md"))
    return fmt::format("a page of the portal is in `content/pages/`:\ngit mv '{}' 'content/pages/{}'", path, parts[1]);
  if (parts.size() < 4) return "files that pages link to are in the network's folder `files/`";
  const bool is_known = std::find(known.begin(), known.end(), parts[2]) != known.end();
  if (!is_known) {
    const auto near = base::closest(parts[2], known);
    return near ? fmt::format("did you mean:\n{}/{}/{}", parts[0], parts[1], *near)
                : "the folders of a network are " + base::listing(known);
  }
  if (!path.ends_with(".md")) return fmt::format("files that pages link to are in `{}/{}/files/`", parts[0], parts[1]);
  return fmt::format("`{}/` has no folders of its own:\ngit mv '{}' '{}/{}/{}/{}'", parts[2], path, parts[0], parts[1], parts[2],
                     parts.back());
}

void check_name(std::string_view path, diag::Diagnostics& diagnostics) {
  if (is_plainly_proper(path.substr(root.size()))) return;
  const std::string proper = std::string(root) + proper_path(path.substr(root.size()));
  if (proper == path) return;
  std::string from(path);
  for (std::size_t at = 0; (at = from.find('\'', at)) != std::string::npos; at += 4) from.replace(at, 1, "'\\''");
  diagnostics.add(diag::code::bad_file_name, file(path), "names of files and folders are made of `a-z`, `0-9` and `-`",
                  fmt::format("rename it:\ngit mv '{}' '{}'", from, proper));
}

void check_path(std::string_view path, diag::Diagnostics& diagnostics) {
  const FilePlace place = place_of(path);
  if (place.kind == Kind::aside) return;
  if (place.kind == Kind::unexpected) {
    diagnostics.add(diag::code::unexpected_file, file(path), "nothing reads this file", advice_for(path));
    return;
  }
  if (place.kind != Kind::portal) check_name(path, diagnostics);
}

void check_audiences(const model::Portal& portal, diag::Diagnostics& diagnostics) {
  std::unordered_map<std::string_view, const model::Page*> used;
  const auto check = [&](const model::Audience& members, const model::Page& page) {
    const auto [first, is_new] = used.emplace(members.id, &page);
    if (is_new) return;
    diagnostics.add(diag::code::duplicate_id, file(page.path), fmt::format("the readers of two pages would be called `{}`", members.id),
                    "rename one of the two files", {{fmt::format("the other is `{}`", first->second->path), {}}});
  };
  for (const model::Network& network : portal.networks) check(network.members, network.page);
  for (const model::Network& network : portal.networks) {
    for (const auto& it : network.groups) check(it.members, it.page);
    for (const auto& it : network.workshops) check(it.members, it.page);
    for (const auto& it : network.spaces) check(it.members, it.page);
  }
}

void check_versions(const model::Portal& portal, const Sources& sources, diag::Diagnostics& diagnostics) {
  for (const model::Network& network : portal.networks)
    for (std::size_t i = 1; i < network.charters.size(); ++i) {
      const model::Charter &first = network.charters[i - 1], &second = network.charters[i];
      if (first.charter != second.charter || first.version != second.version) continue;
      diagnostics.add(diag::code::duplicate_id, place_of_key(sources, second.page, "version"),
                      fmt::format("the charter `{}` has two files of version {}", second.charter, second.version),
                      fmt::format("number the newer one:\nversion = {}", second.version + 1),
                      {{fmt::format("the other is `{}`", first.page.path), place_of_key(sources, first.page, "version")}});
    }
}

/// Folders whose list is a page of its own: `<folder>/index.html`.
constexpr Folder listed_folders[] = {Folder::groups, Folder::workshops, Folder::documents,
                                     Folder::contributions, Folder::sheets, Folder::news};

class Addresses {
 public:
  Addresses(const model::Portal& portal, const Sources& sources, diag::Diagnostics& diagnostics)
      : sources_(sources), diagnostics_(diagnostics) {
    for (const model::Network& network : portal.networks)
      for (const Folder folder : listed_folders)
        lists_.insert(network.page.id + "/" + std::string(portal.word(name_of(folder))) + "/index.html");
    pages_.reserve(sources.size());
    std::vector<const model::Page*> with_aliases;
    for_each_page(portal, [&](const model::Page& page) {
      add(page);
      if (!page.aliases.empty()) with_aliases.push_back(&page);
    });
    std::sort(with_aliases.begin(), with_aliases.end(), [](const auto* a, const auto* b) { return a->path < b->path; });
    for (const model::Page* page : with_aliases)
      for (const std::string& alias : page->aliases) add_alias(*page, alias);
  }

 private:
  void add(const model::Page& page) {
    if (page.address.empty()) return;  // its file could not be read
    if (page.address.ends_with("/index.html") && lists_.contains(page.address))
      diagnostics_.add(diag::code::address_clash, place_of_key(sources_, page, "slug"),
                       fmt::format("the address `/{}` is that of a list", page.address), "give it another one:\nslug = \"presentation\"");
    const auto [at, is_new] = pages_.emplace(page.address, &page);
    if (is_new) return;
    const model::Page* later = &page;  // of two, the later by path is told
    if (later->path < at->second->path) std::swap(later, at->second);
    report(place_of_key(sources_, *later, "slug"), page.address, *at->second, "give one of them another `slug`");
  }

  void add_alias(const model::Page& page, const std::string& alias) {
    const auto clash = pages_.find(alias);
    const auto [first, is_new] = aliases_.emplace(alias, &page);
    if (is_new && clash == pages_.end()) return;
    std::string written = "/" + alias;
    const toml::Node front = sources_.front(page.text.source);
    if (const toml::Node* list = front.find("aliases"))
      for (const toml::Node& item : list->items)
        if (alias.starts_with(std::string_view(item.text).substr(std::min<std::size_t>(1, item.text.size())))) written = item.text;
    report(place_of_key(sources_, page, "aliases", written), alias, clash != pages_.end() ? *clash->second : *first->second,
           "take the former address out of one of them");
  }

  void report(diag::Place place, std::string_view address, const model::Page& other, std::string help) {
    diagnostics_.add(diag::code::address_clash, std::move(place), fmt::format("two files have the address `/{}`", address), std::move(help),
                     {{fmt::format("the other is `{}`", other.path), {}}});
  }

  const Sources& sources_;
  diag::Diagnostics& diagnostics_;
  std::set<std::string> lists_;
  std::unordered_map<std::string_view, const model::Page*> pages_, aliases_;
};

}  // namespace

void check_paths(const Sources& sources, diag::Diagnostics& diagnostics) {
  std::set<std::string_view> networks, without;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const FilePlace place = place_of(sources[i].path);
    if (place.kind == Kind::network) networks.insert(place.network);
    if (place.kind == Kind::item || place.kind == Kind::directory) without.insert(place.network);
  }
  for (const base::FileEntry& it : sources.others())
    if (place_of(it.path).kind == Kind::bodies) without.insert(place_of(it.path).network);
  for (const std::string_view network : without)
    if (!networks.contains(network))
      diagnostics.add(diag::code::network_missing, file(fmt::format("content/{}/network.md", network)),
                      fmt::format("the folder `content/{}` holds things of a network, and no `network.md`", network),
                      fmt::format("make it:\ncenacle new network {}", network));
  for (std::size_t i = 0; i < sources.size(); ++i) check_path(sources[i].path, diagnostics);
  for (const base::FileEntry& it : sources.others()) check_path(it.path, diagnostics);
}

void check_whole(const model::Portal& portal, const Sources& sources, diag::Diagnostics& diagnostics) {
  check_audiences(portal, diagnostics);
  check_versions(portal, sources, diagnostics);
  Addresses(portal, sources, diagnostics);
}

}  // namespace cenacle::content
