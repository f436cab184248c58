// What the mails about meetings, their minutes and decisions see, described.
#pragma once

#include "mail/views_described.h"

namespace cenacle::tmpl {

template <>
struct Describe<mail::MeetingView> {
  static constexpr std::string_view name = "mail_meeting";
  static void fields(Fields<mail::MeetingView>& f) {
    using V = mail::MeetingView;
    f.add<&V::title>("title", "its title");
    f.add<&V::kind>("kind", "\"Réunion de groupe\"");
    f.add<&V::url>("url", "its page, for this reader");
    f.add<&V::status_note>("status_note", "what is said of its status");
    f.add<&V::place>("place", "the room or house");
    f.add<&V::address>("address", "where it is");
    f.add<&V::online>("online",
                      "the link of the conference, for those it is meant for; empty for others and when there is none");
    f.add<&V::zone>("zone", "the time zone's name");
    f.add<&V::start>("start", "when it starts");
    f.add<&V::end>("end", "when it ends");
    f.add<&V::first_day>("first_day", "its day, or its first");
    f.add<&V::last_day>("last_day", "its last day");
    f.add<&V::all_day>("all_day", "it has no hours");
    f.add<&V::several_days>("several_days", "it takes more than a day");
    f.add<&V::other_zone>("other_zone", "its zone is not the portal's");
    f.add<&V::cancelled>("cancelled", "it does not take place");
    f.add<&V::tentative>("tentative", "it is to be confirmed");
    f.add<&V::moved>("moved", "its time or place was changed");
    f.add<&V::recurring>("recurring", "it takes place several times");
    f.add<&V::lunch>("lunch", "lunch is offered");
    f.add<&V::deleted>("deleted", "it was taken out of the calendar, and only this is still known of it");
    f.add<&V::of>("of", "the group, workshop, space or network that meets");
    f.add<&V::organiser>("organiser", "who organises it; its title is empty when nobody is named");
    f.add<&V::documents>("documents", "those that this reader may read");
    f.add<&V::agenda>("agenda", "its text");
  }
};

template <>
struct Describe<mail::MeetingAnswersView> {
  static constexpr std::string_view name = "meeting_answers";
  static void fields(Fields<mail::MeetingAnswersView>& f) {
    using V = mail::MeetingAnswersView;
    f.add<&V::present>("present", "a link that answers: I come");
    f.add<&V::lunch>("lunch", "I come, and have lunch; empty when there is no lunch");
    f.add<&V::remote>("remote", "I take part remotely; empty when one cannot");
    f.add<&V::absent>("absent", "I do not come");
    f.add<&V::substitute>("substitute", "somebody comes in my place");
  }
};

template <>
struct Describe<mail::SummaryView> {
  static constexpr std::string_view name = "answers_summary";
  static void fields(Fields<mail::SummaryView>& f) {
    using V = mail::SummaryView;
    f.add<&V::present>("present", "who comes");
    f.add<&V::remote>("remote", "who takes part remotely");
    f.add<&V::absent>("absent", "who does not come");
    f.add<&V::silent>("silent", "who has not answered");
    f.add<&V::empty_seats>("empty_seats", "of whose seat nobody comes");
    f.add<&V::expected>("expected", "how many seats there are");
    f.add<&V::lunches>("lunches", "how many have lunch");
  }
};

template <>
struct Describe<mail::MeetingLetter> {
  static constexpr std::string_view name = "meeting_letter";
  static void fields(Fields<mail::MeetingLetter>& f) {
    using V = mail::MeetingLetter;
    mail::describe_letter(f);
    f.add<&V::meeting>("meeting", "the meeting, at the time that the mail is about");
    f.add<&V::answer>("answer", "links by which she answers");
    f.add<&V::partner>("partner", "the name of the one she shares her seat with; empty: nobody");
    f.add<&V::replaced>("replaced", "the name of the one she comes in place of; empty: nobody");
    f.add<&V::guest>("guest", "she is a guest of this meeting");
    f.add<&V::summary>("summary", "what was answered; empty for those who do not prepare the meeting");
  }
};

template <>
struct Describe<mail::DecisionView> {
  static constexpr std::string_view name = "mail_decision";
  static void fields(Fields<mail::DecisionView>& f) {
    using V = mail::DecisionView;
    f.add<&V::text>("text", "what was decided");
    f.add<&V::carried_by>("carried_by", "who carries it out; may be empty");
    f.add<&V::url>("url", "where it stands");
    f.add<&V::consensus>("consensus", "all agreed");
    f.add<&V::late>("late", "it should be done by now");
    f.add<&V::by>("by", "until when");
    f.add<&V::taken>("taken", "on which day");
  }
};

template <>
struct Describe<mail::MinutesView> {
  static constexpr std::string_view name = "mail_minutes";
  static void fields(Fields<mail::MinutesView>& f) {
    using V = mail::MinutesView;
    f.add<&V::title>("title", "their title");
    f.add<&V::url>("url", "their page");
    f.add<&V::date>("date", "of the meeting");
    f.add<&V::meeting>("meeting", "the meeting");
    f.add<&V::of>("of", "what met");
    f.add<&V::decisions>("decisions", "what was decided");
    f.add<&V::attached>("attached", "they are attached as a page");
    f.add<&V::body>("body", "their text");
  }
};

template <>
struct Describe<mail::MinutesLetter> {
  static constexpr std::string_view name = "minutes_letter";
  static void fields(Fields<mail::MinutesLetter>& f) {
    using V = mail::MinutesLetter;
    mail::describe_letter(f);
    f.add<&V::minutes>("minutes", "the minutes");
  }
};

template <>
struct Describe<mail::DecisionLetter> {
  static constexpr std::string_view name = "decision_letter";
  static void fields(Fields<mail::DecisionLetter>& f) {
    using V = mail::DecisionLetter;
    mail::describe_letter(f);
    f.add<&V::decision>("decision", "the decision");
    f.add<&V::minutes>("minutes", "where it was written down");
    f.add<&V::of>("of", "what met");
    f.add<&V::done_url>("done_url", "a link that answers: it is done");
  }
};

}  // namespace cenacle::tmpl
