// What pages say of registration, and surveys, described.
#pragma once

#include "site/registration_views.h"

#define CENACLE_FIELD(member, doc) f.template add<&V::member>(#member, doc)

namespace cenacle::tmpl {

template <>
struct Describe<site::SeatsView> {
  static constexpr std::string_view name = "seats";
  static void fields(Fields<site::SeatsView>& f) {
    using V = site::SeatsView;
    CENACLE_FIELD(counted, "there is a ledger: what follows is counted, else only `limit` and `join_url` are known");
    CENACLE_FIELD(state, "\"open\", \"full\", \"closed\" (it is too late to ask), \"over\", or empty");
    CENACLE_FIELD(limit, "how many seats there are, if there is a limit");
    CENACLE_FIELD(left, "how many of them are free");
    CENACLE_FIELD(members, "how many take part; none when so few that it would tell of somebody");
    CENACLE_FIELD(waiting, "how many are on the waiting list");
    CENACLE_FIELD(kinds, "who takes part, by kind of body");
    CENACLE_FIELD(other_kinds, "those of kinds that are not told one by one, or without a body");
    CENACLE_FIELD(profiles, "who takes part, by the profiles that it is for");
    CENACLE_FIELD(other_profiles, "those of other profiles");
    CENACLE_FIELD(join_url, "address of the page that says how to join, for the filter `link`; empty: there is none");
  }
};

template <>
struct Describe<site::ClauseView> {
  static constexpr std::string_view name = "clause";
  static void fields(Fields<site::ClauseView>& f) {
    using V = site::ClauseView;
    CENACLE_FIELD(kind,
                  "\"body\", \"member\", \"membership\", \"body_kind\", \"population_min\", \"population_max\", "
                  "\"local\", \"role\", \"profile\", \"registered\", \"pair\", \"personal_mailbox\", \"call_open\", "
                  "\"fee_paid\", \"meeting_kind\", \"closes_days\", \"rest_months\"");
    CENACLE_FIELD(yes, "false: the contrary is asked");
    CENACLE_FIELD(names, "one of these: memberships, kinds of bodies or of meetings, roles, profiles, ways in");
    CENACLE_FIELD(or_none, "or none of them: no membership, no body");
    CENACLE_FIELD(number, "inhabitants, days or months");
  }
};

template <>
struct Describe<site::ConditionView> {
  static constexpr std::string_view name = "condition";
  static void fields(Fields<site::ConditionView>& f) {
    using V = site::ConditionView;
    CENACLE_FIELD(clauses, "what is asked, all of it; none: it is true of everybody");
  }
};

template <>
struct Describe<site::LimitView> {
  static constexpr std::string_view name = "limit";
  static void fields(Fields<site::LimitView>& f) {
    using V = site::LimitView;
    CENACLE_FIELD(each,
                  "counted for each \"person\", \"body\", \"parent\", \"body_kind\", \"profile\", \"object\", "
                  "\"group\", \"year\"");
    CENACLE_FIELD(count, "\"registrations\", \"people\", \"bodies\", \"objects\", \"half_days\"");
    CENACLE_FIELD(object, "what is joined, for a count of \"objects\": \"group\", \"workshop\", \"meeting\"…");
    CENACLE_FIELD(max, "what the number is: \"number\", \"seats\" (the object's), \"contributions\" (the body's)");
    CENACLE_FIELD(number, "the number, of a \"number\"");
    CENACLE_FIELD(percent, "of it, rounded down");
    CENACLE_FIELD(within_months, "all within so many months");
    CENACLE_FIELD(since_mandate, "of the start of her duties");
  }
};

template <>
struct Describe<site::JoinRuleView> {
  static constexpr std::string_view name = "join_rule";
  static void fields(Fields<site::JoinRuleView>& f) {
    using V = site::JoinRuleView;
    CENACLE_FIELD(when, "whom it is about");
    CENACLE_FIELD(must, "what must be so");
    CENACLE_FIELD(limit, "or how many there may be");
    CENACLE_FIELD(bars, "no body with such a membership can be what must be so: the way is closed to it");
    CENACLE_FIELD(firm, "no exception is made");
    CENACLE_FIELD(otherwise, "what happens else: \"refuse\", \"wait\", \"warn\"");
    CENACLE_FIELD(article, "the article that it comes from");
  }
};

template <>
struct Describe<site::StatementView> {
  static constexpr std::string_view name = "statement";
  static void fields(Fields<site::StatementView>& f) {
    using V = site::StatementView;
    CENACLE_FIELD(text, "what is declared");
    CENACLE_FIELD(by_employer, "by her employer; else by herself");
    CENACLE_FIELD(article, "the article that asks for it");
  }
};

template <>
struct Describe<site::SignatureView> {
  static constexpr std::string_view name = "signature";
  static void fields(Fields<site::SignatureView>& f) {
    using V = site::SignatureView;
    CENACLE_FIELD(role, "who signs");
    CENACLE_FIELD(of_parent, "for the body that hers is part of");
    CENACLE_FIELD(when, "where this holds");
  }
};

template <>
struct Describe<site::TermView> {
  static constexpr std::string_view name = "term";
  static void fields(Fields<site::TermView>& f) {
    using V = site::TermView;
    CENACLE_FIELD(months, "how long, in months");
    CENACLE_FIELD(renewals, "how many times it renews itself");
    CENACLE_FIELD(notice_months, "how long before the end one says that one leaves");
    CENACLE_FIELD(of_season, "until the end of the group's season");
    CENACLE_FIELD(since_mandate, "counted from the start of her duties");
    CENACLE_FIELD(article, "the article that says so");
    CENACLE_FIELD(notice_article, "the article on leaving");
  }
};

template <>
struct Describe<site::JoinPathView> {
  static constexpr std::string_view name = "join_path";
  static void fields(Fields<site::JoinPathView>& f) {
    using V = site::JoinPathView;
    CENACLE_FIELD(id, "its id");
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(unit, "who takes a seat: \"person\", \"pair\", \"body\"");
    CENACLE_FIELD(gives, "\"member\", \"guest\" (convened to meetings, no more), \"nothing\"");
    CENACLE_FIELD(reference, "what a request quotes");
    CENACLE_FIELD(at_meetings, "it leads to one of the group's meetings, not into the group");
    CENACLE_FIELD(seat_of_body, "the seat is the body's, which names another when she leaves");
    CENACLE_FIELD(reason, "who leaves says why");
    CENACLE_FIELD(substitute, "who leaves proposes somebody");
    CENACLE_FIELD(queue, "there is a waiting list");
    CENACLE_FIELD(decided, "somebody decides, who may make exceptions");
    CENACLE_FIELD(open_to, "whom it is for");
    CENACLE_FIELD(steps,
                  "in order: \"decision\", \"confirmation\", \"statements\", \"approvals\", \"signatures\", \"quote\", "
                  "\"agreement\", \"payment\", \"convene\"…");
    CENACLE_FIELD(rules, "the conditions");
    CENACLE_FIELD(statements, "what is declared");
    CENACLE_FIELD(decided_by, "who decides");
    CENACLE_FIELD(approvals, "who must agree, by function");
    CENACLE_FIELD(charter, "the charter to be signed");
    CENACLE_FIELD(signatures, "who signs it");
    CENACLE_FIELD(rates, "what it costs");
    CENACLE_FIELD(fees, "what it costs each calendar year");
    CENACLE_FIELD(rate_year, "year of the tariff");
    CENACLE_FIELD(offer_days, "for how many days a seat that became free is kept");
    CENACLE_FIELD(quote_days, "for how many days a quote is valid");
    CENACLE_FIELD(absences, "so many meetings missed in a row are told to the coordinator");
    CENACLE_FIELD(first, "who goes first on the waiting list");
    CENACLE_FIELD(term, "how long it lasts");
  }
};

template <>
struct Describe<site::JoinView> {
  static constexpr std::string_view name = "join";
  static void fields(Fields<site::JoinView>& f) {
    using V = site::JoinView;
    CENACLE_FIELD(kind, "\"group\", \"workshop\", \"series\", \"space\", \"network\", \"meeting\"");
    CENACLE_FIELD(of, "what is joined");
    CENACLE_FIELD(reference, "what a request quotes");
    CENACLE_FIELD(paths, "the ways in");
    CENACLE_FIELD(closes, "the last day on which one asks");
    CENACLE_FIELD(call_deadline, "of the group's call for partners");
    CENACLE_FIELD(call_open, "whether it is still open");
    CENACLE_FIELD(mail, "where one writes, or empty");
    CENACLE_FIELD(mail_title, "whose mailbox it is");
  }
};

template <>
struct Describe<site::ToldView> {
  static constexpr std::string_view name = "told";
  static void fields(Fields<site::ToldView>& f) {
    using V = site::ToldView;
    CENACLE_FIELD(count, "the number");
    CENACLE_FIELD(told, "false: it is so small that it would tell of somebody, or another one would follow from it");
  }
};

template <>
struct Describe<site::MemberMonthView> {
  static constexpr std::string_view name = "member_month";
  static void fields(Fields<site::MemberMonthView>& f) {
    using V = site::MemberMonthView;
    CENACLE_FIELD(month, "a day of the month");
    CENACLE_FIELD(members, "how many members there were at its end");
    CENACLE_FIELD(by_kind, "the same by kind of body, in the order of `body_kinds`");
  }
};

template <>
struct Describe<site::ChoiceView> {
  static constexpr std::string_view name = "choice";
  static void fields(Fields<site::ChoiceView>& f) {
    using V = site::ChoiceView;
    CENACLE_FIELD(id, "its id");
    CENACLE_FIELD(title, "its words");
    CENACLE_FIELD(answers, "how many chose it");
    CENACLE_FIELD(percent, "of those who answered, rounded");
  }
};

template <>
struct Describe<site::QuestionView> {
  static constexpr std::string_view name = "question";
  static void fields(Fields<site::QuestionView>& f) {
    using V = site::QuestionView;
    CENACLE_FIELD(id, "its id");
    CENACLE_FIELD(text, "the question");
    CENACLE_FIELD(several, "more than one choice may be given");
    CENACLE_FIELD(choices, "what one may answer");
  }
};

template <>
struct Describe<site::SurveyView> {
  static constexpr std::string_view name = "survey";
  static void fields(Fields<site::SurveyView>& f) {
    using V = site::SurveyView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(summary, "one or two sentences");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(reference, "what an answer quotes");
    CENACLE_FIELD(mail, "where one answers, or empty");
    CENACLE_FIELD(date, "the day on which it was announced");
    CENACLE_FIELD(closes, "the last day for answers");
    CENACLE_FIELD(open, "one may still answer");
    CENACLE_FIELD(counted, "there are results: it is closed, and was answered");
    CENACLE_FIELD(answers, "how many answered");
    CENACLE_FIELD(owner, "what it belongs to");
    CENACLE_FIELD(questions, "what it asks");
    CENACLE_FIELD(body, "what it is for");
  }
};

}  // namespace cenacle::tmpl

#undef CENACLE_FIELD
