// References in front matter: what they name, of the kinds that a key takes, looked up in the file's own network first.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "content/keys.h"
#include "content/names.h"

namespace cenacle::content {

/// A reference that was found.
struct Referred {
  Named kind = Named::group;
  Found found;
  std::string_view article;
  explicit operator bool() const { return static_cast<bool>(found); }
  template <class T>
  const T* as() const {
    return static_cast<const T*>(found.thing);
  }
};

/// How a reference may be written.
struct Accepted {
  std::span<const Named> kinds;
  bool bare = false;  ///< an id alone is of the first kind
};

/// Looks up the text `value` of `key`: unknown-reference, or bad-value for another kind.
Referred look_up(const Keys& keys, std::string_view key, const toml::Node& value, const Accepted& accepted);
/// The same for the value of `key`; nothing when there is none.
Referred refer(Keys& keys, std::string_view key, const Accepted& accepted, Need need = Need::optional);
std::vector<Referred> refer_all(Keys& keys, std::string_view key, const Accepted& accepted, Need need = Need::optional);

template <class T>
inline constexpr Named kind_of = Named::group;
template <>
inline constexpr Named kind_of<model::Charter> = Named::charter;
template <>
inline constexpr Named kind_of<model::Body> = Named::body;
template <>
inline constexpr Named kind_of<model::Role> = Named::role;
template <>
inline constexpr Named kind_of<model::Meeting> = Named::meeting;
template <>
inline constexpr Named kind_of<model::Contribution> = Named::contribution;
template <>
inline constexpr Named kind_of<model::Space> = Named::space;

/// A reference to one kind of things. A role may also be named by its id alone.
template <class T>
const T* reference(Keys& keys, std::string_view key, Need need = Need::optional) {
  static constexpr Named kinds[] = {kind_of<T>};
  return refer(keys, key, {kinds, std::is_same_v<T, model::Role>}, need).template as<T>();
}

template <class T>
std::vector<const T*> references(Keys& keys, std::string_view key, Need need = Need::optional) {
  static constexpr Named kinds[] = {kind_of<T>};
  std::vector<const T*> things;
  for (const Referred& it : refer_all(keys, key, {kinds, std::is_same_v<T, model::Role>}, need))
    things.push_back(it.template as<T>());
  return things;
}

/// `of`: `"network"`, or what it refers to; the network when there is none. `given`: whether the key is there.
model::Owner owner(Keys& keys, std::string_view key, std::span<const Named> kinds, bool* given = nullptr);

/// An article of a charter, `charter:ID#2.1`: unknown-article when the charter's current version has none such.
std::optional<model::Citation> citation(Keys& keys, std::string_view key);
/// unknown-article unless the text of the source has this article.
void check_article(const Keys& keys, std::string_view article, const toml::Node& at, const model::Page& charter);

/// unknown-reference for a word that none of `ids` is. `thing`: "topic".
void unknown_id(const Keys& keys, std::string_view key, const toml::Node& value, std::string_view thing,
                std::vector<std::string_view> ids);

/// One of the things that the network lists itself (topics, kinds), by id.
template <class Things>
const typename Things::value_type* one_of(const Keys& keys, std::string_view key, const toml::Node& value, std::string_view thing,
                                          const Things& things) {
  std::vector<std::string_view> ids;
  for (const auto& it : things)
    if (it.id == value.text) return &it;
  for (const auto& it : things) ids.push_back(it.id);
  unknown_id(keys, key, value, thing, std::move(ids));
  return nullptr;
}

template <class Things>
const typename Things::value_type* listed(Keys& keys, std::string_view key, std::string_view thing, const Things& things,
                                          Need need = Need::optional) {
  const toml::Entry* const entry = keys.find(key);
  if (entry == nullptr) {
    if (need == Need::required) keys.missing(key, quoted(things.empty() ? "…" : things.front().id));
    return nullptr;
  }
  const toml::Node* const value = keys.find(key, toml::Kind::text, need);
  return value == nullptr ? nullptr : one_of(keys, key, *value, thing, things);
}

template <class Things>
std::vector<const typename Things::value_type*> all_listed(Keys& keys, std::string_view key, std::string_view thing,
                                                           const Things& things, Need need = Need::optional) {
  std::vector<const typename Things::value_type*> found;
  const toml::Node* const list = keys.find(key, toml::Kind::array, need, Keys::Items::texts);
  if (list == nullptr) return found;
  for (const toml::Node& item : list->items)
    if (item.kind == toml::Kind::text)
      if (const auto* thing_found = one_of(keys, key, item, thing, things)) found.push_back(thing_found);
  return found;
}

/// The topics of the file's network.
std::vector<const model::Topic*> topics(Keys& keys, Need need = Need::optional);
/// `[[holders]]`, and where the first one's role stands.
std::vector<model::Holder> holders(Keys& keys, model::Spot* first = nullptr);

}  // namespace cenacle::content
