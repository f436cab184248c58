// What archetypes see, described: `check` finds in an archetype what it finds in a page's template.
#pragma once

#include "site/new_views.h"

namespace cenacle::site {

/// The fields that every new thing has.
template <class V>
void describe_thing(tmpl::Fields<V>& f) {
  f.template add<&V::title>("title", "its title, as it was given");
  f.template add<&V::request>("request", "number of the request that it comes from, or 0");
  f.template add<&V::proposal>("proposal", "what that request says, in its author's words");
  f.template add<&V::proposer>("proposer", "its author, as \"person:ID\"");
  f.template add<&V::proposer_body>("proposer_body", "the author's body, as \"body:ID\", or empty");
  f.template add<&V::topic>("topic", "id of the request's topic, or empty");
  f.template add<&V::draft>("draft", "it still waits for somebody's agreement");
  f.template add<&V::of>("of", "what it belongs to, as the key `of` writes it: \"network\", \"group:ID\"…");
  f.template add<&V::today>("today", "today");
  f.template add<&V::date>("date", "the day that was asked for, else one that suits");
  f.template add<&V::network>("network", "the network that it is made in");
}

}  // namespace cenacle::site

namespace cenacle::tmpl {

template <>
struct Describe<site::NewChoiceView> {
  static constexpr std::string_view name = "choice";
  static void fields(Fields<site::NewChoiceView>& f) {
    f.add<&site::NewChoiceView::id>("id", "its id");
    f.add<&site::NewChoiceView::title>("title", "its title");
  }
};

template <>
struct Describe<site::NewHomeView> {
  static constexpr std::string_view name = "new_network";
  static void fields(Fields<site::NewHomeView>& f) {
    using V = site::NewHomeView;
    f.add<&V::id>("id", "its id; empty for a page of the portal");
    f.add<&V::title>("title", "its title");
    f.add<&V::contact>("contact", "the role that answers for it, as a reference; empty when it has no roles");
    f.add<&V::body>("body", "the body that runs it, as a reference; empty when it has no bodies");
    f.add<&V::topics>("topics", "its topics");
  }
};

template <>
struct Describe<site::NewHolderView> {
  static constexpr std::string_view name = "new_holder";
  static void fields(Fields<site::NewHolderView>& f) {
    f.add<&site::NewHolderView::role>("role", "the role's id");
    f.add<&site::NewHolderView::title>("title", "the role's title");
  }
};

template <>
struct Describe<site::NewThing> {
  static constexpr std::string_view name = "new_thing";
  static void fields(Fields<site::NewThing>& f) { site::describe_thing(f); }
};

template <>
struct Describe<site::NewGroup> {
  static constexpr std::string_view name = "new_group";
  static void fields(Fields<site::NewGroup>& f) {
    using V = site::NewGroup;
    site::describe_thing(f);
    f.add<&V::charter>("charter", "the charter that rules groups, as a reference; empty when there is none");
    f.add<&V::space>("space", "the space that it is in, as a reference; empty when it is in none");
    f.add<&V::holders>("holders", "those that the charter asks for, one a line");
    f.add<&V::season_from>("season_from", "the first day of the charter's next season");
    f.add<&V::season_to>("season_to", "the last day of the charter's next season");
  }
};

template <>
struct Describe<site::NewWorkshop> {
  static constexpr std::string_view name = "new_workshop";
  static void fields(Fields<site::NewWorkshop>& f) {
    using V = site::NewWorkshop;
    site::describe_thing(f);
    f.add<&V::charter>("charter", "the charter that rules workshops, as a reference; empty when there is none");
    f.add<&V::holders>("holders", "those that the charter asks for, one a line");
    f.add<&V::seats>("seats", "as many as the charter allows");
    f.add<&V::sessions>("sessions", "how many sessions are made with it; 0 when the charter says nothing");
  }
};

template <>
struct Describe<site::NewSpace> {
  static constexpr std::string_view name = "new_space";
  static void fields(Fields<site::NewSpace>& f) {
    site::describe_thing(f);
    f.add<&site::NewSpace::order>("order", "its place after the others");
  }
};

template <>
struct Describe<site::NewCharter> {
  static constexpr std::string_view name = "new_charter";
  static void fields(Fields<site::NewCharter>& f) {
    using V = site::NewCharter;
    site::describe_thing(f);
    f.add<&V::id>("id", "the id that all its versions share");
    f.add<&V::version>("version", "1, 2…");
    f.add<&V::article>("article", "of a further version: an article that it has; may be empty");
    f.add<&V::kept>("kept", "of a further version: the keys taken over, as TOML");
    f.add<&V::text>("text", "of a further version: the text, as Markdown");
  }
};

template <>
struct Describe<site::NewMeeting> {
  static constexpr std::string_view name = "new_meeting";
  static void fields(Fields<site::NewMeeting>& f) {
    using V = site::NewMeeting;
    site::describe_thing(f);
    f.add<&V::id>("id", "its id, unique in the portal");
    f.add<&V::kind>("kind", "the id of its kind; empty when the network has no kinds");
    f.add<&V::kinds>("kinds", "the kinds that the network has");
    f.add<&V::start>("start", "when it begins, as TOML writes it");
    f.add<&V::end>("end", "when it ends, as TOML writes it");
    f.add<&V::begins>("begins", "when it begins");
    f.add<&V::ends>("ends", "when it ends");
    f.add<&V::session>("session", "of a series: its number, from 1; else 0");
    f.add<&V::sessions>("sessions", "of a series: how many there are; else 0");
  }
};

template <>
struct Describe<site::NewMinutes> {
  static constexpr std::string_view name = "new_minutes";
  static void fields(Fields<site::NewMinutes>& f) {
    site::describe_thing(f);
    f.add<&site::NewMinutes::meeting>("meeting", "the meeting, as a reference");
    f.add<&site::NewMinutes::meeting_title>("meeting_title", "the meeting's title");
  }
};

template <>
struct Describe<site::NewDocument> {
  static constexpr std::string_view name = "new_document";
  static void fields(Fields<site::NewDocument>& f) {
    site::describe_thing(f);
    f.add<&site::NewDocument::kind>("kind", "the id of its kind");
    f.add<&site::NewDocument::kinds>("kinds", "the kinds that the network has");
  }
};

template <>
struct Describe<site::NewContribution> {
  static constexpr std::string_view name = "new_contribution";
  static void fields(Fields<site::NewContribution>& f) {
    using V = site::NewContribution;
    site::describe_thing(f);
    f.add<&V::kind>("kind", "\"message\", \"document\", \"question\", \"answer\" or \"agenda\"");
    f.add<&V::answers>("answers", "of an answer: the question, as a reference; else empty");
    f.add<&V::start>("start", "of an agenda entry: when it begins, as TOML writes it; else empty");
    f.add<&V::end>("end", "of an agenda entry: when it ends, as TOML writes it; else empty");
  }
};

template <>
struct Describe<site::NewSurvey> {
  static constexpr std::string_view name = "new_survey";
  static void fields(Fields<site::NewSurvey>& f) {
    site::describe_thing(f);
    f.add<&site::NewSurvey::closes>("closes", "the last day for answers");
  }
};

template <>
struct Describe<site::NewSheet> {
  static constexpr std::string_view name = "new_sheet";
  static void fields(Fields<site::NewSheet>& f) {
    site::describe_thing(f);
    f.add<&site::NewSheet::visibility>("visibility", "\"space:ID\" for a sheet of a space; else empty");
  }
};

template <>
struct Describe<site::NewPlace> {
  static constexpr std::string_view name = "new_place";
  static void fields(Fields<site::NewPlace>& f) {
    using V = site::NewPlace;
    f.add<&V::title>("title", "of a network: its title, as it was given; of a portal: the name of its folder");
    f.add<&V::id>("id", "of a network: its folder's name");
    f.add<&V::host>("host", "of a portal: a name for its site, under .example");
    f.add<&V::order>("order", "of a network: its place after the others");
    f.add<&V::today>("today", "today");
    f.add<&V::in_force>("in_force", "the day from which its charter is in force");
    f.add<&V::meeting>("meeting", "of a portal: when its first meeting is held, and the meeting's id");
  }
};

}  // namespace cenacle::tmpl
