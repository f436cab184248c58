// The portal, its networks and what every page has, described.
#pragma once

#include "site/views.h"

#define CENACLE_FIELD(member, doc) f.template add<&V::member>(#member, doc)

namespace cenacle::tmpl {

template <>
struct Describe<site::SectionsView> {
  static constexpr std::string_view name = "sections";
  static void fields(Fields<site::SectionsView>& f) {
    using V = site::SectionsView;
    CENACLE_FIELD(groups, "its groups");
    CENACLE_FIELD(workshops, "workshops");
    CENACLE_FIELD(agenda, "the agenda");
    CENACLE_FIELD(programme, "programme of the year");
    CENACLE_FIELD(deliverables, "published works");
    CENACLE_FIELD(documents, "its documents");
    CENACLE_FIELD(decisions, "decisions taken");
    CENACLE_FIELD(toolbox, "the toolbox");
    CENACLE_FIELD(directory, "the directory");
    CENACLE_FIELD(contributions, "its contributions, newest first");
    CENACLE_FIELD(indicators, "indicators");
    CENACLE_FIELD(news, "its news, newest first");
    CENACLE_FIELD(feed, "Atom feed of news");
    CENACLE_FIELD(faq, "questions and answers");
    CENACLE_FIELD(spaces, "spaces");
    CENACLE_FIELD(charters, "charters in force");
    CENACLE_FIELD(subscribe, "how to subscribe to calendars");
  }
};

template <>
struct Describe<site::ContactView> {
  static constexpr std::string_view name = "contact";
  static void fields(Fields<site::ContactView>& f) {
    using V = site::ContactView;
    CENACLE_FIELD(role, "the role");
    CENACLE_FIELD(hours, "when it answers");
    CENACLE_FIELD(text, "what it says");
  }
};

template <>
struct Describe<site::NetworkView> {
  static constexpr std::string_view name = "network";
  static void fields(Fields<site::NetworkView>& f) {
    using V = site::NetworkView;
    CENACLE_FIELD(id, "its id");
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(short_title, "title for menus");
    CENACLE_FIELD(summary, "one or two sentences, plain text");
    CENACLE_FIELD(kind, "what kind it is, as people say it");
    CENACLE_FIELD(group_label, "what a group is called");
    CENACLE_FIELD(workshop_label, "what a workshop is called");
    CENACLE_FIELD(rights, "notice that published works carry, or empty");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(members_url, "address of the part for its members");
    CENACLE_FIELD(open, "whether it has opened to the public");
    CENACLE_FIELD(opens, "the day it opens");
    CENACLE_FIELD(organisers, "names of the bodies that run it");
    CENACLE_FIELD(contact, "contact block");
    CENACLE_FIELD(roles, "functions of the network");
    CENACLE_FIELD(topics, "its topics");
    CENACLE_FIELD(tariffs, "tariffs, newest first");
    CENACLE_FIELD(composition, "bodies by kind, numbers only");
    CENACLE_FIELD(members, "how many bodies are members");
    CENACLE_FIELD(pages, "its free pages");
    CENACLE_FIELD(sections, "addresses of its pages");
    CENACLE_FIELD(subscriptions, "calendars of this tree that one subscribes to, the network's own first");
    CENACLE_FIELD(groups, "its groups");
    CENACLE_FIELD(workshops, "workshops");
    CENACLE_FIELD(spaces, "spaces");
    CENACLE_FIELD(charters, "charters in force");
    CENACLE_FIELD(upcoming, "meetings to come, soonest first");
    CENACLE_FIELD(past, "past meetings, newest first");
    CENACLE_FIELD(deliverables, "published works");
    CENACLE_FIELD(documents, "its documents");
    CENACLE_FIELD(news, "its news, newest first");
    CENACLE_FIELD(sheets, "practical sheets");
    CENACLE_FIELD(contributions, "its contributions, newest first");
    CENACLE_FIELD(body, "its text");
    CENACLE_FIELD(standing, "seats, and who takes part, in numbers");
    CENACLE_FIELD(surveys, "its surveys, newest first");
  }
};

template <>
struct Describe<site::LegalView> {
  static constexpr std::string_view name = "legal";
  static void fields(Fields<site::LegalView>& f) {
    using V = site::LegalView;
    CENACLE_FIELD(publisher, "who publishes");
    CENACLE_FIELD(publisher_address, "where");
    CENACLE_FIELD(director, "director of publication, by function");
    CENACLE_FIELD(host, "who hosts");
    CENACLE_FIELD(host_address, "where");
    CENACLE_FIELD(contact, "mailbox");
    CENACLE_FIELD(siret, "registration number");
    CENACLE_FIELD(phone, "telephone of the function, or empty");
    CENACLE_FIELD(data_protection, "data protection mailbox");
    CENACLE_FIELD(licence, "licence of the contents");
  }
};

template <>
struct Describe<site::AccessibilityView> {
  static constexpr std::string_view name = "accessibility";
  static void fields(Fields<site::AccessibilityView>& f) {
    using V = site::AccessibilityView;
    CENACLE_FIELD(status, "\"none\", \"partial\" or \"full\"");
    CENACLE_FIELD(contact, "mailbox");
    CENACLE_FIELD(standard, "\"RGAA 4.1\"");
    CENACLE_FIELD(auditor, "who audited");
    CENACLE_FIELD(declared, "day of the statement");
    CENACLE_FIELD(audit_date, "day of the audit");
    CENACLE_FIELD(remedies_date, "when it will be mended");
    CENACLE_FIELD(rate, "percent of the criteria that are met");
    CENACLE_FIELD(exceptions, "contents that are not accessible");
  }
};

template <>
struct Describe<site::SiteView> {
  static constexpr std::string_view name = "site";
  static void fields(Fields<site::SiteView>& f) {
    using V = site::SiteView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(description, "what it is, in a sentence");
    CENACLE_FIELD(language, "\"fr\" or \"en\"");
    CENACLE_FIELD(base_url, "where the public tree is served");
    CENACLE_FIELD(tree_title, "whom a restricted tree is for");
    CENACLE_FIELD(restricted, "whether it is not public");
    CENACLE_FIELD(today, "the day of the build");
    CENACLE_FIELD(menu, "main menu");
    CENACLE_FIELD(pages, "free pages of the portal itself");
    CENACLE_FIELD(networks, "networks, in order");
    CENACLE_FIELD(legal, "legal notice");
    CENACLE_FIELD(accessibility, "accessibility statement");
    CENACLE_FIELD(home_url, "home page");
    CENACLE_FIELD(legal_url, "legal notice");
    CENACLE_FIELD(accessibility_url, "accessibility statement");
    CENACLE_FIELD(feed_url, "Atom feed of all news, or empty");
    CENACLE_FIELD(subscribe_url, "how to subscribe to the calendars of the whole portal");
    CENACLE_FIELD(served_at, "where this tree is served; ends with /");
  }
};

template <>
struct Describe<site::PageView> {
  static constexpr std::string_view name = "page";
  static void fields(Fields<site::PageView>& f) {
    using V = site::PageView;
    CENACLE_FIELD(kind, "name of its template, without \".html\"");
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(summary, "one or two sentences, plain text");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(canonical, "its full address");
    CENACLE_FIELD(trail, "from the home page to its parent");
    CENACLE_FIELD(restricted, "whether it is not public");
    CENACLE_FIELD(audience, "whom a restricted page is for");
  }
};

}  // namespace cenacle::tmpl

#undef CENACLE_FIELD
