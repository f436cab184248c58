// What pages say of registration: how many seats are left, who takes part (in numbers), on what conditions one joins
// and how one asks. Made from the network's rulebook, whose words are in catalogues: templates make the sentences.
#pragma once

#include "site/views.h"

namespace cenacle::site {

/// One thing that is asked of who joins; the sentence is the template's.
struct ClauseView {
  Text kind;
  bool yes = true;
  List<Text> names;
  bool or_none = false;
  std::int64_t number = 0;
};
/// Whom or what something is about: all clauses must hold. None: everybody.
struct ConditionView {
  List<ClauseView> clauses;
};
struct LimitView {
  List<Text> each;
  Text count, max, object;
  std::int64_t number = 0, percent = 100;
  std::optional<std::int64_t> within_months;
  bool since_mandate = false;
};
struct JoinRuleView {
  ConditionView when;
  std::optional<ConditionView> must;
  std::optional<LimitView> limit;
  Text otherwise;
  bool bars = false, firm = false;
  std::optional<CitationView> article;
};
struct StatementView {
  Text text;
  bool by_employer = false;
  std::optional<CitationView> article;
};
struct SignatureView {
  Text role;
  bool of_parent = false;
  ConditionView when;
};
struct TermView {
  std::int64_t months = 0, renewals = 0, notice_months = 0;
  bool of_season = false, since_mandate = false;
  std::optional<CitationView> article, notice_article;
};
struct JoinPathView {
  Text id, title, unit, gives;
  std::string reference;
  bool at_meetings = false, seat_of_body = false, reason = false, substitute = false, queue = false, decided = false;
  ConditionView open_to;
  List<Text> steps;
  List<JoinRuleView> rules;
  List<StatementView> statements;
  const RoleView* decided_by = nullptr;
  List<Text> approvals;
  std::optional<LinkView> charter;
  List<SignatureView> signatures;
  List<RateView> rates, fees;
  std::optional<std::int64_t> rate_year, offer_days, quote_days, absences;
  List<ConditionView> first;
  std::optional<TermView> term;
};
struct JoinView {
  Text kind;
  LinkView of;
  std::string reference;
  List<JoinPathView> paths;
  std::optional<base::Date> closes, call_deadline;
  bool call_open = false;
  Text mail, mail_title;
};

/// A number, or that it is not told.
struct ToldView {
  std::int64_t count = 0;
  bool told = true;
};
struct MemberMonthView {
  base::Date month;
  ToldView members;
  List<ToldView> by_kind;
};

struct ChoiceView {
  Text id, title;
  ToldView answers;
  std::int64_t percent = 0;
};
struct QuestionView {
  Text id, text;
  bool several = false;
  List<ChoiceView> choices;
};
struct SurveyView {
  Text title, summary, mail;
  std::string url, reference;
  base::Date date, closes;
  bool open = true, counted = false;
  ToldView answers;
  LinkView owner;
  List<QuestionView> questions;
  Hole body;
};

}  // namespace cenacle::site
