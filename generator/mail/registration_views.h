// What the mails about a registration see: where it stands, what is missing, why it was decided so, what it costs.
#pragma once

#include "mail/views.h"

namespace cenacle::mail {

/// What a rule says against it, with the article that it comes from.
struct GroundView {
  std::string sentence, article, url;
  bool overridden = false;
};
struct MissingView {
  std::string need;
  std::vector<std::string> of;
};
struct SignatureView {
  std::string role, body;
  bool given = false;
};
struct QuoteLineView {
  std::string title, unit, quantity;
  std::int64_t cents = 0;
};
struct QuoteView {
  std::string reference;
  std::int64_t cents = 0;
  base::Date valid_until{};
  std::vector<QuoteLineView> lines;
  bool attached = false;
};
struct FeeView {
  std::int64_t year = 0, cents = 0, paid = 0;
  std::string payment;
};
struct ConventionView {
  base::Date began{}, ends{};
  std::optional<base::Date> notice;
  bool renews = false;
};
struct NextView {
  std::string title, url;
  Moment start{};
};
struct RegistrationView {
  std::int64_t number = 0;
  std::string state, path, url, because, profile;
  ThingView object;
  PersonView person;
  std::string partner, body;
  base::Date asked{};
  std::optional<base::Date> until;
  std::int64_t rank = 0, absences = 0, half_days = 0;
  std::vector<GroundView> grounds;
  std::vector<MissingView> missing;
  std::vector<std::string> statements;
  std::vector<SignatureView> signatures;
  std::optional<ThingView> charter;
  std::optional<QuoteView> quote;
  std::optional<FeeView> fee;
  std::optional<ConventionView> convention;
  std::vector<NextView> next;
  std::vector<CountView> profiles;
  bool of_body = false;
};
struct RegistrationAnswersView {
  std::string confirm, take, decline, agree, withdraw, accept, refuse, approve, object, sign, done;
};
struct RegistrationLetter : Letter {
  RegistrationView registration;
  RegistrationAnswersView answer;
};

}  // namespace cenacle::mail
