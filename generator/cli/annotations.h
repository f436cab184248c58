// Diagnostics for other programs: JSON, GitLab's Code Quality report, the workflow commands of GitHub and Forgejo.
#pragma once

#include <span>
#include <string>

#include "diag/diagnostics.h"

namespace cenacle::cli {

/// {"diagnostics": [...], "errors": N, "warnings": N}: all that the diagnostics hold, in their order.
std::string json_report(std::span<const diag::Diagnostic> diagnostics);

/// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. A fingerprint stays the same as long as
/// the mistake does, even when its line moves.
std::string gitlab_report(std::span<const diag::Diagnostic> diagnostics);

/// ::error file=…,line=…,col=…,title=…::…, one line each. Forgejo reads them too.
std::string github_report(std::span<const diag::Diagnostic> diagnostics);

}  // namespace cenacle::cli
