// A fact, or who somebody is, as a line of JSON, and back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "formats/json/read.h"
#include "ledger/rows.h"

namespace cenacle::ledger {

std::string line_of(const model::Fact& fact);
std::string line_of(const Named& named);

/// Nothing when a member is missing, unknown, or not what it should be: then `*mistake` says which.
std::optional<model::Fact> fact_of(const json::Value& line, std::string* mistake);
std::optional<Named> named_of(const json::Value& line, std::string* mistake);

}  // namespace cenacle::ledger
