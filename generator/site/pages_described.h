// The root views of pages, described.
#pragma once

#include "site/pages.h"
#include "site/views_described.h"

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
struct Describe<site::MonthLinkView> {
  static constexpr std::string_view name = "month_link";
  static void fields(Fields<site::MonthLinkView>& f) {
    using V = site::MonthLinkView;
    CENACLE_FIELD(month, "a day of the month");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(count, "how many meetings");
  }
};

template <>
struct Describe<site::DayMeetingView> {
  static constexpr std::string_view name = "day_meeting";
  static void fields(Fields<site::DayMeetingView>& f) {
    using V = site::DayMeetingView;
    CENACLE_FIELD(meeting, "the meeting");
    CENACLE_FIELD(continued, "it is not its first day");
    CENACLE_FIELD(moved_away, "it was planned for this day, and is on another");
  }
};

template <>
struct Describe<site::DayView> {
  static constexpr std::string_view name = "day";
  static void fields(Fields<site::DayView>& f) {
    using V = site::DayView;
    CENACLE_FIELD(day, "the day");
    CENACLE_FIELD(outside, "it is of the month before or after");
    CENACLE_FIELD(holiday, "the public holiday that it is, or empty");
    CENACLE_FIELD(meetings, "meetings of that day, soonest first");
  }
};

template <>
struct Describe<site::WeekView> {
  static constexpr std::string_view name = "week";
  static void fields(Fields<site::WeekView>& f) {
    using V = site::WeekView;
    CENACLE_FIELD(days, "seven days, from Monday");
  }
};

template <>
struct Describe<site::MonthView> {
  static constexpr std::string_view name = "month";
  static void fields(Fields<site::MonthView>& f) {
    using V = site::MonthView;
    CENACLE_FIELD(month, "a day of the month");
    CENACLE_FIELD(meetings, "meetings, soonest first");
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
struct Describe<site::PlainPage> {
  static constexpr std::string_view name = "plain_page";
  static void fields(Fields<site::PlainPage>& f) {
    using V = site::PlainPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
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
struct Describe<site::AgendaPage> {
  static constexpr std::string_view name = "agenda_page";
  static void fields(Fields<site::AgendaPage>& f) {
    using V = site::AgendaPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(upcoming, "months to come");
    CENACLE_FIELD(past, "months gone by, newest first");
    CENACLE_FIELD(filters, "links to the same list, filtered by kind");
    CENACLE_FIELD(months, "months that have a page");
    CENACLE_FIELD(kind, "the kind of meetings that it is filtered by, in the plural, or empty");
    CENACLE_FIELD(description, "what that kind is, in a sentence");
    CENACLE_FIELD(calendar_url, "address of the same as a calendar; empty where this tree has none");
  }
};

template <>
struct Describe<site::MonthPage> {
  static constexpr std::string_view name = "month_page";
  static void fields(Fields<site::MonthPage>& f) {
    using V = site::MonthPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(month, "a day of the month");
    CENACLE_FIELD(meetings, "meetings of the month, soonest first");
    CENACLE_FIELD(weeks, "the weeks that the month touches");
    CENACLE_FIELD(previous, "the month before that has meetings");
    CENACLE_FIELD(next, "the month after that has meetings");
  }
};

template <>
struct Describe<site::SubscriptionsPage> {
  static constexpr std::string_view name = "subscriptions_page";
  static void fields(Fields<site::SubscriptionsPage>& f) {
    using V = site::SubscriptionsPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(subscriptions, "the calendar of the whole portal, then each network's");
  }
};

template <>
struct Describe<site::ProgrammePage> {
  static constexpr std::string_view name = "programme_page";
  static void fields(Fields<site::ProgrammePage>& f) {
    using V = site::ProgrammePage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(year, "the year");
    CENACLE_FIELD(months, "by month");
    CENACLE_FIELD(years, "the other years");
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
struct Describe<site::IndicatorsPage> {
  static constexpr std::string_view name = "indicators_page";
  static void fields(Fields<site::IndicatorsPage>& f) {
    using V = site::IndicatorsPage;
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

}  // namespace cenacle::tmpl

#undef CENACLE_FIELD
