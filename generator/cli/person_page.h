// All that is known of a person, as a page that she can read and print: cli/pages/person.html, compiled in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "formats/locale/locale.h"
#include "template/template.h"

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
  std::string name, portal, language, made;
  std::vector<PersonField> fields;
  std::vector<std::string> mandates, access, mentions;
  std::vector<PersonRegistration> registrations;
  std::vector<PersonYear> years;
  std::string contact;  ///< to whom she may write about it; may be empty
};

/// In words of the catalogue `people.LANGUAGE.toml`.
std::string person_page(const PersonPage& page, const tmpl::Words& words, const locale::Locale& language);

}  // namespace cenacle::cli
