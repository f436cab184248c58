// Everything that a reference may name, by kind, network and id.
#include "content/names.h"

#include <fmt/format.h>

#include <algorithm>

#include "content/whole.h"

namespace cenacle::content {

namespace {

template <class T>
concept HasPage = requires(const T& it) { it.page; };

template <class T>
std::string_view id_of(const T& it) {
  if constexpr (std::is_same_v<T, model::Charter>) {
    return it.charter;
  } else if constexpr (HasPage<T>) {
    return it.page.id;
  } else {
    return it.id;
  }
}

/// The folder whose files are things of this kind; a charter's file is not named after it.
std::optional<Folder> folder_of(Named kind) {
  switch (kind) {
    case Named::group: return Folder::groups;
    case Named::workshop: return Folder::workshops;
    case Named::meeting: return Folder::meetings;
    case Named::minutes: return Folder::minutes;
    case Named::document: return Folder::documents;
    case Named::contribution: return Folder::contributions;
    case Named::sheet: return Folder::sheets;
    case Named::space: return Folder::spaces;
    case Named::news: return Folder::news;
    case Named::page: return Folder::pages;
    case Named::survey: return Folder::surveys;
    default: return std::nullopt;
  }
}

}  // namespace

std::string_view with_article(Named kind) {
  constexpr std::array<std::string_view, named_words.size()> words = {
      "a group", "a workshop", "a charter", "a body", "a role", "a meeting", "minutes", "a document", "a contribution", "a sheet",
      "a space", "news", "a page", "a survey", "a network"};
  return words[static_cast<std::size_t>(kind)];
}

Reference parse_reference(std::string_view text) {
  Reference found;
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return found;
  found.scheme = text.substr(0, colon);
  const auto* const word = std::find(named_words.begin(), named_words.end(), found.scheme);
  if (word != named_words.end()) found.kind = static_cast<Named>(word - named_words.begin());
  found.id = text.substr(colon + 1);
  if (const std::size_t hash = found.id.find('#'); hash != std::string_view::npos) {
    found.article = found.id.substr(hash + 1);
    found.id = found.id.substr(0, hash);
  }
  if (const std::size_t slash = found.id.find('/'); slash != std::string_view::npos) {
    found.network = found.id.substr(0, slash);
    found.id.remove_prefix(slash + 1);
  }
  return found;
}

Names::Names(const model::Portal& portal) : portal_(portal) {
  std::size_t pages = 0;
  for_each_page(portal, [&](const model::Page&) { ++pages; });
  paths_.reserve(pages);
  for (const model::Network& network : portal.networks) add_network(network);
  for (const model::FreePage& it : portal.pages) add_path(it.page);
  add(Named::page, "", portal.pages);
  for (const model::LeftOut& it : portal.left_out) left_out_.emplace(it.path, &it);
}

template <class Things>
void Names::add(Named kind, std::string_view network, const Things& things) {
  auto& entries = networks_[network][static_cast<std::size_t>(kind)];
  entries.reserve(things.size());
  for (const auto& it : things) {
    using Thing = std::remove_cvref_t<decltype(it)>;
    const model::Page* page = nullptr;
    if constexpr (HasPage<Thing>) {
      add_path(it.page);
      page = &it.page;
    }
    if constexpr (std::is_same_v<Thing, model::Charter>) {
      if (!it.current) continue;
    }
    // Of two things with one id, the first of the folder's order is meant.
    entries.try_emplace(id_of(it), Found{&it, page});
    if constexpr (std::is_same_v<Thing, model::Meeting>) entries.try_emplace(it.uid, Found{&it, page});
  }
}

void Names::add_network(const model::Network& network) {
  const std::string_view id = network.page.id;
  add_path(network.page);
  add(Named::group, id, network.groups);
  add(Named::workshop, id, network.workshops);
  add(Named::charter, id, network.charters);
  add(Named::body, id, network.bodies);
  add(Named::role, id, network.roles);
  add(Named::meeting, id, network.meetings);
  add(Named::minutes, id, network.minutes);
  add(Named::document, id, network.documents);
  add(Named::contribution, id, network.contributions);
  add(Named::sheet, id, network.sheets);
  add(Named::space, id, network.spaces);
  add(Named::news, id, network.news);
  add(Named::page, id, network.pages);
  add(Named::survey, id, network.surveys);
}

Found Names::find(Named kind, std::string_view network, std::string_view id) const {
  if (kind == Named::network) {
    for (const model::Network& it : portal_.networks)
      if (it.page.id == id) return {&it, &it.page};
    return {};
  }
  const auto of = networks_.find(network);
  if (of == networks_.end()) return {};
  const auto& entries = of->second[static_cast<std::size_t>(kind)];
  const auto at = entries.find(id);
  return at == entries.end() ? Found{} : at->second;
}

std::vector<std::string_view> Names::ids(Named kind, std::string_view network) const {
  std::vector<std::string_view> ids;
  if (kind == Named::network) {
    for (const model::Network& it : portal_.networks) ids.push_back(it.page.id);
    std::sort(ids.begin(), ids.end());
    return ids;
  }
  const auto of = networks_.find(network);
  if (of == networks_.end()) return ids;
  for (const auto& [id, found] : of->second[static_cast<std::size_t>(kind)])
    // A meeting is known by its file's name and by its key `id`: only the first is a help.
    if (kind != Named::meeting || id == found.page->id) ids.push_back(id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::vector<std::string_view> Names::networks_with(Named kind, std::string_view id, std::string_view network) const {
  std::vector<std::string_view> found;
  for (const model::Network& it : portal_.networks)
    if (it.page.id != network && find(kind, it.page.id, id)) found.push_back(it.page.id);
  return found;
}

const model::LeftOut* Names::left_out(Named kind, std::string_view network, std::string_view id) const {
  const auto folder = folder_of(kind);
  if (!folder) return nullptr;
  if (network.empty()) return left_out("content/pages/" + std::string(id) + ".md");
  return left_out(path_of(network, *folder, id));
}

std::string Names::missing(Named kind, std::string_view network, std::string_view id) const {
  if (!network.empty() && !find(Named::network, {}, network)) return fmt::format("there is no network `{}`", network);
  if (network.empty() || kind == Named::network) return fmt::format("there is no {} `{}`", word_of(kind), id);
  return fmt::format("there is no {} `{}` in `{}`", word_of(kind), id, network);
}

const model::Page* Names::page_at(std::string_view path) const {
  const auto at = paths_.find(path);
  return at == paths_.end() ? nullptr : at->second;
}

const model::LeftOut* Names::left_out(std::string_view path) const {
  const auto at = left_out_.find(path);
  return at == left_out_.end() ? nullptr : at->second;
}

}  // namespace cenacle::content
