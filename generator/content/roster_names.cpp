// The names by which a list of people calls bodies, roles, groups and profiles, and what of the network they mean.
#include "content/roster_names.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/text.h"
#include "formats/locale/locale.h"

namespace cenacle::content {

namespace {

/// What people write for the words that begin the names of French public bodies.
constexpr std::pair<std::string_view, std::string_view> abbreviations[] = {
    {"cc", "communaute-de-communes"},
    {"ca", "communaute-d-agglomeration"},
    {"cu", "communaute-urbaine"},
    {"ccas", "centre-communal-d-action-sociale"},
    {"cias", "centre-intercommunal-d-action-sociale"},
    {"sdis", "service-d-incendie-et-de-secours"},
    {"cd", "departement"},
    {"ars", "agence-regionale-de-sante"},
    {"conseil-departemental", "departement"},
    {"conseil-regional", "region"},
    {"dept", "departement"},
    {"dpt", "departement"},
    {"agglo", "agglomeration"},
};
/// Left out: they stand before the name of the same body, or they do not.
constexpr std::string_view openings[] = {
    "commune-de-l-", "commune-de-la-", "commune-des-", "commune-de-", "commune-du-", "commune-d-",   "ville-de-l-",
    "ville-de-la-",  "ville-des-",     "ville-de-",    "ville-du-",   "ville-d-",    "mairie-de-l-", "mairie-de-la-",
    "mairie-des-",   "mairie-de-",     "mairie-du-",   "mairie-d-",   "commune-",    "ville-",       "mairie-",
};

/// The slug of a name, abbreviations written out: "St" everywhere, the others at the beginning.
std::string full_key(std::string_view name) {
  std::string key;
  const std::string slug = locale::slug(name);
  for (const std::string_view word : base::split(slug, '-')) {
    if (!key.empty()) key += '-';
    key += word == "st" ? "saint" : word == "ste" ? "sainte" : word;
  }
  for (const auto& [given, meant] : abbreviations)
    if (key.starts_with(std::string(given) + "-")) return std::string(meant) + key.substr(given.size());
  return key;
}

bool is_small(std::string_view word) {
  constexpr std::array<std::string_view, 9> small = {"le", "la", "les", "l", "de", "du", "des", "d", "et"};
  return std::find(small.begin(), small.end(), word) != small.end();
}

/// Without articles and other small words.
std::string without_small_words(std::string_view key) {
  std::string out;
  for (const std::string_view word : base::split(key, '-'))
    if (!is_small(word)) out.append(out.empty() ? "" : "-").append(word);
  return out;
}

/// Without "commune de" and the like, articles and small words: "Mairie du Puy-Mardon" and "Le Puy-Mardon" are the
/// same.
std::string short_key(std::string_view name) {
  std::string key = full_key(name);
  const auto* const opening =
      std::find_if(std::begin(openings), std::end(openings), [&](std::string_view it) { return key.starts_with(it); });
  if (opening != std::end(openings)) key.erase(0, opening->size());
  return without_small_words(key);
}

/// The initials that stand for a kind of bodies: of all its words and of those that are not small, for some kinds are
/// abbreviated one way and some the other. A single letter stands for nothing.
std::set<std::string> initials(std::string_view kind) {
  std::string all, great;
  for (const std::string_view word : base::split(kind, '-')) {
    all += word.substr(0, 1);
    if (!is_small(word)) great += word.substr(0, 1);
  }
  std::set<std::string> found{all, great};
  std::erase_if(found, [](const std::string& it) { return it.size() < 2; });
  return found;
}

/// The keys of a body whose name begins with that of its kind, the kind abbreviated.
std::set<std::string> abbreviated_keys(const model::Body& body) {
  std::set<std::string> keys;
  if (body.kind == nullptr) return keys;
  const std::string name = full_key(body.name), kind = full_key(body.kind->title);
  if (name.starts_with(kind + "-"))
    for (const std::string& it : initials(kind)) keys.insert(it + name.substr(kind.size()));
  return keys;
}

/// Without the plural's s of each word: "Élus" and "élu" are one profile.
std::string singular_key(std::string_view name) {
  std::string out;
  const std::string slug = locale::slug(name);
  for (std::string_view word : base::split(slug, '-')) {
    if (word.size() > 3 && word.ends_with('s')) word.remove_suffix(1);
    out.append(out.empty() ? "" : "-").append(word);
  }
  return out;
}

template <class Words>
std::string nearest_of(const Words& words, const std::string& key) {
  std::vector<std::string_view> keys;
  for (const auto& [slug, written] : words) keys.push_back(slug);
  const auto near = base::closest(key, keys);
  return near ? words.find(*near)->second : std::string();
}

}  // namespace

RosterNames::RosterNames(const model::Network& network, std::span<const std::string> profiles) : network_(network) {
  for (const std::string& it : profiles) profiles_.emplace(singular_key(it), it);
  for (const model::Body& body : network.bodies) {
    by_id_[body.id].push_back(&body);
    by_name_[full_key(body.name)].push_back(&body);
    by_short_name_[short_key(body.name)].push_back(&body);
    for (const std::string& key : abbreviated_keys(body)) {
      by_name_[key].push_back(&body);
      by_short_name_[without_small_words(key)].push_back(&body);
    }
  }
  for (const model::Role& role : network.roles) {
    for (const std::string_view name : {role.id, role.title, role.plural})
      if (!name.empty()) roles_.emplace(singular_key(name), &role);
    role_titles_.emplace(singular_key(role.title), role.title);
  }
  const auto add = [&](const model::Page& page, std::string reference) {
    for (const std::string_view name : {page.id, page.title})
      objects_.emplace(without_small_words(locale::slug(name)), reference);
    object_titles_.emplace(locale::slug(page.title), page.title);
  };
  for (const model::Group& it : network.groups) add(it.page, "group:" + network.page.id + "/" + it.page.id);
  for (const model::Workshop& it : network.workshops) {
    add(it.page, "workshop:" + network.page.id + "/" + it.page.id);
    for (const std::string& profile : it.profiles) profiles_.emplace(singular_key(profile), profile);
  }
  for (const model::Space& it : network.spaces) add(it.page, "space:" + it.page.id);
}

std::vector<const model::Body*> RosterNames::bodies(std::string_view name) const {
  for (const auto& [map, key] : {std::pair(&by_id_, std::string(name)), std::pair(&by_id_, locale::slug(name)),
                                 std::pair(&by_name_, full_key(name)), std::pair(&by_short_name_, short_key(name))})
    if (const auto it = map->find(key); it != map->end()) return it->second;
  return {};
}

const model::Role* RosterNames::role(std::string_view name) const {
  const auto it = roles_.find(singular_key(name));
  return it == roles_.end() ? nullptr : it->second;
}

std::string RosterNames::object(std::string_view name) const {
  const auto it = objects_.find(without_small_words(locale::slug(name)));
  return it == objects_.end() ? std::string() : it->second;
}

std::string RosterNames::profile(std::string_view name) const {
  const auto it = profiles_.find(singular_key(name));
  return it == profiles_.end() ? std::string() : it->second;
}

std::string RosterNames::nearest_body(std::string_view name) const {
  Words names;
  for (const model::Body& body : network_.bodies) names.emplace(short_key(body.name), body.name);
  return nearest_of(names, short_key(name));
}

std::string RosterNames::nearest_role(std::string_view name) const {
  return nearest_of(role_titles_, singular_key(name));
}
std::string RosterNames::nearest_object(std::string_view name) const {
  return nearest_of(object_titles_, locale::slug(name));
}
std::string RosterNames::nearest_profile(std::string_view name) const {
  return nearest_of(profiles_, singular_key(name));
}

}  // namespace cenacle::content
