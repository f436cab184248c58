// Where people belong, described: groups, workshops, spaces.
#pragma once

#include "site/views.h"

#define CENACLE_FIELD(member, doc) f.template add<&V::member>(#member, doc)

namespace cenacle::tmpl {

template <>
struct Describe<site::CallView> {
  static constexpr std::string_view name = "call";
  static void fields(Fields<site::CallView>& f) {
    using V = site::CallView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(text, "what it says");
    CENACLE_FIELD(deadline, "the last day");
    CENACLE_FIELD(open, "the deadline is not past");
  }
};

template <>
struct Describe<site::SeasonView> {
  static constexpr std::string_view name = "season";
  static void fields(Fields<site::SeasonView>& f) {
    using V = site::SeasonView;
    CENACLE_FIELD(from, "first day");
    CENACLE_FIELD(to, "last day");
  }
};

template <>
struct Describe<site::GroupView> {
  static constexpr std::string_view name = "group";
  static void fields(Fields<site::GroupView>& f) {
    using V = site::GroupView;
    CENACLE_FIELD(id, "its id");
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(summary, "one or two sentences, plain text");
    CENACLE_FIELD(purpose, "one sentence: what it is for");
    CENACLE_FIELD(label, "what it is called here (\"Groupe de travail\")");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(members_url, "address of the part for its members");
    CENACLE_FIELD(charter, "the charter that rules it");
    CENACLE_FIELD(space, "the space it lives in");
    CENACLE_FIELD(topics, "its topics");
    CENACLE_FIELD(created, "since when");
    CENACLE_FIELD(ended, "the day it ended");
    CENACLE_FIELD(season, "first and last day of work");
    CENACLE_FIELD(holders, "who holds a role, by function");
    CENACLE_FIELD(call, "open call for partners");
    CENACLE_FIELD(upcoming, "meetings to come, soonest first");
    CENACLE_FIELD(past, "past meetings, newest first");
    CENACLE_FIELD(deliverables, "published works");
    CENACLE_FIELD(documents, "its documents");
    CENACLE_FIELD(minutes, "its minutes");
    CENACLE_FIELD(news, "its news, newest first");
    CENACLE_FIELD(contributions, "its contributions, newest first");
    CENACLE_FIELD(decisions, "its decisions, newest first");
    CENACLE_FIELD(body, "its text");
    CENACLE_FIELD(standing, "seats, and who takes part, in numbers");
    CENACLE_FIELD(surveys, "its surveys, newest first");
  }
};

template <>
struct Describe<site::WorkshopView> {
  static constexpr std::string_view name = "workshop";
  static void fields(Fields<site::WorkshopView>& f) {
    using V = site::WorkshopView;
    CENACLE_FIELD(id, "its id");
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(summary, "one or two sentences, plain text");
    CENACLE_FIELD(question, "the question it answers");
    CENACLE_FIELD(object, "what it makes");
    CENACLE_FIELD(duration, "how long it lasts");
    CENACLE_FIELD(frame, "what was set beforehand");
    CENACLE_FIELD(label, "what it is called here (\"Groupe de travail\")");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(members_url, "address of the part for its members");
    CENACLE_FIELD(series, "a series of sessions, joined as a whole");
    CENACLE_FIELD(past, "its last session is over");
    CENACLE_FIELD(seats, "how many at most");
    CENACLE_FIELD(charter, "the charter that rules it");
    CENACLE_FIELD(rate, "what it costs");
    CENACLE_FIELD(rate_year, "year of the tariff");
    CENACLE_FIELD(profiles, "who it is for");
    CENACLE_FIELD(topics, "its topics");
    CENACLE_FIELD(holders, "who holds a role, by function");
    CENACLE_FIELD(sessions, "its meetings, in order");
    CENACLE_FIELD(next, "next session");
    CENACLE_FIELD(outputs, "what came out of it");
    CENACLE_FIELD(documents, "its documents");
    CENACLE_FIELD(minutes, "its minutes");
    CENACLE_FIELD(body, "its text");
    CENACLE_FIELD(standing, "seats, and who takes part, in numbers");
    CENACLE_FIELD(surveys, "its surveys, newest first");
  }
};

template <>
struct Describe<site::SpaceView> {
  static constexpr std::string_view name = "space";
  static void fields(Fields<site::SpaceView>& f) {
    using V = site::SpaceView;
    CENACLE_FIELD(id, "its id");
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(summary, "one or two sentences, plain text");
    CENACLE_FIELD(kind, "what kind it is, as people say it");
    CENACLE_FIELD(open_to, "who may enter");
    CENACLE_FIELD(body_name, "the body behind it");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(members_url, "address of the part for its members");
    CENACLE_FIELD(charter, "the charter that rules it");
    CENACLE_FIELD(holders, "who holds a role, by function");
    CENACLE_FIELD(upcoming, "meetings to come, soonest first");
    CENACLE_FIELD(past, "past meetings, newest first");
    CENACLE_FIELD(sheets, "practical sheets");
    CENACLE_FIELD(documents, "its documents");
    CENACLE_FIELD(pages, "its free pages");
    CENACLE_FIELD(news, "its news, newest first");
    CENACLE_FIELD(groups, "its groups");
    CENACLE_FIELD(body, "its text");
    CENACLE_FIELD(standing, "seats, and who takes part, in numbers");
    CENACLE_FIELD(surveys, "its surveys, newest first");
  }
};

}  // namespace cenacle::tmpl

#undef CENACLE_FIELD
