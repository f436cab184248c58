// What the readers of a file of registration rules share: its network, its paths by name, and the kinds of values that
// only such files have.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/keys.h"
#include "content/references.h"
#include "rules/registration/rulebook.h"
#include "rules/registration/words.h"

namespace cenacle::rules {

struct Reading {
  const model::Network& network;
  Rulebook& book;
  const model::Charter* charter = nullptr;  ///< the file's own; null: it names none, or none that there is
  bool names_charter = false;
  std::vector<std::string> paths;     ///< ids of all paths, those further down included
  std::vector<std::string> profiles;  ///< those of the workshops and those that the file lists
};

/// A number of a charter's `[[rules]]`, and the charter that states it.
struct Stated {
  const model::Charter* charter = nullptr;
  const model::Rule* rule = nullptr;
};

/// The number of this name: of `first`, else of another charter in force.
Stated stated_number(const model::Network& network, const model::Charter* first, std::string_view name);

/// A whole number of at least `least`, or the name of one that a charter states (the file's own first). `words`: what
/// else the key may say, for the list of what there is.
std::optional<Figure> figure(content::Keys& keys, std::string_view key, const Reading& reading,
                             content::Need need = content::Need::optional, std::int64_t least = 0,
                             std::vector<std::string_view> words = {});

/// The charter in force that is named.
const model::Charter* charter(content::Keys& keys, std::string_view key);

/// An article and its charter.
struct Cited {
  const model::Charter* charter = nullptr;
  std::string article;
};
/// "2.1", of the file's own charter, or "charter:ID#2.1"; the charter's text must have it.
Cited cited(content::Keys& keys, std::string_view key, const Reading& reading, content::Need need);

Condition condition(content::Keys& keys, const Reading& reading);
/// The condition at `key`: nothing when there is none.
std::optional<Condition> condition_at(content::Keys& keys, std::string_view key, const Reading& reading);

std::optional<model::State> state(content::Keys& keys, std::string_view key, content::Need need);
std::vector<model::State> states(content::Keys& keys, std::string_view key);
/// Each text of a list that is one of `known`; the others are no such `thing`. A free text of people (a profile) is
/// held to what is written elsewhere too: a slip would make a rule that is never about anybody.
std::vector<std::string> texts_among(content::Keys& keys, std::string_view key, std::string_view thing,
                                     const std::vector<std::string_view>& known);
/// Ids of the file's paths.
std::vector<std::string> path_ids(content::Keys& keys, std::string_view key, const Reading& reading);
/// Ids of the tariffs' rates, or the word "object" where it is allowed.
std::vector<std::string> rate_ids(content::Keys& keys, std::string_view key, const Reading& reading, bool of_object);
/// true, false, or not said.
std::optional<bool> yes_or_no(content::Keys& keys, std::string_view key);

/// The words of a list, each of a closed list.
template <class E, std::size_t N>
std::vector<E> chosen(content::Keys& keys, std::string_view key, const Choice<E> (&choices)[N],
                      content::Need need = content::Need::optional) {
  std::vector<E> all;
  const toml::Node* const list = keys.find(key, toml::Kind::array, need, content::Keys::Items::texts);
  if (list == nullptr) return all;
  for (const toml::Node& item : list->items) {
    if (item.kind != toml::Kind::text) continue;
    bool known = false;
    for (const Choice<E>& choice : choices)
      if (choice.word == item.text) {
        all.push_back(choice.value);
        known = true;
      }
    if (!known) keys.not_of_list(key, item, words_of(choices));
  }
  return all;
}

/// An id that none of `before` has.
template <class Things>
std::string new_id(content::Keys& keys, const Things& before) {
  std::string id = keys.id("id", content::Need::required);
  for (const auto& it : before)
    if (!id.empty() && it.id == id)
      keys.report(diag::code::duplicate_id, keys.find("id")->value.at, "the id `" + id + "` is used twice in this list",
                  "give one of them another id");
  return id;
}

model::Spot spot_of(const content::Keys& keys);

// One table each.
Path read_path(content::Keys& keys, const Reading& reading);
Rule read_rule(content::Keys& keys, const Reading& reading);

}  // namespace cenacle::rules
