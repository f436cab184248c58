// Diagnostics for other programs: JSON, GitLab's Code Quality report, the workflow commands of GitHub and Forgejo.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "diag/diagnostics.h"

namespace cenacle::cli {

enum class Annotations : std::uint8_t {
  json,    ///< {"diagnostics": [...], "errors": N, "warnings": N}: all that a diagnostic holds
  gitlab,  ///< https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
  github,  ///< ::error file=…,line=…,col=…,title=…::…, one line each
};

/// The diagnostics in their order. A fingerprint (GitLab) is the same as long as the mistake is, even when its line
/// moves.
std::string annotations(std::span<const diag::Diagnostic> diagnostics, Annotations format);

}  // namespace cenacle::cli
