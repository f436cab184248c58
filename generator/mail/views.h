// What the templates of mails see: plain values made for one recipient, so that nothing she may not read is in reach.
// Each is described for templates in views_described.h and registration_views_described.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "template/view.h"

namespace cenacle::mail {

using tmpl::Hole;
using tmpl::Moment;

struct ThingView {
  std::string title, url;
};
struct PersonView {
  std::string name, body;
};
struct ContactView {
  std::string title, mail, phone, hours;
};
struct PortalView {
  std::string title, url, mail;
};
struct NetworkView {
  std::string id, title, url, rights;
  ContactView contact;
};
struct ToView {
  std::string name, given_name;
  bool mailbox = false;
};
/// One of what a digest gathers.
struct ItemView {
  std::string kind, title, url;
  std::optional<base::Date> date;
};

/// What every mail has. As a root of its own: mails about anything.
struct Letter {
  PortalView portal;
  NetworkView network;
  ToView to;
  base::Date today{};
  std::string reply_url;
  std::vector<ItemView> items;
};

/// One time that a meeting takes place.
struct MeetingView {
  std::string title, kind, url, status_note, place, address, online, zone;
  Moment start{}, end{};
  base::Date first_day{}, last_day{};
  bool all_day = false, several_days = false, other_zone = false, cancelled = false, tentative = false, moved = false,
       recurring = false, lunch = false, deleted = false;
  ThingView of;
  ContactView organiser;
  std::vector<ThingView> documents;
  Hole agenda;
};
struct MeetingAnswersView {
  std::string present, lunch, remote, absent, substitute;
};
/// What people answered, for whoever prepares the meeting.
struct SummaryView {
  std::vector<PersonView> present, remote, absent, silent;
  std::vector<PersonView> empty_seats;  ///< pairs of which nobody comes
  std::int64_t expected = 0, lunches = 0;
};
struct MeetingLetter : Letter {
  MeetingView meeting;
  MeetingAnswersView answer;
  std::string partner, replaced;
  bool guest = false;
  SummaryView summary;
};

struct DecisionView {
  std::string text, carried_by, url;
  bool consensus = true, late = false;
  std::optional<base::Date> by;
  base::Date taken{};
};
struct MinutesView {
  std::string title, url;
  base::Date date{};
  ThingView meeting, of;
  std::vector<DecisionView> decisions;
  bool attached = false;
  Hole body;
};
struct MinutesLetter : Letter {
  MinutesView minutes;
};
struct DecisionLetter : Letter {
  DecisionView decision;
  ThingView minutes, of;
  std::string done_url;
};

struct ChangeView {
  std::string article, text;
};
struct CharterView {
  std::string title, url;
  std::int64_t version = 1;
  base::Date in_force{};
  bool sign_again = false;
  std::vector<ChangeView> changes;
};
struct CharterLetter : Letter {
  CharterView charter;
  std::string sign_url;
};

struct CountView {
  std::string title;
  std::int64_t count = 0;
};
struct IndicatorsView {
  std::int64_t year = 0;
  std::string url;
  std::optional<std::int64_t> members, members_before;
  std::vector<CountView> bodies, contributions, meetings;
  std::int64_t decisions = 0, documents = 0, unanswered = 0;
};
struct NetworkLetter : Letter {
  std::string summary;
  ThingView join;
  std::optional<base::Date> opens;
  IndicatorsView indicators;
  std::vector<ThingView> groups;
};

struct ReplyView {
  std::string name, words;
  base::Date day{};
};
struct RequestView {
  std::int64_t number = 0;
  std::string kind, words, topic, about;
  PersonView by;
  std::string mail, phone;
  base::Date day{};
  std::vector<ReplyView> replies;
};
struct RequestLetter : Letter {
  RequestView request;
  std::string done_url, accept_url, refuse_url;
};

struct ChoiceView {
  std::string title, url;
};
struct QuestionView {
  std::string text;
  bool several = false;
  std::vector<ChoiceView> choices;
};
struct SurveyView {
  std::string title, url;
  base::Date closes{};
  std::vector<QuestionView> questions;
  Hole body;
};
struct SurveyLetter : Letter {
  SurveyView survey;
};

struct SheetView {
  std::string title, url;
  base::Date reviewed{}, due{};
};
struct SheetLetter : Letter {
  SheetView sheet;
  std::string done_url;
};

struct GroupView {
  std::string title, url, label, purpose, call, call_text;
  std::optional<base::Date> deadline;
};
struct GroupLetter : Letter {
  GroupView group;
};

struct ContributionView {
  std::string title, url, author;
  base::Date date{};
  std::vector<std::string> topics;
  Hole body;
};
struct ContributionLetter : Letter {
  ContributionView contribution;
};

struct PersonLetter : Letter {
  std::string feed, webcal;
};

}  // namespace cenacle::mail
