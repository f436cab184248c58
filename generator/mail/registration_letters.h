// Mails about a registration, from the request to the end: what its facts and its network's rules say of it, for her
// and for those who decide.
#pragma once

#include "mail/letter.h"
#include "mail/registration_views.h"

namespace cenacle::mail {

base::Result<RegistrationLetter> registration_letter(const Around& around, const Job& job, Enclosed* enclosed);

}  // namespace cenacle::mail
