// All that is known of a person, as a page that she can read and print: cli/pages/person.html, compiled in.
#include "cli/person_page.h"

#include "diag/diagnostics.h"

#define CENACLE_FIELD(member, doc) f.template add<&V::member>(#member, doc)

namespace cenacle::tmpl {

template <>
struct Describe<cli::PersonField> {
  static constexpr std::string_view name = "field";
  static void fields(Fields<cli::PersonField>& f) {
    using V = cli::PersonField;
    CENACLE_FIELD(name, "what it is");
    CENACLE_FIELD(value, "what is known");
  }
};

template <>
struct Describe<cli::PersonRegistration> {
  static constexpr std::string_view name = "registration";
  static void fields(Fields<cli::PersonRegistration>& f) {
    using V = cli::PersonRegistration;
    CENACLE_FIELD(number, "of the ledger");
    CENACLE_FIELD(object, "what is joined");
    CENACLE_FIELD(state, "where it stands");
    CENACLE_FIELD(since, "since when");
  }
};

template <>
struct Describe<cli::PersonFact> {
  static constexpr std::string_view name = "fact";
  static void fields(Fields<cli::PersonFact>& f) {
    using V = cli::PersonFact;
    CENACLE_FIELD(day, "and hour");
    CENACLE_FIELD(sentence, "what happened, and what was said of it");
  }
};

template <>
struct Describe<cli::PersonYear> {
  static constexpr std::string_view name = "year";
  static void fields(Fields<cli::PersonYear>& f) {
    using V = cli::PersonYear;
    CENACLE_FIELD(year, "its number");
    CENACLE_FIELD(facts, "in order");
  }
};

template <>
struct Describe<cli::PersonPage> {
  static constexpr std::string_view name = "person";
  static void fields(Fields<cli::PersonPage>& f) {
    using V = cli::PersonPage;
    CENACLE_FIELD(name, "hers");
    CENACLE_FIELD(portal, "its title");
    CENACLE_FIELD(language, "of the portal: \"fr\"");
    CENACLE_FIELD(made, "when the page was made");
    CENACLE_FIELD(fields, "who she is");
    CENACLE_FIELD(mandates, "what she is and was in bodies");
    CENACLE_FIELD(access, "restricted trees that she may read");
    CENACLE_FIELD(mentions, "files that have her name");
    CENACLE_FIELD(registrations, "all that she ever asked to join");
    CENACLE_FIELD(years, "all facts");
    CENACLE_FIELD(contact, "to whom she may write");
  }
};

}  // namespace cenacle::tmpl

namespace cenacle::cli {

std::string person_page(const PersonPage& page, const tmpl::Words& words, const locale::Locale& language) {
  tmpl::Environment environment;
  environment.load = [](std::string_view wanted) -> std::optional<tmpl::Source> {
    const std::string_view text = embedded_page(wanted);
    if (text.empty()) return std::nullopt;
    return tmpl::Source{std::string(wanted), std::string(text), 1};
  };
  environment.locale = &language;
  environment.words = &words;
  diag::Diagnostics mistakes;
  const auto compiled = tmpl::compile("person.html", *tmpl::type_of<PersonPage>(), environment, mistakes);
  if (!compiled) return mistakes.sorted().front().summary;  // a theme of one's own that lacks a word
  tmpl::Output output;
  const auto mistake = compiled->render(&page, &output);
  return mistake ? mistake->summary : std::move(output.text);
}

}  // namespace cenacle::cli
