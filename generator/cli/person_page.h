// All that is known of a person, as a page that she can read and print: cli/pages/person.html, compiled in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace cenacle::cli {

/// A file of cli/pages/, or empty.
std::string_view embedded_page(std::string_view name);

struct PersonField {
  std::string name, value;
};
struct PersonRegistration {
  std::string number, object, state, since;
};
struct PersonFact {
  std::string day, sentence;
};
struct PersonYear {
  std::string year;
  std::vector<PersonFact> facts;
};

struct PersonPage {
  std::string name, portal, made;
  std::vector<PersonField> fields;
  std::vector<std::string> mandates, access, mentions;
  std::vector<PersonRegistration> registrations;
  std::vector<PersonYear> years;
  std::string contact;  ///< to whom she may write about it; may be empty
};

std::string person_page(const PersonPage& page);

}  // namespace cenacle::cli
