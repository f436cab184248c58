// The story of a person: every fact about her, told in the portal's language.
#pragma once

#include <string>
#include <vector>

#include "cli/deed.h"

namespace cenacle::cli {

struct Story {
  model::Person person;
  std::vector<model::Registration> registrations;
  std::vector<model::Fact> facts;  ///< hers and those of her registrations, in order
  std::vector<std::string_view> audiences;  ///< that she reads
};
Or<Story> story_of(Deed& deed, model::Person person);

/// What a fact says: "acceptée par la coordination", with its article when it has one.
std::string told(Deed& deed, const model::Fact& fact);

std::string as_text(Deed& deed, const Story& story);
std::string as_json(Deed& deed, const Story& story);

}  // namespace cenacle::cli
