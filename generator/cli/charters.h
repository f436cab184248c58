// CHARTER on a command line, and what is told of charters and their signatures.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/deed.h"
#include "rules/registration/signatures.h"

namespace cenacle::cli {

struct CharterInForce {
  const model::Network* network = nullptr;
  const model::Charter* charter = nullptr;
};
/// `charter:ID`, or `charter:NETWORK/ID` where several networks have one of that name: its version in force.
Or<CharterInForce> find_charter(const content::Content& content, std::string_view what);

/// All versions of a charter, oldest first.
std::vector<const model::Charter*> versions_of(const model::Network& network, std::string_view charter);

/// SHA-256 of the version's file: which text was signed.
Or<std::string> digest_of(const content::Content& content, const model::Charter& version);

/// "Maire de Le Puy-Mardon", with who may sign in its place while it is vacant.
std::string missing_signature(const Phrases& phrases, const rules::Signing& signing);

}  // namespace cenacle::cli
