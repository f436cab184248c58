// What people are in their networks, as the verbs of `people` say and write it.
#pragma once

#include <string>
#include <string_view>

#include "cli/deed.h"
#include "formats/json/json.h"

namespace cenacle::cli {

/// "Archives"; the id when content no longer has it.
std::string network_in_words(const Deed& deed, std::string_view id);
/// A role's title; the id when the network no longer has it.
std::string role_in_words(const Deed& deed, std::string_view network, std::string_view id);
/// "Pilote de groupe, Ville de Brévalon (Archives), groupe « Fiscalité »".
std::string mandate_in_words(const Deed& deed, const model::Mandate& mandate);

/// Members of an object: what is known of her, mandates and standings included.
void write_person(json::Writer& out, const model::Person& person);

/// Her family name first, for the order of a directory (C10).
std::string directory_name(const model::Person& person);

}  // namespace cenacle::cli
