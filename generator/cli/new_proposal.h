// What `new … --from REQUEST` takes from the ledger: a member's proposal.
#pragma once

#include "cli/portal.h"
#include "cli/verbs.h"
#include "site/new_request.h"

namespace cenacle::cli {

/// Fills in what the command line leaves open: title, owner, proposal. Throws a site::Refusal for a request that is not
/// there, proposes something else, or was refused; gives the ledger's failure.
base::Outcome take_proposal(const Context& context, const NewArguments& arguments, const OpenPortal& open,
                            site::NewRequest* request);

}  // namespace cenacle::cli
