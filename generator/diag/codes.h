// Every kind of mistake, by name. Each has a page in diag/pages/NAME.md and a golden case in tests/golden.
#pragma once

#include <span>
#include <string_view>

#include "diag/diagnostics.h"

// X(identifier, name, severity), by subject and in alphabetical order.
#define CENACLE_CODES(X)                                      \
  /* templates */                                             \
  X(template_argument, "template-argument", error)            \
  X(template_block, "template-block", error)                  \
  X(template_depth, "template-depth", error)                  \
  X(template_include, "template-include", error)              \
  X(template_name, "template-name", error)                    \
  X(template_optional, "template-optional", error)            \
  X(template_runtime, "template-runtime", error)              \
  X(template_syntax, "template-syntax", error)                \
  X(template_type, "template-type", error)                    \
  X(template_word, "template-word", error)

namespace cenacle::diag {

namespace code {
#define CENACLE_DECLARE(identifier, name, severity) inline constexpr Code identifier{name, Severity::severity};
CENACLE_CODES(CENACLE_DECLARE)
#undef CENACLE_DECLARE
}  // namespace code

/// All codes, in the order of the list above.
std::span<const Code> all_codes();

/// The page that explains a code: Markdown text in English, or nothing for an unknown name.
std::string_view explanation(std::string_view name);

}  // namespace cenacle::diag
