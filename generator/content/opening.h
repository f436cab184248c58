// The start of a text, for the pages that give no summary.
#pragma once

#include <string>
#include <string_view>

#include "formats/markdown/markdown.h"

namespace cenacle::content {

/// Plain text of the first paragraph of `body`, at most 200 characters. Only that paragraph is parsed: a reference to a link
/// that is defined further down stays as it was typed.
std::string opening_of(std::string_view body, const markdown::Options& options);

}  // namespace cenacle::content
