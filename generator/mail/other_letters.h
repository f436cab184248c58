// Mails about what stands in content and about requests: minutes, decisions, charters, sheets, surveys, groups,
// contributions, a network as such; and about nothing but the person, or about several things at once.
#pragma once

#include "mail/letter.h"

namespace cenacle::mail {

base::Result<MinutesLetter> minutes_letter(const Around& around, const Job& job, Enclosed* enclosed);
base::Result<DecisionLetter> decision_letter(const Around& around, const Job& job);
base::Result<CharterLetter> charter_letter(const Around& around, const Job& job);
base::Result<SheetLetter> sheet_letter(const Around& around, const Job& job);
base::Result<SurveyLetter> survey_letter(const Around& around, const Job& job, Enclosed* enclosed);
base::Result<GroupLetter> group_letter(const Around& around, const Job& job);
base::Result<ContributionLetter> contribution_letter(const Around& around, const Job& job, Enclosed* enclosed);
base::Result<NetworkLetter> network_letter(const Around& around, const Job& job);
base::Result<RequestLetter> request_letter(const Around& around, const Job& job);
base::Result<PersonLetter> person_letter(const Around& around, const Job& job);
/// A mail about anything; of a digest, what it gathers.
base::Result<Letter> plain_letter(const Around& around, const Job& job);

/// What a reference of a digest names, as this reader may see it; nothing when it is not there, or not for her.
std::optional<ItemView> item_of(const Around& around, const Job& job, std::string_view reference);

}  // namespace cenacle::mail
