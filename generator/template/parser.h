// From tokens to the syntax tree of a file. A mistake costs its tag; reading goes on after it.
#pragma once

#include "template/report.h"
#include "template/syntax.h"

namespace cenacle::tmpl {

/// Fills `file`, whose source and escaping are set, from its text.
void parse(File* file, const Origin& origin, const Limits& limits, Report& report);

}  // namespace cenacle::tmpl
