// The views of templates, described: each field with its name and one line of documentation (`explain TEMPLATE`).
#pragma once

#include "site/views.h"

#define CENACLE_FIELD(member, doc) f.template add<&V::member>(#member, doc)

namespace cenacle::tmpl {

template <>
struct Describe<site::LinkView> {
  static constexpr std::string_view name = "link";
  static void fields(Fields<site::LinkView>& f) {
    using V = site::LinkView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(url, "its address, for the filter `link`");
  }
};

template <>
struct Describe<site::TopicView> {
  static constexpr std::string_view name = "topic";
  static void fields(Fields<site::TopicView>& f) {
    using V = site::TopicView;
    CENACLE_FIELD(id, "its id");
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(description, "what it is, in a sentence");
    CENACLE_FIELD(experts, "who answers questions about it");
  }
};

template <>
struct Describe<site::BodyView> {
  static constexpr std::string_view name = "body";
  static void fields(Fields<site::BodyView>& f) {
    using V = site::BodyView;
    CENACLE_FIELD(id, "its id");
    CENACLE_FIELD(name, "its name");
    CENACLE_FIELD(kind, "what kind it is, as people say it");
    CENACLE_FIELD(kind_plural, "the same, in the plural");
    CENACLE_FIELD(membership, "its membership of the network, or empty");
    CENACLE_FIELD(town, "where it sits");
    CENACLE_FIELD(website, "its web site, or empty");
    CENACLE_FIELD(parent, "the body that it belongs to, or empty");
    CENACLE_FIELD(member, "whether it is a member");
    CENACLE_FIELD(population, "inhabitants");
  }
};

template <>
struct Describe<site::RoleView> {
  static constexpr std::string_view name = "role";
  static void fields(Fields<site::RoleView>& f) {
    using V = site::RoleView;
    CENACLE_FIELD(id, "its id");
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(plural, "the title in the plural");
    CENACLE_FIELD(function, "the function, as one says it");
    CENACLE_FIELD(mail, "mailbox of the function, or empty");
    CENACLE_FIELD(phone, "telephone of the function, or empty");
    CENACLE_FIELD(description, "what it is, in a sentence");
    CENACLE_FIELD(body, "name of its body, or empty");
  }
};

template <>
struct Describe<site::HolderView> {
  static constexpr std::string_view name = "holder";
  static void fields(Fields<site::HolderView>& f) {
    using V = site::HolderView;
    CENACLE_FIELD(role, "the role");
    CENACLE_FIELD(role_plural, "the role in the plural");
    CENACLE_FIELD(role_id, "the role's id");
    CENACLE_FIELD(function, "the function, as one says it");
    CENACLE_FIELD(body, "name of its body, or empty");
    CENACLE_FIELD(mail, "mailbox of the function, or empty");
  }
};

template <>
struct Describe<site::FileView> {
  static constexpr std::string_view name = "file";
  static void fields(Fields<site::FileView>& f) {
    using V = site::FileView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(format, "\"PDF\", \"CSV\"…");
    CENACLE_FIELD(kilobytes, "its size");
  }
};

template <>
struct Describe<site::CitationView> {
  static constexpr std::string_view name = "citation";
  static void fields(Fields<site::CitationView>& f) {
    using V = site::CitationView;
    CENACLE_FIELD(article, "the article cited");
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(url, "its address, for the filter `link`");
  }
};

template <>
struct Describe<site::HeadingView> {
  static constexpr std::string_view name = "heading";
  static void fields(Fields<site::HeadingView>& f) {
    using V = site::HeadingView;
    CENACLE_FIELD(level, "2, 3…");
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(anchor, "its anchor");
    CENACLE_FIELD(article, "the article cited");
  }
};

template <>
struct Describe<site::CountView> {
  static constexpr std::string_view name = "count";
  static void fields(Fields<site::CountView>& f) {
    using V = site::CountView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(count, "how many");
    CENACLE_FIELD(percent, "of the total, rounded");
  }
};

template <>
struct Describe<site::RateView> {
  static constexpr std::string_view name = "rate";
  static void fields(Fields<site::RateView>& f) {
    using V = site::RateView;
    CENACLE_FIELD(id, "its id");
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(unit, "\"par jour et par participant\"");
    CENACLE_FIELD(cents, "the amount, for the filter `money`");
    CENACLE_FIELD(population_min, "lowest population of the stratum");
    CENACLE_FIELD(population_max, "highest population of the stratum");
    CENACLE_FIELD(memberships, "for whom");
  }
};

template <>
struct Describe<site::TariffView> {
  static constexpr std::string_view name = "tariff";
  static void fields(Fields<site::TariffView>& f) {
    using V = site::TariffView;
    CENACLE_FIELD(year, "the year");
    CENACLE_FIELD(set_by, "the deliberation");
    CENACLE_FIELD(note, "a remark, or empty");
    CENACLE_FIELD(set_on, "day of the deliberation");
    CENACLE_FIELD(rates, "its lines");
    CENACLE_FIELD(current, "whether it is the one of now");
  }
};

template <>
struct Describe<site::DecisionView> {
  static constexpr std::string_view name = "decision";
  static void fields(Fields<site::DecisionView>& f) {
    using V = site::DecisionView;
    CENACLE_FIELD(text, "what it says");
    CENACLE_FIELD(consensus, "true for a consensus, false for a dissensus");
    CENACLE_FIELD(positions, "the positions, when they differed");
    CENACLE_FIELD(carried_by, "who carries it out, or empty");
    CENACLE_FIELD(by, "the day it is due");
    CENACLE_FIELD(done, "the day it was done");
    CENACLE_FIELD(late, "due, and not done");
    CENACLE_FIELD(article, "the article cited");
    CENACLE_FIELD(anchor, "its anchor");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(minutes_title, "title of the minutes");
    CENACLE_FIELD(group, "the group it belongs to");
    CENACLE_FIELD(taken, "the day it was taken");
  }
};

template <>
struct Describe<site::DocumentView> {
  static constexpr std::string_view name = "document";
  static void fields(Fields<site::DocumentView>& f) {
    using V = site::DocumentView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(summary, "one or two sentences, plain text");
    CENACLE_FIELD(kind, "what kind it is, as people say it");
    CENACLE_FIELD(kind_plural, "the same, in the plural");
    CENACLE_FIELD(rights, "notice that published works carry, or empty");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(date, "its day");
    CENACLE_FIELD(deliverable, "whether it is a deliverable");
    CENACLE_FIELD(restricted, "whether it is not public");
    CENACLE_FIELD(owner, "what it belongs to");
    CENACLE_FIELD(authors, "names of the bodies that wrote it");
    CENACLE_FIELD(topics, "its topics");
    CENACLE_FIELD(files, "files to download");
    CENACLE_FIELD(meeting, "the meeting it comes from");
    CENACLE_FIELD(body, "its text");
  }
};

template <>
struct Describe<site::MinutesView> {
  static constexpr std::string_view name = "minutes";
  static void fields(Fields<site::MinutesView>& f) {
    using V = site::MinutesView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(summary, "one or two sentences, plain text");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(date, "its day");
    CENACLE_FIELD(meeting, "the meeting it comes from");
    CENACLE_FIELD(owner, "what it belongs to");
    CENACLE_FIELD(attendance, "how many were there");
    CENACLE_FIELD(decisions, "decisions taken");
    CENACLE_FIELD(body, "its text");
  }
};

template <>
struct Describe<site::SubscriptionView> {
  static constexpr std::string_view name = "subscription";
  static void fields(Fields<site::SubscriptionView>& f) {
    using V = site::SubscriptionView;
    CENACLE_FIELD(of, "\"portal\", \"network\", \"kind\", \"group\", \"workshop\" or \"space\"");
    CENACLE_FIELD(id, "id of what it is of");
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(text, "what it holds, in a sentence; may be empty");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(address, "its whole address, for calendar clients");
    CENACLE_FIELD(webcal, "the same, for clients that open a subscription by themselves");
    CENACLE_FIELD(anchor, "its anchor on the page of subscriptions");
    CENACLE_FIELD(page_url, "address of the page of what it is of, for the filter `link`");
  }
};

template <>
struct Describe<site::OccurrenceView> {
  static constexpr std::string_view name = "occurrence";
  static void fields(Fields<site::OccurrenceView>& f) {
    using V = site::OccurrenceView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(mode, "\"onsite\", \"online\" or \"hybrid\"");
    CENACLE_FIELD(status, "\"confirmed\", \"tentative\", \"cancelled\" or \"moved\"");
    CENACLE_FIELD(status_note, "why, or from when");
    CENACLE_FIELD(place, "where");
    CENACLE_FIELD(address, "postal address");
    CENACLE_FIELD(anchor, "its anchor on the meeting's page");
    CENACLE_FIELD(start, "when it begins");
    CENACLE_FIELD(end, "when it ends");
    CENACLE_FIELD(planned_start, "when the recurrence has it begin");
    CENACLE_FIELD(planned, "the day that the recurrence gives");
    CENACLE_FIELD(first_day, "its first day");
    CENACLE_FIELD(last_day, "its last day");
    CENACLE_FIELD(all_day, "no hours");
    CENACLE_FIELD(several_days, "ends on another day");
    CENACLE_FIELD(past, "it is over");
    CENACLE_FIELD(other_zone, "its zone is not the portal's");
    CENACLE_FIELD(cancelled, "it will not take place");
    CENACLE_FIELD(moved, "its date or place changed");
    CENACLE_FIELD(changed, "it differs from the others");
  }
};
template <>
struct Describe<site::MeetingView> {
  static constexpr std::string_view name = "meeting";
  static void fields(Fields<site::MeetingView>& f) {
    using V = site::MeetingView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(summary, "one or two sentences, plain text");
    CENACLE_FIELD(uid, "identity of the calendar entry");
    CENACLE_FIELD(kind, "what kind it is, as people say it");
    CENACLE_FIELD(kind_plural, "the same, in the plural");
    CENACLE_FIELD(kind_id, "id of its kind");
    CENACLE_FIELD(mode, "\"onsite\", \"online\" or \"hybrid\"");
    CENACLE_FIELD(status, "\"confirmed\", \"tentative\", \"cancelled\" or \"moved\"");
    CENACLE_FIELD(status_note, "why, or from when");
    CENACLE_FIELD(place, "where");
    CENACLE_FIELD(address, "postal address");
    CENACLE_FIELD(online, "conference link; empty where the readers of this tree may not have it");
    CENACLE_FIELD(zone, "time zone");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(calendar_url, "address of its calendar; empty where this tree has none");
    CENACLE_FIELD(planned, "of a time of one that recurs: the day that it was moved from");
    CENACLE_FIELD(owner, "what it belongs to");
    CENACLE_FIELD(start, "when it begins");
    CENACLE_FIELD(end, "when it ends");
    CENACLE_FIELD(first_day, "its first day");
    CENACLE_FIELD(last_day, "its last day");
    CENACLE_FIELD(all_day, "no hours");
    CENACLE_FIELD(several_days, "ends on another day");
    CENACLE_FIELD(past, "it is over");
    CENACLE_FIELD(lunch, "lunch is offered");
    CENACLE_FIELD(other_zone, "its zone is not the portal's");
    CENACLE_FIELD(short_notice, "may be called at short notice");
    CENACLE_FIELD(cancelled, "it will not take place");
    CENACLE_FIELD(moved, "its date or place changed");
    CENACLE_FIELD(has_online, "there is a conference, even if the link is not shown");
    CENACLE_FIELD(registration_open, "open to all");
    CENACLE_FIELD(registration_network, "open to members of the network");
    CENACLE_FIELD(recurring, "it takes place more than once");
    CENACLE_FIELD(occurrences, "of one that recurs: each time, soonest first; in lists, each time is a meeting");
    CENACLE_FIELD(notice_days, "days of notice of its kind");
    CENACLE_FIELD(organiser, "who convenes");
    CENACLE_FIELD(with, "who is expected");
    CENACLE_FIELD(minutes, "its minutes");
    CENACLE_FIELD(documents, "its documents");
    CENACLE_FIELD(body, "its text");
  }
};

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
struct Describe<site::NewsView> {
  static constexpr std::string_view name = "news";
  static void fields(Fields<site::NewsView>& f) {
    using V = site::NewsView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(summary, "one or two sentences, plain text");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(date, "its day");
    CENACLE_FIELD(when, "for which case");
    CENACLE_FIELD(owner, "what it belongs to");
    CENACLE_FIELD(body, "its text");
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
  }
};

template <>
struct Describe<site::ChangeView> {
  static constexpr std::string_view name = "change";
  static void fields(Fields<site::ChangeView>& f) {
    using V = site::ChangeView;
    CENACLE_FIELD(article, "the article cited");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(text, "what it says");
  }
};

template <>
struct Describe<site::SignatoryView> {
  static constexpr std::string_view name = "signatory";
  static void fields(Fields<site::SignatoryView>& f) {
    using V = site::SignatoryView;
    CENACLE_FIELD(role, "the role");
    CENACLE_FIELD(when, "for which case");
  }
};

template <>
struct Describe<site::VersionView> {
  static constexpr std::string_view name = "version";
  static void fields(Fields<site::VersionView>& f) {
    using V = site::VersionView;
    CENACLE_FIELD(version, "1, 2…");
    CENACLE_FIELD(in_force, "since when it holds");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(current, "whether it is the one of now");
    CENACLE_FIELD(shown, "the version being read");
  }
};

template <>
struct Describe<site::CharterView> {
  static constexpr std::string_view name = "charter";
  static void fields(Fields<site::CharterView>& f) {
    using V = site::CharterView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(summary, "one or two sentences, plain text");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(version, "1, 2…");
    CENACLE_FIELD(in_force, "since when it holds");
    CENACLE_FIELD(current, "whether it is the one of now");
    CENACLE_FIELD(sign_again, "those who had signed are asked again");
    CENACLE_FIELD(future, "not yet in force");
    CENACLE_FIELD(changes, "what changed since the version before");
    CENACLE_FIELD(signatories, "who signs");
    CENACLE_FIELD(versions, "all versions, newest first");
    CENACLE_FIELD(articles, "its articles, in order");
    CENACLE_FIELD(body, "its text");
  }
};

template <>
struct Describe<site::ContributionView> {
  static constexpr std::string_view name = "contribution";
  static void fields(Fields<site::ContributionView>& f) {
    using V = site::ContributionView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(summary, "one or two sentences, plain text");
    CENACLE_FIELD(kind, "\"message\", \"document\", \"question\", \"answer\" or \"agenda\"");
    CENACLE_FIELD(author, "name of the body that wrote it");
    CENACLE_FIELD(place, "where");
    CENACLE_FIELD(online, "conference link; empty where the readers of this tree may not have it");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(date, "its day");
    CENACLE_FIELD(topics, "its topics");
    CENACLE_FIELD(group, "the group it belongs to");
    CENACLE_FIELD(answers, "the question it answers");
    CENACLE_FIELD(replies, "the answers it got");
    CENACLE_FIELD(files, "files to download");
    CENACLE_FIELD(start, "when it begins");
    CENACLE_FIELD(end, "when it ends");
    CENACLE_FIELD(past, "it is over");
    CENACLE_FIELD(unanswered, "questions without an answer");
    CENACLE_FIELD(body, "its text");
  }
};

template <>
struct Describe<site::SheetView> {
  static constexpr std::string_view name = "sheet";
  static void fields(Fields<site::SheetView>& f) {
    using V = site::SheetView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(summary, "one or two sentences, plain text");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(topics, "its topics");
    CENACLE_FIELD(reviewed, "last review");
    CENACLE_FIELD(due, "when the next review is due");
    CENACLE_FIELD(overdue, "review is late");
    CENACLE_FIELD(owner, "what it belongs to");
    CENACLE_FIELD(body, "its text");
  }
};

template <>
struct Describe<site::SoftwareView> {
  static constexpr std::string_view name = "software";
  static void fields(Fields<site::SoftwareView>& f) {
    using V = site::SoftwareView;
    CENACLE_FIELD(name, "its name");
    CENACLE_FIELD(editor, "who makes it");
    CENACLE_FIELD(text, "what it says");
    CENACLE_FIELD(website, "its web site, or empty");
    CENACLE_FIELD(anchor, "its anchor");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(topics, "its topics");
    CENACLE_FIELD(bodies, "who uses it");
  }
};

template <>
struct Describe<site::ExpertView> {
  static constexpr std::string_view name = "expert";
  static void fields(Fields<site::ExpertView>& f) {
    using V = site::ExpertView;
    CENACLE_FIELD(function, "the function, as one says it");
    CENACLE_FIELD(mail, "mailbox of the function, or empty");
    CENACLE_FIELD(text, "what it says");
    CENACLE_FIELD(body, "name of its body, or empty");
    CENACLE_FIELD(anchor, "its anchor");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(topics, "its topics");
    CENACLE_FIELD(software, "software");
  }
};

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
