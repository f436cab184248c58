// What people write for others, described: charters, minutes, documents, contributions, sheets, news, the directory.
#pragma once

#include "site/views.h"

#define CENACLE_FIELD(member, doc) f.template add<&V::member>(#member, doc)

namespace cenacle::tmpl {

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

}  // namespace cenacle::tmpl

#undef CENACLE_FIELD
