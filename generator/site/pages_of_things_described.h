// The root views of pages about one thing, and of plain pages, described.
#pragma once

#include "site/pages.h"

#define CENACLE_FIELD(member, doc) f.template add<&V::member>(#member, doc)

namespace cenacle::tmpl {

template <>
struct Describe<site::NetworkPage> {
  static constexpr std::string_view name = "network_page";
  static void fields(Fields<site::NetworkPage>& f) {
    using V = site::NetworkPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
  }
};

template <>
struct Describe<site::GroupPage> {
  static constexpr std::string_view name = "group_page";
  static void fields(Fields<site::GroupPage>& f) {
    using V = site::GroupPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(group, "the group it belongs to");
  }
};

template <>
struct Describe<site::WorkshopPage> {
  static constexpr std::string_view name = "workshop_page";
  static void fields(Fields<site::WorkshopPage>& f) {
    using V = site::WorkshopPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(workshop, "the workshop");
  }
};

template <>
struct Describe<site::SpacePage> {
  static constexpr std::string_view name = "space_page";
  static void fields(Fields<site::SpacePage>& f) {
    using V = site::SpacePage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(space, "the space it lives in");
  }
};

template <>
struct Describe<site::JoinPage> {
  static constexpr std::string_view name = "join_page";
  static void fields(Fields<site::JoinPage>& f) {
    using V = site::JoinPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(join, "how one joins");
  }
};

template <>
struct Describe<site::SurveyPage> {
  static constexpr std::string_view name = "survey_page";
  static void fields(Fields<site::SurveyPage>& f) {
    using V = site::SurveyPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(survey, "the survey");
  }
};

template <>
struct Describe<site::CharterPage> {
  static constexpr std::string_view name = "charter_page";
  static void fields(Fields<site::CharterPage>& f) {
    using V = site::CharterPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(charter, "the charter that rules it");
  }
};

template <>
struct Describe<site::MeetingPage> {
  static constexpr std::string_view name = "meeting_page";
  static void fields(Fields<site::MeetingPage>& f) {
    using V = site::MeetingPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(meeting, "the meeting it comes from");
  }
};

template <>
struct Describe<site::MinutesPage> {
  static constexpr std::string_view name = "minutes_page";
  static void fields(Fields<site::MinutesPage>& f) {
    using V = site::MinutesPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(minutes, "the minutes");
  }
};

template <>
struct Describe<site::DocumentPage> {
  static constexpr std::string_view name = "document_page";
  static void fields(Fields<site::DocumentPage>& f) {
    using V = site::DocumentPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(document, "the document");
  }
};

template <>
struct Describe<site::SheetPage> {
  static constexpr std::string_view name = "sheet_page";
  static void fields(Fields<site::SheetPage>& f) {
    using V = site::SheetPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(sheet, "the sheet");
  }
};

template <>
struct Describe<site::ContributionPage> {
  static constexpr std::string_view name = "contribution_page";
  static void fields(Fields<site::ContributionPage>& f) {
    using V = site::ContributionPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(contribution, "the contribution");
  }
};

template <>
struct Describe<site::NewsPage> {
  static constexpr std::string_view name = "news_page";
  static void fields(Fields<site::NewsPage>& f) {
    using V = site::NewsPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(news, "the news item");
  }
};

template <>
struct Describe<site::TextPage> {
  static constexpr std::string_view name = "text_page";
  static void fields(Fields<site::TextPage>& f) {
    using V = site::TextPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(kind, "\"page\", \"faq\" or \"principles\"");
    CENACLE_FIELD(headings, "its headings");
    CENACLE_FIELD(body, "its text");
  }
};

template <>
struct Describe<site::PlainPage> {
  static constexpr std::string_view name = "plain_page";
  static void fields(Fields<site::PlainPage>& f) {
    using V = site::PlainPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
  }
};

template <>
struct Describe<site::AliasPage> {
  static constexpr std::string_view name = "alias_page";
  static void fields(Fields<site::AliasPage>& f) {
    using V = site::AliasPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(target, "where it leads");
  }
};

template <>
struct Describe<site::HomePage> {
  static constexpr std::string_view name = "home_page";
  static void fields(Fields<site::HomePage>& f) {
    using V = site::HomePage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(news, "its news, newest first");
    CENACLE_FIELD(upcoming, "meetings to come, soonest first");
    CENACLE_FIELD(pages, "its free pages");
  }
};

}  // namespace cenacle::tmpl

#undef CENACLE_FIELD
