// What the mails about charters, networks, requests and what a network publishes see, described.
#pragma once

#include "mail/views_described.h"

namespace cenacle::tmpl {

template <>
struct Describe<mail::ChangeView> {
  static constexpr std::string_view name = "mail_change";
  static void fields(Fields<mail::ChangeView>& f) {
    using V = mail::ChangeView;
    f.add<&V::article>("article", "its number; may be empty");
    f.add<&V::text>("text", "what changed");
  }
};

template <>
struct Describe<mail::CharterView> {
  static constexpr std::string_view name = "mail_charter";
  static void fields(Fields<mail::CharterView>& f) {
    using V = mail::CharterView;
    f.add<&V::title>("title", "its title");
    f.add<&V::url>("url", "its page");
    f.add<&V::version>("version", "its number");
    f.add<&V::in_force>("in_force", "from which day on");
    f.add<&V::sign_again>("sign_again", "who has signed an earlier version is asked again");
    f.add<&V::changes>("changes", "what this version changes");
  }
};

template <>
struct Describe<mail::CharterLetter> {
  static constexpr std::string_view name = "charter_letter";
  static void fields(Fields<mail::CharterLetter>& f) {
    using V = mail::CharterLetter;
    mail::describe_letter(f);
    f.add<&V::charter>("charter", "the version");
    f.add<&V::sign_url>("sign_url", "a link that answers: I sign");
  }
};

template <>
struct Describe<mail::CountView> {
  static constexpr std::string_view name = "mail_count";
  static void fields(Fields<mail::CountView>& f) {
    using V = mail::CountView;
    f.add<&V::title>("title", "of what");
    f.add<&V::count>("count", "how many");
  }
};

template <>
struct Describe<mail::IndicatorsView> {
  static constexpr std::string_view name = "mail_indicators";
  static void fields(Fields<mail::IndicatorsView>& f) {
    using V = mail::IndicatorsView;
    f.add<&V::year>("year", "the year that they are of");
    f.add<&V::url>("url", "the page of indicators; may be empty");
    f.add<&V::members>("members", "how many at its end; nothing when it would tell of somebody");
    f.add<&V::members_before>("members_before", "how many a year before");
    f.add<&V::bodies>("bodies", "members by body");
    f.add<&V::contributions>("contributions", "by kind");
    f.add<&V::meetings>("meetings", "by kind");
    f.add<&V::decisions>("decisions", "how many were taken");
    f.add<&V::documents>("documents", "how many were published");
    f.add<&V::unanswered>("unanswered", "questions without an answer");
  }
};

template <>
struct Describe<mail::NetworkLetter> {
  static constexpr std::string_view name = "network_letter";
  static void fields(Fields<mail::NetworkLetter>& f) {
    using V = mail::NetworkLetter;
    mail::describe_letter(f);
    f.add<&V::summary>("summary", "what the network is, in a sentence");
    f.add<&V::join>("join", "the page that says how one joins; may have no address");
    f.add<&V::opens>("opens", "the day on which it opens, or opened");
    f.add<&V::indicators>("indicators", "of the year before today's");
    f.add<&V::groups>("groups", "those that are at work");
  }
};

template <>
struct Describe<mail::ReplyView> {
  static constexpr std::string_view name = "mail_reply";
  static void fields(Fields<mail::ReplyView>& f) {
    using V = mail::ReplyView;
    f.add<&V::name>("name", "who replied");
    f.add<&V::words>("words", "what she wrote");
    f.add<&V::day>("day", "when");
  }
};

template <>
struct Describe<mail::RequestView> {
  static constexpr std::string_view name = "mail_request";
  static void fields(Fields<mail::RequestView>& f) {
    using V = mail::RequestView;
    f.add<&V::number>("number", "by which it is cited");
    f.add<&V::kind>("kind", "\"advice\", \"abuse\", \"call\", \"group\", \"contribution\", \"survey\"");
    f.add<&V::words>("words", "what was written");
    f.add<&V::topic>("topic", "what it is about; may be empty");
    f.add<&V::about>("about", "what thing it is about; may be empty");
    f.add<&V::by>("by", "who asks");
    f.add<&V::mail>("mail", "her address, for those who are to answer her");
    f.add<&V::phone>("phone", "likewise; may be empty");
    f.add<&V::day>("day", "when");
    f.add<&V::replies>("replies", "what was replied so far");
  }
};

template <>
struct Describe<mail::RequestLetter> {
  static constexpr std::string_view name = "request_letter";
  static void fields(Fields<mail::RequestLetter>& f) {
    using V = mail::RequestLetter;
    mail::describe_letter(f);
    f.add<&V::request>("request", "the request");
    f.add<&V::done_url>("done_url", "a link that answers: it is settled");
    f.add<&V::accept_url>("accept_url", "I agree");
    f.add<&V::refuse_url>("refuse_url", "I do not");
  }
};

template <>
struct Describe<mail::ChoiceView> {
  static constexpr std::string_view name = "mail_choice";
  static void fields(Fields<mail::ChoiceView>& f) {
    using V = mail::ChoiceView;
    f.add<&V::title>("title", "as it is worded");
    f.add<&V::url>("url", "a link that answers so");
  }
};

template <>
struct Describe<mail::QuestionView> {
  static constexpr std::string_view name = "mail_question";
  static void fields(Fields<mail::QuestionView>& f) {
    using V = mail::QuestionView;
    f.add<&V::text>("text", "the question");
    f.add<&V::several>("several", "more than one may be chosen");
    f.add<&V::choices>("choices", "what may be answered");
  }
};

template <>
struct Describe<mail::SurveyView> {
  static constexpr std::string_view name = "mail_survey";
  static void fields(Fields<mail::SurveyView>& f) {
    using V = mail::SurveyView;
    f.add<&V::title>("title", "its title");
    f.add<&V::url>("url", "its page");
    f.add<&V::closes>("closes", "the last day");
    f.add<&V::questions>("questions", "with their choices");
    f.add<&V::body>("body", "its text");
  }
};

template <>
struct Describe<mail::SurveyLetter> {
  static constexpr std::string_view name = "survey_letter";
  static void fields(Fields<mail::SurveyLetter>& f) {
    using V = mail::SurveyLetter;
    mail::describe_letter(f);
    f.add<&V::survey>("survey", "the survey");
  }
};

template <>
struct Describe<mail::SheetView> {
  static constexpr std::string_view name = "mail_sheet";
  static void fields(Fields<mail::SheetView>& f) {
    using V = mail::SheetView;
    f.add<&V::title>("title", "its title");
    f.add<&V::url>("url", "its page");
    f.add<&V::reviewed>("reviewed", "when it was reviewed last");
    f.add<&V::due>("due", "when it should be again");
  }
};

template <>
struct Describe<mail::SheetLetter> {
  static constexpr std::string_view name = "sheet_letter";
  static void fields(Fields<mail::SheetLetter>& f) {
    using V = mail::SheetLetter;
    mail::describe_letter(f);
    f.add<&V::sheet>("sheet", "the sheet");
    f.add<&V::done_url>("done_url", "a link that answers: it still holds");
  }
};

template <>
struct Describe<mail::GroupView> {
  static constexpr std::string_view name = "mail_group";
  static void fields(Fields<mail::GroupView>& f) {
    using V = mail::GroupView;
    f.add<&V::title>("title", "its title");
    f.add<&V::url>("url", "its page");
    f.add<&V::label>("label", "what a group is called here");
    f.add<&V::purpose>("purpose", "what it is for");
    f.add<&V::call>("call", "title of its call to partners; may be empty");
    f.add<&V::call_text>("call_text", "what it asks");
    f.add<&V::deadline>("deadline", "until when one answers it");
  }
};

template <>
struct Describe<mail::GroupLetter> {
  static constexpr std::string_view name = "group_letter";
  static void fields(Fields<mail::GroupLetter>& f) {
    using V = mail::GroupLetter;
    mail::describe_letter(f);
    f.add<&V::group>("group", "the group");
  }
};

template <>
struct Describe<mail::ContributionView> {
  static constexpr std::string_view name = "mail_contribution";
  static void fields(Fields<mail::ContributionView>& f) {
    using V = mail::ContributionView;
    f.add<&V::title>("title", "its title");
    f.add<&V::url>("url", "its page");
    f.add<&V::author>("author", "the body whose it is; may be empty");
    f.add<&V::date>("date", "its day");
    f.add<&V::topics>("topics", "what it is about");
    f.add<&V::body>("body", "its text");
  }
};

template <>
struct Describe<mail::ContributionLetter> {
  static constexpr std::string_view name = "contribution_letter";
  static void fields(Fields<mail::ContributionLetter>& f) {
    using V = mail::ContributionLetter;
    mail::describe_letter(f);
    f.add<&V::contribution>("contribution", "the contribution");
  }
};

template <>
struct Describe<mail::PersonLetter> {
  static constexpr std::string_view name = "person_letter";
  static void fields(Fields<mail::PersonLetter>& f) {
    using V = mail::PersonLetter;
    mail::describe_letter(f);
    f.add<&V::feed>("feed", "the address of her own calendar");
    f.add<&V::webcal>("webcal", "the same, as calendar programs open it");
  }
};

}  // namespace cenacle::tmpl
