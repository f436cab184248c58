// The root views of pages that list things, and of feeds, described.
#pragma once

#include "site/pages.h"

#define CENACLE_FIELD(member, doc) f.template add<&V::member>(#member, doc)

namespace cenacle::tmpl {

template <>
struct Describe<site::FilterView> {
  static constexpr std::string_view name = "filter";
  static void fields(Fields<site::FilterView>& f) {
    using V = site::FilterView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(group, "\"all\", \"kind\", \"topic\", \"profile\", \"date\" or \"by\"");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(count, "how many");
    CENACLE_FIELD(current, "whether it is the one of now");
  }
};

template <>
struct Describe<site::KindDocumentsView> {
  static constexpr std::string_view name = "kind_documents";
  static void fields(Fields<site::KindDocumentsView>& f) {
    using V = site::KindDocumentsView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(plural, "the title in the plural");
    CENACLE_FIELD(description, "what it is, in a sentence");
    CENACLE_FIELD(anchor, "its anchor");
    CENACLE_FIELD(documents, "its documents");
  }
};

template <>
struct Describe<site::TopicSheetsView> {
  static constexpr std::string_view name = "topic_sheets";
  static void fields(Fields<site::TopicSheetsView>& f) {
    using V = site::TopicSheetsView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(description, "what it is, in a sentence");
    CENACLE_FIELD(anchor, "its anchor");
    CENACLE_FIELD(sheets, "practical sheets");
  }
};

template <>
struct Describe<site::DirectorySectionView> {
  static constexpr std::string_view name = "directory_section";
  static void fields(Fields<site::DirectorySectionView>& f) {
    using V = site::DirectorySectionView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(anchor, "its anchor");
    CENACLE_FIELD(software, "software");
    CENACLE_FIELD(experts, "who answers questions about it");
  }
};

template <>
struct Describe<site::IndicatorRowView> {
  static constexpr std::string_view name = "indicator_row";
  static void fields(Fields<site::IndicatorRowView>& f) {
    using V = site::IndicatorRowView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(month, "a day of the month");
    CENACLE_FIELD(counts, "one number per kind");
    CENACLE_FIELD(total, "sum");
  }
};

template <>
struct Describe<site::FeedEntryView> {
  static constexpr std::string_view name = "feed_entry";
  static void fields(Fields<site::FeedEntryView>& f) {
    using V = site::FeedEntryView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(summary, "one or two sentences, plain text");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(id, "its permanent id");
    CENACLE_FIELD(updated, "last change");
  }
};

template <>
struct Describe<site::SitemapEntryView> {
  static constexpr std::string_view name = "sitemap_entry";
  static void fields(Fields<site::SitemapEntryView>& f) {
    using V = site::SitemapEntryView;
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(modified, "last change");
  }
};

template <>
struct Describe<site::WorkshopsPage> {
  static constexpr std::string_view name = "workshops_page";
  static void fields(Fields<site::WorkshopsPage>& f) {
    using V = site::WorkshopsPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(workshops, "workshops");
    CENACLE_FIELD(filters, "links to the same list, filtered");
    CENACLE_FIELD(filtered, "whether the list is filtered");
  }
};

template <>
struct Describe<site::DecisionsPage> {
  static constexpr std::string_view name = "decisions_page";
  static void fields(Fields<site::DecisionsPage>& f) {
    using V = site::DecisionsPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(decisions, "decisions, newest first");
  }
};

template <>
struct Describe<site::DocumentsPage> {
  static constexpr std::string_view name = "documents_page";
  static void fields(Fields<site::DocumentsPage>& f) {
    using V = site::DocumentsPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(kinds, "kinds, in order");
    CENACLE_FIELD(deliverables, "whether this is the list of published works");
  }
};

template <>
struct Describe<site::ToolboxPage> {
  static constexpr std::string_view name = "toolbox_page";
  static void fields(Fields<site::ToolboxPage>& f) {
    using V = site::ToolboxPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(topics, "sheets by topic");
  }
};

template <>
struct Describe<site::DirectoryPage> {
  static constexpr std::string_view name = "directory_page";
  static void fields(Fields<site::DirectoryPage>& f) {
    using V = site::DirectoryPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(by, "\"experts\", \"software\", \"topics\" or \"bodies\"");
    CENACLE_FIELD(filters, "links to the same list, filtered");
    CENACLE_FIELD(sections, "its sections, in alphabetical order");
  }
};

template <>
struct Describe<site::ContributionsPage> {
  static constexpr std::string_view name = "contributions_page";
  static void fields(Fields<site::ContributionsPage>& f) {
    using V = site::ContributionsPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(contributions, "its contributions, newest first");
    CENACLE_FIELD(unanswered, "questions without an answer");
    CENACLE_FIELD(filters, "links to the same list, filtered");
    CENACLE_FIELD(filtered, "whether the list is filtered");
  }
};

template <>
struct Describe<site::BodyMembersView> {
  static constexpr std::string_view name = "body_members";
  static void fields(Fields<site::BodyMembersView>& f) {
    using V = site::BodyMembersView;
    CENACLE_FIELD(title, "the body's name");
    CENACLE_FIELD(count, "how many members come from it");
  }
};

template <>
struct Describe<site::IndicatorsPage> {
  static constexpr std::string_view name = "indicators_page";
  static void fields(Fields<site::IndicatorsPage>& f) {
    using V = site::IndicatorsPage;
    CENACLE_FIELD(body_kinds, "kinds of bodies that members come from; empty: people without a body");
    CENACLE_FIELD(members, "members by month, oldest first: the last two years");
    CENACLE_FIELD(most_members, "the highest number of members");
    CENACLE_FIELD(member_bodies, "today's members by body, the most first");
    CENACLE_FIELD(other_bodies, "today's members from bodies that are not told one by one");
    CENACLE_FIELD(members_csv_url,
                  "address of the members' numbers as CSV, for the filter `link`; empty: there are none");
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(kinds, "\"message\", \"document\"…: the columns");
    CENACLE_FIELD(months, "by month");
    CENACLE_FIELD(bodies, "by body of the author");
    CENACLE_FIELD(totals, "one number per kind");
    CENACLE_FIELD(total, "sum");
    CENACLE_FIELD(highest, "the largest total of a month");
    CENACLE_FIELD(unanswered, "how many questions have no answer");
    CENACLE_FIELD(csv_url, "the same as CSV");
  }
};

template <>
struct Describe<site::NewsListPage> {
  static constexpr std::string_view name = "news_list_page";
  static void fields(Fields<site::NewsListPage>& f) {
    using V = site::NewsListPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(news, "its news, newest first");
  }
};

template <>
struct Describe<site::FeedPage> {
  static constexpr std::string_view name = "feed_page";
  static void fields(Fields<site::FeedPage>& f) {
    using V = site::FeedPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(entries, "its entries");
    CENACLE_FIELD(updated, "last change");
  }
};

template <>
struct Describe<site::SitemapPage> {
  static constexpr std::string_view name = "sitemap_page";
  static void fields(Fields<site::SitemapPage>& f) {
    using V = site::SitemapPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(entries, "its entries");
  }
};

}  // namespace cenacle::tmpl

#undef CENACLE_FIELD
