// What mails may be about, and what each kind shows its templates.
#include "mail/mails.h"
#include "mail/meeting_views_described.h"
#include "mail/network_views_described.h"
#include "mail/registration_views_described.h"

namespace cenacle::mail {

namespace {

constexpr std::string_view words[] = {
#define CENACLE_DECLARE(identifier, word) word,
    CENACLE_ABOUTS(CENACLE_DECLARE)
#undef CENACLE_DECLARE
};

}  // namespace

std::string_view word(About about) { return words[static_cast<std::size_t>(about)]; }

std::span<const std::string_view> about_words() { return words; }

const std::vector<MailKind>& mail_kinds() {
  using tmpl::type_of;
  static const std::vector<MailKind> kinds = {
      {About::meeting, "mails/meeting", &type_of<MeetingLetter>, "a mail about a meeting"},
      {About::registration, "mails/registration", &type_of<RegistrationLetter>, "a mail about a registration"},
      {About::minutes, "mails/minutes", &type_of<MinutesLetter>, "a mail about minutes"},
      {About::decision, "mails/decision", &type_of<DecisionLetter>, "a mail about a decision"},
      {About::charter, "mails/charter", &type_of<CharterLetter>, "a mail about a charter's version"},
      {About::network, "mails/network", &type_of<NetworkLetter>, "a mail about a network"},
      {About::request, "mails/request", &type_of<RequestLetter>, "a mail about a request"},
      {About::survey, "mails/survey", &type_of<SurveyLetter>, "a mail about a survey"},
      {About::sheet, "mails/sheet", &type_of<SheetLetter>, "a mail about a practical sheet"},
      {About::group, "mails/group", &type_of<GroupLetter>, "a mail about a group"},
      {About::contribution, "mails/contribution", &type_of<ContributionLetter>, "a mail about a contribution"},
      {About::person, "mails/person", &type_of<PersonLetter>, "a mail about a person's own affairs"},
      {About::any, "mails/any", &type_of<Letter>, "a mail about anything, or several things"},
  };
  return kinds;
}

}  // namespace cenacle::mail
