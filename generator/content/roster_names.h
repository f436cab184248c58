// The names by which a list of people calls bodies, roles, groups and profiles, and what of the network they mean.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/portal.h"

namespace cenacle::content {

/// Everything of one network that a list may name. Case, accents, punctuation and "Commune de", "Mairie de" do not
/// count; usual abbreviations do ("CC", "CCAS", "St"), and the initials of the kinds that the network lists: of
/// "Service des eaux de la Plaine", "SDE de la Plaine" and "SE Plaine".
class RosterNames {
 public:
  /// `profiles`: those that people may have beside the ones that workshops are for.
  RosterNames(const model::Network& network, std::span<const std::string> profiles);

  /// Those that `name` may mean: one is right, several have to be told apart.
  std::vector<const model::Body*> bodies(std::string_view name) const;
  const model::Role* role(std::string_view name) const;
  /// "group:NETWORK/ID", "workshop:NETWORK/ID" or "space:ID"; empty: there is none of that name.
  std::string object(std::string_view name) const;
  /// The profile as the network writes it; empty: it does not know it.
  std::string profile(std::string_view name) const;
  bool has_profiles() const { return !profiles_.empty(); }

  /// What was most likely meant, as it is written; empty: no one can tell.
  std::string nearest_body(std::string_view name) const;
  std::string nearest_role(std::string_view name) const;
  std::string nearest_object(std::string_view name) const;
  std::string nearest_profile(std::string_view name) const;

 private:
  using Bodies = std::unordered_map<std::string, std::vector<const model::Body*>>;
  using Words = std::map<std::string, std::string, std::less<>>;  ///< slug → as it is written

  const model::Network& network_;
  Bodies by_id_, by_name_, by_short_name_;
  std::unordered_map<std::string, const model::Role*> roles_;
  std::unordered_map<std::string, std::string> objects_;
  Words role_titles_, object_titles_, profiles_;
};

}  // namespace cenacle::content
