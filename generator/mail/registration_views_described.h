// What the mails about a registration see, described.
#pragma once

#include "mail/registration_views.h"
#include "mail/views_described.h"

namespace cenacle::tmpl {

template <>
struct Describe<mail::GroundView> {
  static constexpr std::string_view name = "ground";
  static void fields(Fields<mail::GroundView>& f) {
    using V = mail::GroundView;
    f.add<&V::sentence>("sentence", "what the rule says");
    f.add<&V::article>("article", "number of the article that it comes from; may be empty");
    f.add<&V::url>("url", "where the article stands; may be empty");
    f.add<&V::overridden>("overridden", "the coordinator decided otherwise");
  }
};

template <>
struct Describe<mail::MissingView> {
  static constexpr std::string_view name = "missing";
  static void fields(Fields<mail::MissingView>& f) {
    using V = mail::MissingView;
    f.add<&V::need>("need",
                    "\"decision\", \"confirmation\", \"statements\", \"approvals\", \"signatures\", \"agreement\", "
                    "\"payment\", \"answer\", \"seat\"");
    f.add<&V::of>("of", "the roles or statements that are missing, in words");
  }
};

template <>
struct Describe<mail::SignatureView> {
  static constexpr std::string_view name = "mail_signature";
  static void fields(Fields<mail::SignatureView>& f) {
    using V = mail::SignatureView;
    f.add<&V::role>("role", "whose it is");
    f.add<&V::body>("body", "for which body; may be empty");
    f.add<&V::given>("given", "it has been given");
  }
};

template <>
struct Describe<mail::QuoteLineView> {
  static constexpr std::string_view name = "mail_quote_line";
  static void fields(Fields<mail::QuoteLineView>& f) {
    using V = mail::QuoteLineView;
    f.add<&V::title>("title", "what is paid for");
    f.add<&V::unit>("unit", "\"par jour et par participant\"");
    f.add<&V::quantity>("quantity", "how many");
    f.add<&V::cents>("cents", "the price, in cents");
  }
};

template <>
struct Describe<mail::QuoteView> {
  static constexpr std::string_view name = "mail_quote";
  static void fields(Fields<mail::QuoteView>& f) {
    using V = mail::QuoteView;
    f.add<&V::reference>("reference", "its number");
    f.add<&V::cents>("cents", "the total, in cents");
    f.add<&V::valid_until>("valid_until", "the last day on which one agrees");
    f.add<&V::lines>("lines", "what is paid for");
    f.add<&V::attached>("attached", "it is attached as a page");
  }
};

template <>
struct Describe<mail::FeeView> {
  static constexpr std::string_view name = "mail_fee";
  static void fields(Fields<mail::FeeView>& f) {
    using V = mail::FeeView;
    f.add<&V::year>("year", "the calendar year");
    f.add<&V::cents>("cents", "what is owed, in cents");
    f.add<&V::paid>("paid", "what has been paid, in cents");
    f.add<&V::payment>("payment", "how one pays; may be empty");
  }
};

template <>
struct Describe<mail::ConventionView> {
  static constexpr std::string_view name = "mail_convention";
  static void fields(Fields<mail::ConventionView>& f) {
    using V = mail::ConventionView;
    f.add<&V::began>("began", "its first day");
    f.add<&V::ends>("ends", "the last day of its term");
    f.add<&V::notice>("notice", "the last day on which it can be denounced");
    f.add<&V::renews>("renews", "another term begins by itself");
  }
};

template <>
struct Describe<mail::NextView> {
  static constexpr std::string_view name = "mail_next";
  static void fields(Fields<mail::NextView>& f) {
    using V = mail::NextView;
    f.add<&V::title>("title", "of the meeting");
    f.add<&V::url>("url", "its page");
    f.add<&V::start>("start", "when it starts");
  }
};

template <>
struct Describe<mail::RegistrationView> {
  static constexpr std::string_view name = "mail_registration";
  static void fields(Fields<mail::RegistrationView>& f) {
    using V = mail::RegistrationView;
    f.add<&V::number>("number", "by which it is cited");
    f.add<&V::state>("state", "\"requested\", \"waiting\", \"accepted\"…");
    f.add<&V::path>("path", "how one joins that way, in words");
    f.add<&V::url>("url", "the page that says how one joins");
    f.add<&V::because>("because", "what was written with the decision; may be empty");
    f.add<&V::profile>("profile", "hers; may be empty");
    f.add<&V::object>("object", "what is joined");
    f.add<&V::person>("person", "who asks or takes part; her name is empty for a body");
    f.add<&V::partner>("partner", "with whom she shares the seat; may be empty");
    f.add<&V::body>("body", "the body's name; may be empty");
    f.add<&V::asked>("asked", "on which day");
    f.add<&V::until>("until", "the last day of what this state promises or asks");
    f.add<&V::rank>("rank", "on the waiting list, from 1; 0: not on it");
    f.add<&V::absences>("absences", "meetings missed in a row");
    f.add<&V::half_days>("half_days", "served so far");
    f.add<&V::grounds>("grounds", "what the rules say against it");
    f.add<&V::missing>("missing", "what is still missing");
    f.add<&V::statements>("statements", "what she and her employer undertake");
    f.add<&V::signatures>("signatures", "of the charter");
    f.add<&V::charter>("charter", "what is to be signed");
    f.add<&V::quote>("quote", "the last one");
    f.add<&V::fee>("fee", "of this calendar year");
    f.add<&V::convention>("convention", "its term");
    f.add<&V::next>("next", "the next meetings of what is joined");
    f.add<&V::profiles>("profiles", "of those who take part, how many of each");
    f.add<&V::of_body>("of_body", "it is the body that takes part");
  }
};

template <>
struct Describe<mail::RegistrationAnswersView> {
  static constexpr std::string_view name = "registration_answers";
  static void fields(Fields<mail::RegistrationAnswersView>& f) {
    using V = mail::RegistrationAnswersView;
    f.add<&V::confirm>("confirm", "a link that answers: it was I who asked");
    f.add<&V::take>("take", "I take the seat");
    f.add<&V::decline>("decline", "I leave the seat");
    f.add<&V::agree>("agree", "I agree to the quote");
    f.add<&V::withdraw>("withdraw", "I withdraw");
    f.add<&V::accept>("accept", "accepted, by whoever decides");
    f.add<&V::refuse>("refuse", "refused");
    f.add<&V::approve>("approve", "I approve, for the role that is asked");
    f.add<&V::object>("object", "I object");
    f.add<&V::sign>("sign", "I sign");
    f.add<&V::done>("done", "I undertake what is asked");
  }
};

template <>
struct Describe<mail::RegistrationLetter> {
  static constexpr std::string_view name = "registration_letter";
  static void fields(Fields<mail::RegistrationLetter>& f) {
    using V = mail::RegistrationLetter;
    mail::describe_letter(f);
    f.add<&V::registration>("registration", "the registration");
    f.add<&V::answer>("answer", "links by which one answers");
  }
};

}  // namespace cenacle::tmpl
