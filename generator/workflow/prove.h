// What can be told of workflows before anything happens: steps that can never fall due, and audiences that nobody can
// be of.
#pragma once

#include "diag/diagnostics.h"
#include "rules/registration/rulebook.h"
#include "workflow/workflow.h"

namespace cenacle::workflow {

/// idle-step, empty-audience. `rulebook` null: the network takes no registrations.
void prove(const Book& book, const rules::Rulebook* rulebook, diag::Diagnostics& diagnostics);

}  // namespace cenacle::workflow
